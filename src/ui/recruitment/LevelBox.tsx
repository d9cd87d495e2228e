import type { ReactNode } from 'react';
import type { RecruitmentLevel } from '../../assessment/index.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import type { RecruitmentProps } from './recruitment-props.ts';

const LOOKS: Readonly<Record<RecruitmentLevel, string>> = {
  law: 'stop',
  redFlag: 'stop',
  goodPractice: 'care',
  unfinished: 'ask',
  findOut: 'ask',
  clear: 'good',
};

/** The result of the self-check in one sentence. */
export function LevelBox({ interview, recruitment }: RecruitmentProps): ReactNode {
  const texts = useTexts();
  const { level, asked } = recruitment.assessment;
  const open = asked.filter(({ answer }) => answer === null).length;
  return (
    <div className={`panel ${LOOKS[level]}`} role="status" data-recruitment={level}>
      <p>
        <strong>{texts.ui(`recruitment.level.${level}`, { country: texts.country(interview.country.toUpperCase()) })}</strong>
      </p>
      {level === 'clear' && <p>{texts.ui('recruitment.certificate')}</p>}
      {open > 0 && <p>{texts.ui('recruitment.openQuestions', { count: open })}</p>}
      <p>{texts.ui('recruitment.permitUnchanged')}</p>
    </div>
  );
}
