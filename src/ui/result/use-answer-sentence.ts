import type { Assessment } from '../../assessment/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';

/** The answer in one sentence. */
export function useAnswerSentence(interview: OpenInterview, { outcome, recommended, blockers }: Assessment): string {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  if (outcome === 'undetermined') return texts.ui('result.undetermined');
  if (outcome === 'blocked')
    return texts.ui('result.blocked', {
      count: blockers.filter(({ routes }) => recommended !== null && routes.includes(recommended)).length,
    });
  return recommended === null ? texts.ui('result.undetermined') : say(`routes.${recommended}.answer`);
}
