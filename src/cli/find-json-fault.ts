/** Where JSON that a person wrote stops being JSON, and what should stand there. */
export type JsonFault = { readonly line: number; readonly column: number; readonly expected: string; readonly found: string };

/** Finds the first fault; `undefined` if there is none. Engines word theirs differently, and not all say where. */
export function findJsonFault(text: string): JsonFault | undefined {
  const reader = new JsonReader(text);
  try {
    reader.readDocument();
    return undefined;
  } catch (error) {
    if (error instanceof Stop) return { ...locate(text, error.at), expected: error.expected, found: describe(text, error.at) };
    throw error;
  }
}

/** Ends the reading at the first fault; never leaves this file. */
class Stop extends Error {
  override name = 'Stop';

  constructor(
    readonly at: number,
    readonly expected: string,
  ) {
    super(expected);
  }
}

class JsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  readDocument(): void {
    this.readValue();
    this.skipSpace();
    if (this.at < this.text.length) throw new Stop(this.at, 'nothing more; a bracket was closed too early');
  }

  private readValue(): void {
    this.skipSpace();
    const sign = this.text[this.at];
    if (sign === '{')
      this.readMembers('}', () => {
        this.readMember();
      });
    else if (sign === '[')
      this.readMembers(']', () => {
        this.readValue();
      });
    else if (sign === '"') this.readText();
    else this.readWord();
  }

  private readMembers(end: '}' | ']', readOne: () => void): void {
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] === end) {
      this.at += 1;
      return;
    }
    for (;;) {
      readOne();
      const after = this.at;
      this.skipSpace();
      const sign = this.text[this.at];
      if (sign === end) break;
      if (sign !== ',')
        throw new Stop(
          sign === undefined ? this.at : after,
          sign === undefined ? `"${end}" to close what was opened` : `a comma, or "${end}"`,
        );
      const comma = this.at;
      this.at += 1;
      this.skipSpace();
      if (this.text[this.at] === end) throw new Stop(comma, `no comma before "${end}"`);
    }
    this.at += 1;
  }

  private readMember(): void {
    this.skipSpace();
    if (this.text[this.at] !== '"') throw new Stop(this.at, 'a key in quotation marks');
    this.readText();
    this.skipSpace();
    if (this.text[this.at] !== ':') throw new Stop(this.at, 'a colon after the key');
    this.at += 1;
    this.readValue();
  }

  private readText(): void {
    const start = this.at;
    for (this.at += 1; this.text[this.at] !== '"'; this.at += 1) {
      const sign = this.text[this.at];
      if (sign === undefined || sign === '\n') throw new Stop(start, 'a closing quotation mark on the same line');
      if (sign < ' ') throw new Stop(this.at, 'no tab or other control sign inside a text');
      if (sign !== '\\') continue;
      if (!/^\\(["\\/bfnrt]|u[\da-fA-F]{4})/.test(this.text.slice(this.at, this.at + 6)))
        throw new Stop(this.at, 'two backslashes for one');
      this.at += 1;
    }
    this.at += 1;
  }

  private readWord(): void {
    const word = /^(-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?|true|false|null)(?=[ \t\r\n,\]}]|$)/.exec(
      this.text.slice(this.at, this.at + 40),
    )?.[0];
    if (word === undefined) throw new Stop(this.at, 'a value: a text in quotation marks, a number, true, false, [ … ] or { … }');
    this.at += word.length;
  }

  private skipSpace(): void {
    while (' \t\r\n'.includes(this.text[this.at] ?? '-')) this.at += 1;
  }
}

function locate(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function describe(text: string, at: number): string {
  const rest = text.slice(at).trimStart();
  return rest === '' ? 'the end of the file' : (rest.split('\n')[0] ?? '').slice(0, 40);
}
