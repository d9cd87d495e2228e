/** One thing wrong in what a person wrote. A value, because a file usually has several. */
export type Fault = {
  /** The file or the input that holds the fault. */
  file: string;
  /** Where in it, such as `documents[3].applies[0].step`. */
  path: string;
  /** What would have been right. */
  expected: string;
  /** What stands there. */
  found: string;
};

/** The value, or every fault of it at once. */
export type Checked<T> = { ok: true; value: T } | { ok: false; faults: readonly Fault[] };

/** What stands there, in at most 80 characters. */
export function describeFound(found: unknown): string {
  const text = stringify(found);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function stringify(found: unknown): string {
  try {
    return found === undefined ? 'nothing' : JSON.stringify(found);
  } catch {
    // JSON.stringify goes down level by level and gives up where JSON.parse did not: 100 000 brackets in a row.
    return 'something that is nested too deeply';
  }
}

/** Something that cannot happen with a linked pack: a bug of the program, never of its user. */
export class PackBug extends Error {
  override name = 'PackBug';
}

/** Closes a switch over a union: a new kind becomes a compile error. */
export function assertNever(value: never): never {
  throw new PackBug(`Unexpected value: ${JSON.stringify(value)}`);
}

/** The candidate nearest to `word` by edits, if it is near enough to be a slip of the pen. */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = countEdits(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

function countEdits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
