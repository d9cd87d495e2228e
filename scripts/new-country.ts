/**
 * Makes the files of a new country, to be filled in: `npm run new:country -- <cc>`. The pack is small but whole: it loads, its texts are
 * complete, its scenario passes. It is marked as not verified until somebody has filled it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatCountry } from '../src/texts/format.ts';
import { COUNTRIES } from '../src/texts/index.ts';

type Files = Readonly<Record<string, unknown>>;
type Country = { readonly id: string; readonly today: string; readonly currency: string };

const BASIS = { sources: ['unverified'], confidence: 'unverified' } as const;
const MONTHS_TO_REVIEW = 6;

/** Every file of a new country by its path, as data. */
export function listNewFiles({ id, today, currency }: Country): Files {
  const nationality = id.toUpperCase();
  return {
    [`rules/${id}/pack.json`]: {
      id,
      version: `${Number(today.slice(0, 4))}.${Number(today.slice(5, 7))}.0`,
      reviewedOn: today,
      reviewBy: addMonths(today, MONTHS_TO_REVIEW),
      currency,
      officialLanguage: 'es',
      languages: ['en', 'es'],
      notChecked: ['officer-discretion'],
    },
    [`rules/${id}/offices.json`]: [{ id: 'work-permit-office', ...BASIS, contacts: [{ kind: 'web', value: 'example.org' }] }],
    [`rules/${id}/groups.json`]: [],
    [`rules/${id}/questions.json`]: [
      { id: 'audience', type: 'choice', section: 'who', options: [{ id: 'employer' }, { id: 'selfEmployed' }], unknown: false, ...BASIS },
      { id: 'nationality', type: 'country', section: 'who', unknown: false, ...BASIS },
      { id: 'workerAge', type: 'integer', section: 'who', unit: 'years', range: { least: 0, most: 120 }, ...BASIS },
    ],
    [`rules/${id}/derived.json`]: [{ id: 'foreigner', when: { nationality: { isNot: nationality } } }],
    [`rules/${id}/routes.json`]: {
      routes: [
        { id: 'citizen', kind: 'exempt', when: { nationality }, ...BASIS, tiedTo: 'nobody' },
        {
          id: 'work-permit',
          kind: 'permit',
          when: { foreigner: true },
          ...BASIS,
          validity: { most: { years: 1 } },
          decides: ['work-permit-office'],
        },
      ],
      sets: { every: ['citizen', 'work-permit'] },
    },
    [`rules/${id}/blockers.json`]: [
      {
        id: 'too-young',
        ...BASIS,
        applies: [{ routes: ['work-permit'], when: { workerAge: { lessThan: 18 } } }],
        ifUnknown: 'open',
        remedies: [{ office: 'work-permit-office' }],
      },
    ],
    [`rules/${id}/warnings.json`]: [
      { id: 'wait-for-the-permit', ...BASIS, severity: 'warning', applies: [{ routes: ['work-permit'], when: { audience: 'employer' } }] },
    ],
    [`rules/${id}/documents.json`]: [
      {
        id: 'passport',
        ...BASIS,
        provider: 'worker',
        form: ['shown', 'copy'],
        copies: 1,
        steps: ['apply'],
        applies: [{ routes: ['work-permit'] }],
      },
    ],
    [`rules/${id}/fees.json`]: [
      {
        id: 'application-fee',
        ...BASIS,
        payer: 'employer',
        currency,
        amount: { unconfirmed: true },
        per: 'application',
        steps: ['apply'],
        applies: [
          { routes: ['work-permit'], when: { audience: 'employer' } },
          { routes: ['work-permit'], when: { audience: 'selfEmployed' }, payer: 'worker' },
        ],
      },
    ],
    [`rules/${id}/steps.json`]: [
      {
        id: 'apply',
        ...BASIS,
        actor: 'employer',
        offices: ['work-permit-office'],
        applies: [
          { routes: ['work-permit'], when: { audience: 'employer' } },
          { routes: ['work-permit'], when: { audience: 'selfEmployed' }, actor: 'worker' },
        ],
      },
      {
        id: 'collect-permit',
        ...BASIS,
        actor: 'worker',
        offices: ['work-permit-office'],
        after: ['apply'],
        applies: [{ routes: ['work-permit'] }],
      },
    ],
    [`rules/${id}/deadlines.json`]: [],
    [`rules/${id}/duties.json`]: [],
    [`rules/${id}/conflicts.json`]: [],
    [`rules/${id}/sources.json`]: [],
    [`locales/en/${id}.json`]: textsOf(EN, formatCountry(nationality, 'en')),
    [`locales/es/${id}.json`]: textsOf(ES, formatCountry(nationality, 'es')),
    [`tests/scenarios/${id}/a-foreign-worker.json`]: {
      title: 'To be filled in: an adult foreigner whom an employer wants to hire',
      country: id,
      asOf: today,
      facts: 'To be filled in: the case in plain words, from the dossier.',
      answers: { audience: 'employer', nationality: nationality === 'GT' ? 'HN' : 'GT', workerAge: 30 },
      expect: {
        outcome: 'permit',
        recommended: 'work-permit',
        routes: { citizen: 'not-applicable' },
        documents: { include: ['passport'], exclude: [] },
        blockers: { include: [], exclude: ['too-young'] },
        fees: { include: ['application-fee'], exclude: [], unconfirmed: ['application-fee'] },
      },
      sources: ['unverified'],
    },
  };
}

/** Texts are written out per language: a sentence put together from parts is wrong in one of them. */
type Words = Readonly<Record<string, string>>;

const EN: Words = {
  intro: 'TO BE FILLED IN. These rules for {country} are only an example.',
  who: 'Who and what for',
  audience: 'Who is asking?',
  audienceShort: 'Who is asking',
  audienceWhy: 'Employers and the self-employed have different papers.',
  employer: 'I want to hire someone',
  selfEmployed: 'I want to work for myself',
  nationality: 'Which nationality does the worker have?',
  nationalitySelf: 'Which nationality do you have?',
  nationalityShort: 'Nationality',
  nationalityWhy: 'Citizens need no permit.',
  age: 'How old will the worker be on the first working day?',
  ageSelf: 'How old will you be on the first working day?',
  ageShort: 'Age',
  ageWhy: 'The permit may be for adults only.',
  foreigner: 'the person is not a citizen of {country}',
  citizen: 'Citizen',
  citizenAnswer: 'No permit is needed, because the worker is a citizen.',
  citizenSummary: 'Citizens may work freely.',
  permit: 'Work permit',
  permitAnswer: 'A work permit is needed.',
  permitSummary: 'TO BE FILLED IN: for whom it is, how long it lasts.',
  young: 'The worker is under 18',
  youngWhy: 'TO BE FILLED IN: the law that says so.',
  wait: 'No work before the permit',
  waitText: 'Working while you wait can cost a fine.',
  waitDo: 'Start work only with the permit in hand.',
  passport: 'Valid passport',
  fee: 'Application fee',
  apply: 'File the application',
  collect: 'Collect the permit',
  office: 'Office for work permits',
  officer: 'The officer may ask for more papers or say no.',
};

const ES: Words = {
  intro: 'POR COMPLETAR. Estas reglas de {country} son solo un ejemplo.',
  who: 'Quién y para qué',
  audience: '¿Quién consulta?',
  audienceShort: 'Quién consulta',
  audienceWhy: 'El empleador y quien trabaja por su cuenta llevan papeles distintos.',
  employer: 'Quiero contratar a alguien',
  selfEmployed: 'Quiero trabajar por mi cuenta',
  nationality: '¿Qué nacionalidad tiene la persona trabajadora?',
  nationalitySelf: '¿Qué nacionalidad tiene usted?',
  nationalityShort: 'Nacionalidad',
  nationalityWhy: 'Los nacionales no necesitan permiso.',
  age: '¿Cuántos años tendrá la persona trabajadora el primer día de trabajo?',
  ageSelf: '¿Cuántos años tendrá usted el primer día de trabajo?',
  ageShort: 'Edad',
  ageWhy: 'El permiso puede ser solo para mayores de edad.',
  foreigner: 'la persona no tiene la nacionalidad de {country}',
  citizen: 'Nacional',
  citizenAnswer: 'No hace falta permiso, porque la persona es nacional.',
  citizenSummary: 'Los nacionales pueden trabajar libremente.',
  permit: 'Permiso de trabajo',
  permitAnswer: 'Hace falta un permiso de trabajo.',
  permitSummary: 'POR COMPLETAR: para quién es y cuánto dura.',
  young: 'La persona tiene menos de 18 años',
  youngWhy: 'POR COMPLETAR: la ley que lo dice.',
  wait: 'No trabajar antes del permiso',
  waitText: 'Trabajar mientras espera puede costar una multa.',
  waitDo: 'Empiece a trabajar solo con el permiso en la mano.',
  passport: 'Pasaporte vigente',
  fee: 'Pago de la solicitud',
  apply: 'Presentar la solicitud',
  collect: 'Recoger el permiso',
  office: 'Oficina de permisos de trabajo',
  officer: 'La persona funcionaria puede pedir más papeles o decir que no.',
};

function textsOf(words: Words, country: string): object {
  const say = (key: string): string => (words[key] ?? '').replace('{country}', country);
  return {
    intro: say('intro'),
    sections: { who: say('who') },
    questions: {
      audience: {
        ask: say('audience'),
        short: say('audienceShort'),
        why: say('audienceWhy'),
        options: { employer: say('employer'), selfEmployed: say('selfEmployed') },
      },
      nationality: { ask: say('nationality'), askSelf: say('nationalitySelf'), short: say('nationalityShort'), why: say('nationalityWhy') },
      workerAge: { ask: say('age'), askSelf: say('ageSelf'), short: say('ageShort'), why: say('ageWhy') },
    },
    conditions: { foreigner: say('foreigner') },
    routes: {
      citizen: { name: say('citizen'), answer: say('citizenAnswer'), summary: say('citizenSummary') },
      'work-permit': { name: say('permit'), answer: say('permitAnswer'), summary: say('permitSummary') },
    },
    blockers: { 'too-young': { name: say('young'), why: say('youngWhy') } },
    warnings: { 'wait-for-the-permit': { name: say('wait'), text: say('waitText'), do: say('waitDo') } },
    documents: { passport: { name: say('passport') } },
    fees: { 'application-fee': { name: say('fee') } },
    steps: { apply: { name: say('apply') }, 'collect-permit': { name: say('collect') } },
    offices: { 'work-permit-office': { name: say('office') } },
    notChecked: { 'officer-discretion': say('officer') },
  };
}

function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months, Math.min(date.getUTCDate(), 28));
  return date.toISOString().slice(0, 10);
}

/** Writes the files below `root`. @throws {RangeError} if the country has files already, or is none */
export function writeNewCountry(root: string, country: Country): readonly string[] {
  if (!/^[a-z]{2}$/.test(country.id) || !COUNTRIES.includes(country.id.toUpperCase())) {
    throw new RangeError(`"${country.id}" is no country: give its code of two small letters (ISO 3166-1), such as sv for El Salvador`);
  }
  if (!/^[A-Z]{3}$/.test(country.currency))
    throw new RangeError(`"${country.currency}" is no currency: give its code of three capital letters (ISO 4217), such as USD`);
  const files = listNewFiles(country);
  const taken = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (taken !== undefined) throw new RangeError(`${taken} exists already; nothing was written`);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), format(content));
  }
  return Object.keys(files);
}

/** One item a line, as a lawyer would look for it; texts and single objects spread out. */
function format(content: unknown): string {
  if (!Array.isArray(content)) return `${JSON.stringify(content, null, 2)}\n`;
  if (content.length === 0) return '[]\n';
  return `[\n${content.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n]\n`;
}

if (process.argv[1]?.endsWith('new-country.ts')) {
  const [id = '', currency = 'USD'] = process.argv.slice(2);
  try {
    const files = writeNewCountry('.', { id, currency, today: new Date().toISOString().slice(0, 10) });
    for (const file of files) console.log(file);
    const steps = readFileSync(new URL('../docs/adding-a-country.md', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => /^## \d/.test(line))
      .map((line) => line.slice(3));
    console.log(
      `\n${files.length} files. They load and pass, but nothing in them is verified. Fill them in this order (docs/adding-a-country.md):`,
    );
    for (const step of steps) console.log(`  ${step}`);
    console.log(`\nThen: npm run permiso -- scenario tests/scenarios/${id} && npm run permiso -- check ${id}`);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
