import type { Answer, CompiledPack, State } from '../rules/index.ts';
import { State as StateClass } from '../rules/index.ts';

/** Finds reasons: minimal sets of answers, by dropping one after the other while the result still follows. */
export class Explainer {
  constructor(
    private readonly compiled: CompiledPack,
    private readonly state: State,
  ) {}

  /**
   * The smallest set of answers that already decides the same. Knowing more never changes a decided result (Kleene
   * logic is monotone), so one pass of greedy deletion gives a minimal set. Later questions are dropped first, so that what
   * remains is what people understand best: who they are and which status they have.
   *
   * @param decide evaluates a state, such as a condition on a route
   * @param reads indexes of the questions that it can rest on
   */
  explain(decide: (state: State) => unknown, reads: Iterable<number>, route?: string): readonly string[] {
    const candidates = [...new Set(reads)].filter((index) => this.state.isAnswered(index)).sort((a, b) => b - a);
    const kept: (Answer | undefined)[] = new Array<Answer | undefined>(this.state.answers.length);
    for (const index of candidates) kept[index] = this.state.answers[index];
    const evaluate = (): unknown => {
      const trial = new StateClass(this.compiled.program, kept, this.state.asOf);
      trial.route = route;
      return decide(trial);
    };
    const result = evaluate();
    for (const index of candidates) {
      const answer = kept[index];
      kept[index] = undefined;
      if (evaluate() !== result) kept[index] = answer;
    }
    return this.nameQuestions(candidates.filter((index) => kept[index] !== undefined));
  }

  /** Questions that would settle an undecided condition, answered with "I don't know" or not at all. */
  findDependencies(collect: (state: State, into: Set<number>) => void, route?: string): readonly string[] {
    const answers = this.state.answers.map((answer) => (answer === 'unknown' ? undefined : answer));
    const asking = new StateClass(this.compiled.program, answers, this.state.asOf);
    asking.route = route;
    const found = new Set<number>();
    collect(asking, found);
    return this.nameQuestions([...found]);
  }

  private nameQuestions(indexes: readonly number[]): readonly string[] {
    return [...indexes].sort((a, b) => a - b).map((index) => this.compiled.questions[index]?.question.id ?? '');
  }
}
