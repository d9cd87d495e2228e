import type { Outcome, RouteKind, Verdict } from './assessment.ts';
import type { Judgement, PossibleVerdicts } from './judge-routes.ts';
import { AVAILABLE, BLOCKED, POSSIBLE } from './judge-routes.ts';

/** One rung of the ladder: routes of these kinds with this verdict give this outcome. */
type Rung = { kinds: readonly RouteKind[]; verdict: Verdict; bit: PossibleVerdicts; outcome: Outcome };

const ALL_KINDS: readonly RouteKind[] = ['exempt', 'permit', 'refer', 'closed'];

/** The order in which verdicts decide; the first rung that fits gives the outcome. */
export const LADDER: readonly Rung[] = [
  { kinds: ['exempt'], verdict: 'available', bit: AVAILABLE, outcome: 'no-permit-needed' },
  { kinds: ['permit'], verdict: 'available', bit: AVAILABLE, outcome: 'permit' },
  { kinds: ['exempt', 'permit'], verdict: 'possible', bit: POSSIBLE, outcome: 'undetermined' },
  { kinds: ALL_KINDS, verdict: 'blocked', bit: BLOCKED, outcome: 'blocked' },
  { kinds: ['refer'], verdict: 'available', bit: AVAILABLE, outcome: 'ask-authority' },
  { kinds: ALL_KINDS, verdict: 'possible', bit: POSSIBLE, outcome: 'undetermined' },
  { kinds: ['closed'], verdict: 'available', bit: AVAILABLE, outcome: 'not-possible' },
];

export type Choice = { outcome: Outcome; recommended: Judgement | undefined };

/**
 * Verdicts → outcome and recommended route.
 *
 * While an unanswered question could still change the outcome, it is `undetermined`; an answer "I don't know"
 * does not hold it open.
 */
export function chooseOutcome(judgements: readonly Judgement[]): Choice {
  const rung = LADDER.find((candidate) => judgements.some((judgement) => gives(candidate, judgement)));
  if (!rung || rung.outcome === 'undetermined' || findPossibleOutcomes(judgements).size > 1) {
    return { outcome: 'undetermined', recommended: undefined };
  }
  return { outcome: rung.outcome, recommended: judgements.find((judgement) => gives(rung, judgement)) };
}

function gives(rung: Rung, { route, verdict }: Judgement): boolean {
  return verdict === rung.verdict && rung.kinds.includes(route.route.kind);
}

/** The outcomes that the unanswered questions leave open. */
export function findPossibleOutcomes(judgements: readonly Judgement[]): ReadonlySet<Outcome> {
  const outcomes = new Set<Outcome>();
  for (const rung of LADDER) {
    const onRung = judgements.filter(({ route }) => rung.kinds.includes(route.route.kind));
    if (onRung.some(({ stillPossible }) => stillPossible & rung.bit)) outcomes.add(rung.outcome);
    if (onRung.some(({ stillPossible }) => stillPossible === rung.bit)) return outcomes;
  }
  outcomes.add('undetermined');
  return outcomes;
}

/** How good an outcome is for the user; higher is better. */
export function rankOutcome(outcome: Outcome): number {
  return RANK[outcome];
}

const RANK: Record<Outcome, number> = {
  'no-permit-needed': 4,
  permit: 3,
  'ask-authority': 2,
  blocked: 2,
  'not-possible': 1,
  undetermined: 0,
};
