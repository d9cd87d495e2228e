import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { selectPath } from '../../interview/index.ts';
import { createPlan, layOutPlan } from '../../plans/index.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import type { ResultProps } from '../result/result-props.ts';
import { KeepPanel } from './KeepPanel.tsx';
import { PlanSheets } from './PlanSheets.tsx';
import { SharePanel } from './SharePanel.tsx';
import { WhatIfPanel } from './WhatIfPanel.tsx';

/** What can be done with a result: keep it, hand it on, print sheets for one person, try another answer. */
export function ResultTools({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  return (
    <section aria-labelledby="tools" className="panel">
      <h2 id="tools">{texts.ui('keep.tools')}</h2>
      <KeepPanel interview={interview} assessment={assessment} />
      <details className="why wide-fold" data-fold="share">
        <summary>{texts.ui('share.title')}</summary>
        <SharePanel interview={interview} assessment={assessment} />
      </details>
      {assessment.steps.length > 0 && (
        <details className="why wide-fold" data-fold="sheets">
          <summary>{texts.ui('sheet.title')}</summary>
          <ResultSheets interview={interview} assessment={assessment} />
        </details>
      )}
      <details className="why wide-fold" data-fold="what-if">
        <summary>{texts.ui('whatIf.title')}</summary>
        <WhatIfPanel
          interview={interview}
          assessment={assessment}
          onKeep={(question, answer) => {
            interview.send({ type: 'question.answered', question, answer });
          }}
        />
      </details>
    </section>
  );
}

/** The sheets of a plan that is not kept: as soon as possible, from today. */
function ResultSheets({ interview, assessment }: ResultProps): ReactNode {
  const { answers } = selectPath(interview.snapshot);
  const { asOf } = interview.snapshot.context;
  const plan = useMemo(() => createPlan('', { assessment, answers }, { id: 'result', now: 0 }), [assessment, answers]);
  const laid = useMemo(
    () => layOutPlan(plan, interview.compiled, { answers, unfit: [], assessment, today: asOf }),
    [plan, interview.compiled, answers, assessment, asOf],
  );
  return <PlanSheets plan={plan} laid={laid} interview={interview} kept="device" change={() => undefined} />;
}
