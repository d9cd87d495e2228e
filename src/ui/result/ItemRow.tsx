import type { ReactNode } from 'react';
import type { Grounds, Status } from '../../assessment/index.ts';
import { selectPath } from '../../interview/index.ts';
import { Why } from '../components/Why.tsx';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';

export type ItemKind = 'document' | 'fee' | 'step' | 'deadline' | 'blocker' | 'warning' | 'duty' | 'route';

type ItemRowProps = {
  interview: OpenInterview;
  kind: ItemKind;
  id: string;
  name: string;
  status?: Status;
  grounds: Grounds;
  /** Key of the item's texts, such as `documents.passport`. */
  textKey: string;
  tags?: ReactNode;
  facts?: readonly (string | undefined)[];
  /** Left out where the line does not apply anyway: a doubt beside "does not fit" would contradict it. */
  showsDoubt?: boolean;
  children?: ReactNode;
};

/** One line of the result: what, facts, doubts, and why. */
export function ItemRow({
  interview,
  kind,
  id,
  name,
  status,
  grounds,
  textKey,
  tags,
  facts = [],
  showsDoubt = true,
  children,
}: ItemRowProps): ReactNode {
  const texts = useTexts();
  const { find } = usePackTexts(interview.country, interview.reader);
  const official = find(`${textKey}.official`);
  const shownFacts = facts.filter((fact) => fact !== undefined && fact !== '');
  return (
    <li data-kind={kind} data-id={id} data-status={status} className="item">
      <div>
        <p className="item-name">
          {name}
          {official !== undefined && official !== name && <span className="soft"> ({official})</span>}{' '}
          {status === 'possible' && <span className="tag care">{texts.ui('item.possible')}</span>}{' '}
          {showsDoubt && (grounds.confidence === 'low' || grounds.confidence === 'unverified') && (
            <span className="tag care">{texts.ui(`item.${grounds.confidence}`)}</span>
          )}{' '}
          {tags}
        </p>
        {shownFacts.length > 0 && <p className="item-facts">{shownFacts.join(' · ')}</p>}
        {children}
        {status === 'possible' && <SettleLinks interview={interview} questions={grounds.dependsOn} />}
      </div>
      <Why
        interview={interview}
        about={name}
        because={grounds.because}
        sources={grounds.sources}
        confidence={grounds.confidence}
        reading={find(`${textKey}.reading`)}
        rule={textKey}
      />
    </li>
  );
}

/**
 * Questions that would settle a possible item; each leads to its page and back to the result. Only those that the interview asks in this
 * case: a page that sends people away settles nothing.
 */
export function SettleLinks({ interview, questions }: { interview: OpenInterview; questions: readonly string[] }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const { asked, open } = selectPath(interview.snapshot);
  const askable = questions.filter((question) => asked.includes(question) || open.includes(question));
  if (askable.length === 0) return null;
  return (
    <p className="small">
      {texts.ui('item.dependsOn')}{' '}
      {askable.slice(0, 4).map((question) => (
        <button
          key={question}
          type="button"
          className="link-button"
          onClick={() => {
            interview.send({ type: 'answer.changed', question });
          }}
        >
          {say(`questions.${question}.short`)}
        </button>
      ))}
    </p>
  );
}
