import { describe, expect, it } from 'vitest';
import { parseCommon, parsePack } from '../../src/rules/parse.ts';
import { ALL_CASES, BASIS, faultsOf, NO_COMMON, parse, rawPack } from '../support/make-pack.ts';

const fee = { id: 'filing-fee', payer: 'worker', currency: 'USD', amount: { exact: 100 }, applies: ALL_CASES, ...BASIS };
const document = { id: 'passport', provider: 'worker', applies: ALL_CASES, ...BASIS };

describe('parsePack', () => {
  it('accepts a pack with next to nothing in it', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('reports every fault of every file at once', () => {
    const faults = faultsOf({
      'fees.json': [{ ...fee, currency: 'dollars', payer: 'nobody' }],
      'documents.json': [{ ...document, provider: 'nobody' }],
      'pack.json': {},
    });
    expect(new Set(faults.map(({ file }) => file))).toEqual(new Set(['rules/zz/pack.json', 'rules/zz/documents.json', 'rules/zz/fees.json']));
    expect(faults.filter(({ file }) => file.endsWith('fees.json'))).toHaveLength(2);
  });

  it('names file, place, item, what was expected and what was found', () => {
    expect(faultsOf({ 'fees.json': [fee, { ...fee, id: 'card-fee', amount: { exact: true } }] })).toMatchObject([
      { file: 'rules/zz/fees.json', path: '[1].amount.exact (card-fee)', found: 'true' },
    ]);
    expect(faultsOf({ 'fees.json': [{ ...fee, payer: 'nobody' }] })[0]?.expected).toContain('"employer", "worker"');
  });

  it('refuses a key that the schema does not have, by its name', () => {
    expect(faultsOf({ 'documents.json': [{ ...document, copys: 2 }] })).toMatchObject([{ path: '[0] (passport)', expected: expect.stringMatching(/copies.*did you mean "copies"\?$/) as string, found: 'copys' }]);
  });

  it('refuses a fee of unknown amount that is written as zero or less', () => {
    expect(faultsOf({ 'fees.json': [{ ...fee, amount: { indicative: { least: -1, most: 5 } } }] })).toMatchObject([{ file: 'rules/zz/fees.json', found: '-1' }]);
  });

  it('refuses limits that are turned round', () => {
    const turned = { ...fee, amount: { indicative: { least: 300, most: 200 } } };
    expect(faultsOf({ 'fees.json': [turned] })).toMatchObject([{ path: '[0].amount.indicative (filing-fee)', expected: '"least" no greater than "most"' }]);
  });

  it.each([
    [{ 'documents.json': [{ ...document, maxAge: '6 months' }] }, 'a period: { "months": 6 } or { "days": 60 }'],
    [{ 'questions.json': [{ id: 'age', type: 'integer', section: 'who', min: 1, ...BASIS }] }, '"range", limits: { "least": 1, "most": 100 }'],
    [{ 'documents.json': [{ ...document, provider: 'office' }] }, 'did you mean "authority"?'],
  ])('says what to write instead', (files, expected) => {
    expect(faultsOf(files)[0]?.expected).toContain(expected);
  });

  it('refuses an item without a source', () => {
    expect(faultsOf({ 'documents.json': [{ ...document, sources: [] }] })).toMatchObject([{ path: '[0].sources (passport)', expected: 'at least one source id', found: '[]' }]);
  });

  it('refuses a date that does not exist', () => {
    expect(faultsOf({ 'fees.json': [{ ...fee, from: '2026-02-31' }] })).toMatchObject([{ path: '[0].from (filing-fee)', found: '"2026-02-31"' }]);
  });

  it('refuses a condition without a test', () => {
    expect(faultsOf({ 'routes.json': { routes: [{ id: 'work-permit', kind: 'permit', when: {}, ...BASIS }], sets: {} } })[0]?.expected).toContain('at least one test');
  });

  it('says which file is missing', () => {
    const files = Object.fromEntries(Object.entries(rawPack()).filter(([name]) => name !== 'steps.json'));
    expect(parsePack('rules/zz', files, NO_COMMON)).toEqual({ ok: false, faults: [{ file: 'rules/zz/steps.json', path: '', expected: 'the file; if there is nothing to put into it, an empty list: []', found: 'nothing' }] });
  });

  it('says which file does not belong to a pack', () => {
    const checked = parsePack('rules/zz', { ...rawPack(), 'fee.json': [] }, NO_COMMON);
    expect(checked).toMatchObject({ ok: false, faults: [{ file: 'rules/zz/fee.json', found: 'a file of another name' }] });
  });

  it.each([null, 'text', 42, [], { routes: 'none' }])('survives %j in place of a file', (nonsense) => {
    expect(parse({ 'routes.json': nonsense }).ok).toBe(false);
  });
});

describe('parseCommon', () => {
  it('reports the faults of all shared files', () => {
    const checked = parseCommon('rules/common', { 'groups.json': [{ id: 'ca4', members: ['Guatemala'], ...BASIS }], 'sources.json': {}, 'holidays.json': [] });
    expect(checked.ok ? [] : checked.faults.map(({ file }) => file)).toEqual(['rules/common/groups.json', 'rules/common/sources.json', 'rules/common/recruitment.json']);
  });
});
