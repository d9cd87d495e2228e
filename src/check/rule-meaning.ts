import type { CompiledAmount, CompiledPack, CompiledRoute, Condition, Expression, Question } from '../rules/index.ts';
import { canonical } from './diff-items.ts';
import type { ItemKind } from './list-trees.ts';
import { ITEM_KINDS } from './list-trees.ts';
import { clauseText } from './summarise.ts';

/**
 * What each rule of a pack says, as text in which names are replaced by what they stand for: equal texts mean equal rules, whatever
 * was renamed or moved. Different texts may still mean the same; that is for the provers.
 */
export class RuleMeaning {
  private readonly names = new Map<string, string>();
  private readonly questions: ReadonlyMap<string, Question>;

  constructor(private readonly compiled: CompiledPack) {
    this.questions = new Map(compiled.pack.questions.map((question) => [question.id, question]));
  }

  ofRoute(route: CompiledRoute): string {
    return `${route.route.kind} ${this.ofTree(route.when.tree)}`;
  }

  ofItem(route: CompiledRoute, kind: ItemKind, id: string): string | undefined {
    const entry = route[kind].find(({ item }) => item.id === id);
    if (!entry) return undefined;
    const clauses = entry.clauses.map(({ clause, when }) => `${clauseText(clause, entry.item)} ${this.ofTree(when.tree)}`);
    const copies = 'copies' in entry ? entry.copies.map((own) => (own ? this.ofTree(own.tree) : '')) : [];
    const fee = 'amount' in entry ? [this.ofAmount(entry.amount), ...entry.quantities.map(({ tree }) => this.ofTree(tree))] : [];
    const date = 'date' in entry && entry.date ? [this.ofTree(entry.date.tree)] : [];
    return [...clauses, ...copies, ...fee, ...date].join(' | ');
  }

  private ofAmount(amount: CompiledAmount): string {
    switch (amount.kind) {
      case 'exact':
        return this.ofTree(amount.value.tree);
      case 'cases':
        return amount.cases.map((entry) => `${this.ofTree(entry.when.tree)} → ${this.ofAmount(entry.amount)}`).join('; ');
      case 'tariff':
        return `${this.ofTree(amount.on.tree)} ${amount.periods.map((period) => `${period.from}–${period.until} → ${this.ofAmount(period.amount)}`).join('; ')}`;
      default:
        return canonical(amount);
    }
  }

  private ofTree(tree: Condition | Expression): string {
    return JSON.stringify(tree, (key, value: unknown) => {
      if (key === 'group') return undefined;
      if (key === 'values' && Array.isArray(value)) return [...(value as unknown[])].sort();
      if (key === 'question') return this.ofQuestion(String(value));
      if (
        typeof value === 'object' &&
        value !== null &&
        'kind' in value &&
        'id' in value &&
        (value.kind === 'named' || value.kind === 'derived')
      )
        return this.ofName(value.kind, String(value.id));
      return value;
    });
  }

  private ofName(kind: 'named' | 'derived', id: string): string {
    const known = this.names.get(`${kind} ${id}`);
    if (known !== undefined) return known;
    const tree = kind === 'named' ? this.compiled.conditions.get(id) : this.compiled.values.get(id);
    const text = tree ? this.ofTree(tree) : id;
    this.names.set(`${kind} ${id}`, text);
    return text;
  }

  /** What can be answered, and when the question makes sense. */
  private ofQuestion(id: string): string {
    const known = this.names.get(`question ${id}`);
    if (known !== undefined) return known;
    const question = this.questions.get(id);
    const compiled = this.compiled.questions.find((entry) => entry.question.id === id);
    const ties = [compiled?.asked.tree, ...(compiled?.mustHold ?? []).map(({ tree }) => tree), ...(compiled?.onlyIf.values() ?? [])];
    this.names.set(`question ${id}`, id);
    const text = `${id} ${canonical({ type: question?.type, options: question?.options?.map((option) => option.id), range: question?.range, unknown: question?.unknown })} ${ties.map((tree) => (tree && 'kind' in tree ? this.ofTree(tree) : '')).join(' ')}`;
    this.names.set(`question ${id}`, text);
    return text;
  }
}

/** A rule that says something else in two versions of a pack. */
export type ChangedRule = { readonly route: string; readonly kind: ItemKind | 'routes'; readonly id: string };

/** The rules whose texts differ; the others need no proof. */
export function findChangedRules(before: CompiledPack, after: CompiledPack): readonly ChangedRule[] {
  const [old, now] = [new RuleMeaning(before), new RuleMeaning(after)];
  const ids = [...new Set([...before.routes, ...after.routes].map(({ route }) => route.id))];
  return ids.flatMap((id): ChangedRule[] => {
    const [a, b] = [before, after].map((compiled) => compiled.routes.find(({ route }) => route.id === id));
    if (!a || !b) return [{ route: id, kind: 'routes', id }];
    const own: ChangedRule[] = old.ofRoute(a) === now.ofRoute(b) ? [] : [{ route: id, kind: 'routes', id }];
    const items = ITEM_KINDS.flatMap((kind) =>
      [...new Set([...a[kind], ...b[kind]].map(({ item }) => item.id))].map((item) => ({ kind, item })),
    );
    return [
      ...own,
      ...items
        .filter(({ kind, item }) => old.ofItem(a, kind, item) !== now.ofItem(b, kind, item))
        .map(({ kind, item }) => ({ route: id, kind, id: item })),
    ];
  });
}
