import type { ReactNode } from 'react';
import type { RecruitmentFinding } from '../../assessment/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { Basis } from './Basis.tsx';
import type { RecruitmentProps } from './recruitment-props.ts';
import { recruitmentKey } from './recruitment-props.ts';
import { SeverityTag } from './SeverityTag.tsx';

/** Bad answers, worst first, each with what to do and the rule behind it. */
export function FindingList(props: RecruitmentProps): ReactNode {
  const texts = useTexts();
  const { findings } = props.recruitment.assessment;
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{texts.ui('recruitment.findings', { count: findings.length })}</h2>
      <ul className="items">
        {findings.map((finding) => (
          <Finding key={finding.question} {...props} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

function Finding({ interview, recruitment, finding }: RecruitmentProps & { finding: RecruitmentFinding }): ReactNode {
  const texts = useTexts();
  const pack = usePackTexts(interview.country, interview.reader);
  const say = (path: string): string => texts.pack('common', recruitmentKey(path));
  const { question } = finding;
  const { country } = interview;
  const place = texts.country(country.toUpperCase());
  const answer = recruitment.assessment.asked.find(({ id }) => id === question)?.answer;
  return (
    <li data-kind="recruitment-finding" data-id={question} data-severity={finding.severity}>
      <p className="item-name">
        {texts.ui('changes.one', {
          question: say(`questions.${question}.short`),
          answer: texts.ui(answer === true ? 'answer.yes' : 'answer.no'),
        })}{' '}
        <SeverityTag severity={finding.severity} />{' '}
        {finding.mayBeLaw && <span className="tag care">{texts.ui('recruitment.mayBeLaw')}</span>}
      </p>
      <p className="item-facts">{say(`questions.${question}.ask`)}</p>
      <p>
        <strong>{texts.ui('recruitment.remedy')}</strong> {say(`questions.${question}.remedy`)}
      </p>
      {finding.isOpen && <p className="small">{texts.ui('recruitment.isOpen')}</p>}
      {finding.mayBeLaw && <p className="small">{texts.ui('recruitment.mayBeLawText')}</p>}
      <Basis
        about={say(`questions.${question}.short`)}
        sources={finding.sources}
        known={recruitment.rules.sources}
        confidence={finding.confidence}
        reading={finding.isReading ? say(`questions.${question}.readings.${country}`) : undefined}
      >
        <p>{say(`questions.${question}.why`)}</p>
        {finding.duties.length > 0 && (
          <>
            <p>
              <strong>{texts.ui('recruitment.behind', { country: place })}</strong>
            </p>
            <ul>
              {finding.duties.map((id) => (
                <li key={id}>
                  {say(`duties.${id}.name`)}: {say(`duties.${id}.text`)}
                </li>
              ))}
            </ul>
          </>
        )}
        {finding.treaties.map((id) => (
          <p key={id}>{texts.ui('recruitment.treaty', { name: say(`treaties.${id}.name`), text: say(`treaties.${id}.text`) })}</p>
        ))}
        {finding.packDuties.map((id) => (
          <p key={id}>{texts.ui('recruitment.alsoHere', { country: place, text: pack.say(`duties.${id}.text`) })}</p>
        ))}
      </Basis>
    </li>
  );
}

/** "I don't know" counts as "find out". */
export function FindOutList({ recruitment }: RecruitmentProps): ReactNode {
  const texts = useTexts();
  const { findOut } = recruitment.assessment;
  if (findOut.length === 0) return null;
  return (
    <section aria-labelledby="find-out">
      <h2 id="find-out">{texts.ui('recruitment.findOut')}</h2>
      <ul>
        {findOut.map(({ question }) => (
          <li key={question} data-kind="recruitment-find-out" data-id={question}>
            {texts.pack('common', recruitmentKey(`questions.${question}.ask`))}
          </li>
        ))}
      </ul>
    </section>
  );
}
