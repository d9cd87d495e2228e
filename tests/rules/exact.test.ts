import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dividedBy, exact, minus, order, plus, roundDown, roundUp, times, toNumber } from '../../src/rules/exact.ts';

/** An amount with two decimals, and the same in cents. */
const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((cents) => ({ cents, value: cents / 100 }));

describe('exact', () => {
  it('reads 79770.80, the income of a Mexican remote worker, without losing a cent', () => {
    expect(exact(79770.8)).toEqual({ numerator: 398854n, denominator: 5n });
    expect(order(times(exact(79770.8), 100), 7977080)).toBe(0);
  });

  it('adds tenths to exactly three tenths', () => {
    expect(order(plus(exact(0.1), exact(0.2)), exact(0.3))).toBe(0);
  });

  it('reads numbers that JavaScript writes with an exponent', () => {
    expect(order(times(exact(1e-7), 10_000_000), 1)).toBe(0);
    expect(order(exact(1e21), times(exact(1e20), 10))).toBe(0);
  });

  it('finds 3 of 30 to be exactly 10 percent', () => {
    expect(order(times(3, 100), times(10, 30))).toBe(0);
  });

  it('finds 1 of 10 in 3 parts to be a third, not 0.33', () => {
    expect(order(times(dividedBy(1, 3) ?? 0, 3), 1)).toBe(0);
  });

  it('has no quotient by zero', () => {
    expect(dividedBy(1, 0)).toBeUndefined();
  });

  it('keeps sums of cents exact', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(toNumber(times(plus(exact(a.value), exact(b.value)), 100))).toBe(a.cents + b.cents);
        expect(toNumber(times(minus(exact(a.value), exact(b.value)), 100))).toBe(a.cents - b.cents);
      }),
    );
  });

  it('orders amounts as their cents are ordered', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(Math.sign(order(exact(a.value), exact(b.value)))).toBe(Math.sign(a.cents - b.cents));
      }),
    );
  });

  it('stays exact beyond the safe integers', () => {
    const large = Number.MAX_SAFE_INTEGER;
    expect(order(plus(large, 2), plus(large, 1))).toBe(1);
    expect(order(minus(plus(large, 2), large), 2)).toBe(0);
  });

  it('rounds to the whole number at or above, and at or below', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 50 }), (top, bottom) => {
        const share = dividedBy(top, bottom) ?? 0;
        expect(roundUp(share)).toBe(Math.ceil(top / bottom) || 0);
        expect(roundDown(share)).toBe(Math.floor(top / bottom));
      }),
    );
  });
});
