/** Slips that a person who is no programmer makes, and what the program says: it must say what to write instead. */
import { describe, expect, it } from 'vitest';
import { ALL_CASES, BASIS, faultsOf } from '../support/make-pack.ts';

const age = { id: 'age', type: 'integer', section: 'work', range: { least: 0, most: 120 }, ...BASIS };
const sector = { id: 'sector', type: 'choice', section: 'work', options: [{ id: 'farm' }, { id: 'shop' }], ...BASIS };
const filingDate = { id: 'filingDate', type: 'date', section: 'work', range: { least: '2026-01-01', most: '2030-01-01' }, ...BASIS };
const nationality = { id: 'nationality', type: 'country', section: 'work', ...BASIS };
const document = { id: 'passport', provider: 'worker', applies: ALL_CASES, ...BASIS };
const fee = { id: 'filing-fee', payer: 'worker', currency: 'USD', amount: { exact: 100 }, applies: ALL_CASES, ...BASIS };

const said = (files: Readonly<Record<string, unknown>>): readonly string[] =>
  faultsOf({ 'questions.json': [age, sector, filingDate, nationality], ...files }).map(({ path, expected, found }) => `${path}: expected ${expected}; found ${found}`);

/** What is said of a document that is asked for under this condition. */
const when = (condition: unknown): readonly string[] => said({ 'documents.json': [{ ...document, applies: [{ routes: ['work-permit'], when: condition }] }] });

describe('a slip in a condition', () => {
  it.each([
    ['a misspelt id', { sectr: 'farm' }, /did you mean "sector"\?/],
    ['a misspelt word of comparison', { age: { atLest: 18 } }, /did you mean "atLeast"\?/],
    ['a sign in place of a word', { age: { '<': 18 } }, /did you mean "lessThan"\?/],
    ['a word of another language', { age: { under: 18 } }, /did you mean "lessThan"\?/],
    ['a number as text', { age: { atLeast: '18' } }, /expected a number without quotation marks: 18/],
    ['an option that does not exist', { sector: 'fram' }, /expected one of farm, shop; did you mean "farm"\?/],
    ['yes as text', { hasOffer: 'true' }, /expected true \(yes\) or false \(no\), without quotation marks/],
    ['a date compared with a number', { filingDate: { after: 5 } }, /expected a date such as "2026-12-31".*found "a number"/],
    ['a number compared with a date', { age: { atLeast: '2026-12-31' } }, /a number cannot be compared with a date/],
    ['a date that does not exist', { filingDate: { after: '2026-02-31' } }, /expected a date that exists/],
    ['a date in another order', { filingDate: { after: '31/12/2026' } }, /\(year-month-day\)/],
    ['the name of a country', { nationality: 'Guatemala' }, /a country code of two capital letters .*such as GT/],
    ['"and"', { and: [{ hasOffer: true }, { sector: 'farm' }] }, /expected "all": \[ … \]; found "and"/],
    ['"or"', { or: [{ hasOffer: true }, { sector: 'farm' }] }, /expected "any": \[ … \]; found "or"/],
    ['nothing', {}, /leave "when" out for "always"/],
  ])('%s: the message says what to write', (_, condition, message) => {
    const faults = when(condition);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(message);
  });
});

describe('a slip in an item', () => {
  it.each([
    ['an unknown key', { copys: 1 }, /did you mean "copies"\?/],
    ['a missing source', { sources: undefined }, /"sources": \["S1"\]/],
    ['a source that is not there', { sources: ['S7'] }, /add the source there/],
    ['a word that is none of the list', { confidence: 'hgh' }, /one of "high", .*did you mean "high"\?/],
    ['a text in place of a list', { applies: [{ routes: 'work-permit' }] }, /a list in square brackets/],
    ['a date that does not exist', { from: '2026-02-31' }, /a date that exists/],
    ['a step that does not exist', { steps: ['aply'] }, /the id of a step/],
  ])('%s: the message says what to write', (_, change, message) => {
    const faults = said({ 'documents.json': [{ ...document, ...change }] });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(message);
  });

  it.each([[45], ['45'], [{ exactly: 45 }]])('an amount of another form (%j): the message shows the forms', (amount) => {
    expect(said({ 'fees.json': [{ ...fee, amount }] })[0]).toMatch(/"exact": 45/);
  });
});
