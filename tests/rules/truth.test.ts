import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Truth } from '../../src/rules/index.ts';
import { both, either, FALSE, isOpen, OPEN, opposite, TRUE, truthOf, UNKNOWN } from '../../src/rules/truth.ts';

const BITS: Record<Truth, number> = { true: TRUE, false: FALSE, unknown: UNKNOWN };
const WORDS = ['true', 'false', 'unknown'] as const;

/** Kleene 1952, § 64: the tables as they are printed. */
const AND: Record<Truth, Record<Truth, Truth>> = {
  true: { true: 'true', false: 'false', unknown: 'unknown' },
  false: { true: 'false', false: 'false', unknown: 'false' },
  unknown: { true: 'unknown', false: 'false', unknown: 'unknown' },
};
const OR: Record<Truth, Record<Truth, Truth>> = {
  true: { true: 'true', false: 'true', unknown: 'true' },
  false: { true: 'true', false: 'false', unknown: 'unknown' },
  unknown: { true: 'true', false: 'unknown', unknown: 'unknown' },
};

const anySet = fc.integer({ min: 1, max: 7 });
const membersOf = (set: number): number[] => [TRUE, FALSE, UNKNOWN].filter((bit) => set & bit);
const union = (sets: readonly number[]): number => sets.reduce((all, set) => all | set, 0);

describe('truth', () => {
  it.each(WORDS.flatMap((a) => WORDS.map((b) => [a, b] as const)))('joins %s and %s by the printed tables', (a, b) => {
    expect(truthOf(both(BITS[a], BITS[b]))).toBe(AND[a][b]);
    expect(truthOf(either(BITS[a], BITS[b]))).toBe(OR[a][b]);
  });

  it('turns yes into no and leaves the unknown unknown', () => {
    expect([TRUE, FALSE, UNKNOWN].map((bit) => truthOf(opposite(bit)))).toEqual(['false', 'true', 'unknown']);
  });

  it('computes on sets what it computes on their members', () => {
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        const pairs = membersOf(a).flatMap((x) => membersOf(b).map((y) => [x, y] as const));
        expect(both(a, b)).toBe(union(pairs.map(([x, y]) => both(x, y))));
        expect(either(a, b)).toBe(union(pairs.map(([x, y]) => either(x, y))));
      }),
    );
  });

  it('is undecided while more than one truth is possible', () => {
    expect(truthOf(TRUE | FALSE)).toBe('unknown');
    expect([TRUE, FALSE, UNKNOWN, OPEN, TRUE | UNKNOWN].map(isOpen)).toEqual([false, false, false, true, true]);
  });
});
