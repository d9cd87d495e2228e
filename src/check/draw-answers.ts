import type { Answer, CompiledPack, CompiledQuestion, Condition } from '../rules/index.ts';
import { assertNever, findProblemAmong, UNKNOWN_ANSWER } from '../rules/index.ts';
import type { AnswerClasses } from './answer-classes.ts';
import { constantOf } from './answer-classes.ts';
import type { Witness } from './finding.ts';
import { questionsIn } from './list-trees.ts';
import type { Random } from './random.ts';
import { pick } from './random.ts';

/** Answers that would make something true, by question; a question that is missing is free. */
type Wishes = Map<string, (answer: Answer) => boolean>;

const MOST_REPAIRS = 12;

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
  draw(wishes: Wishes = new Map()): Witness | undefined {
    const { compiled, days, random } = this.space;
    const answers: Record<string, Answer> = {};
    for (const entry of compiled.questions) answers[entry.question.id] = this.drawOne(entry, wishes);
    const asOf = pick(days, random) ?? 0;
    for (let tries = 0; tries < MOST_REPAIRS; tries += 1) {
      const broken = this.tied.filter(({ question }) => findProblemAmong(compiled, answers, question.id, asOf));
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

  /** A complete answer set in which, with luck, all these conditions hold. */
  drawTowards(conditions: readonly Condition[]): Witness | undefined {
    const wishes: Wishes = new Map();
    for (const condition of conditions) this.wish(condition, true, wishes);
    return this.draw(wishes);
  }

  private drawOne({ question }: CompiledQuestion, wishes: Wishes): Answer {
    const { classes, random } = this.space;
    if (question.unknown !== false && random() < this.unknownShare) return UNKNOWN_ANSWER;
    const all = classes.get(question.id)?.representatives ?? [];
    const wished = wishes.get(question.id);
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

  private wishComparison({ left, comparison, right }: Extract<Condition, { kind: 'compare' }>, wanted: boolean, wishes: Wishes): void {
    const limit = constantOf(right);
    if (left.kind !== 'answer' || limit === undefined) {
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
    const known = wishes.get(question);
    wishes.set(question, known ? (answer) => known(answer) && test(answer) : test);
    if (!known) this.wishAsked(question, wishes);
  }

  /** An answer counts only where its question makes sense. */
  private wishAsked(question: string, wishes: Wishes): void {
    const entry = this.space.compiled.questions.find((candidate) => candidate.question.id === question);
    if (entry && entry.asked.tree.kind !== 'constant') this.wish(entry.asked.tree, true, wishes);
  }
}
