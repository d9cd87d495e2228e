import type { CompiledPack, CompiledRoute, Possible, State } from '../rules/index.ts';
import { FALSE, TRUE, truthOf, UNKNOWN } from '../rules/index.ts';
import type { Verdict } from './assessment.ts';

/** A set of verdicts that a route can still get, in four bits. */
export type PossibleVerdicts = number;
export const NOT_APPLICABLE: PossibleVerdicts = 1;
export const POSSIBLE: PossibleVerdicts = 2;
export const BLOCKED: PossibleVerdicts = 4;
export const AVAILABLE: PossibleVerdicts = 8;

export type Judgement = {
  readonly route: CompiledRoute;
  readonly when: Possible;
  /** One for each blocker of the route, in the same order. */
  readonly blockers: readonly Possible[];
  readonly verdict: Verdict;
  readonly stillPossible: PossibleVerdicts;
};

/** A verdict for each route in pack order, with the verdicts that more answers could still give it. */
export function judgeRoutes(compiled: CompiledPack, state: State): readonly Judgement[] {
  return compiled.routes.map((route) => {
    state.route = route.route.id;
    const when = route.when.node.evaluate(state);
    const blockers = when === FALSE ? [] : route.blockers.map((blocker) => blocker.when.node.evaluate(state));
    return { route, when, blockers, verdict: judge(route, when, blockers), stillPossible: findPossible(route, when, blockers) };
  });
}

function judge(route: CompiledRoute, when: Possible, blockers: readonly Possible[]): Verdict {
  const truth = truthOf(when);
  if (truth === 'false') return 'not-applicable';
  if (truth === 'unknown') return 'possible';
  if (blockers.includes(TRUE)) return 'blocked';
  return blockers.some((blocker, index) => keepsOpen(route, index) && blocker !== FALSE) ? 'possible' : 'available';
}

function findPossible(route: CompiledRoute, when: Possible, blockers: readonly Possible[]): PossibleVerdicts {
  let verdicts = (when & FALSE ? NOT_APPLICABLE : 0) | (when & UNKNOWN ? POSSIBLE : 0);
  if (!(when & TRUE)) return verdicts;
  if (blockers.includes(TRUE)) return verdicts | BLOCKED;
  if (blockers.some((blocker) => blocker & TRUE)) verdicts |= BLOCKED;
  const undecided = blockers.filter((_, index) => keepsOpen(route, index));
  if (undecided.some((blocker) => blocker & UNKNOWN)) verdicts |= POSSIBLE;
  if (!undecided.some((blocker) => (blocker & ~TRUE) === UNKNOWN)) verdicts |= AVAILABLE;
  return verdicts;
}

/** Does the pack say that the route stays open while this blocker is unknown? */
function keepsOpen(route: CompiledRoute, index: number): boolean {
  return route.blockers[index]?.item.ifUnknown === 'open';
}
