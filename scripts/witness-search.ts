import { chooseOutcome, judgeRoutes } from '../src/assessment/index.ts';
import type { Answer, Answers, CompiledPack, CompiledQuestion, Condition, Expression, Question, State } from '../src/rules/index.ts';
import { Compiler, createState, FALSE, findProblemAmong, formatDate, parseDate, TRUE, walk } from '../src/rules/index.ts';

/** Numbers from 0 (included) to 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Countries that stand for all the others. */
const OTHER_COUNTRIES = ['GT', 'US', 'IN', 'HT'];
const DAYS_AROUND = [-4000, -1200, -400, -200, -100, -40, -10, -1, 0, 1, 10, 40, 100, 200, 400];
const MOST_CANDIDATES = 24;
const MOST_REPAIRS = 4;

/** A leaf of a condition, or what joins leaves, ready to be scored. */
type Goal =
  | { kind: 'leaf'; holds: (state: State) => boolean; asked: readonly number[] }
  | { kind: 'all'; of: readonly Goal[] }
  | { kind: 'any'; of: readonly Goal[] };

/** Looks for answers under which a condition holds, by changing one answer after the other where it helps most. */
export class WitnessSearch {
  private readonly compiler: Compiler;
  private readonly candidates: ReadonlyMap<string, readonly Answer[]>;
  private readonly tied: readonly CompiledQuestion[];
  private readonly askedGoals: readonly Goal[];
  private readonly nodes = new Map<Condition, ReturnType<Compiler['compile']>>();

  constructor(
    private readonly compiled: CompiledPack,
    private readonly asOf: number,
    private readonly random: () => number,
  ) {
    const questions = compiled.questions.map(({ question }) => question.id);
    const [conditions, values] = [[...compiled.conditions.keys()], [...compiled.values.keys()]];
    this.compiler = new Compiler({
      question: (id) => questions.indexOf(id),
      condition: (id) => conditions.indexOf(id),
      value: (id) => values.indexOf(id),
      holidays: new Set(compiled.pack.holidays.map((holiday) => parseDate(holiday.date) ?? 0)),
    });
    this.candidates = listCandidates(compiled, asOf);
    // Fixed limits need no check: the candidates keep them.
    this.tied = compiled.questions.filter(
      ({ mustHold, onlyIf, least, most }) =>
        mustHold.length > 0 || onlyIf.size > 0 || [least, most].some((limit) => limit !== undefined && limit.reads.length > 0),
    );
    this.askedGoals = compiled.questions.map(({ asked }) => this.toGoal(asked.tree, true));
  }

  /** A complete set of answers, each drawn from the values that some rule tells apart. */
  drawComplete(): Answers {
    return Object.fromEntries(
      this.compiled.questions
        .map(({ question }) => [question.id, this.pick(this.candidates.get(question.id) ?? [])] as const)
        .filter((entry): entry is readonly [string, Answer] => entry[1] !== undefined),
    );
  }

  /** A complete set of answers under which the condition holds, or `undefined` after `steps` changes. */
  find(condition: Condition, steps: number): Answers | undefined {
    const goal = this.toGoal(condition, true);
    const reads = this.listReads(condition);
    let answers = this.repair(this.drawComplete());
    let best = this.score(goal, answers);
    for (let step = 0; step < steps; step += 1) {
      if (best >= 1) return this.repair(answers);
      const question = this.pick(reads);
      if (question === undefined) return undefined;
      const options = this.shuffle(this.candidates.get(question) ?? []).slice(0, MOST_CANDIDATES);
      const tries = options
        .map((answer) => ({ ...answers, [question]: answer }))
        .map((next) => ({ next, score: this.score(goal, next, best) }));
      const top =
        this.random() < 0.08
          ? this.pick(tries)
          : tries.reduce<(typeof tries)[number] | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
      if (top && (top.score >= best || this.random() < 0.08)) [answers, best] = [top.next, top.score];
    }
    return best >= 1 ? this.repair(answers) : undefined;
  }

  /** Answers that contradict each other are drawn again; what cannot be put right is left open. */
  private repair(drawn: Answers): Answers {
    let answers = drawn;
    for (let round = 0; round < MOST_REPAIRS; round += 1) {
      const broken = this.listBroken(answers);
      if (broken.length === 0) return answers;
      for (const { question } of broken) {
        const fitting = (this.candidates.get(question.id) ?? []).filter(
          (answer) => findProblemAmong(this.compiled, { ...answers, [question.id]: answer }, question.id, this.asOf) === undefined,
        );
        const answer = this.pick(fitting);
        if (answer !== undefined) answers = { ...answers, [question.id]: answer };
        else if (round > 0) answers = Object.fromEntries(Object.entries(answers).filter(([id]) => id !== question.id));
      }
    }
    return answers;
  }

  private listBroken(answers: Answers): readonly CompiledQuestion[] {
    return this.tied.filter(
      ({ question }) =>
        answers[question.id] !== undefined && findProblemAmong(this.compiled, answers, question.id, this.asOf) !== undefined,
    );
  }

  stateOf(answers: Answers): State {
    return createState(this.compiled, answers, this.asOf);
  }

  holds(condition: Condition, state: State): boolean {
    const node = this.nodes.get(condition) ?? this.compiler.compile(condition);
    this.nodes.set(condition, node);
    return node.evaluate(state) === TRUE;
  }

  /** Is every answer one that the interview would take? */
  isLawful(answers: Answers): boolean {
    return this.listBroken(answers).length === 0;
  }

  /** Leaves out every answer that `holds` does not need. */
  shrink(answers: Answers, holds: (answers: Answers) => boolean): Answers {
    let kept = answers;
    for (const { question } of [...this.compiled.questions].reverse()) {
      const { [question.id]: dropped, ...rest } = kept;
      if (dropped !== undefined && holds(rest)) kept = rest;
    }
    return kept;
  }

  /** The route that comes out. */
  recommend(state: State): string | undefined {
    return chooseOutcome(judgeRoutes(this.compiled, state)).recommended?.route.route.id;
  }

  private score(goal: Goal, answers: Answers, atLeast = 0): number {
    const state = this.stateOf(answers);
    const reached = this.scoreGoal(goal, state);
    if (reached < atLeast) return reached;
    const problems = this.tied.filter(
      ({ question, index }) => state.askedOf(index) !== FALSE && findProblemAmong(this.compiled, answers, question.id, this.asOf),
    ).length;
    return reached - problems * 0.1;
  }

  private scoreGoal(goal: Goal, state: State): number {
    if (goal.kind === 'any') return Math.max(0, ...goal.of.map((part) => this.scoreGoal(part, state)));
    if (goal.kind === 'all')
      return goal.of.length === 0 ? 1 : goal.of.reduce((sum, part) => sum + this.scoreGoal(part, state), 0) / goal.of.length;
    if (goal.holds(state)) return 1;
    const unasked = goal.asked.find((index) => state.askedOf(index) !== TRUE);
    const asked = unasked === undefined ? undefined : this.askedGoals[unasked];
    return asked ? 0.4 * this.scoreGoal(asked, state) : 0.4;
  }

  private toGoal(condition: Condition, wanted: boolean): Goal {
    switch (condition.kind) {
      case 'all':
      case 'any':
        return { kind: (condition.kind === 'all') === wanted ? 'all' : 'any', of: condition.of.map((part) => this.toGoal(part, wanted)) };
      case 'not':
        return this.toGoal(condition.of, !wanted);
      case 'named': {
        const tree = this.compiled.conditions.get(condition.id);
        return tree ? this.toGoal(tree, wanted) : { kind: 'all', of: [] };
      }
      default: {
        const node = this.compiler.compile(condition);
        const asked = this.listReads(condition, false).map((id) => this.compiled.questions.findIndex(({ question }) => question.id === id));
        return { kind: 'leaf', holds: (state) => node.evaluate(state) === (wanted ? TRUE : FALSE), asked };
      }
    }
  }

  /** Questions that the condition reads; with `deep` also those that decide whether these are asked and what may be answered. */
  private listReads(condition: Condition, deep = true): readonly string[] {
    const found = new Set<string>();
    const visit = (tree: Condition | Expression): void => {
      walk(tree, (node) => {
        if ('question' in node && !found.has(node.question)) {
          found.add(node.question);
          const entry = this.compiled.questions.find(({ question }) => question.id === node.question);
          if (entry && deep) for (const { tree: tie } of [entry.asked, ...entry.mustHold, ...entry.onlyIf.values()]) visit(tie);
        }
        const named =
          node.kind === 'named'
            ? this.compiled.conditions.get(node.id)
            : node.kind === 'derived'
              ? this.compiled.values.get(node.id)
              : undefined;
        if (named) visit(named);
      });
    };
    visit(condition);
    return [...found];
  }

  private pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.random() * items.length)];
  }

  private shuffle<Item>(items: readonly Item[]): readonly Item[] {
    return items
      .map((item) => ({ item, at: this.random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }
}

/** For each question the answers that some rule of the pack tells apart, and a few more. */
function listCandidates(compiled: CompiledPack, asOf: number): ReadonlyMap<string, readonly Answer[]> {
  const literals = new Map<string, Set<number | string>>();
  const note = (question: string, value: number | string): void => {
    literals.set(question, (literals.get(question) ?? new Set()).add(value));
  };
  for (const tree of listTrees(compiled)) {
    walk(tree, (node) => {
      if (node.kind === 'member') for (const value of node.values) if (typeof value === 'string') note(node.question, value);
      if (node.kind !== 'compare') return;
      const { right } = node;
      if (right.kind !== 'number' && right.kind !== 'day') return;
      walk(node.left, (part) => {
        if (part.kind === 'answer') note(part.question, right.value);
      });
    });
  }
  return new Map(
    compiled.questions.map(({ question }) => [
      question.id,
      listAnswers(question, { literals: [...(literals.get(question.id) ?? [])], asOf }),
    ]),
  );
}

function listTrees(compiled: CompiledPack): readonly (Condition | Expression)[] {
  const onRoutes = compiled.routes.flatMap((route) => {
    const items = [route.blockers, route.warnings, route.documents, route.fees, route.steps, route.deadlines, route.duties];
    return [route.when.tree, ...items.flatMap((list) => list.map(({ when }) => when.tree))];
  });
  const asked = compiled.questions.flatMap(({ asked: when, mustHold, onlyIf }) =>
    [when, ...mustHold, ...onlyIf.values()].map(({ tree }) => tree),
  );
  return [...compiled.conditions.values(), ...compiled.values.values(), ...onRoutes, ...asked];
}

function listAnswers(question: Question, { literals, asOf }: { literals: readonly (number | string)[]; asOf: number }): readonly Answer[] {
  const ids = (question.options ?? []).map((option) => option.id);
  const numbers = literals.filter((value) => typeof value === 'number');
  switch (question.type) {
    case 'yesNo':
      return [true, false];
    case 'choice':
      return ids;
    case 'any': {
      const together = (question.options ?? []).filter((option) => !option.alone).map((option) => option.id);
      return [[], ...ids.map((id) => [id]), ...together.slice(1).map((id, index) => [together[index] ?? id, id])];
    }
    case 'country':
      return [...new Set([...literals.filter((value) => typeof value === 'string'), ...OTHER_COUNTRIES])].sort();
    case 'date':
      return [...new Set([...numbers.flatMap((day) => [day - 1, day, day + 1]), ...DAYS_AROUND.map((days) => asOf + days)])]
        .map(formatDate)
        .filter((day) => isWithin(question, day));
    default:
      return [...new Set([0, 1, 2, 5, 20, 100, 1000, 50_000, ...numbers.flatMap((value) => [value - 1, value, value + 1])])].filter(
        (value) => isWithin(question, value),
      );
  }
}

function isWithin({ range }: Question, value: number | string): boolean {
  const { least, most } = range ?? {};
  const isBelow = typeof least === typeof value && (value as number) < (least as number);
  const isAbove = typeof most === typeof value && (value as number) > (most as number);
  return typeof value === 'string'
    ? !((parseDate(String(least)) !== undefined && isBelow) || (parseDate(String(most)) !== undefined && isAbove))
    : !isBelow && !isAbove;
}
