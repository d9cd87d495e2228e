import type { ReactNode } from 'react';
import type { DocumentToPlan, PaperProblem } from '../../checklist/index.ts';
import { groupDocuments } from '../../checklist/index.ts';
import type { DocumentProgress } from '../../plans/index.ts';
import { MOST_LETTERS, noteProgress } from '../../plans/index.ts';
import type { Actor } from '../../rules/index.ts';
import { formatDate } from '../../rules/index.ts';
import type { Texts } from '../../texts/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { DayField } from './DayField.tsx';
import { NoteField } from './NoteField.tsx';
import type { PlanProps } from './plan-props.ts';
import { TickBox } from './TickBox.tsx';

/** Papers to tick, by who brings them, with their dates and what is wrong with those. */
export function PaperTracker(props: PlanProps): ReactNode {
  const texts = useTexts();
  const { laid, plan, interview } = props;
  if (laid.documents.length === 0) return null;
  const self = interview.reader === 'selfEmployed' ? 'Self' : '';
  return (
    <section aria-labelledby="plan-papers">
      <h2 id="plan-papers">{texts.ui('documents.title', { count: laid.documents.length })}</h2>
      {groupDocuments(laid.documents, laid.assessment.steps).map(({ provider, count }) => {
        const own = laid.documents.filter((document) => document.provider === provider);
        const done = own.filter(({ id }) => plan.progress.documents[id]?.done === true).length;
        return (
          <section key={provider} aria-labelledby={`plan-provider-${provider}`} data-provider={provider}>
            <h3 id={`plan-provider-${provider}`}>{texts.ui(`documents.by.${provider}${self}`, { count })}</h3>
            <Progress done={done} count={count} provider={provider} />
            <ul className="items">
              {own.map((document) => (
                <PaperRow key={document.id} document={document} {...props} />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

/** How far one person is. */
export function Progress({ done, count, provider }: { done: number; count: number; provider: Actor }): ReactNode {
  const texts = useTexts();
  return (
    <p className="progress" data-done={done} data-count={count}>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="time-ground" x="0" y="0" width="100" height="8" />
        <rect className="time-bar" x="0" y="0" width={count === 0 ? 0 : (done / count) * 100} height="8" />
      </svg>
      <span data-provider={provider}>{texts.ui('plan.progress', { done, count })}</span>
    </p>
  );
}

function PaperRow({ document, plan, laid, interview, change }: PlanProps & { document: DocumentToPlan }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const { id } = document;
  const name = say(`documents.${id}.name`);
  const own = plan.progress.documents[id] ?? {};
  const note = (entry: DocumentProgress): void => {
    change((current) => noteProgress(current, 'documents', { id, ...entry }));
  };
  const problems = laid.problems.get(id) ?? [];
  const papers = laid.papers.get(id);
  const isUndated = own.done === true && document.maxAge !== null && papers?.issuedOn == null;
  return (
    <li data-kind="document" data-id={id} data-problems={problems.map(({ kind }) => kind).join(' ')}>
      <TickBox
        name={`document-${id}`}
        label={name}
        isTicked={own.done === true}
        onChange={(done) => {
          note({ done });
        }}
      >
        {document.oneOf !== null && <span className="tag ask">{texts.ui('documents.oneIsEnough')}</span>}{' '}
        {document.status === 'possible' && <span className="tag care">{texts.ui('item.possible')}</span>}
      </TickBox>
      {problems.map((problem) => (
        <p key={problem.kind} className="paper-problem">
          {sayPaperProblem(texts, problem)}
        </p>
      ))}
      {isUndated && <p className="small">{texts.ui('plan.noteIssue')}</p>}
      <details className="why">
        <summary>
          {texts.ui('plan.datesAndNotes')}
          <span className="visually-hidden">{`: ${name}`}</span>
        </summary>
        <div>
          <DayField
            label={texts.ui('plan.issuedOn')}
            name={`issued-${id}`}
            value={own.issuedOn}
            onChange={(issuedOn) => {
              note({ issuedOn });
            }}
          />
          <DayField
            label={texts.ui('plan.expiresOn')}
            name={`expires-${id}`}
            value={own.expiresOn}
            onChange={(expiresOn) => {
              note({ expiresOn });
            }}
          />
          <NoteField
            name={`note-${id}`}
            value={own.note}
            most={MOST_LETTERS.note}
            onChange={(text) => {
              note({ note: text });
            }}
          />
        </div>
      </details>
    </li>
  );
}

/** What is wrong with the dates of a paper, and what to do. */
export function sayPaperProblem(texts: Texts, problem: PaperProblem): string {
  const day = (value: number): string => texts.day(formatDate(value));
  switch (problem.kind) {
    case 'tooOld':
      return texts.ui('paper.tooOld', { day: day(problem.day), notBefore: day(problem.notBefore) });
    case 'expired':
    case 'endsBeforePermit':
      return texts.ui(`paper.${problem.kind}`, { day: day(problem.day) });
    default:
      return texts.ui(`paper.${problem.kind}`);
  }
}
