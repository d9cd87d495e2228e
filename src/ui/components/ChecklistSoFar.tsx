import type { ReactNode } from 'react';
import type { Assessment } from '../../assessment/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { FeeTotals } from '../result/FeeTotals.tsx';

/** The live list beside the questions: what is sure already, and how much still depends on answers. */
export function ChecklistSoFar({ interview, assessment }: { interview: OpenInterview; assessment: Assessment }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const isSettled = assessment.settledRoute !== null;
  // The papers are those of the route that is recommended, which is another one where the settled one is stopped.
  const shown = assessment.recommended ?? assessment.settledRoute;
  const required = assessment.documents.filter((document) => document.status === 'required');
  const possible = assessment.documents.length - required.length;
  const title = isSettled ? texts.ui('soFar.titleCount', { count: required.length }) : texts.ui('soFar.title');
  const content = !isSettled ? (
    <p>{texts.ui('soFar.empty', { count: assessment.routes.filter((route) => route.verdict !== 'not-applicable').length })}</p>
  ) : (
    <>
      <p>
        <strong>{say(`routes.${shown ?? ''}.name`)}</strong>
      </p>
      {required.length > 0 && (
        <ul>
          {required.map((document) => (
            <li key={document.id}>{say(`documents.${document.id}.name`)}</li>
          ))}
        </ul>
      )}
      {possible > 0 && <p>{texts.ui('soFar.possible', { count: possible })}</p>}
      <FeeTotals totals={assessment.feeTotals} unconfirmed={assessment.unconfirmedFees.length} />
    </>
  );
  return (
    <aside className="aside" aria-label={texts.ui('soFar.title')}>
      <details open={window.matchMedia('(min-width: 60rem)').matches}>
        <summary>{title}</summary>
        {content}
      </details>
    </aside>
  );
}
