import type { Random } from './random.ts';
import { pick, shuffle } from './random.ts';

/** The JSON files of a pack, by name. */
export type PackFiles = Readonly<Record<string, unknown>>;

/** One fault planted in a pack: a slip that a tired author could make. */
export type PlantedFault = {
  readonly kind: string;
  /** File and place of the slip. */
  readonly place: string;
  readonly description: string;
  readonly files: PackFiles;
};

type Path = readonly (string | number)[];
type Spot = { readonly file: string; readonly path: Path; readonly value: unknown };
type Edit = { readonly kind: string; readonly description: string; readonly value: unknown };

/** Files whose slips can mislead a user. Offices and sources hold addresses only. */
const FILES = [
  'questions.json',
  'derived.json',
  'groups.json',
  'routes.json',
  'blockers.json',
  'warnings.json',
  'documents.json',
  'fees.json',
  'steps.json',
  'deadlines.json',
  'duties.json',
  'pack.json',
];

/** Every fault that the list of slips can plant, in random order. */
export function plantFaults(files: PackFiles, random: Random): readonly PlantedFault[] {
  const faults = FILES.flatMap((file) =>
    listSpots(file, files[file], []).flatMap((spot) => listEdits(spot, files, random).map((edit) => plant(files, spot, edit))),
  );
  return shuffle(faults, random);
}

function listSpots(file: string, value: unknown, path: Path): readonly Spot[] {
  const own = { file, path, value };
  if (Array.isArray(value)) return [own, ...value.flatMap((inner, index) => listSpots(file, inner, [...path, index]))];
  if (typeof value === 'object' && value !== null)
    return [own, ...Object.entries(value).flatMap(([key, inner]) => listSpots(file, inner, [...path, key]))];
  return [own];
}

const CONDITION_KEYS = new Set(['when', 'askedWhen', 'onlyIf', 'not', 'if']);
const OPPOSITES: Readonly<Record<string, string>> = {
  atLeast: 'moreThan',
  atMost: 'lessThan',
  moreThan: 'atLeast',
  lessThan: 'atMost',
  before: 'onOrBefore',
  onOrBefore: 'before',
  after: 'onOrAfter',
  onOrAfter: 'after',
  in: 'notIn',
  notIn: 'in',
};

function listEdits(spot: Spot, files: PackFiles, random: Random): readonly Edit[] {
  return [
    ...editCondition(spot),
    ...editTest(spot),
    ...editNumber(spot),
    ...editList(spot, files, random),
    ...editText(spot, files, random),
    ...editItem(spot),
  ];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWords = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((word) => typeof word === 'string');

/** Is this object a condition? It stands under a key that holds one, or in a list of them. */
function isCondition({ path, value }: Spot): boolean {
  const [key, list] = [path.at(-1), path.at(-2)];
  return CONDITION_KEYS.has(String(key)) || (typeof key === 'number' && (list === 'any' || list === 'all' || list === 'mustHold'))
    ? isObject(value)
    : false;
}

/** A test dropped, the whole negated, a condition left out. */
function editCondition(spot: Spot): readonly Edit[] {
  const { value } = spot;
  if (!isObject(value) || !isCondition(spot)) return [];
  const keys = Object.keys(value);
  const dropped =
    keys.length < 2
      ? []
      : keys.map((key): Edit => ({
          kind: 'testDropped',
          description: `without ${key}`,
          value: Object.fromEntries(Object.entries(value).filter(([other]) => other !== key)),
        }));
  const negated: Edit = {
    kind: 'negated',
    description: 'negated',
    value: 'not' in value && keys.length === 1 ? value['not'] : { not: value },
  };
  return [...dropped, negated];
}

/** A comparison flipped, yes for no. */
function editTest({ path, value }: Spot): readonly Edit[] {
  const edits: Edit[] = [];
  if (typeof value === 'boolean' && !['unknown', 'alone', 'reading', 'changeable', 'unconfirmed'].includes(String(path.at(-1))))
    edits.push({ kind: 'yesForNo', description: `${String(value)} → ${String(!value)}`, value: !value });
  if (isObject(value)) {
    for (const [word, opposite] of Object.entries(OPPOSITES)) {
      if (!(word in value) || opposite in value) continue;
      const { [word]: limit, ...rest } = value;
      edits.push({ kind: 'comparisonFlipped', description: `${word} → ${opposite}`, value: { ...rest, [opposite]: limit } });
    }
  }
  if (Array.isArray(value) && value.length === 3 && path.at(-1) === 'compare') {
    const flipped = OPPOSITES[String(value[1])];
    if (flipped)
      edits.push({ kind: 'comparisonFlipped', description: `${String(value[1])} → ${flipped}`, value: [value[0], flipped, value[2]] });
  }
  if (path.at(-1) === 'any' && Array.isArray(value) && value.length > 1)
    edits.push({ kind: 'alternativeDropped', description: 'first alternative dropped', value: value.slice(1) });
  return edits;
}

/** A threshold, an amount, a period one too high or too low. */
function editNumber({ path, value }: Spot): readonly Edit[] {
  if (typeof value !== 'number') return [];
  const kind = path.includes('amount') ? 'feeChanged' : 'thresholdMoved';
  return [value + 1, value - 1].filter((next) => next >= 0).map((next) => ({ kind, description: `${value} → ${next}`, value: next }));
}

/** A member of a set or a step left out, a document moved to another route. */
function editList({ path, value, file }: Spot, files: PackFiles, random: Random): readonly Edit[] {
  const key = String(path.at(-1));
  if (!isWords(value) || value.length === 0 || key === 'sources' || key === 'languages') return [];
  const edits: Edit[] = [];
  const member = pick(value, random);
  if (value.length > 1)
    edits.push({ kind: 'memberRemoved', description: `without ${member}`, value: value.filter((word) => word !== member) });
  if (key === 'routes' && file !== 'routes.json') {
    const routes = (files['routes.json'] as { routes?: readonly { id: string }[] } | undefined)?.routes ?? [];
    const other = pick(
      routes.filter(({ id }) => !value.includes(id)),
      random,
    );
    if (other) edits.push({ kind: 'movedToOtherRoute', description: `${value.join(', ')} → ${other.id}`, value: [other.id] });
  }
  return edits;
}

/** An id misspelt, another option or actor named, dates swapped or moved. */
function editText({ path, value, file }: Spot, files: PackFiles, random: Random): readonly Edit[] {
  if (typeof value !== 'string') return [];
  const key = path.at(-1);
  if (typeof key === 'number' || key === 'route' || key === 'step' || key === 'document' || key === 'obtainedAt' || key === 'issuedOn')
    return [{ kind: 'idMisspelt', description: `${value} → ${misspell(value)}`, value: misspell(value) }];
  if (/^\d{4}-\d{2}-\d{2}$/.test(value))
    return [
      {
        kind: 'dateMoved',
        description: `${value} → ${value.slice(0, 3)}9${value.slice(4)}`,
        value: `${value.slice(0, 3)}9${value.slice(4)}`,
      },
    ];
  if (key === 'provider' || key === 'payer' || key === 'actor')
    return [{ kind: 'actorChanged', description: value, value: value === 'worker' ? 'employer' : 'worker' }];
  if (key === 'kind' && path.at(-2) !== 'days' && file === 'routes.json')
    return [{ kind: 'routeKindChanged', description: value, value: value === 'closed' ? 'permit' : 'closed' }];
  const question = (files['questions.json'] as readonly { id: string; options?: readonly { id: string }[] }[]).find(({ id }) => id === key);
  const other = pick(
    (question?.options ?? []).filter(({ id }) => id !== value),
    random,
  );
  return other ? [{ kind: 'otherOption', description: `${value} → ${other.id}`, value: other.id }] : [];
}

/** Two neighbouring letters exchanged. */
function misspell(word: string): string {
  const middle = Math.max(0, Math.floor(word.length / 2) - 1);
  const swapped = word.slice(0, middle) + (word[middle + 1] ?? '') + (word[middle] ?? '') + word.slice(middle + 2);
  return swapped === word ? `${word}x` : swapped;
}

/** A clause left out, the waiting order lost, a period turned round. */
function editItem({ path, value }: Spot): readonly Edit[] {
  const edits: Edit[] = [];
  if (path.at(-1) === 'applies' && Array.isArray(value) && value.length > 1)
    edits.push(
      ...value.map((_, index): Edit => ({
        kind: 'clauseDropped',
        description: `without clause ${index + 1}`,
        value: value.filter((__, other) => other !== index),
      })),
    );
  if (!isObject(value)) return edits;
  for (const key of [
    'when',
    'askedWhen',
    'after',
    'oneOf',
    'ifUnknown',
    'maxAge',
    'winsOver',
    'except',
    'until',
    'from',
    'obtainedAt',
    'mustHold',
  ]) {
    if (!(key in value)) continue;
    edits.push({
      kind: key === 'when' || key === 'askedWhen' ? 'conditionDropped' : 'partDropped',
      description: `without ${key}`,
      value: Object.fromEntries(Object.entries(value).filter(([other]) => other !== key)),
    });
  }
  if ('from' in value && 'until' in value && value['from'] !== value['until'])
    edits.push({
      kind: 'datesSwapped',
      description: 'from and until exchanged',
      value: { ...value, from: value['until'], until: value['from'] },
    });
  if ('least' in value && 'most' in value && value['least'] !== value['most'])
    edits.push({
      kind: 'limitsSwapped',
      description: 'least and most exchanged',
      value: { ...value, least: value['most'], most: value['least'] },
    });
  return edits;
}

function plant(files: PackFiles, { file, path }: Spot, { kind, description, value }: Edit): PlantedFault {
  return {
    kind,
    place: `${file}: ${sayPath(files[file], path)}`,
    description,
    files: { ...files, [file]: replaceAt(files[file], path, value) },
  };
}

function replaceAt(tree: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(tree)) return tree.map((inner: unknown, index) => (index === key ? replaceAt(inner, rest, value) : inner));
  return Object.fromEntries(
    Object.entries(tree as object).map(([name, inner]: [string, unknown]) => [name, name === key ? replaceAt(inner, rest, value) : inner]),
  );
}

/** Ids instead of positions, as far as there are any. */
function sayPath(root: unknown, path: Path): string {
  let at = root;
  return path
    .map((key) => {
      at = (at as Record<string | number, unknown>)[key];
      const id = isObject(at) ? at['id'] : undefined;
      return typeof id === 'string' ? id : String(key);
    })
    .join('.');
}
