import type { ReactNode } from 'react';
import { formatAddress } from '../../interview/index.ts';
import { useRecruitment } from '../hooks/use-recruitment.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import type { ResultProps } from '../result/result-props.ts';
import { LevelBox } from './LevelBox.tsx';
import { PaperList } from './PaperList.tsx';

/**
 * On the result page: leads an employer to the self-check, which is optional, and anybody to the rights card. Once the
 * self-check has begun, its papers stand here beside those of the permit.
 */
export function RecruitmentPanel({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const recruitment = useRecruitment(interview);
  const { country } = interview;
  // A new country has no self-check yet.
  const isEmployer = interview.reader === 'employer' && interview.compiled.pack.recruitment.questions.length > 0;
  if (interview.reader === 'selfEmployed') return null;
  return (
    <section aria-labelledby="recruitment">
      <h2 id="recruitment">{texts.ui(isEmployer ? 'recruitment.panelTitle' : 'rights.link')}</h2>
      <div className="panel">
        {isEmployer && (
          <>
            <p>{texts.ui('recruitment.lead')}</p>
            <p>
              <a href={`#${formatAddress({ page: 'recruitment', country })}`}>
                {texts.ui(recruitment?.isStarted ? 'recruitment.open' : 'recruitment.start')}
              </a>
            </p>
          </>
        )}
        <p>
          {isEmployer && (
            <>
              <a href={`#${formatAddress({ page: 'rights', country })}`}>{texts.ui('rights.link')}</a>
              {'. '}
            </>
          )}
          {texts.ui('rights.linkText')}
        </p>
        {!isEmployer && (
          <p>
            <a href={`#${formatAddress({ page: 'rights', country })}`}>{texts.ui('rights.print')}</a>
          </p>
        )}
      </div>
      {isEmployer && recruitment?.isStarted && (
        <>
          <LevelBox interview={interview} recruitment={recruitment} />
          <details className="why">
            <summary>{texts.ui('recruitment.papers', { count: recruitment.assessment.papers.length })}</summary>
            <PaperList interview={interview} recruitment={recruitment} documents={assessment.documents.map(({ id }) => id)} />
          </details>
        </>
      )}
    </section>
  );
}
