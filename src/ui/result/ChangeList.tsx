import type { ReactNode } from 'react';
import type { OutcomeChange } from '../../assessment/index.ts';
import type { Answer } from '../../rules/index.ts';
import { sayAnswer } from '../../texts/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import type { ResultProps } from './result-props.ts';

/** What would make a better outcome possible: changes of one or two answers, each tried out by the program. */
export function ChangeList({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  if (assessment.wouldChange.length === 0) return null;
  const sayChange = (question: string, to: Answer): string => {
    const entry = interview.compiled.questions.find((candidate) => candidate.question.id === question);
    const answer = entry ? sayAnswer(texts, interview.country, entry.question, to, interview.reader) : String(to);
    return texts.ui('changes.one', { question: say(`questions.${question}.short`), answer });
  };
  const sayAll = ({ question, to, and }: OutcomeChange): string =>
    texts.list([sayChange(question, to), ...(and ? [sayChange(and.question, and.to)] : [])]);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{texts.ui('changes.title')}</h2>
      <p>{texts.ui('changes.text')}</p>
      <ul>
        {assessment.wouldChange.slice(0, 8).map((change) => (
          <li key={JSON.stringify(change)}>
            {sayAll(change)} → {say(`routes.${change.route}.answer`)}{' '}
            <button
              type="button"
              className="link-button"
              onClick={() => {
                interview.send({ type: 'answer.changed', question: change.question });
              }}
            >
              {texts.ui('changes.try')}
              <span className="visually-hidden">{`: ${say(`questions.${change.question}.short`)}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
