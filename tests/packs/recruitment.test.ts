import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCommon, readPack } from '../../src/cli/read-pack.ts';
import { parsePack } from '../../src/rules/parse.ts';
import type { Common } from '../../src/rules/parse.ts';

const COUNTRIES = ['bz', 'cr', 'do', 'gy', 'hn', 'mx', 'pa'] as const;
const common = readCommon('rules');
const { recruitment } = common;
const packs = COUNTRIES.map((country) => readPack('rules', country));

/** The table of section 4.2 of the dossier, in the order bz cr do gy hn mx pa: l = law, r = red flag, g = good practice, c = red flag, law under a condition. */
const SEVERITIES: Readonly<Record<string, string>> = {
  workerPaidFee: 'lcrrclc',
  employerTookMoneyForHiring: 'rlrrrlr',
  costsDeductedFromPay: 'rrrrrcr',
  workerPaysPermitCosts: 'rrrrrrr',
  feeReceiptsChecked: 'ggggggg',
  repayPlan: 'ggggggg',
  papersHeld: 'rrrlrlr',
  depositOrBond: 'rrrrrrr',
  loanFromEmployer: 'rrrrrrr',
  freeMovement: 'rrrrrrr',
  freeToResign: 'rrrrrrr',
  threats: 'rrrrrlr',
  workOnVisitorStatus: 'lllllll',
  under18: 'rrrrrrr',
  contractInLanguage: 'rrrrrrr',
  contractBeforeTravel: 'rrrrrrr',
  contractMatchesOffer: 'rrrrrrr',
  equalTreatment: 'rllrllr',
  wagesDirect: 'rrrrrrr',
  healthOrPregnancyTest: 'rlrrrrr',
  recruiterLicensed: 'lrrllll',
  recruiterZeroFeeClause: 'ggggggg',
  subAgentsKnown: 'rrrrrrr',
  recruiterDueDiligence: 'ggggggg',
  jointLiabilityKnown: 'ggggggg',
  grievanceChannel: 'ggggggg',
  authoritiesExplained: 'ggggggg',
  unionFreedom: 'rlrrrrr',
  ethicalPolicy: 'ggggggg',
  dataConsent: 'ggggggg',
  housingDecent: 'rrrrrrr',
  safetyInLanguage: 'rrrrrrr',
  insuredFromDayOne: 'lllllll',
  returnPlan: 'gggglgl',
  crisisPlan: 'ggggggg',
  crisisInformation: 'ggggggg',
  crisisPay: 'rrrrrrr',
  crisisHousing: 'ggggggg',
  crisisReturn: 'ggggggg',
};
const LETTERS = { law: 'l', redFlag: 'r', goodPractice: 'g' } as const;

type Tree = { readonly [key: string]: string | Tree };
const flatten = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
const textsOf = (language: string): Map<string, string> =>
  new Map(flatten(JSON.parse(readFileSync(`locales/${language}/common.json`, 'utf8')) as Tree));

describe('rules of ethical recruitment', () => {
  it('hold every question, principle, cost, rule and paper of the dossier', () => {
    const { questions, principles, costs, duties, papers, rights } = recruitment;
    expect([questions.length, principles.length, costs.length, duties.length, papers.length, rights.length]).toEqual([
      42, 18, 11, 25, 34, 10,
    ]);
    expect(questions.filter(({ bad }) => bad === undefined).map(({ id }) => id)).toEqual([
      'usesRecruiter',
      'housingProvided',
      'healthCrisisDeclared',
    ]);
    expect(papers.filter(({ kind }) => kind === 'measure')).toHaveLength(7);
  });

  it('give every question that can be answered badly the severity of the dossier in every country', () => {
    const found = Object.fromEntries(
      recruitment.questions
        .filter(({ bad }) => bad !== undefined)
        .map(({ id }) => [
          id,
          packs
            .map((pack) => pack.recruitment.questions.find((question) => question.id === id)?.cell)
            .map((cell) => (cell ? (cell.lawWhen ? 'c' : LETTERS[cell.severity]) : '?'))
            .join(''),
        ]),
    );
    expect(found).toEqual(SEVERITIES);
  });

  it('show a rule behind every cell that says law', () => {
    for (const pack of packs) {
      for (const { id, cell } of pack.recruitment.questions) {
        if (cell?.severity === 'law' || cell?.lawWhen) expect(cell.duties, `${pack.id} ${id}`).not.toHaveLength(0);
        if (cell?.open) expect(cell.duties, `${pack.id} ${id}`).toBeDefined();
      }
    }
  });

  it('mark severities only as law, red flag or good practice', () => {
    const marks = packs.flatMap(({ recruitment: own }) =>
      [...own.duties, ...own.papers, ...own.questions.flatMap(({ cell }) => (cell ? [cell] : []))].map(({ severity }) => severity),
    );
    expect(new Set(marks)).toEqual(new Set(['law', 'redFlag', 'goodPractice']));
  });

  it('cite a source for every item, and carry it in the pack', () => {
    for (const pack of packs) {
      const own = pack.recruitment;
      const known = new Set(own.sources.map(({ id }) => id));
      const items: { id: string; sources: readonly string[] }[] = [
        own.principles,
        own.costs,
        own.treaties,
        own.questions,
        own.duties,
        own.papers,
        own.rights,
      ].flat();
      for (const { id, sources } of items) {
        expect(sources.length, `${pack.id} ${id}`).toBeGreaterThan(0);
        for (const source of sources) expect(known.has(source), `${pack.id} ${id} ${source}`).toBe(true);
      }
    }
  });

  it('cite only sources that exist in country groups, under ids that no pack uses', () => {
    const sources = new Set(common.sources.map(({ id }) => id));
    for (const group of common.groups) for (const id of group.sources) expect(sources.has(id)).toBe(true);
    const ids = new Set(common.groups.map(({ id }) => id));
    for (const country of COUNTRIES) {
      const own = JSON.parse(readFileSync(`rules/${country}/groups.json`, 'utf8')) as { id: string }[];
      for (const { id } of own) expect(ids.has(id), `${country} ${id}`).toBe(false);
    }
  });

  it('are refused by name when an id leads nowhere', () => {
    const raw = (folder: string): Record<string, unknown> =>
      Object.fromEntries(
        [
          'pack',
          'offices',
          'groups',
          'questions',
          'derived',
          'routes',
          'blockers',
          'warnings',
          'documents',
          'fees',
          'steps',
          'deadlines',
          'duties',
          'conflicts',
          'sources',
        ].map((name) => [`${name}.json`, JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as unknown]),
      );
    const spoilt = (change: (copy: Common) => void): readonly { file: string; path: string; expected: string; found: string }[] => {
      const copy = structuredClone(common);
      change(copy);
      const checked = parsePack('rules/bz', raw('rules/bz'), copy);
      return checked.ok ? [] : checked.faults;
    };
    const question = (copy: Common, id: string): Common['recruitment']['questions'][number] => {
      const found = copy.recruitment.questions.find((candidate) => candidate.id === id);
      if (!found) throw new Error(id);
      return found;
    };
    expect(spoilt(() => undefined)).toEqual([]);
    expect(
      spoilt((copy) => {
        question(copy, 'subAgentsKnown').askedWhen = { usesRecruter: true };
      }),
    ).toMatchObject([
      { file: 'rules/common/recruitment.json', path: 'questions.subAgentsKnown.askedWhen.usesRecruter', found: '"usesRecruter"' },
    ]);
    expect(
      spoilt((copy) => {
        question(copy, 'workerPaidFee').askedWhen = { usesRecruiter: true };
      }),
    ).toHaveLength(1);
    expect(
      spoilt((copy) => {
        question(copy, 'papersHeld').principle = 'freedom-of-movment';
      })[0]?.expected,
    ).toContain('freedom-of-movement');
    expect(
      spoilt((copy) => {
        question(copy, 'papersHeld').sources = ['E99'];
      }),
    ).toHaveLength(1);
    expect(
      spoilt((copy) => {
        question(copy, 'threats').severity = {
          bz: { severity: 'law', duties: ['no-such-duty'], treaties: ['no-such'], packDuties: ['no-such'] },
        };
      }),
    ).toHaveLength(3);
    expect(
      spoilt((copy) => {
        delete question(copy, 'threats').severity?.['bz'];
      }),
    ).toMatchObject([{ path: 'questions.threats.severity' }]);
    expect(
      spoilt((copy) => {
        copy.recruitment.helpOffices['bz'] = ['no-such-office'];
      }),
    ).toHaveLength(1);
    expect(
      spoilt((copy) => {
        const [first] = copy.recruitment.papers;
        if (first) first.when = { noSuchQuestion: true };
      }),
    ).toHaveLength(1);
  });
});

describe('texts of ethical recruitment', () => {
  const english = textsOf('en');
  const spanish = textsOf('es');

  it('have the same keys and placeholders in both languages', () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
    const placeholders = (text: string | undefined): string => (text?.match(/\{\{\w+\}\}/g) ?? []).sort().join();
    for (const [key, text] of english) expect(placeholders(spanish.get(key)), key).toBe(placeholders(text));
  });

  it('exist for everything that the rules name, and for nothing else', () => {
    const { questions, principles, costs, treaties, duties, papers, rights, dangerSigns } = recruitment;
    const readings = packs.flatMap((pack) =>
      pack.recruitment.questions.flatMap(({ id, cell }) => (cell?.reading ? [`questions.${id}.readings.${pack.id}`] : [])),
    );
    const needed = [
      ...[...new Set(questions.map(({ section }) => section))].map((section) => `sections.${section}`),
      ...questions.flatMap(({ id, bad }) =>
        ['ask', 'short', 'why', ...(bad === undefined ? [] : ['remedy'])].map((part) => `questions.${id}.${part}`),
      ),
      ...readings,
      ...principles.flatMap(({ id }) => [`principles.${id}.name`, `principles.${id}.text`]),
      ...costs.map(({ id }) => `costs.${id}.name`),
      ...[...new Set(costs.map(({ workerMayPay }) => workerMayPay))].map((who) => `costPayers.${who}`),
      ...treaties.flatMap(({ id }) => [`treaties.${id}.name`, `treaties.${id}.text`]),
      ...duties.flatMap(({ id }) => [`duties.${id}.name`, `duties.${id}.text`]),
      ...papers.flatMap(({ id, reading }) => ['name', 'note', ...(reading ? ['reading'] : [])].map((part) => `papers.${id}.${part}`)),
      ...[...new Set(papers.flatMap(({ oneOf }) => (oneOf ? [oneOf] : [])))].map((group) => `oneOf.${group}`),
      ...rights.flatMap(({ id, notes }) =>
        ['name', 'text', ...Object.keys(notes ?? {}).map((country) => `notes.${country}`)].map((part) => `rights.points.${id}.${part}`),
      ),
      ...dangerSigns.ids.map((id) => `rights.signs.${id}`),
      ...['title', 'lead', 'signsTitle', 'signsText', 'helpTitle', 'helpNote', 'basis', 'notReviewed'].map((part) => `rights.${part}`),
      ...['complaints', 'labour', 'consulate', 'police'].map((line) => `rights.fill.${line}`),
    ].map((key) => `recruitment.${key}`);
    const groups = common.groups.map(({ id }) => `groups.${id}`);
    expect([...english.keys()].sort()).toEqual([...groups, ...needed].sort());
  });

  it('are short and plain', () => {
    for (const texts of [english, spanish]) {
      for (const [key, text] of texts) {
        expect(text, key).not.toMatch(/eligib|elegib/i);
        for (const sentence of text.split(/(?<=[.!?:;])\s/))
          expect(sentence.split(/\s+/).length, `${key}: ${sentence}`).toBeLessThanOrEqual(20);
      }
    }
  });

  it('say everything of the rights card in every language that has begun it', () => {
    const codes = (JSON.parse(readFileSync('locales/languages.json', 'utf8')) as { code: string }[]).map(({ code }) => code);
    const rights = [...english.keys()].filter((key) => key.startsWith('recruitment.rights.'));
    for (const code of codes) {
      if (!existsSync(`locales/${code}/common.json`)) continue;
      const own = textsOf(code);
      if (own.has('recruitment.rights.title')) for (const key of rights) expect(own.has(key), `${code} ${key}`).toBe(true);
    }
  });
});
