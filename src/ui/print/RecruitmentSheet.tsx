import type { ReactNode } from 'react';
import type { OpenRecruitment } from '../hooks/use-recruitment.ts';
import { recruitmentKey } from '../recruitment/recruitment-props.ts';
import type { Voice } from './voices.tsx';
import { Say } from './voices.tsx';

type RecruitmentSheetProps = { country: string; recruitment: OpenRecruitment; voices: readonly Voice[] };

/** The self-check on paper: what to put right, what to find out, what to keep, each with a box to tick. */
export function RecruitmentSheet({ country, recruitment, voices }: RecruitmentSheetProps): ReactNode {
  const { findings, findOut, papers, level } = recruitment.assessment;
  const common = (path: string) => ({ texts }: Voice): string => texts.pack('common', recruitmentKey(path));
  return (
    <>
      <section>
        <p className="sheet-note">
          <Say voices={voices} of={({ texts }) => texts.ui(`recruitment.level.${level}`, { country: texts.country(country.toUpperCase()) })} />
        </p>
      </section>
      {findings.length > 0 && (
        <section>
          <h2>
            <Say voices={voices} of={({ texts }) => texts.ui('recruitment.findings', { count: findings.length })} />
          </h2>
          <ul className="plain">
            {findings.map(({ question, severity, sources }) => (
              <li key={question}>
                <span className="tick" />{' '}
                <Say
                  voices={voices}
                  of={(voice) => `${common(`questions.${question}.short`)(voice)} (${voice.texts.ui(`severity.${severity}`)}): ${common(`questions.${question}.remedy`)(voice)}`}
                />{' '}
                <span className="refs">{sources.join(', ')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {findOut.length > 0 && (
        <section>
          <h2>
            <Say voices={voices} of={({ texts }) => texts.ui('recruitment.findOut')} />
          </h2>
          <ul className="plain">
            {findOut.map(({ question }) => (
              <li key={question}>
                <span className="tick" /> <Say voices={voices} of={common(`questions.${question}.ask`)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>
          <Say voices={voices} of={({ texts }) => texts.ui('recruitment.papers', { count: papers.length })} />
        </h2>
        <ul className="plain">
          {papers.map((paper) => (
            <li key={paper.id}>
              <span className="tick" />{' '}
              <Say
                voices={voices}
                of={(voice) => {
                  const marks = [voice.texts.ui(`severity.${paper.severity}`), ...(paper.optional ? [voice.texts.ui('recruitment.optional')] : []), ...(paper.status === 'possible' ? [voice.texts.ui('item.possible')] : [])];
                  return `${common(`papers.${paper.id}.name`)(voice)} (${marks.join('; ')}). ${voice.texts.ui('steps.who', { actor: voice.texts.ui(`recruitment.provider.${paper.provider}`) })}. ${common(`papers.${paper.id}.note`)(voice)}`;
                }}
              />{' '}
              <span className="refs">{paper.sources.join(', ')}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
