import type { CompiledAmount, CompiledPack, Condition, Expression } from '../rules/index.ts';
import { walk } from '../rules/index.ts';

type Tree = Condition | Expression;

/** A condition or an expression of a pack, and where it stands. */
export type PlacedTree = {
  /** `routes/citizen`, `documents/passport`, `conditions/adult` … */
  readonly place: string;
  readonly tree: Tree;
  /** Does it decide what the user sees? Limits of questions only guard what may be answered. */
  readonly decides: boolean;
};

/** Every condition and expression of a pack, each once per place, whatever number of routes it is repeated on. */
export function listTrees(compiled: CompiledPack): readonly PlacedTree[] {
  const found = new Map<string, PlacedTree>();
  const add = (place: string, tree: Tree, decides = true): void => {
    const key = `${place} ${JSON.stringify(tree)}`;
    if (!found.has(key)) found.set(key, { place, tree, decides });
  };
  for (const [id, tree] of compiled.conditions) add(`conditions/${id}`, tree);
  for (const [id, tree] of compiled.values) add(`values/${id}`, tree);
  addQuestions(compiled, add);
  for (const route of compiled.routes) {
    add(`routes/${route.route.id}`, route.when.tree);
    for (const kind of ITEM_KINDS) {
      for (const { item, clauses } of route[kind]) for (const { when } of clauses) add(`${kind}/${item.id}`, when.tree);
    }
    for (const fee of route.fees) {
      for (const tree of treesOfAmount(fee.amount)) add(`fees/${fee.item.id}`, tree);
      for (const quantity of fee.quantities) add(`fees/${fee.item.id}`, quantity.tree);
    }
    for (const { item, copies } of route.documents) for (const own of copies) if (own) add(`documents/${item.id}`, own.tree);
    for (const { item, date } of route.deadlines) if (date) add(`deadlines/${item.id}`, date.tree);
  }
  return [...found.values()];
}

/** The lists of a route, by their names in the pack. */
export const ITEM_KINDS = ['blockers', 'warnings', 'documents', 'fees', 'steps', 'deadlines', 'duties'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

function addQuestions(compiled: CompiledPack, add: (place: string, tree: Tree, decides: boolean) => void): void {
  for (const { question, asked, mustHold, onlyIf, least, most } of compiled.questions) {
    const place = `questions/${question.id}`;
    add(place, asked.tree, true);
    for (const { tree } of [...mustHold, ...onlyIf.values()]) add(place, tree, false);
    for (const limit of [least, most]) if (limit) add(place, limit.tree, false);
  }
}

export function treesOfAmount(amount: CompiledAmount): readonly Tree[] {
  switch (amount.kind) {
    case 'exact':
      return [amount.value.tree];
    case 'cases':
      return amount.cases.flatMap((entry) => [entry.when.tree, ...treesOfAmount(entry.amount)]);
    case 'tariff':
      return [amount.on.tree, ...amount.periods.flatMap((period) => treesOfAmount(period.amount))];
    default:
      return [];
  }
}

/** Visits a tree, the named conditions and derived values in it included. */
export function walkDeep(compiled: CompiledPack, root: Tree, visit: (node: Tree) => void, seen: Set<string> = new Set()): void {
  walk(root, (node) => {
    visit(node);
    if ((node.kind !== 'named' && node.kind !== 'derived') || seen.has(node.id)) return;
    seen.add(node.id);
    const tree = node.kind === 'named' ? compiled.conditions.get(node.id) : compiled.values.get(node.id);
    if (tree) walkDeep(compiled, tree, visit, seen);
  });
}

/** Ids of the questions that a tree reads, directly or through names. */
export function questionsIn(compiled: CompiledPack, tree: Tree): ReadonlySet<string> {
  const ids = new Set<string>();
  walkDeep(compiled, tree, (node) => {
    if ('question' in node) ids.add(node.question);
  });
  return ids;
}

/** Does the tree read the day of the assessment? */
export function readsAsOf(compiled: CompiledPack, tree: Tree): boolean {
  let found = false;
  walkDeep(compiled, tree, (node) => {
    if (node.kind === 'asOf') found = true;
  });
  return found;
}
