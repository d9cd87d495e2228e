import type { Pack } from '../../src/rules/index.ts';
import { parsePack } from '../../src/rules/parse.ts';
import { BASIS, NO_COMMON, rawPack } from './make-pack.ts';

type Files = Readonly<Record<string, unknown>>;

/**
 * The files of a small sound pack, whole enough for proofs: who is exempt, who needs a permit within a quota of 10 %, and who cannot
 * work; one choice of papers, one fee, two steps.
 */
export const SMALL_PACK: Files = rawPack({
  'groups.json': [{ id: 'neighbours', members: ['GT', 'MX'], ...BASIS }],
  'questions.json': [
    { id: 'nationality', type: 'country', section: 'who', unknown: false, ...BASIS },
    { id: 'age', type: 'integer', section: 'who', range: { least: 0, most: 99 }, unit: 'years', ...BASIS },
    {
      id: 'staff',
      type: 'integer',
      section: 'firm',
      range: { least: 1, most: 500 },
      askedWhen: { hasOffer: true },
      unit: 'people',
      ...BASIS,
    },
    {
      id: 'foreigners',
      type: 'integer',
      section: 'firm',
      range: { least: 0, most: 500 },
      askedWhen: { hasOffer: true },
      unit: 'people',
      ...BASIS,
    },
    { id: 'certificate', type: 'choice', section: 'papers', options: [{ id: 'school' }, { id: 'employer' }], ...BASIS },
  ],
  'routes.json': {
    routes: [
      { id: 'neighbour', kind: 'exempt', when: { nationality: { in: 'neighbours' }, age: { atLeast: 18 } }, ...BASIS },
      { id: 'work-permit', kind: 'permit', when: { nationality: { notIn: 'neighbours' }, hasOffer: true, age: { atLeast: 18 } }, ...BASIS },
      { id: 'no-offer', kind: 'closed', when: { nationality: { notIn: 'neighbours' }, hasOffer: false, age: { atLeast: 18 } }, ...BASIS },
      { id: 'too-young', kind: 'closed', when: { age: { lessThan: 18 } }, ...BASIS },
    ],
    sets: {},
  },
  'blockers.json': [
    {
      id: 'quota-full',
      applies: [{ routes: ['work-permit'], when: { not: { share: { of: 'foreigners', in: 'staff', atMostPercent: 10 } } } }],
      remedies: [{ advice: 'hire-at-home' }],
      ...BASIS,
    },
  ],
  'documents.json': [
    {
      id: 'school-record',
      provider: 'worker',
      oneOf: 'skill-proof',
      steps: ['apply'],
      applies: [{ routes: ['work-permit'], when: { certificate: 'school' } }],
      ...BASIS,
    },
    {
      id: 'work-record',
      provider: 'worker',
      oneOf: 'skill-proof',
      steps: ['apply'],
      applies: [{ routes: ['work-permit'], when: { certificate: 'employer' } }],
      ...BASIS,
    },
    {
      id: 'police-record',
      provider: 'worker',
      steps: ['apply'],
      obtainedAt: 'get-police-record',
      maxAge: { months: 3 },
      applies: [{ routes: ['work-permit'] }],
      ...BASIS,
    },
  ],
  'fees.json': [
    {
      id: 'permit-fee',
      payer: 'employer',
      currency: 'USD',
      amount: { exact: 100 },
      steps: ['apply'],
      applies: [{ routes: ['work-permit'] }],
      ...BASIS,
    },
  ],
  'steps.json': [
    {
      id: 'get-police-record',
      actor: 'worker',
      days: { least: 5, most: 10, kind: 'calendar' },
      applies: [{ routes: ['work-permit'] }],
      ...BASIS,
    },
    { id: 'apply', actor: 'employer', after: ['get-police-record'], applies: [{ routes: ['work-permit'] }], ...BASIS },
  ],
});

/** The small pack with other contents of some files. @throws {Error} with its faults, if it has any */
export function smallPack(files: Files = {}): Pack {
  const checked = parsePack('rules/zz', smallFiles(files), NO_COMMON);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.value;
}

export const smallFiles = (files: Files = {}): Files => ({ ...SMALL_PACK, ...files });

/** One item of a file of the small pack, changed. */
export function changeItem(file: string, id: string, change: (item: Record<string, unknown>) => Record<string, unknown>): Files {
  const content = SMALL_PACK[file] as readonly Record<string, unknown>[] | { routes: readonly Record<string, unknown>[]; sets: unknown };
  const edit = (items: readonly Record<string, unknown>[]): readonly Record<string, unknown>[] =>
    items.map((item) => (item['id'] === id ? change(item) : item));
  return { [file]: 'routes' in content ? { ...content, routes: edit(content.routes) } : edit(content) };
}

/** Items added to a file of the small pack. */
export function addItems(file: string, items: readonly object[]): Files {
  const content = SMALL_PACK[file] as readonly object[] | { routes: readonly object[]; sets: unknown };
  return { [file]: 'routes' in content ? { ...content, routes: [...content.routes, ...items] } : [...content, ...items] };
}
