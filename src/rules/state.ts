import type { Answer } from './answers.ts';
import { UNKNOWN_ANSWER } from './answers.ts';
import type { Exact } from './exact.ts';
import type { Possible } from './truth.ts';
import { FALSE, isOpen, OPEN, TRUE, UNKNOWN } from './truth.ts';

/** A number or a day; `open` while an unanswered question can still give it, `stuck` after "I don't know". */
export type Value = Exact | 'open' | 'stuck';

/** No answer: one may still come, or none will. Symbols, because an option may be called "open". */
export const TO_COME: unique symbol = Symbol('to come');
export const NOT_COMING: unique symbol = Symbol('not coming');
export type Missing = typeof TO_COME | typeof NOT_COMING;

/** A condition ready to be evaluated. */
export type ConditionNode = {
  evaluate: (state: State) => Possible;
  /** Adds the unanswered questions that can still change the condition. */
  collectOpen: (state: State, into: Set<number>) => void;
};

/** An expression ready to be computed. */
export type ExpressionNode = {
  compute: (state: State) => Value;
  collectOpen: (state: State, into: Set<number>) => void;
};

/** What a state needs to know of a question. */
export type QuestionNode = {
  readonly mayBeUnknown: boolean;
  /** When the question makes sense. */
  readonly asked: ConditionNode;
};

/** The shared, immutable part of all states of one pack. */
export type Program = {
  readonly questions: readonly QuestionNode[];
  readonly conditions: readonly ConditionNode[];
  /** The same conditions as an `askedWhen` reads them: a question that is not asked makes a comparison false. */
  readonly strictConditions: readonly ConditionNode[];
  readonly values: readonly ExpressionNode[];
};

/**
 * One set of answers on one day, with everything computed from it kept until the state is dropped.
 * Answers are held by question index; a state never changes what it was made from.
 */
export class State {
  /** Truths by question, then by condition, then by condition as an `askedWhen` reads it; one array, because states are made by the thousand. */
  private readonly truths: Uint8Array;
  private readonly values: (Value | undefined)[];
  /** The route whose list is being made; conditions on `route` read it. */
  route: string | undefined;

  constructor(
    readonly program: Program,
    readonly answers: readonly (Answer | undefined)[],
    readonly asOf: number,
  ) {
    this.truths = new Uint8Array(program.questions.length + 2 * program.conditions.length);
    this.values = new Array<Value | undefined>(program.values.length);
  }

  /** Does the question make sense with these answers? */
  askedOf(index: number): Possible {
    const known = this.truths[index] as Possible;
    if (known !== 0) return known;
    const possible = this.program.questions[index]?.asked.evaluate(this) ?? TRUE;
    this.truths[index] = possible;
    return possible;
  }

  /** The answer that counts, or whether one is still to come: none will after "I don't know", or where it is not asked. */
  read(index: number): Answer | Missing {
    const asked = this.askedOf(index);
    if (asked === FALSE) return NOT_COMING;
    const answer = this.answers[index];
    if (answer === undefined) return TO_COME;
    return answer === UNKNOWN_ANSWER ? NOT_COMING : answer;
  }

  isAnswered(index: number): boolean {
    return this.answers[index] !== undefined && this.askedOf(index) !== FALSE;
  }

  /**
   * May the question be put to the user now? Where "I don't know" leaves open whether it makes sense, it may: an answer to it counts (see
   * `read`), so whoever can give one must be asked for it.
   */
  canAskNow(index: number): boolean {
    const asked = this.askedOf(index);
    return asked === TRUE || asked === UNKNOWN;
  }

  /** What a test of an open question can become. */
  possibleOfOpen(index: number): Possible {
    const mayBeUnknown = this.program.questions[index]?.mayBeUnknown ?? true;
    return mayBeUnknown || this.askedOf(index) !== TRUE ? OPEN : TRUE | FALSE;
  }

  /** Adds an open question, or what decides whether it is asked. */
  collect(index: number, into: Set<number>): void {
    if (this.answers[index] !== undefined) return;
    if (this.canAskNow(index)) into.add(index);
    else if (isOpen(this.askedOf(index))) this.program.questions[index]?.asked.collectOpen(this, into);
  }

  named(index: number, strict: boolean): Possible {
    const nodes = strict ? this.program.strictConditions : this.program.conditions;
    const at = this.program.questions.length + (strict ? nodes.length : 0) + index;
    const known = this.truths[at] as Possible;
    if (known !== 0) return known;
    const possible = nodes[index]?.evaluate(this) ?? UNKNOWN;
    this.truths[at] = possible;
    return possible;
  }

  valueOf(index: number): Value {
    const known = this.values[index];
    if (known !== undefined) return known;
    const value = this.program.values[index]?.compute(this) ?? 'stuck';
    this.values[index] = value;
    return value;
  }
}
