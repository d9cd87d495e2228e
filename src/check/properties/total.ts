import { chooseNext, chooseOutcome, findPossibleOutcomes, findRelevantQuestions, judgeRoutes } from '../../assessment/index.ts';
import type { CompiledPack, State } from '../../rules/index.ts';
import { createState, FALSE, TRUE, UNKNOWN_ANSWER } from '../../rules/index.ts';
import type { SearchResult } from '../branch-and-bound.ts';
import { searchFor, shrinkWitness } from '../branch-and-bound.ts';
import type { CheckContext } from '../check-context.ts';
import { askForCase } from '../check-context.ts';
import type { Finding, PropertyReport, Witness } from '../finding.ts';

const UNKNOWN_SAMPLES = 1000;
const MOST_NODES = 1500;

/**
 * Every complete set of answers ends in one outcome other than `undetermined`. With "I don't know" among them, an undetermined
 * outcome names what to find out and where.
 */
export function proveTotal(context: CheckContext): PropertyReport {
  const { digest, memo, pack } = context;
  const places = pack.questions.map(({ id, sources }) => `${id}: ${sources.join(' ')}`);
  return memo.recall('total', [digest.routes, ...places].join('\n'), () => prove(context));
}

function prove(context: CheckContext): PropertyReport {
  const { compiled, samples, choices, smt } = context;
  const isGap = ({ answers, asOf }: Witness): boolean =>
    chooseOutcome(judgeRoutes(compiled, createState(compiled, answers, asOf))).outcome === 'undetermined';
  const sampled = samples[choices.findIndex(({ outcome }) => outcome === 'undetermined')];
  const asked = askForCase(context, [smt.outcomes().undetermined]);
  const search = searchOnce(context);
  const witness = sampled ?? search.witness ?? (asked.witness && isGap(asked.witness) ? asked.witness : undefined);
  const findings: Finding[] = [];
  if (witness) findings.push(describeGap(context, witness));
  else if (asked.verdict === 'sat')
    findings.push({
      severity: 'error',
      message: 'solverDisagrees',
      values: { property: 'total' },
      ...(asked.witness ? { witness: asked.witness } : {}),
    });
  else if (asked.verdict === 'unknown') findings.push({ severity: 'warning', message: 'undecided', values: { property: 'total' } });
  findings.push(...findSilentDoubts(context));
  const catchAll = measureCatchAll(context);
  return {
    property: 'total',
    findings: [...findings, ...catchAll.findings],
    provers: [...(asked.verdict === 'unsat' ? (['solver'] as const) : []), ...(search.verdict === 'none' ? (['engine'] as const) : [])],
    figures: {
      samples: samples.length,
      unknownSamples: UNKNOWN_SAMPLES,
      nodes: search.nodes,
      search: search.verdict,
      catchAllShare: catchAll.share,
    },
  };
}

/** A search that came to no end in an earlier version of the pack would come to none now; a proof is made anew. */
function searchOnce(context: CheckContext): SearchResult {
  const { digest, memo } = context;
  const isEndless = ({ verdict, witness }: SearchResult): boolean => verdict === 'unclear' && witness === undefined;
  const find = (): SearchResult => searchForGap(context);
  return memo.recallExample('search for a gap', digest.space, { stillShows: isEndless, find }) ?? find();
}

/** Branch and bound over the interview itself: a path is left as soon as its outcome is certain. */
function searchForGap({ compiled, classes, days }: CheckContext): SearchResult {
  const questions = compiled.program.questions.map((question) => ({ ...question, mayBeUnknown: false }));
  const certain: CompiledPack = { ...compiled, program: { ...compiled.program, questions } };
  return searchFor(
    {
      evaluate: (state) => {
        const outcomes = findPossibleOutcomes(judgeRoutes(certain, state));
        if (!outcomes.has('undetermined')) return FALSE;
        return outcomes.size === 1 ? TRUE : TRUE | FALSE;
      },
      collect: (state, into) => {
        const next = chooseNext(findRelevantQuestions(judgeRoutes(certain, state), state));
        if (next && next.decides !== 'list') into.add(next.index);
      },
    },
    { compiled: certain, classes, asOf: days[0] ?? 0, withUnknowns: false, mostNodes: MOST_NODES },
  );
}

/** The gap in as few answers as possible, with the routes that come nearest to closing it. */
function describeGap({ compiled }: CheckContext, witness: Witness): Finding {
  const stuck = (state: State): boolean => {
    const outcomes = findPossibleOutcomes(judgeRoutes(compiled, state));
    return outcomes.size === 1 && outcomes.has('undetermined');
  };
  const shrunk = shrinkWitness(compiled, witness, stuck);
  const judgements = judgeRoutes(compiled, createState(compiled, witness.answers, witness.asOf));
  const possible = judgements.filter(({ verdict }) => verdict === 'possible').map(({ route }) => route.route.id);
  const nearest = nearestRoutes(compiled, witness);
  const notAsked = listNotAsked(compiled, witness, possible);
  return {
    severity: 'error',
    message: possible.length === 0 ? 'gap' : notAsked.length === 0 ? 'gapPossible' : 'gapNotAsked',
    values: { routes: possible.join(', '), nearest: nearest.join(', '), questions: notAsked.join(', ') },
    witness: shrunk,
  };
}

/** Questions that these routes read and that are not asked of this person: a test of their answers is neither true nor false. */
function listNotAsked(compiled: CompiledPack, { answers, asOf }: Witness, routes: readonly string[]): readonly string[] {
  const state = createState(compiled, answers, asOf);
  const read = new Set(compiled.routes.filter(({ route }) => routes.includes(route.id)).flatMap(({ when }) => when.reads));
  return compiled.questions.filter(({ index }) => read.has(index) && state.askedOf(index) === FALSE).map(({ question }) => question.id);
}

/** The three routes of which the fewest tests fail. */
function nearestRoutes(compiled: CompiledPack, { answers, asOf }: Witness): readonly string[] {
  const state = createState(compiled, answers, asOf);
  const failing = compiled.routes.map(({ route, when }) => {
    const parts = when.tree.kind === 'all' ? when.tree.of : [when.tree];
    const misses = parts.filter(
      (part) => part.kind === 'named' && state.named([...compiled.conditions.keys()].indexOf(part.id), false) === FALSE,
    ).length;
    return { id: route.id, misses: misses + (parts.length - parts.filter((part) => part.kind === 'named').length) / 100 };
  });
  return failing
    .sort((a, b) => a.misses - b.misses)
    .slice(0, 3)
    .map(({ id }) => id);
}

/** An undetermined outcome that does not say what to find out, or not where. */
function findSilentDoubts(context: CheckContext): readonly Finding[] {
  const { compiled, digest, memo, smt } = context;
  const findings: Finding[] = [];
  for (const witness of memo.recall('doubtful cases', digest.space, () => drawDoubtful(context))) {
    const silence = findSilence(compiled, witness);
    if (silence && !findings.some(({ message }) => message === silence))
      findings.push({ severity: 'error', message: silence, values: {}, witness });
  }
  const verdicts = compiled.routes.map((route) => smt.verdict(route).possible);
  const silent = askForCase(context, [smt.outcomes().undetermined, smt.not(smt.or(...verdicts))], true);
  if (silent.verdict === 'sat' && silent.witness)
    findings.push({ severity: 'error', message: 'doubtWithoutRoute', values: {}, witness: silent.witness });
  return findings;
}

function drawDoubtful({ drawer }: CheckContext): readonly Witness[] {
  drawer.unknownShare = 0.15;
  const drawn = Array.from({ length: UNKNOWN_SAMPLES }, () => drawer.draw()).filter((witness) => witness !== undefined);
  drawer.unknownShare = 0;
  return drawn;
}

function findSilence(compiled: CompiledPack, { answers, asOf }: Witness): 'doubtWithoutQuestion' | 'doubtWithoutPlace' | undefined {
  const judgements = judgeRoutes(compiled, createState(compiled, answers, asOf));
  if (chooseOutcome(judgements).outcome !== 'undetermined') return undefined;
  const known = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== UNKNOWN_ANSWER));
  const asking = createState(compiled, known, asOf);
  const open = new Set<number>();
  const doubtful = judgements.filter(({ verdict }) => verdict === 'possible');
  for (const { route } of doubtful) {
    asking.route = route.route.id;
    route.when.node.collectOpen(asking, open);
    for (const blocker of route.blockers) blocker.when.node.collectOpen(asking, open);
  }
  if (open.size === 0) return 'doubtWithoutQuestion';
  const offices = doubtful.flatMap(({ route }) => [...(route.route.decides ?? []), ...(route.route.askOffices ?? [])]);
  const sources = [...open].flatMap((index) => compiled.questions[index]?.question.sources ?? []).filter((id) => id !== 'unverified');
  return offices.length > 0 || sources.length > 0 ? undefined : 'doubtWithoutPlace';
}

/** Routes whose condition is nothing but a denial of others cover what nobody thought of: their share should be small. */
function measureCatchAll({ compiled, choices }: CheckContext): { share: string; findings: readonly Finding[] } {
  const catchAlls = compiled.routes
    .filter(
      ({ when }) =>
        when.tree.kind === 'constant' ||
        when.tree.kind === 'not' ||
        (when.tree.kind === 'all' && when.tree.of.every((part) => part.kind === 'not')),
    )
    .map(({ route }) => route.id);
  const caught = choices.filter(({ recommended }) => recommended !== undefined && catchAlls.includes(recommended));
  const share = `${((100 * caught.length) / Math.max(1, choices.length)).toFixed(1)} %`;
  if (caught.length === 0) return { share, findings: [] };
  return { share, findings: [{ severity: 'note', message: 'catchAll', values: { routes: catchAlls.join(', '), share } }] };
}
