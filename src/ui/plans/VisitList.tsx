import type { ReactNode } from 'react';
import type { Visit } from '../../checklist/index.ts';
import { formatDate } from '../../rules/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { sayAmount } from '../result/FeeTable.tsx';
import type { PlanProps } from './plan-props.ts';

/** Trips: who goes where on which day, carrying and paying what. */
export function VisitList({ laid, interview }: PlanProps): ReactNode {
  const texts = useTexts();
  if (laid.visits.length === 0) return null;
  return (
    <section aria-labelledby="visits" data-visits={laid.visits.length}>
      <h2 id="visits">{texts.ui('visits.title', { count: laid.visits.length })}</h2>
      <p>{texts.ui('visits.text')}</p>
      <ol className="timeline">
        {laid.visits.map((visit) => (
          <VisitRow key={visit.steps.join()} visit={visit} interview={interview} />
        ))}
      </ol>
    </section>
  );
}

function VisitRow({ visit, interview }: Pick<PlanProps, 'interview'> & { visit: Visit }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const actor = texts.ui(`actor.${visit.actor}${interview.reader === 'selfEmployed' ? 'Self' : ''}`);
  return (
    <li data-kind="visit" data-actor={visit.actor} data-day={formatDate(visit.day)}>
      <p className="item-name">{texts.list(visit.offices.map((office) => say(`offices.${office}.name`)))}</p>
      <p className="item-facts">
        {texts.ui('visits.who', { actor })} ·{' '}
        {texts.ui(visit.isNotBefore ? 'visits.notBefore' : 'visits.day', { date: texts.day(formatDate(visit.day)) })}
      </p>
      <p>
        <strong>{texts.ui('visits.todo')}</strong> {visit.steps.map((id) => say(`steps.${id}.name`)).join('; ')}
      </p>
      {visit.carries.length > 0 && (
        <p>
          <strong>{texts.ui('visits.carry')}</strong> {visit.carries.map(({ id }) => say(`documents.${id}.name`)).join('; ')}
        </p>
      )}
      {visit.pays.length > 0 && (
        <p>
          <strong>{texts.ui('visits.pay')}</strong>{' '}
          {visit.pays.map((fee) => `${say(`fees.${fee.id}.name`)}: ${sayAmount(texts, fee)}`).join('; ')}
        </p>
      )}
    </li>
  );
}
