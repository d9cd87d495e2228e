import type { AssessedFee } from '../assessment/index.ts';
import { totalFees } from '../assessment/index.ts';
import type { FeesByPayer, PayerTotal } from './checklist.ts';

/** Fees by who pays, with the totals of each payer per currency. */
export function groupFees(fees: readonly AssessedFee[]): readonly FeesByPayer[] {
  const payers = [...new Set(fees.map((fee) => fee.payer))];
  return payers.map((payer) => {
    const own = fees.filter((fee) => fee.payer === payer);
    const totals = totalFees(own).map((total): PayerTotal => {
      const unconfirmed = own.filter((fee) => fee.currency === total.currency && !fee.confirmed).map((fee) => fee.id);
      const range = total.indicative.most > 0 ? total.indicative : null;
      return { payer, currency: total.currency, known: total.known, atMost: total.atMost, range, unconfirmed };
    });
    return { payer, fees: own, totals };
  });
}
