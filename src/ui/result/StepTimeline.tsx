import type { ReactNode } from 'react';
import type { AssessedStep } from '../../assessment/index.ts';
import { buildTimeline } from '../../checklist/index.ts';
import type { TimedStep } from '../../checklist/index.ts';
import { sayDays } from '../../texts/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { ItemRow } from './ItemRow.tsx';
import type { ResultProps } from './result-props.ts';

/** Steps in order; what can run side by side stands under one number. */
export function StepTimeline({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  if (assessment.steps.length === 0) return null;
  const timeline = buildTimeline(assessment.steps);
  const levels = [...new Set(timeline.steps.map(({ level }) => level))].sort((a, b) => a - b);
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{texts.ui('steps.title')}</h2>
      {timeline.most > 0 && (
        <p>
          {texts.ui(timeline.openEnded ? 'steps.atLeast' : 'steps.range', { least: timeline.least, most: timeline.most })}{' '}
          {texts.ui('steps.sideBySide')}
        </p>
      )}
      <ol className="timeline">
        {levels.map((level) => (
          <li key={level}>
            <ul className="items">
              {timeline.steps
                .filter((timed) => timed.level === level)
                .map((timed) => (
                  <StepRow key={timed.step.id} timed={timed} interview={interview} assessment={assessment} />
                ))}
            </ul>
          </li>
        ))}
      </ol>
      <StepsApart title="steps.remedies" steps={timeline.remedies} interview={interview} assessment={assessment} />
      <StepsApart title="steps.ifRefused" steps={timeline.ifRefused} interview={interview} assessment={assessment} />
    </section>
  );
}

/** Steps that are not part of the plain way. */
function StepsApart({ title, steps, interview, assessment }: ResultProps & { title: string; steps: readonly AssessedStep[] }): ReactNode {
  const texts = useTexts();
  if (steps.length === 0) return null;
  return (
    <>
      <h3>{texts.ui(title)}</h3>
      <ul className="items">
        {steps.map((step) => (
          <StepRow
            key={step.id}
            timed={{ step, level: 0, earliestStart: 0, earliestEnd: 0, latestEnd: 0, openEnded: true }}
            interview={interview}
            assessment={assessment}
          />
        ))}
      </ul>
    </>
  );
}

function StepRow({ timed, interview }: ResultProps & { timed: TimedStep }): ReactNode {
  const texts = useTexts();
  const { say, find } = usePackTexts(interview.country, interview.reader);
  const { step } = timed;
  const how = find(`steps.${step.id}.how`);
  const actor = texts.ui(`actor.${step.actor}${interview.reader === 'selfEmployed' ? 'Self' : ''}`);
  const time = find(`steps.${step.id}.time`) ?? (step.days ? sayDays(texts, step.days) : texts.ui('steps.timeUnknown'));
  const offices = step.offices.map((office) => say(`offices.${office}.name`));
  return (
    <ItemRow
      interview={interview}
      kind="step"
      id={step.id}
      name={say(`steps.${step.id}.name`)}
      status={step.status}
      grounds={step}
      textKey={`steps.${step.id}`}
      facts={[
        texts.ui('steps.who', { actor }),
        offices.length > 0 ? texts.ui('steps.where', { offices: texts.list(offices) }) : undefined,
        texts.ui('steps.time', { time }),
      ]}
    >
      {how !== undefined && <p>{how}</p>}
      {step.after.length > 0 && (
        <p className="small soft">{texts.ui('steps.after', { steps: texts.list(step.after.map((id) => say(`steps.${id}.name`))) })}</p>
      )}
    </ItemRow>
  );
}
