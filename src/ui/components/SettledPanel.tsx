import type { ReactNode } from 'react';
import type { Assessment } from '../../assessment/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';

/**
 * As soon as no answer can change the route, the user sees the answer and may look at the list at once. The route is settled blockers
 * aside, so what stops it, or may, is said in the same breath; where another way is open instead, that one is shown.
 */
export function SettledPanel({ interview, assessment }: { interview: OpenInterview; assessment: Assessment }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const { settledRoute, recommended } = assessment;
  if (settledRoute === null) return null;
  const doubt = findDoubt(assessment, settledRoute);
  return (
    <div className={`panel ${doubt === 'listOpen' || doubt === 'outcomeOpen' ? 'good' : 'care'}`}>
      <p>
        <strong>{say(`routes.${recommended ?? settledRoute}.answer`)}</strong>
      </p>
      <p>{texts.ui(`settled.${doubt}`)}</p>
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

/** How far the answer can be relied on. */
function findDoubt(
  { outcome, nextDecides, routes }: Assessment,
  settled: string,
): 'listOpen' | 'outcomeOpen' | 'blocked' | 'otherWayOpen' | 'unknown' {
  if (outcome === 'blocked') return 'blocked';
  if (outcome !== 'undetermined') return 'listOpen';
  if (routes.find(({ id }) => id === settled)?.verdict === 'blocked') return 'otherWayOpen';
  return nextDecides === 'outcome' ? 'outcomeOpen' : 'unknown';
}
