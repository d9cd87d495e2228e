import type { CompiledAmount, FeeOnRoute, State, Value } from '../rules/index.ts';
import { FALSE, plus, times, toNumber, TRUE, exact } from '../rules/index.ts';
import type { Exact } from '../rules/index.ts';
import type { AssessedFee, FeeTotal } from './assessment.ts';

type Range = { least: number; most: number };

/** What one unit of a fee costs: a confirmed amount, or a range that is only shown. */
export type Price = { amount: Exact | undefined; range: Range | undefined };

const NOT_CONFIRMED: Price = { amount: undefined, range: undefined };

/** The price of one unit as far as the answers tell; an amount that rests on an unknown answer is not confirmed. */
export function priceFee(amount: CompiledAmount, state: State): Price {
  switch (amount.kind) {
    case 'exact': {
      const value = amount.value.node.compute(state);
      return typeof value === 'string' ? NOT_CONFIRMED : { amount: value, range: undefined };
    }
    case 'indicative':
      return { amount: undefined, range: { least: amount.least, most: amount.most } };
    case 'unconfirmed':
      return { amount: undefined, range: amount.estimate };
    case 'tariff': {
      const day = amount.on.node.compute(state);
      const period = typeof day === 'number' ? amount.periods.find(({ from, until }) => from <= day && day <= until) : undefined;
      return period ? priceFee(period.amount, state) : NOT_CONFIRMED;
    }
    case 'cases':
      return priceCases(amount.cases, state);
  }
}

function priceCases(
  cases: readonly { when: { node: { evaluate: (state: State) => number } }; amount: CompiledAmount }[],
  state: State,
): Price {
  const open: Price[] = [];
  for (const entry of cases) {
    const possible = entry.when.node.evaluate(state);
    if (possible === FALSE) continue;
    const price = priceFee(entry.amount, state);
    if (possible === TRUE && open.length === 0) return price;
    open.push(price);
    if (possible === TRUE) break;
  }
  return { amount: undefined, range: spanOf(open) };
}

function spanOf(prices: readonly Price[]): Range | undefined {
  const ranges = prices.map(({ amount, range }) => (amount === undefined ? range : { least: toNumber(amount), most: toNumber(amount) }));
  if (ranges.length === 0 || ranges.includes(undefined)) return undefined;
  const known = ranges as Range[];
  return { least: Math.min(...known.map((range) => range.least)), most: Math.max(...known.map((range) => range.most)) };
}

/** How many times the fee is due: the sum over the clauses that hold, or `undefined` if an answer is missing. */
export function countFee(fee: FeeOnRoute, state: State): Exact | undefined {
  const index = fee.clauses.findIndex(({ when }) => when.node.evaluate(state) === TRUE);
  const chosen = index >= 0 ? index : fee.clauses.findIndex(({ when }) => when.node.evaluate(state) !== FALSE);
  const value: Value = fee.quantities[chosen]?.node.compute(state) ?? 'stuck';
  return typeof value === 'string' ? undefined : value;
}

/** Totals per currency. Confirmed amounts only; ranges are totalled apart, the rest is listed by name. */
export function totalFees(fees: readonly AssessedFee[]): readonly FeeTotal[] {
  const currencies = [...new Set(fees.map((fee) => fee.currency))];
  return currencies.map((currency) => {
    const own = fees.filter((fee) => fee.currency === currency);
    const required = own.filter((fee) => fee.status === 'required');
    const ranges = required.flatMap(({ range, quantity }) => (range && quantity !== null ? [{ range, quantity }] : []));
    return {
      currency,
      known: sum(required.map(lineAmount)),
      atMost: sum(own.map(lineAmount)),
      indicative: {
        least: sum(ranges.map(({ range, quantity }) => times(exact(range.least), exact(quantity)))),
        most: sum(ranges.map(({ range, quantity }) => times(exact(range.most), exact(quantity)))),
      },
    };
  });
}

function lineAmount({ amount, quantity }: AssessedFee): Exact {
  return amount === null || quantity === null ? 0 : times(exact(amount), exact(quantity));
}

const sum = (parts: readonly Exact[]): number => toNumber(parts.reduce(plus, 0));
