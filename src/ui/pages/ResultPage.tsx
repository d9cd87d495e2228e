import type { ReactNode } from 'react';
import { EraseButton } from '../components/EraseButton.tsx';
import { NoticePanel } from '../components/NoticePanel.tsx';
import { SourceList } from '../components/SourceList.tsx';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { useAssessment } from '../hooks/use-interview.tsx';
import { usePageFocus } from '../hooks/use-page-focus.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { ResultTools } from '../plans/ResultTools.tsx';
import { PrintPanel } from '../print/PrintPanel.tsx';
import { RecruitmentPanel } from '../recruitment/RecruitmentPanel.tsx';
import { AnswerBox } from '../result/AnswerBox.tsx';
import { BlockerList, Remedies } from '../result/BlockerList.tsx';
import { ChangeList } from '../result/ChangeList.tsx';
import { ConflictList, listConflicts } from '../result/ConflictList.tsx';
import { DeadlineList } from '../result/DeadlineList.tsx';
import { DocumentList } from '../result/DocumentList.tsx';
import { DutyList } from '../result/DutyList.tsx';
import { Fold, showPart } from '../result/Fold.tsx';
import { FeeTable } from '../result/FeeTable.tsx';
import { listSources } from '../result/list-sources.ts';
import { listOffices, OfficeList } from '../result/OfficeList.tsx';
import type { ResultProps } from '../result/result-props.ts';
import { RouteComparison } from '../result/RouteComparison.tsx';
import { StepTimeline } from '../result/StepTimeline.tsx';
import { useAnswerSentence } from '../result/use-answer-sentence.ts';
import { WarningList } from '../result/WarningList.tsx';

/** The answer in one sentence, then what to do next, then why, then the proof. */
export function ResultPage({ interview }: { interview: OpenInterview }): ReactNode {
  const texts = useTexts();
  const assessment = useAssessment(interview);
  const props = { interview, assessment };
  const sentence = useAnswerSentence(interview, assessment);
  const heading = usePageFocus(`${sentence} – Permiso`, 'result');
  return (
    <>
      <button
        type="button"
        className="link-button"
        onClick={() => {
          interview.send({ type: 'answers.reviewed' });
        }}
      >
        {texts.ui('result.changeAnswers')}
      </button>
      <NoticePanel interview={interview} />
      <AnswerBox {...props} heading={heading} />
      <FindOut {...props} />
      <Instead {...props} />
      <div className="beside">
        <Contents {...props} />
        <PrintPanel {...props} />
      </div>
      <BlockerList {...props} />
      <ChangeList {...props} />
      <WarningList {...props} />
      <StepTimeline {...props} />
      <DocumentList {...props} />
      <FeeTable {...props} />
      <RecruitmentPanel {...props} />
      <DeadlineList {...props} />
      <ResultTools {...props} />
      <OfficeList {...props} />
      <RouteComparison {...props} />
      <DutyList {...props} />
      <ConflictList {...props} />
      <NotChecked {...props} />
      <Fold id="sources" title={texts.ui('sources.titleCount', { count: listSources(props).length })}>
        <p>{texts.ui('sources.text', { date: texts.day(assessment.pack.reviewedOn), version: assessment.pack.version })}</p>
        <SourceList sources={listSources(props)} />
      </Fold>
      <p className="buttons">
        <EraseButton interview={interview} />
      </p>
    </>
  );
}

/** "I don't know" that matters: what to find out, and where. */
function FindOut({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  if (assessment.findOut.length === 0) return null;
  return (
    <div className="panel ask">
      <p>
        <strong>{texts.ui(assessment.outcome === 'undetermined' ? 'result.findOut' : 'result.findOutStops')}</strong>
      </p>
      <ul>
        {assessment.findOut.map((question) => (
          <li key={question}>
            <button
              type="button"
              className="link-button"
              onClick={() => {
                interview.send({ type: 'answer.changed', question });
              }}
            >
              {say(`questions.${question}.ask`)}
            </button>
          </li>
        ))}
      </ul>
      <p>
        {assessment.findOutAt.length > 0 &&
          `${texts.ui('result.findOutAt', { offices: texts.list(assessment.findOutAt.map((id) => say(`offices.${id}.name`))) })} `}
        {texts.ui('result.findOutWhere')}
      </p>
    </div>
  );
}

/** For a closed door or an open question: what to do instead, best first. */
function Instead({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const route = interview.compiled.pack.routes.find(({ id }) => id === assessment.recommended);
  if (!route?.instead?.length) return null;
  return (
    <section aria-labelledby="instead">
      <h2 id="instead">{texts.ui(route.kind === 'closed' ? 'result.instead' : 'result.whatToDo')}</h2>
      <Remedies interview={interview} remedies={route.instead} />
    </section>
  );
}

function Contents({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const shown = assessment.recommended ?? assessment.settledRoute;
  const parts: readonly [string, boolean][] = [
    ['warnings', assessment.warnings.length > 0],
    ['steps', assessment.steps.length > 0],
    ['documents', assessment.documents.length > 0],
    ['fees', assessment.fees.length > 0],
    ['deadlines', assessment.deadlines.length > 0],
    ['tools', true],
    ['offices', listOffices({ interview, assessment }).length > 0],
    ['routes', true],
    ['duties', assessment.duties.length > 0],
    ['conflicts', listConflicts({ interview, assessment }).length > 0],
    ['notChecked', true],
    ['sources', true],
  ];
  if (shown === null) return null;
  return (
    <nav aria-label={texts.ui('result.contents')}>
      <ul className="toc">
        {parts
          .filter(([, isShown]) => isShown)
          .map(([id]) => (
            <li key={id}>
              <a
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault();
                  showPart(id);
                }}
              >
                {texts.ui(`contents.${id}`)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function NotChecked({ interview }: ResultProps): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  return (
    <section aria-labelledby="notChecked">
      <h2 id="notChecked">{texts.ui('notChecked.title')}</h2>
      <ul>
        {interview.compiled.pack.notChecked.map((id) => (
          <li key={id}>{say(`notChecked.${id}`)}</li>
        ))}
      </ul>
    </section>
  );
}
