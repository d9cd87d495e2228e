import type { ReactNode, RefObject } from 'react';
import { selectPath } from '../../interview/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { useAnswerSentence } from './use-answer-sentence.ts';
import type { ResultProps } from './result-props.ts';

const TONES = {
  'no-permit-needed': 'good',
  permit: 'good',
  blocked: 'stop',
  'not-possible': 'stop',
  'ask-authority': 'ask',
  undetermined: 'care',
} as const;

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
      <NextSteps interview={interview} assessment={assessment} />
      {open.length > 0 && (
        <p>
          {texts.ui('result.open', { count: open.length })}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              interview.send({ type: 'interview.started' });
            }}
          >
            {texts.ui('check.goOn')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Nothing is applied for yet, and what comes first: one thing in a sentence, several as a list. */
function NextSteps(props: ResultProps): ReactNode {
  const texts = useTexts();
  const next = useNextSteps(props);
  return (
    <>
      <p>
        <strong>{texts.ui('result.notApplied')}</strong>{' '}
        {next.length === 1 ? texts.ui('result.next', { step: next[0] ?? '' }) : texts.ui('result.nextList')}
      </p>
      {next.length > 1 && (
        <ol>
          {next.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </>
  );
}

/** The first things to do, in words. */
function useNextSteps({ interview, assessment }: ResultProps): readonly string[] {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const { open } = selectPath(interview.snapshot);
  const { outcome, blockers, recommended, steps } = assessment;
  if (outcome === 'undetermined') return [texts.ui(open.length > 0 ? 'result.nextAnswer' : 'result.nextFindOut')];
  const blocker = blockers.find(({ routes }) => recommended !== null && routes.includes(recommended));
  if (outcome === 'blocked' && blocker) return [texts.ui('result.nextPutRight', { blocker: say(`blockers.${blocker.id}.name`) })];
  const first = steps.filter((step) => step.status === 'required' && step.after.length === 0 && step.only === null).slice(0, 3);
  if (first.length > 0) return first.map((step) => say(`steps.${step.id}.name`));
  if (outcome === 'not-possible') return [texts.ui('result.nextInstead')];
  return [texts.ui(outcome === 'ask-authority' ? 'result.nextAsk' : 'result.nextKeepPapers')];
}
