import type { ReactNode } from 'react';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';

/** Says once what could not be followed: an address of a question that is not needed, saved answers that no longer fit. */
export function NoticePanel({ interview }: { interview: OpenInterview }): ReactNode {
  const texts = useTexts();
  const { say, find } = usePackTexts(interview.country, interview.reader);
  const { notice } = interview.snapshot.context;
  if (!notice) return null;
  const name = (id: string): string => find(`questions.${id}.short`) ?? id;
  return (
    <div className="panel care" role="status">
      {notice.kind === 'unknownQuestion' && <p>{texts.ui('notice.unknownQuestion', { question: notice.question.slice(0, 60) })}</p>}
      {notice.kind === 'questionNotNeeded' && (
        <p>{texts.ui('notice.questionNotNeeded', { question: say(`questions.${notice.question}.short`) })}</p>
      )}
      {notice.kind === 'answersNeedAnotherLook' && (
        <p>{texts.ui('notice.answersNeedAnotherLook', { questions: texts.list(notice.questions.slice(0, 8).map(name)) })}</p>
      )}
      <p>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            interview.send({ type: 'notice.read' });
          }}
        >
          {texts.ui('notice.close')}
        </button>
      </p>
    </div>
  );
}
