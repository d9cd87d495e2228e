import type { CompiledPack, CompiledRoute, Possible, State } from '../rules/index.ts';
import { FALSE, TRUE, truthOf, UNKNOWN } from '../rules/index.ts';
import type { Verdict } from './assessment.ts';

/** A set of verdicts that a route can still get, in four bits. */
export type PossibleVerdicts = number;
export const NOT_APPLICABLE: PossibleVerdicts = 1;
export const POSSIBLE: PossibleVerdicts = 2;
export const BLOCKED: PossibleVerdicts = 4;
export const AVAILABLE: PossibleVerdicts = 8;

/**
 * What becomes of one route. Computed when it is asked for, because an interview that asks for its next question looks at few of
 * the routes.
 */
export class Judgement {
  private knownWhen: Possible = 0;
  private knownBlockers: readonly Possible[] | undefined;

  constructor(
    readonly route: CompiledRoute,
    private readonly state: State,
  ) {}

  /** What the condition of the route can still become. */
  get when(): Possible {
    if (this.knownWhen === 0) {
      this.state.route = this.route.route.id;
      this.knownWhen = this.route.when.node.evaluate(this.state);
    }
    return this.knownWhen;
  }

  /** One for each blocker of the route, in the same order; none where the route does not apply. */
  get blockers(): readonly Possible[] {
    this.knownBlockers ??= this.when === FALSE ? [] : this.evaluateBlockers();
    return this.knownBlockers;
  }

  get verdict(): Verdict {
    return judge(this.route, this.when, this.blockers);
  }

  /** The verdicts that more answers could still give. */
  get stillPossible(): PossibleVerdicts {
    return findPossible(this.route, this.when, this.blockers);
  }

  private evaluateBlockers(): readonly Possible[] {
    this.state.route = this.route.route.id;
    return this.route.blockers.map((blocker) => blocker.when.node.evaluate(this.state));
  }
}

/** A verdict for each route, in pack order. */
export function judgeRoutes(compiled: CompiledPack, state: State): readonly Judgement[] {
  return compiled.routes.map((route) => new Judgement(route, state));
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
