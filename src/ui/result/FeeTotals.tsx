import type { ReactNode } from 'react';
import type { FeeTotal } from '../../assessment/index.ts';
import { useTexts } from '../hooks/use-texts.tsx';

/** Confirmed totals per currency, reported ranges apart, and how many fees have no confirmed amount. */
export function FeeTotals({ totals, unconfirmed }: { totals: readonly FeeTotal[]; unconfirmed: number }): ReactNode {
  const texts = useTexts();
  return (
    <>
      {totals
        .filter((total) => total.atMost > 0)
        .map(({ currency, known, atMost }) => (
          <p key={currency}>
            {known === atMost
              ? texts.ui('fees.totalKnown', { amount: texts.money(known, currency) })
              : texts.ui('fees.totalRange', { least: texts.money(known, currency), most: texts.money(atMost, currency) })}
          </p>
        ))}
      {unconfirmed > 0 && <p>{texts.ui('fees.unconfirmedCount', { count: unconfirmed })}</p>}
    </>
  );
}
