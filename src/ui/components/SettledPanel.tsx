import type { ReactNode } from 'react';
import type { Assessment } from '../../assessment/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';

/** As soon as no answer can change the route, the user sees the answer and may look at the list at once. */
export function SettledPanel({ interview, assessment }: { interview: OpenInterview; assessment: Assessment }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const { settledRoute, outcome } = assessment;
  if (settledRoute === null) return null;
  const isBlocked = outcome === 'blocked';
  return (
    <div className={`panel ${isBlocked ? 'care' : 'good'}`}>
      <p>
        <strong>{say(`routes.${settledRoute}.answer`)}</strong>
      </p>
      <p>{texts.ui(assessment.nextDecides === 'outcome' ? 'settled.outcomeOpen' : 'settled.listOpen')}</p>
      <p>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            interview.send({ type: 'result.visited' });
          }}
        >
          {texts.ui('settled.see')}
        </button>
      </p>
    </div>
  );
}
