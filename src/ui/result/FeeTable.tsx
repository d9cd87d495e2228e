import type { ReactNode } from 'react';
import type { AssessedFee } from '../../assessment/index.ts';
import { groupFees } from '../../checklist/index.ts';
import type { Texts } from '../../texts/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { ItemRow } from './ItemRow.tsx';
import type { ResultProps } from './result-props.ts';

/** Fees by who pays, with totals per payer; what has no confirmed amount is named, never counted as zero. */
export function FeeTable({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const { say, find } = usePackTexts(interview.country, interview.reader);
  if (assessment.fees.length === 0) return null;
  return (
    <section aria-labelledby="fees">
      <h2 id="fees">{texts.ui('fees.title')}</h2>
      {groupFees(assessment.fees).map(({ payer, fees, totals }) => (
        <section key={payer} aria-labelledby={`payer-${payer}`}>
          <h3 id={`payer-${payer}`}>{texts.ui(`fees.by.${payer}${interview.reader === 'selfEmployed' ? 'Self' : ''}`)}</h3>
          <ul className="items">
            {fees.map((fee) => (
              <ItemRow
                key={fee.id}
                interview={interview}
                kind="fee"
                id={fee.id}
                name={say(`fees.${fee.id}.name`)}
                status={fee.status}
                grounds={fee}
                textKey={`fees.${fee.id}`}
                tags={<FeeTags fee={fee} />}
                facts={[fee.step === null ? undefined : texts.ui('fees.paidAt', { step: say(`steps.${fee.step}.name`) })]}
              >
                <p>
                  <strong>{sayAmount(texts, fee)}</strong>
                </p>
                {find(`fees.${fee.id}.note`) !== undefined && <p className="small">{find(`fees.${fee.id}.note`)}</p>}
              </ItemRow>
            ))}
          </ul>
          {totals.map((total) => (
            <p key={total.currency}>
              <strong>{texts.ui('fees.total', { currency: total.currency })}</strong>{' '}
              {sayTotal(texts, total.known, total.atMost, total.currency)}
              {total.range !== null && ` ${sayRange(texts, total.range, total.currency)}`}
              {total.unconfirmed.length > 0 &&
                ` ${texts.ui('fees.plusUnconfirmed', { names: texts.list(total.unconfirmed.map((id) => say(`fees.${id}.name`))) })}`}
            </p>
          ))}
        </section>
      ))}
    </section>
  );
}

function FeeTags({ fee }: { fee: AssessedFee }): ReactNode {
  const texts = useTexts();
  return (
    <>
      {!fee.confirmed && <span className="tag care">{texts.ui('fees.notConfirmed')}</span>}{' '}
      {fee.refundable && <span className="tag good">{texts.ui('fees.refundable')}</span>}{' '}
      {fee.notFromWorker !== null && <span className="tag ask">{texts.ui(`fees.notFromWorker.${fee.notFromWorker}`)}</span>}
    </>
  );
}

/** An amount in words: confirmed, as a reported range, or not known. */
export function sayAmount(texts: Texts, { amount, quantity, range, currency }: AssessedFee): string {
  if (amount !== null && quantity !== null) {
    const total = texts.money(amount * quantity, currency);
    return quantity === 1
      ? total
      : texts.ui('fees.times', { total, quantity: texts.number(quantity), amount: texts.money(amount, currency) });
  }
  if (amount !== null) return texts.ui('fees.quantityUnknown', { amount: texts.money(amount, currency) });
  if (range === null) return texts.ui('fees.unknownAmount');
  const times = quantity ?? 1;
  const [least, most] = [texts.money(range.least * times, currency), texts.money(range.most * times, currency)];
  return range.least === range.most ? texts.ui('fees.reportedOne', { amount: least }) : texts.ui('fees.reported', { least, most });
}

function sayRange(texts: Texts, { least, most }: { least: number; most: number }, currency: string): string {
  if (least === most) return texts.ui('fees.plusOne', { amount: texts.money(least, currency) });
  return texts.ui('fees.plusRange', { least: texts.money(least, currency), most: texts.money(most, currency) });
}

/** A total in words; where nothing is confirmed it says so, because zero would be a promise. */
export function sayTotal(texts: Texts, known: number, atMost: number, currency: string): string {
  if (atMost === 0) return texts.ui('fees.nothingConfirmed');
  if (known === atMost) return texts.money(known, currency);
  return texts.ui('fees.fromTo', { least: texts.money(known, currency), most: texts.money(atMost, currency) });
}
