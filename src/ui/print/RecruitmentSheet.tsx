import type { ReactNode } from 'react';
import type { Assessment } from '../../assessment/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import type { OpenRecruitment } from '../hooks/use-recruitment.ts';
import { useRecruitment } from '../hooks/use-recruitment.ts';
import { recruitmentKey } from '../recruitment/recruitment-props.ts';
import type { Voice } from './voices.tsx';
import { Say } from './voices.tsx';

type RecruitmentSheetProps = { country: string; recruitment: OpenRecruitment; voices: readonly Voice[] };

/** On the printed checklist of the permit: the papers of the self-check, once an employer has begun it. */
export function SheetRecruitment({ interview, voices }: { interview: OpenInterview; voices: readonly Voice[] }): ReactNode {
  const recruitment = useRecruitment(interview);
  if (interview.reader !== 'employer' || !recruitment?.isStarted) return null;
  return (
    <section>
      <h2>
        <Say voices={voices} of={({ texts }) => texts.ui('recruitment.title')} />
      </h2>
      <RecruitmentSheet country={interview.country} recruitment={recruitment} voices={voices} />
    </section>
  );
}

/** The sheet of the self-check alone: head, lists and sources. */
export function RecruitmentPrint({ permit, ...props }: RecruitmentSheetProps & { permit: Assessment }): ReactNode {
  const { country, recruitment, voices } = props;
  const { findings, papers } = recruitment.assessment;
  const cited = new Set([...findings, ...papers].flatMap(({ sources }) => sources));
  return (
    <div className="print-only">
      <p className="sheet-brand">
        Permiso · <Say voices={voices} of={({ texts }) => texts.country(country.toUpperCase())} />
      </p>
      <h1>
        <Say voices={voices} of={({ texts }) => texts.ui('recruitment.sheetTitle')} />
      </h1>
      <p>
        <Say
          voices={voices}
          of={({ texts }) =>
            `${texts.ui('print.made', { date: texts.day(permit.asOf), version: permit.pack.version, reviewed: texts.day(permit.pack.reviewedOn) })} ${texts.ui('recruitment.permitUnchanged')} ${texts.ui('result.notApplied')}`
          }
        />
      </p>
      <RecruitmentSheet {...props} />
      <section className="sheet-sources">
        <h2>
          <Say voices={voices} of={({ texts }) => texts.ui('sources.title')} />
        </h2>
        <ul className="plain columns">
          {recruitment.rules.sources
            .filter(({ id }) => cited.has(id) && id !== 'unverified')
            .map(({ id, title, urls }) => (
              <li key={id}>
                <strong>{id}</strong> {title}
                {urls[0] === undefined ? '' : `, ${urls[0].replace(/^https?:\/\/(www\.)?/, '').slice(0, 70)}`}
              </li>
            ))}
        </ul>
      </section>
    </div>
  );
}

/** The self-check on paper: what to put right, what to find out, what to keep, each with a box to tick. */
export function RecruitmentSheet({ country, recruitment, voices }: RecruitmentSheetProps): ReactNode {
  const { asked, findings, findOut, papers, level } = recruitment.assessment;
  const answerOf = (question: string) => asked.find(({ id }) => id === question)?.answer;
  const common =
    (path: string) =>
    ({ texts }: Voice): string =>
      texts.pack('common', recruitmentKey(path));
  return (
    <>
      <section>
        <p className="sheet-note">
          <Say
            voices={voices}
            of={({ texts }) => texts.ui(`recruitment.level.${level}`, { country: texts.country(country.toUpperCase()) })}
          />
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
                  of={(voice) =>
                    `${common(`questions.${question}.short`)(voice)}: ${voice.texts.ui(answerOf(question) === true ? 'answer.yes' : 'answer.no')} (${voice.texts.ui(`severity.${severity}`)}). ${common(`questions.${question}.remedy`)(voice)}`
                  }
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
          {papers.map((paper, index) => (
            <li key={paper.id}>
              {paper.oneOf !== undefined && papers[index - 1]?.oneOf !== paper.oneOf && (
                <p>
                  <em>
                    <Say voices={voices} of={common(`oneOf.${paper.oneOf}`)} />
                  </em>
                </p>
              )}
              <span className="tick" />{' '}
              <Say
                voices={voices}
                of={(voice) => {
                  const marks = [
                    voice.texts.ui(`severity.${paper.severity}`),
                    ...(paper.optional ? [voice.texts.ui('recruitment.optional')] : []),
                    ...(paper.status === 'possible' ? [voice.texts.ui('item.possible')] : []),
                  ];
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
