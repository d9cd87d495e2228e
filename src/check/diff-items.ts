import type { Pack } from '../rules/index.ts';

/** One thing that stands differently in two versions of a pack. Plain data; the sentence is `diff.<change>` in the texts. */
export type ItemChange = {
  readonly change: 'added' | 'removed' | 'changed' | 'gained' | 'lost' | 'moved';
  readonly kind: string;
  readonly id: string;
  /** Where in the item, such as `amount.exact`. */
  readonly part: string;
  readonly before: string;
  readonly after: string;
  readonly values: string;
};

const KINDS = [
  'questions',
  'derived',
  'groups',
  'routes',
  'blockers',
  'warnings',
  'documents',
  'fees',
  'steps',
  'deadlines',
  'duties',
  'conflicts',
  'offices',
  'sources',
] as const;
type Named = { readonly id: string };

/** What changed, item by item, whether or not it means anything. */
export function diffItems(before: Pack, after: Pack): readonly ItemChange[] {
  return [
    ...KINDS.flatMap((kind) => diffKind(kind, before[kind], after[kind])),
    ...diffSets(before, after),
    ...diffIdentity(before, after),
  ];
}

const blank = { part: '', before: '', after: '', values: '' };

function diffKind(kind: string, before: readonly Named[], after: readonly Named[]): readonly ItemChange[] {
  const [old, now] = [new Map(before.map((item) => [item.id, item])), new Map(after.map((item) => [item.id, item]))];
  const removed = before.filter(({ id }) => !now.has(id)).map(({ id }): ItemChange => ({ ...blank, change: 'removed', kind, id }));
  const added = after.filter(({ id }) => !old.has(id)).map(({ id }): ItemChange => ({ ...blank, change: 'added', kind, id }));
  const changed = after.flatMap((item) => {
    const earlier = old.get(item.id);
    return earlier ? diffValues(earlier, item, '').map((change): ItemChange => ({ ...blank, kind, id: item.id, ...change })) : [];
  });
  const common = (items: readonly Named[], other: ReadonlyMap<string, unknown>): string =>
    items
      .filter(({ id }) => other.has(id))
      .map(({ id }) => id)
      .join(' ');
  const moved: ItemChange[] = common(before, now) === common(after, old) ? [] : [{ ...blank, change: 'moved', kind, id: '' }];
  return [...removed, ...added, ...changed, ...moved];
}

function diffSets(before: Pack, after: Pack): readonly ItemChange[] {
  const list = (pack: Pack): readonly Named[] => Object.entries(pack.routeSets).map(([id, routes]) => ({ id, routes }));
  return diffKind('sets', list(before), list(after)).filter(({ change }) => change !== 'moved');
}

function diffIdentity(before: Pack, after: Pack): readonly ItemChange[] {
  const parts = ['reviewBy', 'currency', 'notChecked'] as const;
  return parts.flatMap((part) =>
    diffValues(before[part], after[part], part).map((change): ItemChange => ({ ...blank, kind: 'pack', id: after.id, ...change })),
  );
}

type ValueChange = Pick<ItemChange, 'change' | 'part'> & Partial<Pick<ItemChange, 'before' | 'after' | 'values'>>;

/** Goes down to where two values differ: lists of words say what came and what went. */
function diffValues(before: unknown, after: unknown, part: string): readonly ValueChange[] {
  if (canonical(before) === canonical(after)) return [];
  if (isWords(before) && isWords(after)) {
    const [lost, gained] = [before.filter((word) => !after.includes(word)), after.filter((word) => !before.includes(word))];
    return [
      ...(gained.length > 0 ? [{ change: 'gained' as const, part, values: gained.join(', ') }] : []),
      ...(lost.length > 0 ? [{ change: 'lost' as const, part, values: lost.join(', ') }] : []),
    ];
  }
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => diffValues(before[key], after[key], part ? `${part}.${key}` : key));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((value, index) => diffValues(value, after[index], `${part}[${index + 1}]`));
  }
  return [{ change: 'changed', part, before: say(before), after: say(after) }];
}

/** A value in a sentence; a dash where there is none. */
const say = (value: unknown): string => (value === undefined ? '–' : canonical(value));

const isWords = (value: unknown): value is readonly (string | number)[] =>
  Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string');
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON in which the order of keys, and of the words in a list, does not count. */
export function canonical(value: unknown): string {
  if (isWords(value)) return JSON.stringify([...value].sort());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (isObject(value)) {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => a.localeCompare(b));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
