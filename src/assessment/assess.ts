import type { Answer, Answers, CompiledPack, CompiledRoute, Remedy, State } from '../rules/index.ts';
import { createState, FALSE, findProblemAmong, formatDate, TRUE, truthOf, UNKNOWN_ANSWER } from '../rules/index.ts';
import type { AssessedBlocker, AssessedRoute, Assessment, Grounds, ResidenceRef, RouteRequirements } from './assessment.ts';
import { chooseOutcome } from './choose-outcome.ts';
import { Explainer } from './explain.ts';
import { chooseNext, findRelevantQuestions, listOpenQuestions } from './find-relevant-questions.ts';
import { findWhatWouldChange } from './find-what-would-change.ts';
import { gatherRequirements } from './gather-requirements.ts';
import type { Judgement } from './judge-routes.ts';
import { judgeRoutes } from './judge-routes.ts';

const NOTHING: RouteRequirements = {
  warnings: [],
  documents: [],
  fees: [],
  feeTotals: [],
  unconfirmedFees: [],
  steps: [],
  deadlines: [],
  duties: [],
};

/**
 * Pack + answers + day → everything known. Pure: same input, same output.
 *
 * @param asOf days since 1970-01-01 of the day that the assessment is made for
 */
export function assess(compiled: CompiledPack, answers: Answers, asOf: number): Assessment {
  const state = createState(compiled, answers, asOf);
  const explainer = new Explainer(compiled, state);
  const judgements = judgeRoutes(compiled, state);
  const { outcome, recommended } = chooseOutcome(judgements);
  const relevance = findRelevantQuestions(judgements, state);
  const next = chooseNext(relevance);
  const shown = recommended ?? relevance.settled;
  const { id, version, reviewedOn } = compiled.pack;
  return {
    pack: { id, version, reviewedOn },
    asOf: formatDate(asOf),
    outcome,
    recommended: recommended?.route.route.id ?? null,
    because: recommended ? explainOutcome(compiled, explainer) : [],
    settledRoute: relevance.settled?.route.route.id ?? null,
    nextQuestion: nameNext(compiled, next),
    nextDecides: next?.decides ?? null,
    relevantQuestions: [...new Set([...findInterviewPath(compiled, answers, asOf).asked, ...listOpenQuestions(relevance, compiled)])],
    ...findUnknowns(compiled, judgements, { explainer, answers, shown }),
    routes: judgements.map((judgement) => describeRoute(judgement, { compiled, explainer, state })),
    blockers: describeBlockers(judgements, explainer),
    wouldChange: findWhatWouldChange(compiled, answers, asOf, outcome),
    ...(shown ? gatherRequirements(shown.route, state, explainer) : NOTHING),
  };
}

/** The lists of one route, whichever is recommended: for the comparison of routes. */
export function assessRoute(compiled: CompiledPack, answers: Answers, asOf: number, route: string): RouteRequirements {
  const found = compiled.routes.find((candidate) => candidate.route.id === route);
  if (!found) return NOTHING;
  const state = createState(compiled, answers, asOf);
  return gatherRequirements(found, state, new Explainer(compiled, state));
}

/** Outcome, recommended route and next question only: what an interview needs, without lists and reasons. */
export function assessOutcome(
  compiled: CompiledPack,
  answers: Answers,
  asOf: number,
): Pick<Assessment, 'outcome' | 'recommended' | 'nextQuestion' | 'nextDecides' | 'settledRoute'> {
  const state = createState(compiled, answers, asOf);
  const judgements = judgeRoutes(compiled, state);
  const { outcome, recommended } = chooseOutcome(judgements);
  const relevance = findRelevantQuestions(judgements, state);
  const next = chooseNext(relevance);
  return {
    outcome,
    recommended: recommended?.route.route.id ?? null,
    settledRoute: relevance.settled?.route.route.id ?? null,
    nextQuestion: nameNext(compiled, next),
    nextDecides: next?.decides ?? null,
  };
}

export type InterviewPath = {
  /** Answered questions that the interview asks in this case, in its order. */
  asked: readonly string[];
  /** Their answers; what does not belong to the path is left out, so that no ghost answer reaches an assessment. */
  answers: Answers;
  /** Questions that still matter and have no usable answer, the next one first. */
  open: readonly string[];
  /** What the first of them decides; `null` if none is open. */
  nextDecides: 'route' | 'outcome' | 'list' | null;
};

/**
 * Asks the questions of an interview in order and takes each answer from `answers`. An answer that no longer fits its
 * question or the other answers counts as missing, so it is asked again.
 */
export function findInterviewPath(compiled: CompiledPack, answers: Answers, asOf: number): InterviewPath {
  const taken: Record<string, Answer> = {};
  const asked: string[] = [];
  for (;;) {
    const state = createState(compiled, taken, asOf);
    const relevance = findRelevantQuestions(judgeRoutes(compiled, state), state);
    const open = listOpenQuestions(relevance, compiled);
    const next = open.find((id) => Object.hasOwn(answers, id) && isUsable(compiled, { ...taken, [id]: answers[id] }, id, asOf));
    const answer = next === undefined ? undefined : answers[next];
    if (next === undefined || answer === undefined)
      return { asked, answers: taken, open, nextDecides: chooseNext(relevance)?.decides ?? null };
    taken[next] = answer;
    asked.push(next);
  }
}

function isUsable(compiled: CompiledPack, answers: Partial<Answers>, id: string, asOf: number): boolean {
  return answers[id] !== undefined && findProblemAmong(compiled, answers as Answers, id, asOf) === undefined;
}

function nameNext(compiled: CompiledPack, next: { index: number } | undefined): string | null {
  return next ? (compiled.questions[next.index]?.question.id ?? null) : null;
}

/**
 * The smallest set of answers that gives the outcome and the recommended route. Unlike a condition, this can come back when less is known
 * (a route that would be preferred is no longer available, but possible), so answers are dropped until none can be.
 */
function explainOutcome(compiled: CompiledPack, explainer: Explainer): readonly string[] {
  const decide = (state: State): string => {
    const choice = chooseOutcome(judgeRoutes(compiled, state));
    return `${choice.outcome} ${choice.recommended?.route.route.id ?? ''}`;
  };
  let reasons = compiled.questions.map(({ question }) => question.id);
  for (;;) {
    const indexes = compiled.questions.filter(({ question }) => reasons.includes(question.id)).map(({ index }) => index);
    const fewer = explainer.explain(decide, indexes);
    if (fewer.length === reasons.length) return fewer;
    reasons = [...fewer];
  }
}

function describeRoute(
  { route, when, blockers, verdict }: Judgement,
  { compiled, explainer, state: now }: { compiled: CompiledPack; explainer: Explainer; state: State },
): AssessedRoute {
  const { id, kind, sources, confidence } = route.route;
  const held = route.blockers.filter((_, index) => blockers[index] === TRUE);
  const undecided = when === TRUE ? route.blockers.filter((_, index) => truthOf(blockers[index] ?? TRUE) === 'unknown') : [];
  const grounds = { sources, confidence };
  const blocking = verdict === 'blocked' ? held : [];
  const common = {
    id,
    kind,
    verdict,
    blockers: when === TRUE ? held.map(({ item }) => item.id) : [],
    possibleBlockers: undecided.map(({ item }) => item.id),
    pathToResidence: findPathToResidence(compiled, route, now),
  };
  if (verdict === 'possible') {
    const dependsOn = explainer.findDependencies((state, into) => {
      route.when.node.collectOpen(state, into);
      for (const blocker of route.blockers) if (blocker.item.ifUnknown === 'open') blocker.when.node.collectOpen(state, into);
    }, id);
    return { ...common, because: [], dependsOn, ...grounds };
  }
  const first = blocking[0];
  const decide = (state: State): string => `${route.when.node.evaluate(state)} ${first ? first.when.node.evaluate(state) : ''}`;
  return {
    ...common,
    because: explainer.explain(decide, [...route.when.reads, ...(first?.when.reads ?? [])], id),
    dependsOn: [],
    ...grounds,
  };
}

/** What the pack says about the way from a route to residence, without what the answers rule out. */
function findPathToResidence(compiled: CompiledPack, route: CompiledRoute, state: State): readonly ResidenceRef[] {
  state.route = route.route.id;
  return (route.route.pathToResidence ?? []).flatMap((id): readonly ResidenceRef[] => {
    // An item that is not on the list of this route says something about it all the same, whatever the answers.
    const onList = [...route.deadlines, ...route.warnings].find(({ item }) => item.id === id);
    if (onList?.when.node.evaluate(state) === FALSE) return [];
    if (compiled.pack.deadlines.some((item) => item.id === id)) return [{ kind: 'deadline', id }];
    return [{ kind: compiled.pack.warnings.some((item) => item.id === id) ? 'warning' : 'route', id }];
  });
}

/** Blockers that hold for any route whose own condition is true, also beside an available route. */
function describeBlockers(judgements: readonly Judgement[], explainer: Explainer): readonly AssessedBlocker[] {
  const found = new Map<string, AssessedBlocker>();
  for (const { route, when, blockers } of judgements) {
    if (when !== TRUE) continue;
    route.blockers.forEach((blocker, index) => {
      if (blockers[index] !== TRUE) return;
      const known = found.get(blocker.item.id);
      found.set(
        blocker.item.id,
        known ? { ...known, routes: [...known.routes, route.route.id] } : describeBlocker(blocker, route, explainer),
      );
    });
  }
  return [...found.values()];
}

function describeBlocker({ item, when }: CompiledRoute['blockers'][number], route: CompiledRoute, explainer: Explainer): AssessedBlocker {
  const grounds: Grounds = {
    because: explainer.explain((state) => when.node.evaluate(state), when.reads, route.route.id),
    dependsOn: [],
    sources: item.sources,
    confidence: item.confidence,
  };
  return { id: item.id, routes: [route.route.id], remedies: item.remedies.map(remedyId), ...grounds };
}

/** The id of the step, document, route, office or advice that a remedy names. */
export function remedyId(remedy: Remedy): string {
  return Object.values(remedy)[0] as string;
}

type UnknownsCase = { explainer: Explainer; answers: Answers; shown: Judgement | undefined };

/**
 * Questions answered with "I don't know" that leave a route possible, or leave open whether something stops the one that is shown; and the
 * offices that decide about these routes, so that the result can say what to find out and where.
 */
function findUnknowns(
  compiled: CompiledPack,
  judgements: readonly Judgement[],
  { explainer, answers, shown }: UnknownsCase,
): Pick<Assessment, 'findOut' | 'findOutAt'> {
  const found = new Set<string>();
  const offices = new Set<string>();
  for (const judgement of judgements) {
    const { route, verdict } = judgement;
    if (verdict !== 'possible' && judgement !== shown) continue;
    const ids = explainer.findDependencies((state, into) => {
      route.when.node.collectOpen(state, into);
      for (const blocker of route.blockers) blocker.when.node.collectOpen(state, into);
    }, route.route.id);
    const unknown = ids.filter((id) => answers[id] === UNKNOWN_ANSWER);
    for (const id of unknown) found.add(id);
    if (unknown.length > 0) for (const office of route.route.askOffices ?? route.route.decides ?? []) offices.add(office);
  }
  const idsOf = (items: readonly { id: string }[], set: ReadonlySet<string>): readonly string[] =>
    items.map(({ id }) => id).filter((id) => set.has(id));
  return { findOut: idsOf(compiled.pack.questions, found), findOutAt: idsOf(compiled.pack.offices, offices) };
}
