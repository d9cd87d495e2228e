import type { Answer, CompiledPack, Condition, Expression, Literal, Question } from '../rules/index.ts';
import { addMonths, formatDate, parseDate } from '../rules/index.ts';
import { listTrees, questionsIn, walkDeep } from './list-trees.ts';

/** The answers to one question, sorted into classes that no rule tells apart; one answer stands for each class. */
export type QuestionClasses = {
  /** Ordinary answers first; without "I don't know". */
  readonly representatives: readonly Answer[];
  /** Countries that each representative stands for. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /**
   * `false` where a rule computes with the answer and others together: then the representatives are good guesses at the edges,
   * but cover no class completely, and a search over them proves nothing.
   */
  readonly exact: boolean;
};

/** What the search for witnesses has to know of one or two packs over one answer space. */
export type AnswerClasses = ReadonlyMap<string, QuestionClasses>;

/** Countries that readers recognise at once, before the rest in alphabetical order. */
const ORDINARY_COUNTRIES = ['GT', 'HN', 'SV', 'MX', 'US', 'JM', 'HT', 'VE', 'NI', 'CO', 'CU', 'CN', 'IN'];
const MOST_VALUES = 48;
const MOST_DAYS = 120;

/**
 * Sorts the answers to every question into classes.
 *
 * @param packs one pack, or the two versions of a comparison
 * @param countries every nationality that can be chosen
 * @param asOf the day around which dates are tried
 */
export function classifyAnswers(packs: readonly CompiledPack[], countries: readonly string[], asOf: number): AnswerClasses {
  const atoms = collectAtoms(packs);
  const classes = new Map<string, QuestionClasses>();
  for (const question of joinQuestions(packs)) {
    const own = atoms.get(question.id) ?? { sets: [], numbers: new Set<number>(), spans: new Set<number>(), exact: true };
    classes.set(question.id, classify(question, own, { countries, asOf }));
  }
  return classes;
}

/** What the rules ask of one question: sets of values, thresholds, spans of days around other dates. */
type Atoms = { sets: (readonly Literal[])[]; numbers: Set<number>; spans: Set<number>; exact: boolean };
type World = { countries: readonly string[]; asOf: number };

function joinQuestions(packs: readonly CompiledPack[]): readonly Question[] {
  const joined = new Map<string, Question>();
  for (const { pack } of packs) {
    for (const question of pack.questions) {
      const known = joined.get(question.id);
      const options = [...(known?.options ?? []), ...(question.options ?? [])];
      const unique = options.filter((option, index) => options.findIndex(({ id }) => id === option.id) === index);
      joined.set(question.id, { ...question, ...(known ?? {}), ...(unique.length > 0 ? { options: unique } : {}) });
    }
  }
  return [...joined.values()];
}

function collectAtoms(packs: readonly CompiledPack[]): Map<string, Atoms> {
  const atoms = new Map<string, Atoms>();
  const of = (id: string): Atoms => {
    const own = atoms.get(id) ?? { sets: [], numbers: new Set(), spans: new Set(), exact: true };
    atoms.set(id, own);
    return own;
  };
  for (const compiled of packs) {
    for (const { tree } of listTrees(compiled))
      walkDeep(compiled, tree, (node) => {
        readAtom(compiled, node, of);
      });
  }
  return atoms;
}

function readAtom(compiled: CompiledPack, node: Condition | Expression, of: (id: string) => Atoms): void {
  if (node.kind === 'member') of(node.question).sets.push(node.values);
  if (node.kind === 'lookup')
    addConstants(
      compiled,
      node.of,
      node.rows.map(([key]) => key),
      of,
    );
  if (node.kind !== 'compare') return;
  const [left, right] = [node.left, node.right];
  const threshold = left.kind === 'answer' ? constantOf(right) : right.kind === 'answer' ? constantOf(left) : undefined;
  const answer = left.kind === 'answer' ? left : right;
  if (threshold !== undefined && answer.kind === 'answer') of(answer.question).numbers.add(threshold);
  else for (const side of [left, right]) addConstants(compiled, side, constantsIn(compiled, [left, right]), of);
}

function addConstants(compiled: CompiledPack, tree: Expression, constants: readonly number[], of: (id: string) => Atoms): void {
  const direct = tree.kind === 'answer';
  for (const id of questionsIn(compiled, tree)) {
    const own = of(id);
    own.exact = own.exact && direct && constants.length === 0;
    for (const constant of constants) own.numbers.add(constant);
    walkDeep(compiled, tree, (node) => {
      if (node.kind === 'shift') own.spans.add(node.months * 30 + node.days + node.workingDays * 2);
    });
    for (const constant of constants) if (constant > 0 && constant < 3000) own.spans.add(constant);
  }
}

export function constantOf(tree: Expression): number | undefined {
  return tree.kind === 'number' || tree.kind === 'day' ? tree.value : undefined;
}

function constantsIn(compiled: CompiledPack, trees: readonly Expression[]): readonly number[] {
  const found = new Set<number>();
  for (const tree of trees) {
    walkDeep(compiled, tree, (node) => {
      if (node.kind === 'number') found.add(node.value);
      if (node.kind === 'lookup') for (const row of node.rows) for (const value of row) found.add(value);
    });
  }
  return [...found];
}

function classify(question: Question, atoms: Atoms, world: World): QuestionClasses {
  const none: ReadonlyMap<string, readonly string[]> = new Map();
  switch (question.type) {
    case 'yesNo':
      return { representatives: [false, true], members: none, exact: true };
    case 'choice':
      return { representatives: (question.options ?? []).map((option) => option.id), members: none, exact: true };
    case 'country':
      return classifyCountries(atoms, world.countries);
    case 'any':
      return { representatives: listChoices(question), members: none, exact: (question.options ?? []).length <= 4 };
    case 'date':
      return { representatives: listDays(question, atoms, world.asOf), members: none, exact: atoms.exact };
    default:
      return { representatives: listNumbers(question, atoms), members: none, exact: atoms.exact };
  }
}

function classifyCountries(atoms: Atoms, countries: readonly string[]): QuestionClasses {
  const sets = atoms.sets.map((values) => new Set<unknown>(values));
  const all = [...new Set([...ORDINARY_COUNTRIES.filter((code) => countries.includes(code)), ...countries])];
  const classes = new Map<string, string[]>();
  for (const code of all) {
    const signature = sets.map((set) => (set.has(code) ? '1' : '0')).join('');
    classes.set(signature, [...(classes.get(signature) ?? []), code]);
  }
  const members = new Map([...classes.values()].map((codes) => [codes[0] ?? '', codes]));
  return { representatives: [...members.keys()], members, exact: true };
}

/** Every choice of options where these are few; otherwise none, each, each pair, and all. */
function listChoices(question: Question): readonly Answer[] {
  const options = question.options ?? [];
  const alone = options.filter((option) => option.alone).map((option) => option.id);
  const free = options.filter((option) => !option.alone).map((option) => option.id);
  const singles = [...alone, ...free].map((id) => [id]);
  if (free.length <= 4) {
    const subsets = free.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]);
    return [...alone.map((id) => [id]), ...subsets];
  }
  const pairs = free.flatMap((a, index) => free.slice(index + 1).map((b) => [a, b]));
  return [[], ...singles, free, ...pairs.slice(0, MOST_VALUES)];
}

function listNumbers(question: Question, atoms: Atoms): readonly Answer[] {
  const step = question.type === 'integer' ? 1 : 0.01;
  const least = typeof question.range?.least === 'number' ? question.range.least : 0;
  const most = typeof question.range?.most === 'number' ? question.range.most : 1_000_000;
  const edges = [...atoms.numbers].flatMap((value) => [value, value - step, value + step]);
  const guesses = atoms.exact ? [] : [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 18, 19, 20, 24, 30, 36, 50, 99, 100, 101];
  const round = (value: number): number => (question.type === 'integer' ? Math.round(value) : Math.round(value * 100) / 100);
  const fits = (value: number): boolean => value >= least && value <= most;
  return [...new Set([...edges.map(round), least, ...guesses, most])].filter(fits).slice(0, MOST_VALUES);
}

function listDays(question: Question, atoms: Atoms, asOf: number): readonly Answer[] {
  const [least, most] = [question.range?.least, question.range?.most].map((limit) =>
    typeof limit === 'string' ? parseDate(limit) : undefined,
  );
  const fixed = [...atoms.numbers].filter((value) => value > 3000).flatMap((value) => [value, value - 1, value + 1]);
  const months = [...atoms.spans]
    .filter((days) => days % 30 === 0)
    .flatMap((days) => [addMonths(asOf, days / 30), addMonths(asOf, -days / 30)]);
  const spans = [...atoms.spans].flatMap((days) => [asOf + days, asOf - days]);
  const near = [
    asOf,
    asOf - 1,
    asOf + 1,
    asOf + 14,
    asOf - 14,
    asOf + 31,
    asOf - 31,
    addMonths(asOf, -6),
    addMonths(asOf, 6),
    asOf - 366,
    asOf + 366,
  ];
  const edges = [...months, ...spans].flatMap((day) => [day, day - 1, day + 1]);
  const ends = [least, most].filter((day) => day !== undefined);
  const fits = (day: number): boolean => day >= (least ?? -Infinity) && day <= (most ?? Infinity);
  return [...new Set([...fixed, ...near, ...edges, ...ends])].filter(fits).slice(0, MOST_DAYS).map(formatDate);
}
