import { assess } from '../../src/assessment/index.ts';
import type { Assessment } from '../../src/assessment/index.ts';
import type { Answers, Checked, CompiledPack, Fault, Pack, Truth } from '../../src/rules/index.ts';
import { compilePack, createState, truthOf } from '../../src/rules/index.ts';
import type { Common, RawFiles } from '../../src/rules/parse.ts';
import { parsePack } from '../../src/rules/parse.ts';
import { day } from './packs.ts';

/** Where every rule of a made-up pack comes from. */
export const BASIS = { sources: ['S1'], confidence: 'high' } as const;

/** Nothing is shared with a made-up pack. */
export const NO_COMMON: Common = {
  groups: [],
  sources: [],
  holidays: [],
  recruitment: {
    principles: [],
    costs: [],
    treaties: [],
    questions: [],
    duties: [],
    papers: [],
    rights: [],
    dangerSigns: { ids: [], sources: [] },
    helpOffices: {},
  },
};

export const TODAY = day('2026-11-22');

const EMPTY: RawFiles = {
  'pack.json': {
    id: 'zz',
    version: '2026.11.0',
    reviewedOn: '2026-11-22',
    reviewBy: '2027-05-22',
    currency: 'USD',
    officialLanguage: 'en',
    languages: ['en', 'es'],
    notChecked: ['officer-discretion'],
  },
  'offices.json': [],
  'groups.json': [],
  'questions.json': [],
  'derived.json': [],
  'routes.json': { routes: [{ id: 'work-permit', kind: 'permit', when: { hasOffer: true }, ...BASIS }], sets: {} },
  'blockers.json': [],
  'warnings.json': [],
  'documents.json': [],
  'fees.json': [],
  'steps.json': [],
  'deadlines.json': [],
  'duties.json': [],
  'conflicts.json': [],
  'sources.json': [{ id: 'S1', title: 'Work Act', kind: 'law', urls: ['https://example.org/act'], seenOn: '2026-11-22' }],
};

/** Files of a pack named zz: the given ones, and otherwise next to nothing, with one yes-no question `hasOffer`. */
export function rawPack(files: Readonly<Record<string, unknown>> = {}): RawFiles {
  const questions = (files['questions.json'] ?? []) as readonly object[];
  return { ...EMPTY, ...files, 'questions.json': [{ id: 'hasOffer', type: 'yesNo', section: 'work', ...BASIS }, ...questions] };
}

export const parse = (files: Readonly<Record<string, unknown>>, common = NO_COMMON): Checked<Pack> =>
  parsePack('rules/zz', rawPack(files), common);

/** What is wrong with a pack that is made of these files. */
export function faultsOf(files: Readonly<Record<string, unknown>>, common = NO_COMMON): readonly Fault[] {
  const checked = parse(files, common);
  return checked.ok ? [] : checked.faults;
}

/** A compiled pack that is made of these files. */
export function makePack(files: Readonly<Record<string, unknown>>, common = NO_COMMON): CompiledPack {
  const checked = parse(files, common);
  if (!checked.ok) throw new Error(checked.faults.map((fault) => JSON.stringify(fault)).join('\n'));
  return compilePack(checked.value);
}

/** The truth of a route's condition. */
export function truthOfRoute(compiled: CompiledPack, answers: Answers, asOf = TODAY): Truth {
  const state = createState(compiled, answers, asOf);
  return truthOf(compiled.routes[0]!.when.node.evaluate(state));
}

/** The truth of a named condition of a real pack. */
export function truthOfNamed(compiled: CompiledPack, id: string, { answers, asOf = TODAY }: { answers: Answers; asOf?: number }): Truth {
  const index = [...compiled.conditions.keys()].indexOf(id);
  if (index < 0) throw new RangeError(`No named condition ${id}`);
  return truthOf(createState(compiled, answers, asOf).named(index, false));
}

/** A pack whose only route holds when the condition does. */
export function packWithCondition(when: unknown, files: Readonly<Record<string, unknown>> = {}): CompiledPack {
  return makePack({ ...files, 'routes.json': { routes: [{ id: 'work-permit', kind: 'permit', when, ...BASIS }], sets: {} } });
}

/** The assessment of somebody with an offer, in a pack that is made of these files. */
export function assessMade(files: Readonly<Record<string, unknown>>, answers: Answers = {}, asOf = TODAY): Assessment {
  return assess(makePack(files), { hasOffer: true, ...answers }, asOf);
}

/** For all cases on the only route. */
export const ALL_CASES = [{ routes: ['work-permit'] }];

type ListName = 'blockers' | 'warnings' | 'documents' | 'fees' | 'steps' | 'deadlines' | 'duties';

/** The truth of the condition of one item of a real pack on one route. */
export function truthOfItem(
  compiled: CompiledPack,
  [list, id, routeId]: readonly [ListName, string, string],
  given: { answers: Answers; asOf?: number },
): Truth {
  const route = compiled.routes.find((candidate) => candidate.route.id === routeId);
  const entry = route?.[list].find(({ item }) => item.id === id);
  if (!entry) throw new RangeError(`No ${list} ${id} on ${routeId}`);
  const state = createState(compiled, given.answers, given.asOf ?? TODAY);
  state.route = routeId;
  return truthOf(entry.when.node.evaluate(state));
}
