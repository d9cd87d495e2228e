import type { CompiledPack, CompiledRoute, Condition, Expression } from '../rules/index.ts';
import { walk } from '../rules/index.ts';
import type { ItemKind } from './list-trees.ts';
import { ITEM_KINDS, treesOfAmount } from './list-trees.ts';

type Tree = Condition | Expression;

/**
 * Short fingerprints of what the rules of a pack say: equal fingerprints, equal rules. Proofs are remembered by them. Unlike
 * `RuleMeaning`, which looks through names to find rules that mean the same, this has to be quick.
 */
export class RuleDigest {
  /** What can be answered, and on which days. How answers are sorted into classes does not count: a proof holds for all of them. */
  readonly space: string;
  private readonly known = new Map<string, string>();
  private readonly trees = new WeakMap<Tree, string>();
  private readonly items = new WeakMap<object, string>();

  constructor(
    private readonly compiled: CompiledPack,
    days: readonly number[],
    /** Gives equal texts the same short name. */
    private readonly shorten: (text: string) => string,
  ) {
    const { questions, holidays } = compiled.pack;
    const ties = compiled.questions.flatMap(({ asked, mustHold, onlyIf, least, most }) =>
      [asked, ...mustHold, ...onlyIf.values(), least, most].map((own) => (own ? this.tree(own.tree) : '')),
    );
    this.space = this.digest([JSON.stringify([questions, holidays, Math.min(...days), Math.max(...days)]), ...ties]);
  }

  /** What outcomes rest on: all routes with their blockers, and the ways out that they name. */
  get routes(): string {
    return this.once('routes', () => this.digest(this.compiled.routes.map((route) => this.route(route))));
  }

  /** When each route applies, and which wins; blockers aside. */
  get conditions(): string {
    return this.once('conditions', () =>
      this.digest(this.compiled.routes.map(({ route, when }) => [this.textOf(route), this.tree(when.tree)].join(' '))),
    );
  }

  /** One route: when it applies, what blocks it, where to ask. */
  route(route: CompiledRoute): string {
    return this.once(`route ${route.route.id}`, () => {
      const blockers = route.blockers.map(({ item }) => this.item(route, 'blockers', item.id));
      return this.digest([this.space, this.textOf(route.route), this.tree(route.when.tree), ...blockers]);
    });
  }

  /** Everything that a route lists, with the conditions of the route itself. */
  lists(route: CompiledRoute): string {
    return this.once(`lists ${route.route.id}`, () =>
      this.digest([this.route(route), ...ITEM_KINDS.flatMap((kind) => route[kind].map(({ item }) => this.item(route, kind, item.id)))]),
    );
  }

  private item(route: CompiledRoute, kind: ItemKind, id: string): string {
    const entry = route[kind].find(({ item }) => item.id === id);
    if (!entry) return '';
    const copies = 'copies' in entry ? entry.copies.flatMap((own) => (own ? [own.tree] : [])) : [];
    const prices = 'amount' in entry ? [...treesOfAmount(entry.amount), ...entry.quantities.map(({ tree }) => tree)] : [];
    const dates = 'date' in entry && entry.date ? [entry.date.tree] : [];
    const trees = [...entry.clauses.map(({ when }) => when.tree), ...copies, ...prices, ...dates];
    return [this.textOf(entry.item), ...trees.map((tree) => this.tree(tree))].join('\n');
  }

  private textOf(item: object): string {
    const known = this.items.get(item);
    if (known !== undefined) return known;
    const text = JSON.stringify(item);
    this.items.set(item, text);
    return text;
  }

  /** A condition or an expression, with the definitions of the names in it. */
  tree(tree: Tree): string {
    const known = this.trees.get(tree);
    if (known !== undefined) return known;
    const names = new Set<string>();
    walk(tree, (node) => {
      if (node.kind === 'named' || node.kind === 'derived') names.add(this.definition(node.kind, node.id));
    });
    const text = [JSON.stringify(tree), ...names].join(' ');
    this.trees.set(tree, text);
    return text;
  }

  private definition(kind: 'named' | 'derived', id: string): string {
    return this.once(`${kind} ${id}`, () => {
      const tree = kind === 'named' ? this.compiled.conditions.get(id) : this.compiled.values.get(id);
      return tree ? this.digest([this.tree(tree)]) : id;
    });
  }

  private digest(parts: readonly string[]): string {
    return this.shorten(parts.join('\n'));
  }

  private once(name: string, make: () => string): string {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const made = make();
    this.known.set(name, made);
    return made;
  }
}
