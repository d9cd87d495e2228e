import type { ReactNode } from 'react';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { Fold } from './Fold.tsx';
import { ItemRow } from './ItemRow.tsx';
import type { ResultProps } from './result-props.ts';

/** Duties of the employer and rights of the worker; what is law and what is only good practice is said on each. */
export function DutyList({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  if (assessment.duties.length === 0) return null;
  return (
    <Fold id="duties" title={texts.ui('duties.titleCount', { count: assessment.duties.length })}>
      <ul className="items">
        {assessment.duties.map((duty) => (
          <ItemRow
            key={duty.id}
            interview={interview}
            kind="duty"
            id={duty.id}
            name={say(`duties.${duty.id}.name`)}
            status={duty.status}
            grounds={duty}
            textKey={`duties.${duty.id}`}
            tags={<span className="tag ask">{texts.ui(`severity.${duty.severity}`)}</span>}
          >
            <p>{say(`duties.${duty.id}.text`)}</p>
          </ItemRow>
        ))}
      </ul>
    </Fold>
  );
}
