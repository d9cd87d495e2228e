import type { ReactNode, RefObject } from 'react';
import { selectPath } from '../../interview/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { useAnswerSentence } from './use-answer-sentence.ts';
import type { ResultProps } from './result-props.ts';

const TONES = { 'no-permit-needed': 'good', permit: 'good', blocked: 'stop', 'not-possible': 'stop', 'ask-authority': 'ask', undetermined: 'care' } as const;

/** The answer first, in one sentence; then what it rests on and what has not happened yet. */
export function AnswerBox({ interview, assessment, heading }: ResultProps & { heading: RefObject<HTMLHeadingElement | null> }): ReactNode {
  const texts = useTexts();
  const { say, find } = usePackTexts(interview.country, interview.reader);
  const sentence = useAnswerSentence(interview, assessment);
  const route = assessment.recommended ?? assessment.settledRoute;
  const { open } = selectPath(interview.snapshot);
  return (
    <div className={`answer-box ${TONES[assessment.outcome]}`} data-outcome={assessment.outcome}>
      <p className="caption">{texts.ui(`outcome.${assessment.outcome}`)}</p>
      <h1 ref={heading} tabIndex={-1}>
        {sentence}
      </h1>
      {assessment.outcome === 'blocked' && route !== null && <p className="lead">{say(`routes.${route}.answer`)}</p>}
      {route !== null && <p>{say(`routes.${route}.summary`)}</p>}
      {route !== null && find(`routes.${route}.validity`) !== undefined && (
        <p>
          <strong>{texts.ui('result.validity')}</strong> {find(`routes.${route}.validity`)}
        </p>
      )}
      {assessment.outcome === 'ask-authority' && route !== null && find(`routes.${route}.question`) !== undefined && (
        <p>
          <strong>{texts.ui('result.askThis')}</strong> {find(`routes.${route}.question`)}
        </p>
      )}
      <p>
        <strong>{texts.ui('result.notApplied')}</strong> {texts.ui('result.next', { step: useNextStep({ interview, assessment }) })}
      </p>
      {open.length > 0 && (
        <p>
          {texts.ui('result.open', { count: open.length })}{' '}
          <button type="button" className="link-button" onClick={() => { interview.send({ type: 'interview.started' }); }}>
            {texts.ui('check.goOn')}
          </button>
        </p>
      )}
    </div>
  );
}

/** The first thing to do, in words. */
function useNextStep({ interview, assessment }: ResultProps): string {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const { open } = selectPath(interview.snapshot);
  if (assessment.outcome === 'undetermined') return texts.ui(open.length > 0 ? 'result.nextAnswer' : 'result.nextFindOut');
  const blocker = assessment.blockers.find(({ routes }) => assessment.recommended !== null && routes.includes(assessment.recommended));
  if (assessment.outcome === 'blocked' && blocker) return texts.ui('result.nextPutRight', { blocker: say(`blockers.${blocker.id}.name`) });
  const first = assessment.steps.filter((step) => step.status === 'required' && step.after.length === 0 && step.only === null).slice(0, 3);
  return first.length > 0 ? first.map((step) => say(`steps.${step.id}.name`)).join('; ') : texts.ui('result.nextKeepPapers');
}
