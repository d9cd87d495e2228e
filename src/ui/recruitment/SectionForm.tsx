import type { ReactNode } from 'react';
import type { AskedRecruitmentQuestion } from '../../assessment/index.ts';
import type { Answer } from '../../rules/index.ts';
import { UNKNOWN_ANSWER } from '../../rules/index.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import type { RecruitmentProps } from './recruitment-props.ts';
import { recruitmentKey } from './recruitment-props.ts';

/** The questions of one part of the self-check: yes, no and, where it is a matter of finding out, "I don't know". */
export function SectionForm({ recruitment, section }: RecruitmentProps & { section: string }): ReactNode {
  return recruitment.assessment.asked
    .filter((question) => question.section === section)
    .map((question) => <QuestionSet key={question.id} question={question} recruitment={recruitment} />);
}

const CHOICES: readonly { value: Answer; label: string }[] = [
  { value: true, label: 'answer.yes' },
  { value: false, label: 'answer.no' },
  { value: UNKNOWN_ANSWER, label: 'answer.unknown' },
];

function QuestionSet({
  question,
  recruitment,
}: {
  question: AskedRecruitmentQuestion;
  recruitment: RecruitmentProps['recruitment'];
}): ReactNode {
  const texts = useTexts();
  const { id, answer, takenOver, mayBeUnknown } = question;
  const say = (part: string): string => texts.pack('common', recruitmentKey(`questions.${id}.${part}`));
  const choices = CHOICES.filter(({ value }) => value !== UNKNOWN_ANSWER || mayBeUnknown || answer === UNKNOWN_ANSWER);
  return (
    <fieldset className="check" aria-describedby={`${id}-why`} disabled={takenOver}>
      <legend>{say('ask')}</legend>
      <p className="hint" id={`${id}-why`}>
        {takenOver ? texts.ui('recruitment.answeredBefore') : say('why')}
      </p>
      <div className="choices-row">
        {choices.map(({ value, label }) => (
          <div className="choice" key={label}>
            <input
              type="radio"
              id={`${id}-${String(value)}`}
              name={id}
              value={String(value)}
              checked={answer === value}
              onChange={() => {
                recruitment.answer(id, value);
              }}
            />
            <label htmlFor={`${id}-${String(value)}`}>{texts.ui(label)}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
