import type { ReactNode } from 'react';
import type { ChecklistChange } from '../../checklist/index.ts';
import { acceptAssessment } from '../../plans/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import type { PlanProps } from './plan-props.ts';
import { useSayChange } from './use-say-change.ts';

/** What changed for this case since the plan was kept: other rules, other dates, other answers. Progress stays. */
export function PlanChanges({ plan, laid, interview, change }: PlanProps): ReactNode {
  const texts = useTexts();
  const { find } = usePackTexts(interview.country, interview.reader);
  const say = useSayChange(interview);
  const { changes, isUnderOtherRules, unfit, assessment } = laid;
  if (changes.length === 0 && !isUnderOtherRules && unfit.length === 0) return null;
  const versions = { before: plan.packVersion, after: assessment.pack.version };
  return (
    <section
      aria-labelledby="plan-changes"
      className={`panel ${changes.length > 0 || unfit.length > 0 ? 'care' : ''}`}
      data-changes={changes.length}
    >
      <h2 id="plan-changes">{texts.ui(isUnderOtherRules ? 'plan.changedTitle' : 'plan.changedHereTitle')}</h2>
      <p>
        {isUnderOtherRules
          ? texts.ui(changes.length > 0 ? 'plan.changedText' : 'plan.changedNothing', versions)
          : texts.ui('plan.changedHereText')}
      </p>
      {unfit.length > 0 && (
        <p>
          {texts.ui('notice.answersNeedAnotherLook', {
            questions: texts.list(unfit.slice(0, 8).map((id) => find(`questions.${id}.short`) ?? id)),
          })}
        </p>
      )}
      <ChangeLines changes={changes} say={say} />
      <p>{texts.ui('plan.progressKept')}</p>
      <p className="buttons">
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            change((current) => acceptAssessment(current, assessment, laid.answers));
          }}
        >
          {texts.ui('plan.acceptChanges')}
        </button>
      </p>
    </section>
  );
}

export function ChangeLines({
  changes,
  say,
}: {
  changes: readonly ChecklistChange[];
  say: (change: ChecklistChange) => string;
}): ReactNode {
  if (changes.length === 0) return null;
  return (
    <ul>
      {changes.map((change) => (
        <li key={JSON.stringify(change)} data-change={change.kind}>
          {say(change)}
        </li>
      ))}
    </ul>
  );
}
