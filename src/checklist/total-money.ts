import type { AssessedFee } from '../assessment/index.ts';
import { totalFees } from '../assessment/index.ts';
import type { Actor } from '../rules/index.ts';

/** What was noted as paid, by fee; in the currency of the fee. */
export type Paid = ReadonlyMap<string, number>;

export type FeeToCount = AssessedFee & { per: string | null };

export type MoneyTotal = {
  payer: Actor;
  currency: string;
  /** Confirmed and required; with the possible ones; reported besides. */
  known: number;
  atMost: number;
  indicative: { least: number; most: number };
  /** Of `known`: what comes back. */
  refundable: number;
  /** Of `known`: the share of one person; `null` while a part of it cannot be divided. */
  perPerson: number | null;
  /** Fees without a confirmed amount, by id. */
  unconfirmed: readonly string[];
  /** Fees that must not be charged to the worker, by id. */
  notFromWorker: readonly string[];
  paid: number;
};

/** Fees that are due for the whole application or business, however many people it is for. */
const FOR_ALL = ['application', 'group', 'business', 'page'];

/**
 * How many people the fees are for: the fees due once for each worker say so. Fees "for each person" can leave somebody out (each
 * *further* performer of a band), so they count only where there is none for a worker.
 */
export function countPeople(fees: readonly FeeToCount[]): number {
  const count = (per: string): readonly number[] =>
    fees.flatMap((fee) => (fee.per === per && fee.quantity !== null && fee.quantity > 0 ? [fee.quantity] : []));
  const counts = [count('worker'), count('person')].find(({ length }) => length > 0) ?? [1];
  return Math.min(...counts);
}

/** Totals for each payer and currency, in the order in which they occur. */
export function totalMoney(fees: readonly FeeToCount[], paid: Paid): readonly MoneyTotal[] {
  const people = countPeople(fees);
  const payers = [...new Set(fees.map(({ payer }) => payer))];
  return payers.flatMap((payer) => {
    const own = fees.filter((fee) => fee.payer === payer);
    return totalFees(own).map(({ currency, known, atMost, indicative }): MoneyTotal => {
      const inCurrency = own.filter((fee) => fee.currency === currency);
      const required = inCurrency.filter((fee) => fee.status === 'required' && fee.confirmed);
      const shares = required.map((fee) => shareOf(fee, people));
      return {
        payer,
        currency,
        known,
        atMost,
        indicative,
        refundable: sum(required.filter(({ refundable }) => refundable).map(amountOf)),
        perPerson: shares.includes(null) ? null : sum(shares.map((share) => share ?? 0)),
        unconfirmed: inCurrency.filter(({ confirmed }) => !confirmed).map(({ id }) => id),
        notFromWorker: inCurrency.filter(({ notFromWorker }) => notFromWorker !== null).map(({ id }) => id),
        paid: sum(inCurrency.map(({ id }) => paid.get(id) ?? 0)),
      };
    });
  });
}

/** What one person costs of a fee; `null` if it is for all of them together. */
function shareOf(fee: FeeToCount, people: number): number | null {
  if (people === 1) return amountOf(fee);
  return fee.per === null || FOR_ALL.includes(fee.per) ? null : amountOf(fee) / people;
}

const amountOf = ({ amount, quantity }: AssessedFee): number => (amount ?? 0) * (quantity ?? 0);
/** Cents are added as whole numbers, so that 0.1 and 0.2 make 0.3. */
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + Math.round(amount * 100), 0) / 100;
