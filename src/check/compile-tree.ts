import type { CompiledPack, Condition, State } from '../rules/index.ts';
import { Compiler, parseDate } from '../rules/index.ts';

type CompiledTree = { evaluate: (state: State) => number };

const compilers = new WeakMap<CompiledPack, Compiler>();
const trees = new WeakMap<Condition, { compiled: CompiledPack; node: CompiledTree }>();

/** A condition of a pack, cut out of its place and made ready to run by the production compiler. */
export function compileTree(compiled: CompiledPack, tree: Condition): CompiledTree {
  const known = trees.get(tree);
  if (known?.compiled === compiled) return known.node;
  const compiler = compilers.get(compiled) ?? createCompiler(compiled);
  compilers.set(compiled, compiler);
  const node = compiler.compile(tree);
  trees.set(tree, { compiled, node });
  return node;
}

function createCompiler(compiled: CompiledPack): Compiler {
  const indexes = (ids: Iterable<string>): ((id: string) => number) => {
    const byId = new Map([...ids].map((id, index) => [id, index]));
    return (id) => byId.get(id) ?? -1;
  };
  return new Compiler({
    question: indexes(compiled.pack.questions.map((question) => question.id)),
    condition: indexes(compiled.conditions.keys()),
    value: indexes(compiled.values.keys()),
    holidays: new Set(compiled.pack.holidays.map((holiday) => parseDate(holiday.date) ?? 0)),
  });
}
