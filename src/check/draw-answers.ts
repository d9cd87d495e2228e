import type { Answer, Answers, CompiledPack, CompiledQuestion, Condition } from '../rules/index.ts';
import {
  addMonths,
  assertNever,
  createState,
  FALSE,
  findAnswerProblem,
  findTiedProblem,
  formatDate,
  parseDate,
  TRUE,
  UNKNOWN_ANSWER,
} from '../rules/index.ts';
import type { AnswerClasses } from './answer-classes.ts';
import { constantOf } from './answer-classes.ts';
import { compileTree } from './compile-tree.ts';
import type { Witness } from './finding.ts';
import { questionsIn, walkDeep } from './list-trees.ts';
import type { Random } from './random.ts';
import { pick, shuffle } from './random.ts';

type Comparison = Extract<Condition, { kind: 'compare' }>;

/** What would make something true. */
type Wishes = {
  /** Answers that fit, by question; a question that is missing is free. */
  readonly answers: Map<string, (answer: Answer) => boolean>;
  /** Comparisons of several answers with each other: quotas, periods between two dates. */
  readonly computed: { readonly tree: Comparison; readonly wanted: boolean }[];
  /** Answers that are given already. */
  readonly fixed: Answers;
};

const noWishes = (fixed: Answers = {}): Wishes => ({ answers: new Map(), computed: [], fixed });

const MOST_REPAIRS = 12;
const MOST_MENDS = 2;
const MOST_TRIED = 16;

/** What a source of complete answer sets draws from. */
export type DrawingSpace = {
  readonly compiled: CompiledPack;
  readonly classes: AnswerClasses;
  /** Days of assessment to choose from. */
  readonly days: readonly number[];
  readonly random: Random;
};

/**
 * Draws complete, lawful answer sets: every class of every question is equally likely, limits that tie answers together
 * are kept. "Lawful" is what `assess` accepts.
 */
export class AnswerDrawer {
  private readonly tied: readonly CompiledQuestion[];
  private readonly shapes = new WeakMap<Comparison, { readonly read: readonly string[]; readonly periods: readonly Span[] }>();
  /** Share of the questions that may be answered "I don't know" which are. */
  unknownShare = 0;

  constructor(private readonly space: DrawingSpace) {
    this.tied = space.compiled.questions.filter(({ mustHold, onlyIf, question }) => {
      return (
        mustHold.length > 0 ||
        onlyIf.size > 0 ||
        [question.range?.least, question.range?.most].some((limit) => typeof limit === 'string' && question.type !== 'date')
      );
    });
  }

  /** A complete answer set; `undefined` if the limits could not be met after some tries. */
  draw(): Witness | undefined {
    return this.drawFor(noWishes());
  }

  private drawFor(wishes: Wishes): Witness | undefined {
    const { compiled, days, random } = this.space;
    const answers: Record<string, Answer> = {};
    for (const entry of compiled.questions) answers[entry.question.id] = this.drawOne(entry, wishes);
    const asOf = pick(days, random) ?? 0;
    for (let tries = 0; tries < MOST_REPAIRS; tries += 1) {
      const broken = this.findBroken(answers, asOf);
      if (broken.length === 0) return { answers, asOf };
      for (const entry of broken) {
        answers[entry.question.id] = this.drawOne(entry, wishes);
        const other = pick([...questionsIn(compiled, entry.mustHold[0]?.tree ?? entry.asked.tree)], random);
        const partner = compiled.questions.find(({ question }) => question.id === other);
        if (partner && random() < 0.5) answers[partner.question.id] = this.drawOne(partner, wishes);
      }
    }
    return undefined;
  }

  /** A complete answer set in which, with luck, all these conditions hold. @param fixed answers that it must contain */
  drawTowards(conditions: readonly Condition[], fixed: Answers = {}): Witness | undefined {
    const wishes = noWishes(fixed);
    for (const condition of conditions) this.wish(condition, true, wishes);
    const drawn = this.drawFor(wishes);
    return drawn && wishes.computed.length > 0 ? this.mend(drawn, wishes) : drawn;
  }

  /** Changes one number or date at a time until the computed comparisons come out as wished, or no change helps. */
  private mend(drawn: Witness, wishes: Wishes): Witness {
    let mended = drawn;
    for (let round = 0; round < MOST_MENDS; round += 1) {
      const failing = wishes.computed.filter((wish) => !this.meets(mended, wish));
      if (failing.length === 0) return mended;
      for (const wish of failing) mended = this.mendOne(mended, wish, wishes);
    }
    return mended;
  }

  private meets({ answers, asOf }: Witness, { tree, wanted }: Wishes['computed'][number]): boolean {
    const { compiled } = this.space;
    return compileTree(compiled, tree).evaluate(createState(compiled, answers, asOf)) === (wanted ? TRUE : FALSE);
  }

  private mendOne(drawn: Witness, wish: Wishes['computed'][number], wishes: Wishes): Witness {
    const { random } = this.space;
    const { read } = this.shapeOf(wish.tree);
    const from = Math.floor(random() * read.length);
    for (const id of [...read.slice(from), ...read.slice(0, from)]) {
      if (wishes.fixed[id] !== undefined) continue;
      const fits = wishes.answers.get(id);
      for (const answer of this.listMends(wish.tree, id, drawn.answers)) {
        if (fits && !fits(answer)) continue;
        const changed = { ...drawn, answers: { ...drawn.answers, [id]: answer } };
        if (this.meets(changed, wish) && this.findBroken(changed.answers, changed.asOf).length === 0) return changed;
      }
    }
    return drawn;
  }

  /** Some answers of the question, and for dates the days that the comparison itself leads to. */
  private listMends(tree: Comparison, id: string, answers: Answers): readonly Answer[] {
    const { classes, random } = this.space;
    const all = classes.get(id)?.representatives ?? [];
    const days = this.listDaysAround(tree, id, answers);
    const start = Math.floor(random() * all.length);
    return [...shuffle(days, random), ...all.slice(start), ...all.slice(0, start)].slice(0, MOST_TRIED);
  }

  /** Days that lie as far from the other dates of a comparison as the comparison says, and one day beside them. */
  private listDaysAround(tree: Comparison, id: string, answers: Answers): readonly string[] {
    const { compiled } = this.space;
    const question = compiled.pack.questions.find((candidate) => candidate.id === id);
    if (question?.type !== 'date') return [];
    const { read, periods } = this.shapeOf(tree);
    const others = read.filter((other) => other !== id).flatMap((other) => parseDate(String(answers[other])) ?? []);
    const around = others.flatMap((day) =>
      periods.flatMap(({ months, days }) => [addMonths(day, months) + days, addMonths(day, -months) - days]),
    );
    const near = [...new Set([...others, ...around].flatMap((day) => [day, day - 1, day + 1]))].map(formatDate);
    return near.filter((day) => findAnswerProblem(question, day) === undefined);
  }

  private shapeOf(tree: Comparison): { readonly read: readonly string[]; readonly periods: readonly Span[] } {
    const known = this.shapes.get(tree);
    if (known) return known;
    const shape = { read: [...questionsIn(this.space.compiled, tree)], periods: periodsIn(this.space.compiled, tree) };
    this.shapes.set(tree, shape);
    return shape;
  }

  /** Questions whose answers break a limit that ties them to others. */
  private findBroken(answers: Answers, asOf: number): readonly CompiledQuestion[] {
    if (this.tied.length === 0) return [];
    const state = createState(this.space.compiled, answers, asOf);
    return this.tied.filter((entry) => findTiedProblem(entry, state, answers[entry.question.id] ?? UNKNOWN_ANSWER));
  }

  private drawOne({ question }: CompiledQuestion, wishes: Wishes): Answer {
    const { classes, random } = this.space;
    const given = wishes.fixed[question.id];
    if (given !== undefined) return given;
    if (question.unknown !== false && random() < this.unknownShare) return UNKNOWN_ANSWER;
    const all = classes.get(question.id)?.representatives ?? [];
    const wished = wishes.answers.get(question.id);
    const fitting = wished ? all.filter(wished) : all;
    return pick(fitting.length > 0 ? fitting : all, random) ?? UNKNOWN_ANSWER;
  }

  /** Collects what the condition wants of each question; of alternatives one is chosen at random. */
  private wish(condition: Condition, wanted: boolean, wishes: Wishes): void {
    const { compiled, random } = this.space;
    switch (condition.kind) {
      case 'constant':
      case 'route':
        return;
      case 'not':
        this.wish(condition.of, !wanted, wishes);
        return;
      case 'named': {
        const tree = compiled.conditions.get(condition.id);
        if (tree) this.wish(tree, wanted, wishes);
        return;
      }
      case 'all':
      case 'any': {
        const everyPart = (condition.kind === 'all') === wanted;
        const one = pick(condition.of, random);
        for (const part of everyPart ? condition.of : one ? [one] : []) this.wish(part, wanted, wishes);
        return;
      }
      case 'member':
        this.add(condition.question, (answer) => condition.values.includes(answer as string) === wanted, wishes);
        return;
      case 'includes':
        this.add(
          condition.question,
          (answer) => condition.options.some((option) => (answer as readonly string[]).includes(option)) === wanted,
          wishes,
        );
        return;
      case 'compare':
        this.wishComparison(condition, wanted, wishes);
        return;
      default:
        assertNever(condition);
    }
  }

  private wishComparison(tree: Comparison, wanted: boolean, wishes: Wishes): void {
    const { left, comparison, right } = tree;
    const limit = constantOf(right);
    if (left.kind !== 'answer' || limit === undefined) {
      wishes.computed.push({ tree, wanted });
      for (const side of [left, right]) if (side.kind === 'answer') this.wishAsked(side.question, wishes);
      return;
    }
    const holds = {
      '=': (n: number) => n === limit,
      '!=': (n: number) => n !== limit,
      '<': (n: number) => n < limit,
      '<=': (n: number) => n <= limit,
      '>': (n: number) => n > limit,
      '>=': (n: number) => n >= limit,
    };
    this.add(left.question, (answer) => typeof answer !== 'number' || holds[comparison](answer) === wanted, wishes);
  }

  private add(question: string, test: (answer: Answer) => boolean, wishes: Wishes): void {
    const known = wishes.answers.get(question);
    wishes.answers.set(question, known ? (answer) => known(answer) && test(answer) : test);
    if (!known) this.wishAsked(question, wishes);
  }

  /** An answer counts only where its question makes sense. */
  private wishAsked(question: string, wishes: Wishes): void {
    const entry = this.space.compiled.questions.find((candidate) => candidate.question.id === question);
    if (entry && entry.asked.tree.kind !== 'constant') this.wish(entry.asked.tree, true, wishes);
  }
}

type Span = { readonly months: number; readonly days: number };

/** The periods that a comparison of dates names: moved dates, and limits of a number of months or days between two. */
function periodsIn(compiled: CompiledPack, tree: Comparison): readonly Span[] {
  const found: Span[] = [];
  walkDeep(compiled, tree, (node) => {
    if (node.kind === 'shift') found.push({ months: node.months, days: node.days + Math.round(node.workingDays * 1.4) });
    if (node.kind === 'number') found.push({ months: node.value, days: 0 }, { months: 0, days: node.value });
  });
  return found;
}
