import type { CompiledAmount, CompiledPack, CompiledRoute, State } from '../rules/index.ts';
import { FALSE, isOpen, TRUE, UNKNOWN } from '../rules/index.ts';
import type { RouteKind } from './assessment.ts';
import { chooseOutcome, LADDER } from './choose-outcome.ts';
import type { Judgement } from './judge-routes.ts';

/** Open questions by what they can still change; the interview asks the first list before the second and third. */
export type Relevance = {
  /** Which route is recommended, blockers aside. */
  route: ReadonlySet<number>;
  /** A blocker of that route, hence the outcome. */
  outcome: ReadonlySet<number>;
  /** A document, fee, step, deadline, duty or warning of that route. */
  list: ReadonlySet<number>;
  /** The route that the answers lead to, once no answer can change it. */
  settled: Judgement | undefined;
};

const NONE: ReadonlySet<number> = new Set();

/** Which open questions can still change something. Design, section 4. */
export function findRelevantQuestions(judgements: readonly Judgement[], state: State): Relevance {
  const { open, settled } = findFrontier(judgements);
  if (open.length > 0) {
    const route = new Set<number>();
    for (const judgement of open) collectWhen(judgement, state, route);
    return { route, outcome: NONE, list: NONE, settled: undefined };
  }
  const outcome = new Set<number>();
  if (settled) collectBlockers(settled, state, outcome);
  if (outcome.size === 0) collectRest(judgements, state, outcome);
  const list = new Set<number>();
  const shown = chooseShown(judgements, settled);
  if (shown && outcome.size === 0) collectLists(shown.route, state, list);
  return { route: NONE, outcome, list, settled };
}

/**
 * Routes that can still become the recommended one, blockers aside: those that may come true before the first that is
 * true, exemptions before permits, permits before questions to an authority, these before closed doors. A route that "I don't know" has
 * left possible makes the outcome undetermined, so nothing that comes after its kind settles the case, nor does a closed door beside
 * another one that is left possible; whether it is ruled out after all is asked first.
 */
function findFrontier(judgements: readonly Judgement[]): { open: readonly Judgement[]; settled: Judgement | undefined } {
  const open: Judgement[] = [];
  const passed: RouteKind[] = [];
  for (const kind of ['exempt', 'permit', 'refer'] as const) {
    for (const judgement of judgements) {
      if (judgement.route.route.kind !== kind) continue;
      if (judgement.when === TRUE) return { open, settled: judgement };
      if (isOpen(judgement.when) && judgement.when & TRUE) open.push(judgement);
    }
    passed.push(kind);
    // An exemption that stays possible does not hold back a permit.
    if (kind === 'exempt') continue;
    const ahead = judgements.filter(({ route }) => passed.includes(route.route.kind));
    if (ahead.some(({ when }) => when === UNKNOWN)) return { open, settled: undefined };
    open.push(...ahead.filter((judgement) => isOpen(judgement.when) && !open.includes(judgement)));
  }
  const doors = judgements.filter(({ route }) => route.route.kind === 'closed');
  open.push(...doors.filter(({ when }) => isOpen(when)));
  const isSettled = open.length === 0 && !doors.some(({ when }) => when === UNKNOWN);
  return { open, settled: isSettled ? doors.find(({ when }) => when === TRUE) : undefined };
}

/**
 * What else can still change the outcome or the route that gave it, where the settled one is blocked or does not decide alone: down the
 * ladder, the routes that may still stand on a rung before one that does.
 */
function collectRest(judgements: readonly Judgement[], state: State, into: Set<number>): void {
  for (const { kinds, bit, outcome } of LADDER) {
    const onRung = judgements.filter(({ route, stillPossible }) => kinds.includes(route.route.kind) && stillPossible & bit);
    // Which of several routes leaves the outcome undetermined makes no difference.
    if (outcome === 'undetermined' && onRung.some(({ stillPossible }) => stillPossible === bit)) return;
    for (const judgement of onRung) {
      if (judgement.stillPossible === bit) return;
      collectWhen(judgement, state, into);
      collectBlockers(judgement, state, into);
      if (into.size > 0) return;
    }
  }
}

/** The route whose lists the assessment shows: the recommended one, or while there is none the one that the answers lead to. */
function chooseShown(judgements: readonly Judgement[], settled: Judgement | undefined): Judgement | undefined {
  return chooseOutcome(judgements).recommended ?? settled;
}

function collectWhen({ route, when }: Judgement, state: State, into: Set<number>): void {
  state.route = route.route.id;
  if (isOpen(when)) route.when.node.collectOpen(state, into);
}

function collectBlockers({ route, when, blockers }: Judgement, state: State, into: Set<number>): void {
  if (when === FALSE) return;
  state.route = route.route.id;
  blockers.forEach((blocker, index) => {
    if (isOpen(blocker)) route.blockers[index]?.when.node.collectOpen(state, into);
  });
}

/** Open questions of the lists of one route. */
export function collectLists(route: CompiledRoute, state: State, into: Set<number>): void {
  state.route = route.route.id;
  for (const items of [route.warnings, route.documents, route.fees, route.steps, route.deadlines, route.duties]) {
    for (const item of items) {
      if (isOpen(item.when.node.evaluate(state))) item.when.node.collectOpen(state, into);
    }
  }
  for (const fee of route.fees) {
    if (fee.when.node.evaluate(state) === FALSE) continue;
    collectAmount(fee.amount, state, into);
    fee.clauses.forEach((clause, index) => {
      const quantity = fee.quantities[index];
      if (quantity && clause.when.node.evaluate(state) !== FALSE && quantity.node.compute(state) === 'open')
        quantity.node.collectOpen(state, into);
    });
  }
  for (const document of route.documents) {
    document.clauses.forEach((clause, index) => {
      const copies = document.copies[index];
      if (copies && clause.when.node.evaluate(state) !== FALSE && copies.node.compute(state) === 'open')
        copies.node.collectOpen(state, into);
    });
  }
  for (const deadline of route.deadlines) {
    if (deadline.date && deadline.when.node.evaluate(state) !== FALSE && deadline.date.node.compute(state) === 'open') {
      deadline.date.node.collectOpen(state, into);
    }
  }
}

function collectAmount(amount: CompiledAmount, state: State, into: Set<number>): void {
  if (amount.kind === 'exact' && amount.value.node.compute(state) === 'open') amount.value.node.collectOpen(state, into);
  if (amount.kind === 'tariff' && amount.on.node.compute(state) === 'open') amount.on.node.collectOpen(state, into);
  if (amount.kind !== 'cases') return;
  for (const entry of amount.cases) {
    const possible = entry.when.node.evaluate(state);
    if (isOpen(possible)) entry.when.node.collectOpen(state, into);
    if (possible !== FALSE) collectAmount(entry.amount, state, into);
    if (possible === TRUE) return;
  }
}

/** The question to ask next, by index, and what it decides. */
export function chooseNext(relevance: Relevance): { index: number; decides: 'route' | 'outcome' | 'list' } | undefined {
  for (const decides of ['route', 'outcome', 'list'] as const) {
    if (relevance[decides].size > 0) return { index: Math.min(...relevance[decides]), decides };
  }
  return undefined;
}

/** All open questions that matter now, in the order of asking. */
export function listOpenQuestions(relevance: Relevance, compiled: CompiledPack): readonly string[] {
  const indexes = [relevance.route, relevance.outcome, relevance.list].flatMap((set) => [...set].sort((a, b) => a - b));
  return [...new Set(indexes)].map((index) => compiled.questions[index]?.question.id ?? '');
}
