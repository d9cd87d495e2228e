import type { ReactNode } from 'react';
import { formatAddress, selectPath } from '../../interview/index.ts';
import { sayAnswer } from '../../texts/index.ts';
import { NoticePanel } from '../components/NoticePanel.tsx';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { usePageFocus } from '../hooks/use-page-focus.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';

/** Every answer that counts, by part of the interview, each with a link that changes it. */
export function CheckAnswersPage({ interview }: { interview: OpenInterview }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const { compiled, snapshot, send, country, reader } = interview;
  const { asked, answers, open } = selectPath(snapshot);
  const title = texts.ui('check.title');
  const heading = usePageFocus(`${title} – Permiso`, 'answers');
  const questions = asked.flatMap((id) => compiled.questions.filter(({ question }) => question.id === id).map(({ question }) => question));
  const sections = [...new Set(questions.map((question) => question.section))];
  return (
    <>
      <button
        type="button"
        className="link-button"
        onClick={() => {
          send({ type: 'back.pressed' });
        }}
      >
        {texts.ui('question.back')}
      </button>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <NoticePanel interview={interview} />
      {asked.length === 0 && <p>{texts.ui('check.empty')}</p>}
      {sections.map((section) => (
        <section key={section} aria-labelledby={`section-${section}`}>
          <h2 id={`section-${section}`}>{say(`sections.${section}`)}</h2>
          <dl className="answers">
            {questions
              .filter((question) => question.section === section)
              .map((question) => (
                <div key={question.id}>
                  <dt>{say(`questions.${question.id}.short`)}</dt>
                  <dd>{sayAnswer(texts, country, question, answers[question.id] ?? '', reader)}</dd>
                  <dd>
                    <a
                      href={`#${formatAddress({ page: 'question', country, question: question.id })}`}
                      onClick={(event) => {
                        event.preventDefault();
                        send({ type: 'answer.changed', question: question.id });
                      }}
                    >
                      {texts.ui('check.change')}
                      <span className="visually-hidden">{`: ${say(`questions.${question.id}.short`)}`}</span>
                    </a>
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      {open.length > 0 && (
        <div className="panel">
          <p>{texts.ui('check.open', { count: open.length })}</p>
          <p>
            <button
              type="button"
              className="link-button"
              onClick={() => {
                send({ type: 'interview.started' });
              }}
            >
              {texts.ui('check.goOn')}
            </button>
          </p>
        </div>
      )}
      <p className="buttons">
        <button
          type="button"
          className="button"
          data-action="confirm"
          onClick={() => {
            send({ type: 'answers.confirmed' });
          }}
        >
          {texts.ui('check.confirm')}
        </button>
      </p>
    </>
  );
}
