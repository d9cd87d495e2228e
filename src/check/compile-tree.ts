import type { CompiledPack, Condition, State } from '../rules/index.ts';
import { Compiler, parseDate } from '../rules/index.ts';

/** A condition of a pack, cut out of its place and made ready to run by the production compiler. */
export function compileTree(compiled: CompiledPack, tree: Condition): { evaluate: (state: State) => number } {
  const questions = compiled.pack.questions.map((question) => question.id);
  const [conditions, values] = [[...compiled.conditions.keys()], [...compiled.values.keys()]];
  return new Compiler({
    question: (id) => questions.indexOf(id),
    condition: (id) => conditions.indexOf(id),
    value: (id) => values.indexOf(id),
    holidays: new Set(compiled.pack.holidays.map((holiday) => parseDate(holiday.date) ?? 0)),
  }).compile(tree);
}
