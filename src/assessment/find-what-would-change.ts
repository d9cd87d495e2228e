import type { Answer, Answers, CompiledPack, CompiledQuestion, Condition, Expression } from '../rules/index.ts';
import { createState, findProblemAmong, formatDate, parseDate, UNKNOWN_ANSWER, walk } from '../rules/index.ts';
import type { Outcome, OutcomeChange } from './assessment.ts';
import type { Choice } from './choose-outcome.ts';
import { chooseOutcome, rankOutcome } from './choose-outcome.ts';
import { judgeRoutes } from './judge-routes.ts';

type Change = { question: string; to: Answer };

/** More candidate pairs than this are not tried: the search must stay below a tenth of a second on a cheap phone. */
const MOST_PAIRS = 3000;

/**
 * Single changes of changeable answers that lead to a better outcome; where there are none, pairs of changes. Each is run
 * through the evaluator before it is promised.
 */
export function findWhatWouldChange(compiled: CompiledPack, answers: Answers, asOf: number, now: Outcome): readonly OutcomeChange[] {
  if (rankOutcome(now) >= rankOutcome('permit') || now === 'undetermined') return [];
  const search = new ChangeSearch(compiled, answers, asOf, rankOutcome(now));
  const singles = search.findSingles();
  return singles.length > 0 ? singles : search.findPairs();
}

class ChangeSearch {
  private readonly changes: readonly Change[];
  /** Questions whose limits depend on other answers, and keep them now. */
  private readonly tied: readonly string[];

  constructor(
    private readonly compiled: CompiledPack,
    private readonly answers: Answers,
    private readonly asOf: number,
    private readonly rank: number,
  ) {
    const state = createState(compiled, answers, asOf);
    this.tied = compiled.questions
      .filter(
        ({ question, mustHold, onlyIf, index }) =>
          state.isAnswered(index) && (mustHold.length > 0 || onlyIf.size > 0 || isTied(question.range)),
      )
      .map(({ question }) => question.id)
      .filter((id) => findProblemAmong(compiled, answers, id, asOf) === undefined);
    this.changes = compiled.questions
      .filter(({ question, index }) => question.changeable === true && state.isAnswered(index))
      .flatMap((entry) => this.listAlternatives(entry).map((to) => ({ question: entry.question.id, to })));
  }

  findSingles(): readonly OutcomeChange[] {
    const better = this.changes.flatMap((change) => this.tryOut([change]));
    return keepNearest(better, this.answers);
  }

  findPairs(): readonly OutcomeChange[] {
    const found: OutcomeChange[] = [];
    let tried = 0;
    for (const [position, first] of this.changes.entries()) {
      for (const second of this.changes.slice(position + 1)) {
        if (first.question === second.question) continue;
        tried += 1;
        if (tried > MOST_PAIRS) return found;
        found.push(...this.tryOut([first, second]));
      }
    }
    return keepNearestPairs(found);
  }

  private tryOut(changes: readonly Change[]): OutcomeChange[] {
    const changed = { ...this.answers, ...Object.fromEntries(changes.map(({ question, to }) => [question, to])) };
    const { outcome, recommended } = this.decide(changed);
    const [first, second] = changes;
    if (!recommended || !first || rankOutcome(outcome) <= this.rank) return [];
    if (this.isRefused(changed, changes)) return [];
    return [{ question: first.question, to: first.to, ...(second ? { and: second } : {}), outcome, route: recommended.route.route.id }];
  }

  /** Would the changed answers be refused? A change can also break the limit of another answer: nationals' pay above the new payroll. */
  private isRefused(changed: Answers, changes: readonly Change[]): boolean {
    const ids = new Set([...changes.map(({ question }) => question), ...this.tied]);
    return [...ids].some((id) => findProblemAmong(this.compiled, changed, id, this.asOf) !== undefined);
  }

  private decide(answers: Answers): Choice {
    return chooseOutcome(judgeRoutes(this.compiled, createState(this.compiled, answers, this.asOf)));
  }

  /** Other answers that could matter: the options, or the values at the thresholds that the rules name. */
  private listAlternatives({ question, index }: CompiledQuestion): readonly Answer[] {
    const now = this.answers[question.id];
    const candidates = ((): readonly Answer[] => {
      if (question.type === 'yesNo') return [true, false];
      if (question.type === 'choice') return (question.options ?? []).map((option) => option.id);
      if (question.type === 'any') return (question.options ?? []).map((option) => [option.id]).concat([[]]);
      if (question.type === 'country') return [];
      return this.listThresholds(index, question.type);
    })();
    return candidates.filter((candidate) => JSON.stringify(candidate) !== JSON.stringify(now) && candidate !== UNKNOWN_ANSWER);
  }

  private listThresholds(index: number, type: string): readonly Answer[] {
    const entry = this.compiled.questions[index];
    if (!entry) return [];
    const { id, range } = entry.question;
    const values = new Set<number>();
    for (const root of treesOf(this.compiled)) {
      walk(root, (node) => {
        if (node.kind !== 'compare') return;
        const other = answersOnly(node.left, id) ? node.right : answersOnly(node.right, id) ? node.left : undefined;
        const limit =
          other &&
          constantOf(other, (question) => {
            const answer = this.answers[question];
            return typeof answer === 'number' ? answer : typeof answer === 'string' ? parseDate(answer) : undefined;
          });
        if (limit !== undefined) for (const value of [limit - 1, limit, limit + 1]) values.add(value);
      });
    }
    if (type !== 'date') for (const value of this.bisect(entry)) values.add(value);
    if (type === 'date') return [...values].map(formatDate);
    const fits = (value: number): boolean =>
      (typeof range?.least !== 'number' || value >= range.least) && (typeof range?.most !== 'number' || value <= range.most);
    return [...values].filter(fits);
  }

  /** The nearest whole numbers below and above at which the outcome gets better, where it does so at the end of the range. */
  private bisect({ question }: CompiledQuestion): readonly number[] {
    const now = this.answers[question.id];
    if (typeof now !== 'number') return [];
    const better = (value: number): boolean => {
      const changed = { ...this.answers, [question.id]: value };
      return rankOutcome(this.decide(changed).outcome) > this.rank && !this.isRefused(changed, [{ question: question.id, to: value }]);
    };
    const ends = [question.range?.least, question.range?.most].flatMap((end) => (typeof end === 'number' ? [end] : []));
    return ends.flatMap((end) => {
      if (!better(end)) return [];
      // Whole numbers only: from a fraction the search would never come nearer than one.
      let [bad, good] = [end > now ? Math.floor(now) : Math.ceil(now), end];
      while (Math.abs(good - bad) > 1) {
        const middle = Math.floor((good + bad) / 2);
        if (better(middle)) good = middle;
        else bad = middle;
      }
      return [good];
    });
  }
}

/** Is a limit the answer to another question? */
function isTied(range: { least: number | string; most: number | string } | undefined): boolean {
  return [range?.least, range?.most].some((limit) => typeof limit === 'string' && parseDate(limit) === undefined);
}

function treesOf(compiled: CompiledPack): readonly (Condition | Expression)[] {
  return [
    ...compiled.conditions.values(),
    ...compiled.values.values(),
    ...compiled.routes.flatMap((route) => [route.when.tree, ...route.blockers.map((blocker) => blocker.when.tree)]),
  ];
}

function answersOnly(expression: Expression, question: string): boolean {
  return expression.kind === 'answer' && expression.question === question;
}

function constantOf(expression: Expression, read: (question: string) => number | undefined): number | undefined {
  if (expression.kind === 'number' || expression.kind === 'day') return Number.isInteger(expression.value) ? expression.value : undefined;
  return expression.kind === 'answer' ? read(expression.question) : undefined;
}

/** Of several values of one question that give the same, the one nearest to today's answer. */
function keepNearest(changes: readonly OutcomeChange[], answers: Answers): readonly OutcomeChange[] {
  const distance = ({ question, to }: OutcomeChange): number => {
    const now = answers[question];
    if (typeof to === 'number' && typeof now === 'number') return Math.abs(to - now);
    const [a, b] = [typeof to === 'string' ? parseDate(to) : undefined, typeof now === 'string' ? parseDate(now) : undefined];
    return a !== undefined && b !== undefined ? Math.abs(a - b) : 0;
  };
  const nearest = new Map<string, OutcomeChange>();
  for (const change of changes) {
    const numeric = distance(change) > 0;
    const key = numeric ? `${change.question} ${change.outcome} ${change.route}` : JSON.stringify(change);
    const known = nearest.get(key);
    if (!known || distance(change) < distance(known)) nearest.set(key, change);
  }
  return [...nearest.values()].sort((a, b) => rankOutcome(b.outcome) - rankOutcome(a.outcome));
}

function keepNearestPairs(changes: readonly OutcomeChange[]): readonly OutcomeChange[] {
  const seen = new Set<string>();
  return changes.filter(({ question, and, outcome, route }) => {
    const key = `${question} ${and?.question ?? ''} ${outcome} ${route}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
