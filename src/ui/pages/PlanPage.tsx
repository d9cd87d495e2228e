import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatPlanFile } from '../../plans/index.ts';
import type { CompiledPack } from '../../rules/index.ts';
import { InterviewContext } from '../hooks/use-interview.tsx';
import { usePageFocus } from '../hooks/use-page-focus.ts';
import { CountryTexts, usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { CalendarPanel } from '../plans/CalendarPanel.tsx';
import { MoneyPanel } from '../plans/MoneyPanel.tsx';
import { PaperTracker } from '../plans/PaperTracker.tsx';
import type { PlanProps } from '../plans/plan-props.ts';
import { PlanActions } from '../plans/PlanActions.tsx';
import { PlanChanges } from '../plans/PlanChanges.tsx';
import { PlanSheets } from '../plans/PlanSheets.tsx';
import { saveFile } from '../plans/save-file.ts';
import { SharePanel } from '../plans/SharePanel.tsx';
import { StepTracker } from '../plans/StepTracker.tsx';
import { TimePanel } from '../plans/TimePanel.tsx';
import type { OpenPlan } from '../plans/use-plan.ts';
import { useLaidOutPlan, usePack, usePlan, useSideInterview } from '../plans/use-plan.ts';
import { VisitList } from '../plans/VisitList.tsx';
import { WhatIfPanel } from '../plans/WhatIfPanel.tsx';
import { DeadlineList } from '../result/DeadlineList.tsx';
import { useAnswerSentence } from '../result/use-answer-sentence.ts';

/** One plan: what changed, when, where to go, what to bring, what it costs, and how far one is. */
export function PlanPage({ id }: { id: string }): ReactNode {
  const texts = useTexts();
  const open = usePlan(id);
  if (open === undefined) return <p aria-busy="true">{texts.ui('loading')}</p>;
  if (open === null) return <Trouble kind="missing" />;
  if ('damaged' in open) return <Trouble kind="damaged" json={open.damaged} />;
  return <PlanOfCountry open={open} />;
}

function PlanOfCountry({ open }: { open: OpenPlan }): ReactNode {
  const texts = useTexts();
  const pack = usePack(open.plan.country);
  if (pack === 'loading') return <p aria-busy="true">{texts.ui('loading')}</p>;
  if (pack === 'unknown' || pack === 'failed')
    return <Trouble kind={pack === 'unknown' ? 'noPack' : 'notLoaded'} json={formatPlanFile([open.plan])} />;
  return (
    <CountryTexts country={open.plan.country}>
      <OpenedPlan open={open} compiled={pack} />
    </CountryTexts>
  );
}

function OpenedPlan({ open, compiled }: { open: OpenPlan; compiled: CompiledPack }): ReactNode {
  const texts = useTexts();
  const today = InterviewContext.useSelector(({ context }) => context.asOf);
  const { plan, kept } = open;
  const laid = useLaidOutPlan(plan, compiled, today);
  const interview = useSideInterview(compiled, laid.answers, today);
  const heading = usePageFocus(`${plan.name} – Permiso`, `plan-${plan.id}`);
  const sentence = useAnswerSentence(interview, laid.assessment);
  const props: PlanProps = { ...open, laid, interview };
  return (
    <>
      <p className="back">
        <Link href="/plans">{texts.ui('plan.back')}</Link>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {plan.name}
      </h1>
      <div className="answer-box" data-outcome={laid.assessment.outcome}>
        <p className="caption">
          {texts.country(plan.country.toUpperCase())} · {texts.ui(`outcome.${laid.assessment.outcome}`)}
        </p>
        <p className="lead">{sentence}</p>
        <p>
          <strong>{texts.ui('result.notApplied')}</strong>
        </p>
      </div>
      <Blockers {...props} />
      <div role="status">{kept !== 'device' && <p className="panel care">{texts.ui(`plans.kept.${kept}`)}</p>}</div>
      <PlanChanges {...props} />
      <TimePanel {...props} />
      <VisitList {...props} />
      {laid.deadlines.length > 0 && (
        <details className="why wide-fold">
          <summary>{texts.ui('deadlines.title')}</summary>
          <DeadlineList interview={interview} assessment={{ ...laid.assessment, deadlines: laid.deadlines }} />
        </details>
      )}
      <PaperTracker {...props} />
      <StepTracker {...props} />
      <MoneyPanel {...props} />
      <CalendarPanel {...props} />
      <PlanSheets {...props} first="plan" />
      <WhatIfPanel
        interview={interview}
        assessment={laid.assessment}
        onKeep={(question, answer) => {
          open.change((current) => ({ ...current, answers: { ...current.answers, [question]: answer } }));
        }}
      />
      <SharePanel interview={interview} assessment={laid.assessment} />
      <PlanActions {...props} />
    </>
  );
}

/** What stops the way now: without this put right, the days below do not hold. */
function Blockers({ laid, interview }: PlanProps): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const { blockers, recommended } = laid.assessment;
  const own = blockers.filter(({ routes }) => recommended !== null && routes.includes(recommended));
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="plan-blockers" className="panel stop">
      <h2 id="plan-blockers">{texts.ui('blockers.title', { count: own.length })}</h2>
      <ul>
        {own.map(({ id }) => (
          <li key={id} data-kind="blocker" data-id={id}>
            <strong>{say(`blockers.${id}.name`)}.</strong> {say(`blockers.${id}.why`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A plan that cannot be shown: why, and the way on. Its file can still be saved. */
function Trouble({ kind, json }: { kind: 'missing' | 'damaged' | 'noPack' | 'notLoaded'; json?: string }): ReactNode {
  const texts = useTexts();
  const title = texts.ui(`plan.trouble.${kind}.title`);
  const heading = usePageFocus(`${title} – Permiso`, `plan-${kind}`);
  return (
    <div className="prose">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>{texts.ui(`plan.trouble.${kind}.text`)}</p>
      <p className="buttons">
        {kind === 'notLoaded' && (
          <button
            type="button"
            className="button"
            onClick={() => {
              location.reload();
            }}
          >
            {texts.ui('notFound.retry')}
          </button>
        )}
        {json !== undefined && (
          <button
            type="button"
            className="button quiet"
            onClick={() => {
              saveFile('permiso-plan.json', 'application/json', json);
            }}
          >
            {texts.ui('plans.export')}
          </button>
        )}
        <Link href="~/plans" className="button quiet">
          {texts.ui('plan.back')}
        </Link>
      </p>
    </div>
  );
}
