/**
 * Strong Kleene logic over three words.
 *
 * A word, not a boolean or null, so that `if (truth)` is a lint error and "we do not know yet"
 * can never be read as "no" (Kleene 1952, § 64).
 */
export type Truth = 'true' | 'false' | 'unknown';

/**
 * What a condition can still become, as a set of truths in three bits.
 *
 * An unanswered question leaves "true", "false" and (where "I don't know" is allowed) "unknown" open; the
 * answer "I don't know" leaves only "unknown". One pass over a condition therefore tells both its
 * present truth and whether one more answer could change it.
 */
export type Possible = number;

export const TRUE: Possible = 1;
export const FALSE: Possible = 2;
export const UNKNOWN: Possible = 4;
/** A question that nobody has answered yet: anything can come. */
export const OPEN: Possible = TRUE | FALSE | UNKNOWN;

function kleeneAnd(a: Possible, b: Possible): Possible {
  if (a === FALSE || b === FALSE) return FALSE;
  return a === UNKNOWN || b === UNKNOWN ? UNKNOWN : TRUE;
}

function tabulate(combine: (a: Possible, b: Possible) => Possible): Uint8Array {
  const singles = [TRUE, FALSE, UNKNOWN];
  const table = new Uint8Array(64);
  for (let left = 0; left < 8; left += 1) {
    for (let right = 0; right < 8; right += 1) {
      let set = 0;
      for (const a of singles) {
        for (const b of singles) if (left & a && right & b) set |= combine(a, b);
      }
      table[left * 8 + right] = set;
    }
  }
  return table;
}

const AND = tabulate(kleeneAnd);
const NOT = Uint8Array.from({ length: 8 }, (_, set) => {
  return (set & TRUE ? FALSE : 0) | (set & FALSE ? TRUE : 0) | (set & UNKNOWN);
});

/** Conjunction of two sets of possible truths, element by element. */
export const both = (a: Possible, b: Possible): Possible => AND[a * 8 + b] ?? UNKNOWN;
/** Negation of a set of possible truths, element by element. */
export const opposite = (a: Possible): Possible => NOT[a] ?? UNKNOWN;
/** Disjunction of two sets of possible truths, element by element. */
export const either = (a: Possible, b: Possible): Possible => opposite(both(opposite(a), opposite(b)));

/** The present truth of a condition: decided only if nothing else is possible. */
export function truthOf(possible: Possible): Truth {
  if (possible === TRUE) return 'true';
  return possible === FALSE ? 'false' : 'unknown';
}

/** Could one more answer still give the condition another truth? */
export const isOpen = (possible: Possible): boolean => (possible & (possible - 1)) !== 0;
