import { describe, expect, it } from 'vitest';
import type { Pack } from '../../src/rules/index.ts';
import type { Common } from '../../src/rules/parse.ts';
import { ALL_CASES, BASIS, faultsOf, NO_COMMON, parse } from '../support/make-pack.ts';

const fee = { id: 'filing-fee', payer: 'worker', currency: 'USD', amount: { exact: 100 }, applies: ALL_CASES, ...BASIS };
const step = { id: 'file-papers', actor: 'worker', applies: ALL_CASES, ...BASIS };
const document = { id: 'passport', provider: 'worker', applies: ALL_CASES, ...BASIS };
const blocker = { id: 'no-passport', applies: ALL_CASES, remedies: [{ step: 'file-papers' }], ...BASIS };
const nationality = { id: 'nationality', type: 'country', section: 'who', ...BASIS };
const wage = { id: 'wage', type: 'money', currency: 'USD', range: { least: 0, most: 1000 }, section: 'work', ...BASIS };
const started = { id: 'startDate', type: 'date', range: { least: '2026-01-01', most: '2030-01-01' }, section: 'work', ...BASIS };

const routes = (when: unknown, more: object = {}): object => ({ 'routes.json': { routes: [{ id: 'work-permit', kind: 'permit', when, ...BASIS, ...more }], sets: {} } });
const found = (files: object, common?: Common): readonly string[] => faultsOf(files as Record<string, unknown>, common).map(({ path, expected, found: at }) => `${path}: ${expected}; ${at}`);

describe('linkPack', () => {
  it.each([
    ['a source', { 'documents.json': [{ ...document, sources: ['S2'] }] }, 'passport.sources: the id of a source in sources.json; add the source there, or correct the id; "S2"'],
    ['a step of a document', { 'steps.json': [step], 'documents.json': [{ ...document, steps: ['file-paper'] }] }, 'passport.steps: the id of a step; did you mean "file-papers"?; "file-paper"'],
    ['a step of a fee', { 'fees.json': [{ ...fee, steps: ['pay'] }] }, 'filing-fee.steps: the id of a step; "pay"'],
    ['a step to wait on', { 'steps.json': [{ ...step, after: ['get-papers'] }] }, 'file-papers.after: the id of a step; "get-papers"'],
    ['an office', { 'steps.json': [{ ...step, offices: ['ministry'] }] }, 'file-papers.offices: the id of an office; "ministry"'],
    ['a route of a clause', { 'fees.json': [{ ...fee, applies: [{ routes: ['work-permits'] }] }] }, 'filing-fee.applies[0].routes: the id of a route or a set of routes; did you mean "work-permit"?; "work-permits"'],
    ['a remedy', { 'blockers.json': [blocker] }, 'no-passport.remedies: the id of a step; "file-papers"'],
    ['what states the path to residence', { ...routes({ hasOffer: true }, { pathToResidence: ['five-year'] }), 'deadlines.json': [{ id: 'five-years', meaning: 'earliest', applies: ALL_CASES, ...BASIS }] }, 'work-permit.pathToResidence: the id of a deadline, a warning or a route; did you mean "five-years"?; "five-year"'],
    ['an item of a conflict', { 'conflicts.json': [{ id: 'C1', items: ['filing-fees'], sources: ['S1'] }], 'fees.json': [fee] }, 'C1.items: the id of an item of the pack; did you mean "filing-fee"?; "filing-fees"'],
    ['a question in a condition', routes({ hasOfer: true }), 'work-permit.when.hasOfer: the id of a question, named condition or derived value; did you mean "hasOffer"?; "hasOfer"'],
    ['a country group', { 'questions.json': [nationality], ...routes({ nationality: { in: 'ca4' } }) }, 'work-permit.when.nationality.in: the id of a country group; "ca4"'],
    ['a route in a condition', { 'fees.json': [{ ...fee, applies: [{ routes: ['work-permit'], when: { route: 'visa' } }] }] }, 'filing-fee.applies[0].when.route: the id of a route; "visa"'],
  ] as const)('refuses the id of %s that leads nowhere', (_, files, fault) => {
    expect(found(files)).toContain(fault);
  });

  it('reports dangling ids of several files at once', () => {
    const faults = faultsOf({ 'documents.json': [{ ...document, steps: ['file'] }], 'fees.json': [{ ...fee, steps: ['pay'] }] });
    expect(faults.map(({ file }) => file)).toEqual(['rules/zz/documents.json', 'rules/zz/fees.json']);
  });

  it.each([
    ['text for a yes-no question', routes({ hasOffer: 'yes' }), 'work-permit.when.hasOffer: true (yes) or false (no), without quotation marks; "yes"'],
    ['a number for a country', { 'questions.json': [nationality], ...routes({ nationality: 'Guatemala' }) }, 'work-permit.when.nationality: a country code of two capital letters (ISO 3166-1), such as GT, or { "in": … } with a group; "Guatemala"'],
    ['a date word for a number', { 'questions.json': [wage], ...routes({ wage: { before: 5 } }) }, 'work-permit.when.wage.before: atLeast, atMost, moreThan, lessThan or equals; "before"'],
    ['a number compared with a date', { 'questions.json': [wage, started], ...routes({ wage: { atLeast: 'startDate' } }) }, 'work-permit.when.wage.atLeast: a number or a numeric question: a number cannot be compared with a date; "a date"'],
    ['a test of a list for a yes-no question', routes({ hasOffer: { includes: 'taxes' } }), 'work-permit.when.hasOffer.includes: a question of type "any"; "yesNo"'],
    ['a comparison of a yes-no question', routes({ hasOffer: { atLeast: 1 } }), 'work-permit.when.hasOffer: a test that fits a question of type yesNo; {"atLeast":1}'],
    ['months between a number and a date', { 'questions.json': [wage, started], ...routes({ compare: [{ monthsBetween: ['wage', 'startDate'] }, 'atLeast', 3] }) }, 'work-permit.when.compare[0].monthsBetween: two dates; ["wage","startDate"]'],
    ['a sum of dates', { 'questions.json': [started], ...routes({ compare: [{ plus: ['startDate', 'startDate'] }, 'atLeast', 'asOf'] }) }, 'work-permit.when.compare[0].plus: numbers only; shift dates with {"date": …, "plus": …}; ["startDate","startDate"]'],
    ['a share without a limit', { 'questions.json': [wage], ...routes({ share: { of: 'wage', in: 100 } }) }, 'work-permit.when.share: atMostPercent or atLeastPercent; {"of":"wage","in":100}'],
    ['a fee that is a date', { 'questions.json': [started], 'fees.json': [{ ...fee, amount: { exact: 'startDate' } }] }, 'filing-fee.amount.exact: a number; "startDate"'],
    ['a deadline that is a number', { 'deadlines.json': [{ id: 'answer', meaning: 'latest', date: 5, applies: ALL_CASES, ...BASIS }] }, 'answer.date: a date; 5'],
    ['a date of issue that is no date', { 'questions.json': [wage], 'documents.json': [{ ...document, issuedOn: 'wage' }] }, 'passport.issuedOn: a question of type date; "wage"'],
  ] as const)('refuses %s', (_, files, fault) => {
    expect(found(files)).toContain(fault);
  });

  it.each([
    ['two named conditions', [{ id: 'a', when: { b: true } }, { id: 'b', when: { not: { a: true } } }], '"a → b → a"'],
    ['a derived value in itself', [{ id: 'a', value: { plus: ['a', 1] } }], '"a → a"'],
  ])('refuses a circle of %s', (_, derived, loop) => {
    expect(found({ 'derived.json': derived })).toEqual([`a: a definition that does not lead back to itself; ${loop}`]);
  });

  it('refuses a question that is asked only if it is answered', () => {
    const question = { id: 'hasPermit', type: 'yesNo', section: 'work', askedWhen: { hasPermit: true }, ...BASIS };
    expect(found({ 'questions.json': [question] })).toEqual(['hasPermit: a definition that does not lead back to itself; "hasPermit → hasPermit"']);
  });

  it('refuses a named condition that tests the route', () => {
    expect(found({ 'derived.json': [{ id: 'onPermit', when: { route: 'work-permit' } }] })[0]).toContain('no test of the route');
  });

  it('refuses an id that is used twice', () => {
    expect(found({ 'fees.json': [fee, fee] })[0]).toContain('[1].id: an id used once');
  });

  it.each(['share', 'any', 'asOf'])('refuses a question and a derived value that is called "%s", a word of the language', (id) => {
    const fault = `${id}: an id that is not a word of the rule language; "${id}"`;
    expect(found({ 'questions.json': [{ id, type: 'yesNo', section: 'work', ...BASIS }] })).toContain(fault);
    expect(found({ 'derived.json': [{ id, value: 5 }] })).toContain(fault);
  });

  it('refuses a set of routes that has the name of a route', () => {
    const sets = { routes: [{ id: 'work-permit', kind: 'permit', when: { hasOffer: true }, ...BASIS }], sets: { 'work-permit': ['work-permit'] } };
    expect(found({ 'routes.json': sets })).toContain('sets.work-permit: a name that is not also a route; "work-permit"');
  });

  it('refuses sets of routes that lead back to themselves', () => {
    const sets = { routes: [{ id: 'work-permit', kind: 'permit', when: { hasOffer: true }, ...BASIS }], sets: { all: ['some', 'work-permit'], some: ['all'] } };
    expect(found({ 'routes.json': sets, 'fees.json': [{ ...fee, applies: [{ routes: ['all'] }] }] })).toEqual(['sets.all: a set that does not lead back to itself; "all → some → all"']);
  });

  it('refuses a question about several options without options, and a number without limits', () => {
    const questions = [{ id: 'sector', type: 'choice', section: 'work', ...BASIS }, { id: 'age', type: 'integer', section: 'who', ...BASIS }];
    expect(found({ 'questions.json': questions })).toEqual(['sector.options: the options; "choice"', 'age.range: the least and the greatest answer; "nothing"']);
  });

  it('refuses an option that is called like the answer "I don’t know"', () => {
    const sector = { id: 'sector', type: 'choice', section: 'work', options: [{ id: 'farm' }, { id: 'unknown' }], ...BASIS };
    expect(found({ 'questions.json': [sector] })).toEqual(['sector.options: an option of another name: "unknown" is the answer "I don\'t know"; "unknown"']);
  });

  it('refuses a route to an authority that names no office', () => {
    expect(found(routes({ hasOffer: true }, { kind: 'refer' }))).toContain('work-permit.askOffices: the office that can answer; "nothing"');
  });

  it('takes from the shared files only what the pack names', () => {
    const source = (id: string) => ({ id, title: id, kind: 'law' as const, urls: [], seenOn: '2026-11-22' });
    const group = (id: string, cited: string) => ({ id, members: ['GT'], sources: [cited], confidence: 'high' as const });
    const common: Common = { ...NO_COMMON, groups: [group('ca4', 'G1'), group('csme', 'G2')], sources: [source('G1'), source('G2')] };
    const checked = parse({ 'questions.json': [nationality], ...routes({ nationality: { in: 'ca4' } }) }, common);
    const ids = (items: readonly { id: string }[]): readonly string[] => items.map(({ id }) => id);
    const pack: Pack | undefined = checked.ok ? checked.value : undefined;
    expect([ids(pack?.groups ?? []), ids(pack?.sources ?? [])]).toEqual([['ca4'], ['S1', 'G1']]);
  });

  it('prefers a group of the pack to a shared one of the same name', () => {
    const common: Common = { ...NO_COMMON, groups: [{ id: 'ca4', members: ['SV'], ...BASIS, sources: ['S1'] }] };
    const checked = parse({ 'groups.json': [{ id: 'ca4', members: ['GT'], ...BASIS }] }, common);
    expect(checked.ok && checked.value.groups.map(({ members }) => members)).toEqual([['GT']]);
  });
});
