import type { ReactNode } from 'react';
import type { MoneyTotal } from '../../checklist/index.ts';
import { countPeople } from '../../checklist/index.ts';
import { noteProgress } from '../../plans/index.ts';
import type { Texts } from '../../texts/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { sayAmount, sayTotal } from '../result/FeeTable.tsx';
import { AmountField } from './AmountField.tsx';
import type { PlanProps } from './plan-props.ts';

/** Totals for each payer and currency, each person and all together; what was paid so far. */
export function MoneyPanel({ plan, laid, interview, change }: PlanProps): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  if (laid.fees.length === 0) return null;
  return (
    <section aria-labelledby="plan-money">
      <h2 id="plan-money">{texts.ui('fees.title')}</h2>
      {laid.money.map((total) => (
        <MoneyBox key={`${total.payer}-${total.currency}`} total={total} laid={laid} interview={interview} />
      ))}
      <details className="why">
        <summary>{texts.ui('money.enter')}</summary>
        <div>
          <ul className="items">
            {laid.fees.map((fee) => (
              <li key={fee.id} data-kind="fee" data-id={fee.id}>
                <AmountField
                  label={`${say(`fees.${fee.id}.name`)}: ${sayAmount(texts, fee)}`}
                  name={`paid-${fee.id}`}
                  value={plan.progress.fees[fee.id]?.paid}
                  unit={texts.ui('money.paidIn', { currency: fee.currency })}
                  most={1e12}
                  onChange={(paid) => {
                    change((current) => noteProgress(current, 'fees', { id: fee.id, paid }));
                  }}
                />
              </li>
            ))}
          </ul>
        </div>
      </details>
    </section>
  );
}

function MoneyBox({ total, laid, interview }: Pick<PlanProps, 'laid' | 'interview'> & { total: MoneyTotal }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const self = interview.reader === 'selfEmployed' ? 'Self' : '';
  return (
    <section data-payer={total.payer} data-currency={total.currency} data-known={total.known} data-at-most={total.atMost}>
      <h3>
        {texts.ui(`fees.by.${total.payer}${self}`)} ({total.currency})
      </h3>
      <ul>
        {sayMoney(texts, total, { people: countPeople(laid.fees), name: (id) => say(`fees.${id}.name`) }).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** A total in sentences; shared with the printed plan. */
export function sayMoney(
  texts: Texts,
  total: MoneyTotal,
  { people, name }: { people: number; name: (id: string) => string },
): readonly string[] {
  const { currency } = total;
  const money = (amount: number): string => texts.money(amount, currency);
  const sayReported = ({ least, most }: MoneyTotal['indicative']): string =>
    least === most
      ? texts.ui('fees.plusOne', { amount: money(most) })
      : texts.ui('fees.plusRange', { least: money(least), most: money(most) });
  const sentences: string[] = [];
  const isNothingKnown = total.atMost === 0 && (total.unconfirmed.length > 0 || total.indicative.most > 0);
  sentences.push(
    isNothingKnown
      ? texts.ui('money.nothingConfirmed')
      : texts.ui('money.confirmed', { amount: sayTotal(texts, total.known, total.atMost, currency) }),
  );
  if (people > 1 && !isNothingKnown)
    sentences.push(
      total.perPerson === null
        ? texts.ui('money.forAll', { count: people })
        : texts.ui('money.perPerson', { amount: money(total.perPerson), count: people }),
    );
  if (total.indicative.most > 0) sentences.push(sayReported(total.indicative));
  if (total.unconfirmed.length > 0) sentences.push(texts.ui('fees.plusUnconfirmed', { names: texts.list(total.unconfirmed.map(name)) }));
  if (total.refundable > 0) sentences.push(texts.ui('money.refundable', { amount: money(total.refundable) }));
  if (total.notFromWorker.length > 0) sentences.push(texts.ui('money.notFromWorker', { names: texts.list(total.notFromWorker.map(name)) }));
  if (total.paid > 0)
    sentences.push(
      texts.ui(total.paid > total.atMost ? 'money.paidMore' : 'money.paid', {
        paid: money(total.paid),
        left: money(Math.max(0, total.known - total.paid)),
      }),
    );
  return sentences;
}
