import type { ReactNode } from 'react';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { Remedies } from './BlockerList.tsx';
import { ItemRow } from './ItemRow.tsx';
import type { ResultProps } from './result-props.ts';

/** What endangers the way, and what the user can do; warnings before notices. */
export function WarningList({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  if (assessment.warnings.length === 0) return null;
  const ordered = [...assessment.warnings].sort((a, b) => Number(a.severity === 'notice') - Number(b.severity === 'notice'));
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings">{texts.ui('warnings.title')}</h2>
      <ul className="items">
        {ordered.map((warning) => {
          const remedies = interview.compiled.pack.warnings.find(({ id }) => id === warning.id)?.remedies ?? [];
          return (
            <ItemRow
              key={warning.id}
              interview={interview}
              kind="warning"
              id={warning.id}
              name={say(`warnings.${warning.id}.name`)}
              status={warning.status}
              grounds={warning}
              textKey={`warnings.${warning.id}`}
            >
              <p>{say(`warnings.${warning.id}.text`)}</p>
              <p>
                <strong>{texts.ui('warnings.do')}</strong> {say(`warnings.${warning.id}.do`)}
              </p>
              {remedies.length > 0 && <Remedies interview={interview} remedies={remedies} />}
            </ItemRow>
          );
        })}
      </ul>
    </section>
  );
}
