import type { ReactNode } from 'react';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { ItemRow } from './ItemRow.tsx';
import type { ResultProps } from './result-props.ts';

/** Deadlines and validity, those with a date first. */
export function DeadlineList({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  if (assessment.deadlines.length === 0) return null;
  const ordered = [...assessment.deadlines].sort((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999'));
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{texts.ui('deadlines.title')}</h2>
      <ul className="items">
        {ordered.map((deadline) => (
          <ItemRow
            key={deadline.id}
            interview={interview}
            kind="deadline"
            id={deadline.id}
            name={say(`deadlines.${deadline.id}.name`)}
            status={deadline.status}
            grounds={deadline}
            textKey={`deadlines.${deadline.id}`}
          >
            {deadline.date !== null && (
              <p>
                <strong>{texts.ui(`deadlines.${deadline.meaning}`, { date: texts.day(deadline.date) })}</strong>
              </p>
            )}
            <p>{say(`deadlines.${deadline.id}.rule`)}</p>
          </ItemRow>
        ))}
      </ul>
    </section>
  );
}
