import type { ReactNode } from 'react';
import type { Conflict } from '../../rules/index.ts';
import { SourceList } from '../components/SourceList.tsx';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { Fold } from './Fold.tsx';
import type { ResultProps } from './result-props.ts';

/** Conflicts between sources that concern something on this result. */
export function listConflicts({ interview, assessment }: ResultProps): readonly Conflict[] {
  const { pack } = interview.compiled;
  const shown = assessment.recommended ?? assessment.settledRoute;
  const ids = new Set<string>([
    ...(shown === null ? [] : [shown, ...Object.entries(pack.routeSets).flatMap(([set, routes]) => (routes.includes(shown) ? [set] : []))]),
    ...[
      assessment.documents,
      assessment.fees,
      assessment.steps,
      assessment.deadlines,
      assessment.duties,
      assessment.warnings,
      assessment.blockers,
    ].flatMap((items) => items.map(({ id }) => id)),
  ]);
  return pack.conflicts.filter((conflict) => conflict.items.some((item) => ids.has(item)));
}

export function ConflictList({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const { say, find } = usePackTexts(interview.country, interview.reader);
  const conflicts = listConflicts({ interview, assessment });
  if (conflicts.length === 0) return null;
  return (
    <Fold id="conflicts" title={texts.ui('conflicts.titleCount', { count: conflicts.length })}>
      <p>{texts.ui('conflicts.text')}</p>
      <ul className="items">
        {conflicts.map((conflict) => {
          const key = `conflicts.${conflict.id}`;
          return (
            <li key={conflict.id}>
              <p className="item-name">{say(`${key}.matter`)}</p>
              <p>{say(`${key}.say`)}</p>
              <p>
                <strong>{texts.ui('conflicts.follows')}</strong> {say(`${key}.follows`)}
              </p>
              {(find(`${key}.ask`) !== undefined || conflict.ask) && (
                <p>
                  <strong>{texts.ui('conflicts.ask')}</strong>{' '}
                  {find(`${key}.ask`) ?? texts.list((conflict.ask ?? []).map((office) => say(`offices.${office}.name`)))}
                </p>
              )}
              <details className="why">
                <summary>
                  {texts.ui('sources.title')}
                  <span className="visually-hidden">{`: ${say(`${key}.matter`)}`}</span>
                </summary>
                <div>
                  <SourceList sources={interview.compiled.pack.sources.filter(({ id }) => conflict.sources.includes(id))} />
                </div>
              </details>
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}
