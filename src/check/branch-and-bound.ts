import type { Answer, CompiledPack, Possible, State } from '../rules/index.ts';
import { createState, findProblemAmong, TRUE, UNKNOWN_ANSWER } from '../rules/index.ts';
import type { AnswerClasses } from './answer-classes.ts';
import type { Witness } from './finding.ts';

/** What is searched for: a state in which the goal is certainly true. */
export type SearchGoal = {
  /** What the goal can still become. */
  readonly evaluate: (state: State) => Possible;
  /** Adds the open questions that can still change it. */
  readonly collect: (state: State, into: Set<number>) => void;
};

export type SearchSpace = {
  readonly compiled: CompiledPack;
  readonly classes: AnswerClasses;
  readonly asOf: number;
  readonly withUnknowns: boolean;
  readonly mostNodes: number;
};

/** `none` is a proof; `unclear` where a class was only guessed at, or the allowance of nodes was used up. */
export type SearchResult = { readonly verdict: 'found' | 'none' | 'unclear'; readonly witness?: Witness; readonly nodes: number };

/**
 * Depth-first search over answer classes with the production evaluator itself: a subtree is left as soon as the evaluator says that
 * its goal is decided, whatever the remaining answers are.
 */
export function searchFor(goal: SearchGoal, space: SearchSpace): SearchResult {
  const search = new Search(goal, space);
  const found = search.visit({});
  if (found) return { verdict: 'found', witness: found, nodes: search.nodes };
  return { verdict: search.isProof ? 'none' : 'unclear', nodes: search.nodes };
}

class Search {
  nodes = 0;
  isProof = true;

  constructor(
    private readonly goal: SearchGoal,
    private readonly space: SearchSpace,
  ) {}

  visit(answers: Readonly<Record<string, Answer>>): Witness | undefined {
    const { compiled, asOf, mostNodes } = this.space;
    this.nodes += 1;
    if (this.nodes > mostNodes) {
      this.isProof = false;
      return undefined;
    }
    const state = createState(compiled, answers, asOf);
    const possible = this.goal.evaluate(state);
    if (!(possible & TRUE)) return undefined;
    if (possible === TRUE) return { answers, asOf };
    const open = new Set<number>();
    this.goal.collect(state, open);
    const next = [...open].sort((a, b) => this.breadth(a) - this.breadth(b))[0];
    if (next === undefined) {
      this.isProof = false;
      return undefined;
    }
    return this.branch(answers, next);
  }

  private branch(answers: Readonly<Record<string, Answer>>, index: number): Witness | undefined {
    const { compiled, classes, asOf, withUnknowns } = this.space;
    const question = compiled.questions[index]?.question;
    const own = question && classes.get(question.id);
    if (!question || !own) return undefined;
    const candidates = withUnknowns && question.unknown !== false ? [...own.representatives, UNKNOWN_ANSWER] : own.representatives;
    for (const answer of candidates) {
      const next = { ...answers, [question.id]: answer };
      if (findProblemAmong(compiled, next, question.id, asOf)) continue;
      const found = this.visit(next);
      if (found) return found;
    }
    if (!own.exact) this.isProof = false;
    return undefined;
  }

  private breadth(index: number): number {
    const id = this.space.compiled.questions[index]?.question.id ?? '';
    return this.space.classes.get(id)?.representatives.length ?? Infinity;
  }
}

/** The smallest part of a witness that still proves the goal: answers are dropped, later questions first, while it stays certain. */
export function shrinkWitness(compiled: CompiledPack, witness: Witness, proves: (state: State) => boolean): Witness {
  const kept: Record<string, Answer> = { ...witness.answers };
  if (!proves(createState(compiled, kept, witness.asOf))) return witness;
  for (const id of [...compiled.pack.questions].reverse().map((question) => question.id)) {
    const answer = kept[id];
    if (answer === undefined) continue;
    Reflect.deleteProperty(kept, id);
    if (!proves(createState(compiled, kept, witness.asOf))) kept[id] = answer;
  }
  return { answers: kept, asOf: witness.asOf };
}
