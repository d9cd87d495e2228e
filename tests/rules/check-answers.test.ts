import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, CompiledPack } from '../../src/rules/index.ts';
import { findAnswerProblem, findProblemAmong, parseAnswers } from '../../src/rules/index.ts';
import { arbitraryAnswers } from '../support/arbitrary-answers.ts';
import { BASIS, makePack, TODAY } from '../support/make-pack.ts';
import { getPack, PACK_IDS, readScenarios } from '../support/packs.ts';

const section = { section: 'work', ...BASIS };
const compiled = makePack({
  'questions.json': [
    { id: 'audience', type: 'choice', options: [{ id: 'employer' }, { id: 'selfEmployed' }], unknown: false, ...section },
    { id: 'nationality', type: 'country', unknown: false, ...section },
    { id: 'papers', type: 'any', options: [{ id: 'passport' }, { id: 'permit' }, { id: 'none', alone: true }], ...section },
    { id: 'totalWorkers', type: 'integer', range: { least: 0, most: 1000 }, ...section },
    { id: 'foreignWorkers', type: 'integer', range: { least: 0, most: 'totalWorkers' }, askedWhen: { audience: 'employer' }, ...section },
    { id: 'wage', type: 'money', currency: 'USD', range: { least: 0, most: 1000 }, ...section },
    { id: 'entryDate', type: 'date', range: { least: '2000-01-01', most: '2030-12-31' }, ...section },
    { id: 'filingDate', type: 'date', range: { least: '2000-01-01', most: '2030-12-31' }, mustHold: [{ filingDate: { onOrAfter: 'entryDate' } }], ...section },
    { id: 'sector', type: 'choice', options: [{ id: 'farm' }, { id: 'ownShop', onlyIf: { audience: 'selfEmployed' } }], ...section },
  ],
});

const check = (json: unknown, pack: CompiledPack = compiled): readonly string[] => {
  const checked = parseAnswers(pack, json, 'answers.json', TODAY);
  return checked.ok ? [] : checked.faults.map(({ file, path, expected, found }) => `${file} ${path}: ${expected}; ${found}`);
};

describe('parseAnswers', () => {
  it('accepts an answer of each kind', () => {
    const answers: Answers = { audience: 'employer', nationality: 'GT', papers: ['passport'], totalWorkers: 30, foreignWorkers: 3, wage: 4.99, entryDate: '2026-01-31', filingDate: 'unknown', hasOffer: false, sector: 'farm' };
    expect(check(answers)).toEqual([]);
  });

  it.each([
    ['hasOffer', 'true', 'true or false; "true"'],
    ['audience', true, 'one option id; true'],
    ['audience', 'boss', 'of the options that fit this case: employer, selfEmployed; "boss"'],
    ['audience', 'unknown', 'one option id; "unknown" is not allowed here; "unknown"'],
    ['nationality', 'Guatemala', 'a country code such as GT; "Guatemala"'],
    ['nationality', 320, 'a country code such as GT; 320'],
    ['papers', 'passport', 'a list of option ids; "passport"'],
    ['papers', ['visa'], 'of the options that fit this case: passport, permit, none; ["visa"]'],
    ['papers', ['passport', 'passport'], 'of the options that fit this case: passport, permit, none; ["passport","passport"]'],
    ['papers', ['none', 'passport'], 'one of the options alone, since it excludes the others; ["none","passport"]'],
    ['totalWorkers', '30', 'a whole number; "30"'],
    ['totalWorkers', 3.5, 'a whole number; 3.5'],
    ['totalWorkers', -1, 'at least 0; -1'],
    ['totalWorkers', 1e9, 'at most 1000; 1000000000'],
    ['totalWorkers', null, 'a whole number; null'],
    ['wage', -0.01, 'at least 0; -0.01'],
    ['wage', 1000.01, 'at most 1000; 1000.01'],
    ['entryDate', '2026-02-31', 'a date that exists, such as 2026-12-01; "2026-02-31"'],
    ['entryDate', '31/12/2026', 'a date that exists, such as 2026-12-01; "31/12/2026"'],
    ['entryDate', '1999-12-31', 'at least 2000-01-01; "1999-12-31"'],
    ['entryDate', 20_000, 'a date such as 2026-12-01; 20000'],
    ['hasOffer', { yes: true }, 'true or false; {"yes":true}'],
    ['hasOfer', true, 'a question of the pack zz; an unknown question id'],
  ])('refuses %s = %j', (id, answer, fault) => {
    expect(check({ [id]: answer })).toEqual([`answers.json ${id}: ${fault}`]);
  });

  it('reports every fault at once', () => {
    expect(check({ hasOffer: 1, wage: 'much', passport: true })).toHaveLength(3);
  });

  it('measures an answer against a limit that is another answer', () => {
    expect(check({ audience: 'employer', totalWorkers: 30, foreignWorkers: 30 })).toEqual([]);
    expect(check({ audience: 'employer', totalWorkers: 30, foreignWorkers: 31 })).toEqual(['answers.json foreignWorkers: at most 30; 31']);
  });

  it('leaves a limit alone while the other answer is unknown', () => {
    expect(check({ audience: 'employer', totalWorkers: 'unknown', foreignWorkers: 31 })).toEqual([]);
  });

  it('does not complain of an answer that no longer applies', () => {
    expect(check({ audience: 'selfEmployed', totalWorkers: 30, foreignWorkers: 31 })).toEqual([]);
  });

  it('refuses answers that contradict each other', () => {
    expect(check({ entryDate: '2026-06-02', filingDate: '2026-06-01' })).toEqual(['answers.json filingDate: an answer that fits the other answers; "2026-06-01"']);
  });

  it('refuses an option that is not offered in this case', () => {
    expect(check({ audience: 'employer', sector: 'ownShop' })).toHaveLength(1);
    expect(check({ audience: 'selfEmployed', sector: 'ownShop' })).toEqual([]);
  });

  it.each([[[], 'a list'], ['text', 'text'], [null, 'null'], [42, '42']])('refuses %j in place of answers', (json, found) => {
    expect(check(json)).toEqual([`answers.json : an object of answers by question id; ${found}`]);
  });

  it('is not fooled by the names of built-in properties', () => {
    expect(check(JSON.parse('{"__proto__": {"hasOffer": true}, "constructor": 1}'))).toHaveLength(2);
  });

  it('never throws, whatever it is given', () => {
    const questions = compiled.questions.map(({ question }) => question.id);
    const anything = fc.dictionary(fc.oneof(fc.constantFrom(...questions), fc.string()), fc.jsonValue());
    fc.assert(fc.property(fc.oneof(anything, fc.jsonValue()), (json) => Array.isArray(check(json))));
  });
});

describe.each(PACK_IDS)('answers to %s', (id) => {
  it('of every scenario are accepted', () => {
    const refused = readScenarios(id).flatMap(({ name, answers, asOf }) => {
      const checked = parseAnswers(getPack(id), answers, name, asOf);
      return checked.ok ? [] : checked.faults;
    });
    expect(refused).toEqual([]);
  });

  it('are judged one by one as they are judged together', () => {
    const pack = getPack(id);
    fc.assert(
      fc.property(arbitraryAnswers(pack), (answers) => {
        const together = parseAnswers(pack, answers, '', TODAY);
        const alone = pack.questions.filter(({ question }) => {
          const answer = answers[question.id];
          return answer !== undefined && (findAnswerProblem(question, answer) ?? findProblemAmong(pack, answers, question.id, TODAY)) !== undefined;
        });
        expect(together.ok).toBe(alone.length === 0);
      }),
      { numRuns: 30 },
    );
  });
});
