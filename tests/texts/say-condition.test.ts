import { beforeAll, describe, expect, it } from 'vitest';
import type { Condition } from '../../src/rules/index.ts';
import type { Said, Speaker, Texts } from '../../src/texts/index.ts';
import { createTexts, sayCondition, sayConditionLine, sayValue } from '../../src/texts/index.ts';
import { readTree } from '../support/locales.ts';
import { BASIS, makePack } from '../support/make-pack.ts';
import { getPack, PACK_IDS } from '../support/packs.ts';

const work = { section: 'work', ...BASIS };
const numbers = { range: { least: 0, most: 100_000 } };
const dates = { range: { least: '2020-01-01', most: '2040-12-31' } };
const FILES = {
  'groups.json': [{ id: 'neighbours', members: ['GT', 'MX'], ...BASIS }],
  'questions.json': [
    { id: 'sector', type: 'choice', options: ['farm', 'shop', 'mine', 'bank', 'port'].map((id) => ({ id })), ...work },
    { id: 'papers', type: 'any', options: [{ id: 'passport' }, { id: 'card' }], ...work },
    { id: 'age', type: 'integer', unit: 'years', ...work, ...numbers },
    { id: 'staff', type: 'integer', unit: 'people', ...work, ...numbers },
    { id: 'foreigners', type: 'integer', unit: 'people', ...work, ...numbers },
    { id: 'wage', type: 'money', currency: 'BZD', ...work, ...numbers },
    { id: 'filingDate', type: 'date', ...work, ...dates },
    { id: 'expiryDate', type: 'date', ...work, ...dates },
    { id: 'nationality', type: 'country', ...work },
    { id: 'home', type: 'country', ...work },
  ],
};
const SHORT = {
  hasOffer: 'Job offer',
  sector: 'Sector',
  papers: 'Papers',
  age: 'Age',
  staff: 'Staff',
  foreigners: 'Foreigners',
  wage: 'Wage',
  filingDate: 'Filing day',
  expiryDate: 'Expiry day',
  nationality: 'Nationality',
  home: 'Home',
};
const TEXTS = {
  routes: { 'work-permit': { name: 'Work permit' } },
  conditions: { adult: { text: 'the worker is grown up', reading: 'As the act says.' } },
  values: { lastDay: 'last day to file', bonus: 'bonus' },
  groups: { neighbours: 'neighbours' },
  questions: Object.fromEntries(
    Object.entries(SHORT).map(([id, short]) => [
      id,
      { short, options: { farm: 'Farm', shop: 'Shop', mine: 'Mine', bank: 'Bank', port: 'Port', passport: 'Passport', card: 'Card' } },
    ]),
  ),
};
const DERIVED = [
  { id: 'adult', when: { age: { atLeast: 18 } } },
  { id: 'lastDay', value: { date: 'expiryDate', minus: { months: 3 } } },
];

const english: { texts?: Texts } = {};
beforeAll(async () => {
  english.texts = await createTexts('en', { ui: readTree('en', 'ui'), common: {}, zz: TEXTS });
});

/** A condition as a pack writes it, ready to be said. */
function read(when: unknown, derived: readonly object[] = []): { speaker: Speaker; tree: Condition } {
  const compiled = makePack({ ...FILES, 'derived.json': [...DERIVED, { id: 'tested', when }, ...derived] });
  return { speaker: { texts: english.texts!, compiled }, tree: compiled.conditions.get('tested')! };
}

const line = (when: unknown): string => {
  const { speaker, tree } = read(when);
  return sayConditionLine(speaker, tree);
};
const lines = ({ text, parts = [] }: Said): readonly string[] => [text, ...parts.flatMap(lines).map((part) => `  ${part}`)];
const list = (when: unknown): readonly string[] => {
  const { speaker, tree } = read(when);
  return lines(sayCondition(speaker, tree));
};
const value = (json: unknown): readonly string[] => {
  const { speaker } = read({ hasOffer: true }, [{ id: 'bonus', value: json }]);
  return lines(sayValue(speaker, speaker.compiled.values.get('bonus')!));
};

describe('a condition in one line', () => {
  it.each([
    [{ hasOffer: true }, 'Job offer: yes'],
    [{ hasOffer: false }, 'Job offer: no'],
    [{ sector: 'farm' }, 'Sector: Farm'],
    [{ sector: ['farm', 'shop'] }, 'Sector: “Farm” or “Shop”'],
    [{ sector: { isNot: 'farm' } }, 'Sector: any but Farm'],
    [{ nationality: { in: 'neighbours' } }, 'Nationality: on the list “neighbours”'],
    [{ nationality: { notIn: 'neighbours' } }, 'Nationality: not on the list “neighbours”'],
    [{ nationality: 'GT' }, 'Nationality: Guatemala'],
    [{ papers: { includes: 'passport' } }, 'Papers: includes “Passport”'],
    [{ papers: { includesNone: ['passport', 'card'] } }, 'Papers: includes none of these: “Passport” or “Card”'],
    [{ age: { atLeast: 18 } }, 'Age: at least 18 years'],
    [{ age: { atLeast: 14, atMost: 17 } }, 'Age: from 14 to 17 years'],
    [{ not: { age: { lessThan: 18 } } }, 'Age: at least 18 years'],
    [{ wage: { lessThan: 5 } }, 'Wage: less than BZ$5'],
    [{ filingDate: { onOrAfter: '2027-01-15' } }, 'Filing day: on 15 January 2027 or after'],
    [{ filingDate: { after: 'expiryDate' } }, 'Filing day: after this day: Expiry day'],
    [{ adult: true }, 'the worker is grown up'],
    [{ adult: false }, 'not true: the worker is grown up'],
    [{ share: { of: 'foreigners', in: 'staff', atMostPercent: 10 } }, 'Foreigners: at most 10 percent of Staff'],
    [
      { not: { share: { of: 'foreigners', in: { plus: ['staff', 1] }, atMostPercent: 10 } } },
      'Foreigners: more than 10 percent of (Staff + 1)',
    ],
    [{ compare: [{ times: [{ plus: ['foreigners', 1] }, 10] }, 'atMost', 'staff'] }, '(Foreigners + 1) × 10: at most Staff'],
    [{ hasOffer: true, adult: true }, 'Job offer: yes; and the worker is grown up'],
    [{ hasOffer: true, any: [{ adult: true }, { sector: 'farm' }] }, 'Job offer: yes; and (the worker is grown up; or Sector: Farm)'],
    [{ not: { any: [{ hasOffer: true }, { adult: true }] } }, 'none of these (Job offer: yes; or the worker is grown up)'],
    [{ not: { hasOffer: true, adult: true } }, 'not all of these together (Job offer: yes; and the worker is grown up)'],
    [{ not: { not: { adult: true } } }, 'the worker is grown up'],
  ])('%j', (when, said) => {
    expect(line(when)).toBe(said);
  });

  it('says once that two answers are the same, however many countries the pack lists', () => {
    expect(line({ any: ['GT', 'MX', 'HN', 'SV'].map((code) => ({ nationality: code, home: code })) })).toBe(
      'Nationality and Home: the same',
    );
  });
});

describe('a condition as a list', () => {
  it('puts what must hold below a heading, groups within groups', () => {
    expect(list({ hasOffer: true, any: [{ adult: true }, { sector: 'farm', age: { atLeast: 16 } }] })).toEqual([
      'All of these:',
      '  Job offer: yes',
      '  At least one of these:',
      '    the worker is grown up',
      '    All of these:',
      '      Sector: Farm',
      '      Age: at least 16 years',
    ]);
  });

  it('makes a list of many options', () => {
    expect(list({ sector: ['farm', 'shop', 'mine', 'bank', 'port'] })).toEqual([
      'Sector: one of these:',
      '  Farm',
      '  Shop',
      '  Mine',
      '  Bank',
      '  Port',
    ]);
  });

  it('turns "not any" into "none of these"', () => {
    expect(list({ not: { any: [{ hasOffer: true }, { adult: true }] } })).toEqual([
      'None of these:',
      '  Job offer: yes',
      '  the worker is grown up',
    ]);
  });
});

describe('a value in words', () => {
  it.each([
    [{ least: [{ times: [250, 'staff'] }, 7500] }, ['the smallest of (250 × Staff; 7,500)']],
    [{ roundUp: { dividedBy: ['staff', 3] } }, ['(Staff ÷ 3), rounded up']],
    [{ begunMonthsBetween: ['expiryDate', 'filingDate'] }, ['months from (Expiry day) to (Filing day), a started month counts']],
    [{ date: 'expiryDate', plus: { years: 1 } }, ['1 year after this day: Expiry day']],
    [{ date: 'lastDay', minus: { workingDays: 10 } }, ['10 working days before this day: last day to file']],
    [{ chosen: 'papers' }, ['number of answers ticked under “Papers”']],
    [{ if: { adult: true }, then: 'staff', else: 1 }, ['By case:', '  Staff, when:', '    the worker is grown up', '  otherwise: 1']],
    [
      {
        lookup: 'staff',
        rows: [
          [9, 3],
          [8, 2],
        ],
        else: 0,
      },
      ['By this table for: Staff', '  9 gives 3', '  8 gives 2', '  otherwise: 0'],
    ],
  ])('%j', (json, said) => {
    expect(value(json)).toEqual(said);
  });
});

describe.each(PACK_IDS)('every condition of %s', (id) => {
  it.each(['en', 'es'])('can be said in the language %s without a missing text', async (language) => {
    const namespaces = Object.fromEntries(['ui', 'common', id].map((name) => [name, readTree(language, name)]));
    const speaker = { texts: await createTexts(language, namespaces), compiled: getPack(id) };
    const { conditions, values, routes } = speaker.compiled;
    const items = routes.flatMap((route) => [
      route.when,
      ...route.documents.map(({ when }) => when),
      ...route.blockers.map(({ when }) => when),
    ]);
    const said = [...conditions.values(), ...items.map(({ tree }) => tree)].flatMap((tree) => [
      sayConditionLine(speaker, tree),
      ...lines(sayCondition(speaker, tree)),
    ]);
    said.push(...[...values.values()].flatMap((tree) => lines(sayValue(speaker, tree))));
    expect(said.filter((text) => text.includes('[[') || text.includes('undefined') || text.includes('returned an object'))).toEqual([]);
  });
});
