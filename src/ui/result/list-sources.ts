import type { Source } from '../../rules/index.ts';
import type { ResultProps } from './result-props.ts';

/** Sources of everything that the result lists, in the order of the pack. */
export function listSources({ interview, assessment }: ResultProps): readonly Source[] {
  const { blockers, warnings, documents, fees, steps, deadlines, duties, routes } = assessment;
  const shown = routes.filter(({ verdict }) => verdict !== 'not-applicable');
  const cited = new Set(
    [shown, blockers, warnings, documents, fees, steps, deadlines, duties].flatMap((items) => items.flatMap(({ sources }) => sources)),
  );
  return interview.compiled.pack.sources.filter(({ id }) => cited.has(id));
}
