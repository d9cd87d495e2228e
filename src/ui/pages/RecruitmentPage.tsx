import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { formatAddress } from '../../interview/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { useAssessment } from '../hooks/use-interview.tsx';
import { usePageFocus } from '../hooks/use-page-focus.ts';
import { useRecruitment } from '../hooks/use-recruitment.ts';
import { packTexts, useTexts } from '../hooks/use-texts.tsx';
import { PrintButton } from '../print/PrintButton.tsx';
import { RecruitmentPrint } from '../print/RecruitmentSheet.tsx';
import { useSheet } from '../print/use-sheet.ts';
import { FindingList, FindOutList } from '../recruitment/FindingList.tsx';
import { LevelBox } from '../recruitment/LevelBox.tsx';
import { PaperList } from '../recruitment/PaperList.tsx';
import type { RecruitmentProps } from '../recruitment/recruitment-props.ts';
import { recruitmentKey } from '../recruitment/recruitment-props.ts';
import { RuleLists } from '../recruitment/RuleLists.tsx';
import { SectionForm } from '../recruitment/SectionForm.tsx';

/** The optional self-check: an overview with what was found, and one page for each part. The permit result never depends on it. */
export function RecruitmentPage({ interview, section }: { interview: OpenInterview; section: string | undefined }): ReactNode {
  const texts = useTexts();
  const recruitment = useRecruitment(interview);
  if (!recruitment) return <p aria-busy="true">{texts.ui('loading')}</p>;
  const props = { interview, recruitment };
  const isPart = section !== undefined && listSections(props).includes(section);
  return isPart ? <Part key={section} {...props} section={section} /> : <Overview {...props} />;
}

const listSections = ({ recruitment }: RecruitmentProps): readonly string[] => [
  ...new Set(recruitment.rules.questions.map(({ section }) => section)),
];

function Overview({ interview, recruitment }: RecruitmentProps): ReactNode {
  const texts = useTexts();
  const props = { interview, recruitment };
  const { country } = interview;
  const title = texts.ui('recruitment.title');
  const heading = usePageFocus(`${title} – Permiso`, 'recruitment');
  const permit = useAssessment(interview);
  const { assessment, isStarted } = recruitment;
  const next = assessment.asked.find(({ id }) => id === assessment.nextQuestion)?.section ?? listSections(props)[0];
  return (
    <>
      <p className="back">
        <a href={`#${formatAddress({ page: 'result', country })}`}>{texts.ui('recruitment.backToResult')}</a>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div className="prose">
        <p className="lead">{texts.ui('recruitment.lead')}</p>
        <p>{texts.ui('recruitment.private')}</p>
        {!recruitment.isDurable && <p>{texts.ui('country.notDurable')}</p>}
      </div>
      {isStarted && <LevelBox {...props} />}
      {assessment.nextQuestion !== null && (
        <p className="buttons">
          <a
            className="button"
            data-action="recruitment"
            href={`#${formatAddress({ page: 'recruitment', country, ...(next === undefined ? {} : { section: next }) })}`}
          >
            {texts.ui(isStarted ? 'recruitment.goOn' : 'recruitment.start')}
          </a>
        </p>
      )}
      {isStarted && (
        <>
          <FindingList {...props} />
          <FindOutList {...props} />
          <Buttons {...props} />
        </>
      )}
      <Sections {...props} />
      {isStarted && <PaperList {...props} documents={permit.documents.map(({ id }) => id)} />}
      <section aria-labelledby="rights-link">
        <h2 id="rights-link">{texts.ui('rights.link')}</h2>
        <p>
          {texts.ui('rights.linkText')} <a href={`#${formatAddress({ page: 'rights', country })}`}>{texts.ui('rights.print')}</a>
        </p>
      </section>
      <RuleLists {...props} />
    </>
  );
}

function Sections(props: RecruitmentProps): ReactNode {
  const texts = useTexts();
  const { asked } = props.recruitment.assessment;
  const { country } = props.interview;
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{texts.ui('recruitment.sections')}</h2>
      <ol>
        {listSections(props).map((section) => {
          const own = asked.filter((question) => question.section === section);
          const answered = own.filter(({ answer }) => answer !== null).length;
          return (
            <li key={section}>
              <a href={`#${formatAddress({ page: 'recruitment', country, section })}`}>
                {texts.pack('common', recruitmentKey(`sections.${section}`))}
              </a>{' '}
              <span className="soft">{texts.ui('recruitment.sectionState', { answered, count: own.length })}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Prints the list and erases the answers of the self-check. */
function Buttons({ interview, recruitment }: RecruitmentProps): ReactNode {
  const texts = useTexts();
  const { country, reader } = interview;
  const permit = useAssessment(interview);
  useSheet();
  const voices = [{ texts, ...packTexts(texts, country, reader) }];
  return (
    <p className="buttons">
      <PrintButton label={texts.ui('recruitment.print')} />
      <button type="button" className="button quiet" data-action="erase-recruitment" onClick={recruitment.erase}>
        {texts.ui('recruitment.erase')}
      </button>
      {createPortal(<RecruitmentPrint country={country} recruitment={recruitment} voices={voices} permit={permit} />, document.body)}
    </p>
  );
}

function Part({ interview, recruitment, section }: RecruitmentProps & { section: string }): ReactNode {
  const texts = useTexts();
  const props = { interview, recruitment };
  const { country } = interview;
  const sections = listSections(props);
  const index = sections.indexOf(section);
  const next = sections[index + 1];
  const title = texts.pack('common', recruitmentKey(`sections.${section}`));
  const heading = usePageFocus(`${title} – Permiso`, `recruitment-${section}`);
  return (
    <>
      <p className="back">
        <a href={`#${formatAddress({ page: 'recruitment', country })}`}>{texts.ui('recruitment.overview')}</a>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        <span className="caption">{texts.ui('recruitment.part', { number: index + 1, count: sections.length })}</span>
        {title}
      </h1>
      <SectionForm {...props} section={section} />
      <p className="buttons">
        <a
          className="button"
          data-action="continue"
          href={`#${formatAddress({ page: 'recruitment', country, ...(next === undefined ? {} : { section: next }) })}`}
        >
          {texts.ui(next === undefined ? 'recruitment.toFindings' : 'recruitment.next')}
        </a>
      </p>
    </>
  );
}
