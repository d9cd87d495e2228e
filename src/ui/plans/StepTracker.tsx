import type { ReactNode } from 'react';
import type { PlannedStep } from '../../checklist/index.ts';
import type { StepProgress } from '../../plans/index.ts';
import { MOST_LETTERS, noteProgress } from '../../plans/index.ts';
import { formatDate } from '../../rules/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { AmountField } from './AmountField.tsx';
import { DayField } from './DayField.tsx';
import { NoteField } from './NoteField.tsx';
import type { PlanProps } from './plan-props.ts';
import { TickBox } from './TickBox.tsx';
import { StepTime } from './TimePanel.tsx';

/** Steps to tick; an own estimate where nobody says how long a step takes. */
export function StepTracker(props: PlanProps): ReactNode {
  const texts = useTexts();
  const { laid, interview, change } = props;
  const { say } = usePackTexts(interview.country, interview.reader);
  const { time } = laid;
  if (time.steps.length + laid.later.length === 0) return null;
  const done = time.steps.filter(({ isDone }) => isDone).length;
  return (
    <section aria-labelledby="plan-steps">
      <h2 id="plan-steps">{texts.ui('steps.title')}</h2>
      <p>{texts.ui('plan.progress', { done, count: time.steps.length })}</p>
      <ul className="items">
        {time.steps.map((planned) => (
          <StepRow key={planned.step.id} planned={planned} {...props} />
        ))}
      </ul>
      {laid.later.length > 0 && (
        <>
          <h3>{texts.ui('plan.laterTitle')}</h3>
          <ul className="items">
            {laid.later.map((step) => (
              <li key={step.id} data-kind="later-step" data-id={step.id}>
                <TickBox
                  name={`later-${step.id}`}
                  label={say(`steps.${step.id}.name`)}
                  isTicked
                  onChange={(later) => {
                    change((current) => noteProgress(current, 'steps', { id: step.id, later }));
                  }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function StepRow({ planned, plan, interview, change }: PlanProps & { planned: PlannedStep }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const { step } = planned;
  const name = say(`steps.${step.id}.name`);
  const own = plan.progress.steps[step.id] ?? {};
  const note = (entry: StepProgress): void => {
    change((current) => noteProgress(current, 'steps', { id: step.id, ...entry }));
  };
  const actor = texts.ui(`actor.${step.actor}${interview.reader === 'selfEmployed' ? 'Self' : ''}`);
  return (
    <li data-kind="step" data-id={step.id}>
      <TickBox
        name={`step-${step.id}`}
        label={name}
        isTicked={own.done === true}
        onChange={(done) => {
          note({ done });
        }}
      >
        {!planned.isDone && <StepTime planned={planned} interview={interview} />}
      </TickBox>
      {!planned.isDone && (
        <p className="item-facts">
          {texts.ui(planned.isNotBefore ? 'visits.notBefore' : 'visits.day', { date: texts.day(formatDate(planned.start)) })} ·{' '}
          {texts.ui('steps.who', { actor })}
        </p>
      )}
      <details className="why">
        <summary>
          {texts.ui('plan.timeAndNotes')}
          <span className="visually-hidden">{`: ${name}`}</span>
        </summary>
        <div>
          <AmountField
            label={texts.ui('plan.estimate')}
            name={`estimate-${step.id}`}
            value={own.estimate}
            unit={texts.ui('unit.days')}
            most={3650}
            isWhole
            onChange={(estimate) => {
              note({ estimate });
            }}
          />
          {step.offices.length > 0 && step.actor !== 'authority' && (
            <TickBox
              name={`remote-${step.id}`}
              label={texts.ui('plan.remote')}
              isTicked={own.remote === true}
              onChange={(remote) => {
                note({ remote });
              }}
            />
          )}
          <TickBox
            name={`later-${step.id}`}
            label={texts.ui('plan.later')}
            isTicked={false}
            onChange={(later) => {
              note({ later });
            }}
          />
          <DayField
            label={texts.ui('plan.doneOn')}
            name={`done-${step.id}`}
            value={own.doneOn}
            onChange={(doneOn) => {
              note({ doneOn });
            }}
          />
          <NoteField
            name={`note-${step.id}`}
            value={own.note}
            most={MOST_LETTERS.note}
            onChange={(text) => {
              note({ note: text });
            }}
          />
        </div>
      </details>
    </li>
  );
}
