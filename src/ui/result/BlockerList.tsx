import type { ReactNode } from 'react';
import type { AssessedBlocker } from '../../assessment/index.ts';
import type { Remedy } from '../../rules/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { ItemRow, SettleLinks } from './ItemRow.tsx';
import type { ResultProps } from './result-props.ts';

/** What stops the way now, with the remedies in order; then what could still stop it. */
export function BlockerList({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const shown = assessment.recommended ?? assessment.settledRoute;
  const own = assessment.blockers.filter(({ routes }) => shown !== null && routes.includes(shown));
  const other = assessment.blockers.filter((blocker) => !own.includes(blocker));
  const undecided = assessment.routes.find((route) => route.id === shown)?.possibleBlockers ?? [];
  if (own.length + other.length + undecided.length === 0) return null;
  return (
    <section aria-labelledby="blockers">
      {own.length > 0 && <h2 id="blockers">{texts.ui('blockers.title', { count: own.length })}</h2>}
      <Blockers blockers={own} interview={interview} assessment={assessment} />
      {other.length > 0 && (
        <>
          <h2 id={own.length > 0 ? undefined : 'blockers'}>{texts.ui('blockers.otherTitle')}</h2>
          <p>{texts.ui('blockers.otherText')}</p>
          <Blockers blockers={other} interview={interview} assessment={assessment} />
        </>
      )}
      {undecided.length > 0 && (
        <>
          <h2 id={own.length + other.length > 0 ? undefined : 'blockers'}>{texts.ui('blockers.possibleTitle')}</h2>
          <ul>
            {undecided.map((id) => (
              <li key={id}>
                <strong>{say(`blockers.${id}.name`)}.</strong> {say(`blockers.${id}.why`)}
                <SettleLinks interview={interview} questions={questionsOf(interview, id)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function questionsOf({ compiled, snapshot }: ResultProps['interview'], blocker: string): readonly string[] {
  const entry = compiled.routes.flatMap((route) => route.blockers).find(({ item }) => item.id === blocker);
  const { answers } = snapshot.context;
  return (entry?.when.reads ?? [])
    .flatMap((index) => compiled.questions[index]?.question.id ?? [])
    .filter((id) => answers[id] === undefined || answers[id] === 'unknown');
}

function Blockers({ blockers, interview, assessment }: ResultProps & { blockers: readonly AssessedBlocker[] }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  return (
    <ul className="items">
      {blockers.map((blocker) => (
        <ItemRow
          key={blocker.id}
          interview={interview}
          kind="blocker"
          id={blocker.id}
          name={say(`blockers.${blocker.id}.name`)}
          grounds={blocker}
          textKey={`blockers.${blocker.id}`}
        >
          <p>{say(`blockers.${blocker.id}.why`)}</p>
          <p>
            <strong>{texts.ui('blockers.remedies')}</strong>
          </p>
          <Remedies interview={interview} remedies={listRemedies(interview, assessment, blocker.id)} />
        </ItemRow>
      ))}
    </ul>
  );
}

/** Remedies of a blocker without routes that the answers rule out already: they would help somebody else. */
function listRemedies({ compiled }: ResultProps['interview'], { routes }: ResultProps['assessment'], blocker: string): readonly Remedy[] {
  const all = compiled.pack.blockers.find(({ id }) => id === blocker)?.remedies ?? [];
  const helping = all.filter(
    (remedy) => !('route' in remedy) || routes.some(({ id, verdict }) => id === remedy.route && verdict !== 'not-applicable'),
  );
  return helping.length > 0 ? helping : all;
}

/** What puts it right, in order. */
export function Remedies({ interview, remedies }: { interview: ResultProps['interview']; remedies: readonly Remedy[] }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const sayRemedy = (remedy: Remedy): string => {
    if ('advice' in remedy) return say(`advice.${remedy.advice}`);
    if ('step' in remedy) return say(`steps.${remedy.step}.name`);
    if ('document' in remedy) return texts.ui('remedy.document', { name: say(`documents.${remedy.document}.name`) });
    if ('route' in remedy) return texts.ui('remedy.route', { name: say(`routes.${remedy.route}.name`) });
    return texts.ui('remedy.office', { name: say(`offices.${remedy.office}.name`) });
  };
  return (
    <ol>
      {remedies.map((remedy) => (
        <li key={JSON.stringify(remedy)}>{sayRemedy(remedy)}</li>
      ))}
    </ol>
  );
}
