/**
 * Exact numbers: a safe integer where possible, otherwise a reduced fraction.
 *
 * Quotas and wages at exactly their limit must come out right, so nothing here is ever rounded on the way:
 * 3 of 30 is 10 %, and 4.99 is 499/100, not 4.9900000000000002.
 */
export type Exact = number | Fraction;

export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** Reads a finite JavaScript number by its shortest decimal form: 79770.8 becomes 797708/10. */
export function exact(value: number): Exact {
  if (Number.isSafeInteger(value)) return value;
  const [mantissa = '0', exponent = '0'] = value.toString().toLowerCase().split('e');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const digits = BigInt(whole + decimals);
  const shift = Number(exponent) - decimals.length;
  return shift >= 0 ? reduce(digits * 10n ** BigInt(shift), 1n) : reduce(digits, 10n ** BigInt(-shift));
}

export const plus = (a: Exact, b: Exact): Exact => {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a + b)) return a + b;
  const [x, y] = [widen(a), widen(b)];
  return reduce(x.numerator * y.denominator + y.numerator * x.denominator, x.denominator * y.denominator);
};

export const times = (a: Exact, b: Exact): Exact => {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a * b)) return a * b;
  const [x, y] = [widen(a), widen(b)];
  return reduce(x.numerator * y.numerator, x.denominator * y.denominator);
};

export const minus = (a: Exact, b: Exact): Exact => plus(a, times(b, -1));

/** Quotient, or `undefined` where the divisor is zero. */
export function dividedBy(a: Exact, b: Exact): Exact | undefined {
  const [x, y] = [widen(a), widen(b)];
  if (y.numerator === 0n) return undefined;
  const sign = y.numerator < 0n ? -1n : 1n;
  return reduce(sign * x.numerator * y.denominator, sign * x.denominator * y.numerator);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`; cross-multiplied, never divided. */
export function order(a: Exact, b: Exact): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [x, y] = [widen(a), widen(b)];
  const difference = x.numerator * y.denominator - y.numerator * x.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** The next whole number at or above. */
export function roundUp(a: Exact): Exact {
  if (typeof a === 'number') return a;
  return -(roundDown(times(a, -1)) as number) || 0;
}

/** The next whole number at or below. */
export function roundDown(a: Exact): Exact {
  if (typeof a === 'number') return a;
  const quotient = a.numerator / a.denominator;
  return Number(a.numerator < 0n && quotient * a.denominator !== a.numerator ? quotient - 1n : quotient);
}

/** The nearest JavaScript number, for output only. */
export function toNumber(a: Exact): number {
  return typeof a === 'number' ? a : Number(a.numerator) / Number(a.denominator);
}

function widen(a: Exact): Fraction {
  return typeof a === 'number' ? { numerator: BigInt(a), denominator: 1n } : a;
}

function reduce(numerator: bigint, denominator: bigint): Exact {
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  const [top, bottom] = [numerator / divisor, denominator / divisor];
  const small = Number(top);
  return bottom === 1n && Number.isSafeInteger(small) ? small : { numerator: top, denominator: bottom };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
