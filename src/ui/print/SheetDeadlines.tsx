import type { ReactNode } from 'react';
import type { AssessedDeadline } from '../../assessment/index.ts';
import { Box } from './Box.tsx';
import { Refs } from './Refs.tsx';
import type { Voice } from './voices.tsx';
import { Say } from './voices.tsx';

/** Deadlines and validity on paper; with the ids of their sources where the sheet lists those. */
export function SheetDeadlines({
  deadlines,
  voices,
  hasSources = false,
}: {
  deadlines: readonly AssessedDeadline[];
  voices: readonly Voice[];
  hasSources?: boolean;
}): ReactNode {
  if (deadlines.length === 0) return null;
  return (
    <section>
      <h2>
        <Say voices={voices} of={({ texts }) => texts.ui('deadlines.title')} />
      </h2>
      <ul className="plain deadlines">
        {deadlines.map((deadline) => (
          <li key={deadline.id}>
            <Box />{' '}
            <Say
              voices={voices}
              of={({ texts, say }) => {
                const date =
                  deadline.date === null ? '' : ` ${texts.ui(`deadlines.${deadline.meaning}`, { date: texts.day(deadline.date) })}`;
                return `${say(`deadlines.${deadline.id}.name`)}: ${say(`deadlines.${deadline.id}.rule`)}${date}`;
              }}
            />{' '}
            {hasSources && <Refs sources={deadline.sources} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
