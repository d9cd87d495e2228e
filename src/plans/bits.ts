/** Writes numbers of a few bits each, and gives them as text for an address (base64url). */
export class BitWriter {
  private readonly bits: number[] = [];

  write(value: number, width: number): this {
    for (let bit = width - 1; bit >= 0; bit -= 1) this.bits.push(Math.floor(value / 2 ** bit) % 2);
    return this;
  }

  /** A whole number of any size: groups of four bits, each with a bit that says whether another follows. */
  writeCount(value: number): this {
    const groups: number[] = [];
    let rest = value;
    do {
      groups.unshift(rest % 16);
      rest = Math.floor(rest / 16);
    } while (rest > 0);
    groups.forEach((group, index) => this.write(index < groups.length - 1 ? 1 : 0, 1).write(group, 4));
    return this;
  }

  toBytes(): Uint8Array {
    const bytes = new Uint8Array(Math.ceil(this.bits.length / 8));
    this.bits.forEach((bit, index) => {
      bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (bit << (7 - (index & 7)));
    });
    return bytes;
  }
}

/** Thrown where the bits end too early: the text was cut. Never leaves this folder. */
export class OutOfBits extends Error {
  override readonly name = 'OutOfBits';
}

export class BitReader {
  private position = 0;

  constructor(private readonly bytes: Uint8Array) {}

  read(width: number): number {
    if (this.position + width > this.bytes.length * 8) throw new OutOfBits();
    let value = 0;
    for (let count = 0; count < width; count += 1, this.position += 1) {
      value = value * 2 + (((this.bytes[this.position >> 3] ?? 0) >> (7 - (this.position & 7))) & 1);
    }
    return value;
  }

  readCount(): number {
    let value = 0;
    for (;;) {
      const goesOn = this.read(1) === 1;
      value = value * 16 + this.read(4);
      if (value > Number.MAX_SAFE_INTEGER) throw new OutOfBits();
      if (!goesOn) return value;
    }
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes as letters that need no escaping in an address. */
export function formatBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b, c] = bytes.slice(index, index + 3);
    text += letter(a >> 2) + letter(((a & 3) << 4) | ((b ?? 0) >> 4));
    if (b !== undefined) text += letter(((b & 15) << 2) | ((c ?? 0) >> 6));
    if (c !== undefined) text += letter(c & 63);
  }
  return text;
}

const letter = (index: number): string => LETTERS[index] ?? '';

/** The bytes, or `undefined` if there are other letters in the text. */
export function parseBase64Url(text: string): Uint8Array | undefined {
  const values = Array.from(text, (sign) => LETTERS.indexOf(sign));
  if (values.includes(-1) || text.length % 4 === 1) return undefined;
  const bytes: number[] = [];
  for (let index = 0; index < values.length; index += 4) {
    const [a = 0, b = 0, c, d] = values.slice(index, index + 4);
    bytes.push((a << 2) | (b >> 4));
    if (c !== undefined) bytes.push(((b & 15) << 4) | (c >> 2));
    if (c !== undefined && d !== undefined) bytes.push(((c & 3) << 6) | d);
  }
  return Uint8Array.from(bytes);
}

/** A number of `width` bits that stands for a text (FNV-1a, then mixed). @param salt another salt gives other numbers */
export function hashText(text: string, salt: number, width: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(salt + 1, 0x9e3779b1);
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) >>> (32 - width);
}

/** A check sum over bytes, by which a cut or mistyped text is found. */
export function sumBytes(bytes: Uint8Array): number {
  let sum = 0x1d0f;
  for (const byte of bytes) sum = (Math.imul(sum ^ byte, 0x0101) ^ (sum >>> 7)) & 0xffff;
  return sum;
}
