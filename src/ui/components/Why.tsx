import type { ReactNode } from 'react';
import type { Confidence } from '../../rules/index.ts';
import { sayAnswer } from '../../texts/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { SourceList } from './SourceList.tsx';

type WhyProps = {
  interview: OpenInterview;
  /** What the line is about, for screen readers: "Why: Valid passport". */
  about: string;
  because?: readonly string[];
  sources: readonly string[];
  confidence: Confidence;
  verifiedOn?: string | undefined;
  reading?: string | undefined;
  /** "Why?" unless the line is a question. */
  summary?: string;
  /** Its place in the rulebook, such as `documents.passport`. */
  rule?: string;
  children?: ReactNode;
};

/** Why a line is there: the answers it rests on, the law or page behind it, and how sure that is. */
export function Why({
  interview,
  about,
  because = [],
  sources,
  confidence,
  verifiedOn,
  reading,
  summary,
  rule,
  children,
}: WhyProps): ReactNode {
  const texts = useTexts();
  const { compiled } = interview;
  return (
    <details className="why">
      <summary>
        {summary ?? texts.ui('why.summary')}
        <span className="visually-hidden">{`: ${about}`}</span>
      </summary>
      <div>
        {children}
        <Because interview={interview} because={because} />
        {reading !== undefined && (
          <p>
            <strong>{texts.ui('why.reading')}</strong> {reading}
          </p>
        )}
        <p>
          <strong>{texts.ui('why.sure')}</strong> {texts.ui(`confidence.${confidence}`)}{' '}
          {texts.ui('why.verified', { date: texts.day(verifiedOn ?? compiled.pack.reviewedOn) })}
        </p>
        <SourceList sources={compiled.pack.sources.filter((source) => sources.includes(source.id))} />
        {rule !== undefined && (
          <p>
            <a href={`#/${interview.country}/rules?item=${encodeURIComponent(rule)}`}>
              {texts.ui('rulebook.seeRule')}
              <span className="visually-hidden">{`: ${about}`}</span>
            </a>
          </p>
        )}
      </div>
    </details>
  );
}

function Because({ interview, because }: { interview: OpenInterview; because: readonly string[] }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const { answers } = interview.snapshot.context;
  if (because.length === 0) return null;
  return (
    <>
      <p>
        <strong>{texts.ui('why.because')}</strong>
      </p>
      <ul>
        {because.map((id) => {
          const entry = interview.compiled.questions.find(({ question }) => question.id === id);
          const answer = answers[id];
          return (
            <li key={id}>
              {say(`questions.${id}.short`)}:{' '}
              {entry && answer !== undefined ? sayAnswer(texts, interview.country, entry.question, answer, interview.reader) : ''}
            </li>
          );
        })}
      </ul>
    </>
  );
}
