import { describe, expect, it } from 'vitest';
import { findInterviewPath } from '../../src/assessment/index.ts';
import type { Answers } from '../../src/rules/index.ts';
import { BASIS, makePack, packWithCondition, TODAY, truthOfRoute } from '../support/make-pack.ts';

const section = { section: 'work', ...BASIS };
const questions = [
  { id: 'shop', type: 'choice', options: [{ id: 'open' }, { id: 'stuck' }, { id: 'closed' }], ...section },
  { id: 'workers', type: 'integer', range: { least: 0, most: 1000 }, ...section },
  { id: 'locals', type: 'integer', range: { least: 0, most: 1000 }, ...section },
  { id: 'wage', type: 'money', currency: 'USD', range: { least: 0, most: 1000 }, askedWhen: { hasOffer: true }, ...section },
];
const truth = (when: object, answers: Answers) => truthOfRoute(packWithCondition(when, { 'questions.json': questions }), answers);

describe('a condition', () => {
  it.each(['open', 'stuck', 'closed'])('tests an option of any name, also "%s"', (shop) => {
    expect([truth({ shop }, { shop }), truth({ shop }, { shop: shop === 'closed' ? 'open' : 'closed' })]).toEqual(['true', 'false']);
  });

  it('is unknown while a question is unanswered, and after "I don’t know"', () => {
    expect([truth({ hasOffer: true }, {}), truth({ hasOffer: true }, { hasOffer: 'unknown' })]).toEqual(['unknown', 'unknown']);
  });

  it('that all parts must hold is false as soon as one is, whatever is unknown', () => {
    expect(truth({ hasOffer: true, workers: { atLeast: 5 } }, { workers: 4 })).toBe('false');
  });

  it('of which one part must hold is true as soon as one does, whatever is unknown', () => {
    expect(truth({ any: [{ hasOffer: true }, { workers: { atLeast: 5 } }] }, { workers: 5 })).toBe('true');
  });

  it('of a quota is unknown while one of its numbers is', () => {
    const quota = { share: { of: 'locals', in: 'workers', atLeastPercent: 90 } };
    expect([truth(quota, { locals: 9 }), truth(quota, { locals: 9, workers: 10 }), truth(quota, { locals: 8, workers: 9 })]).toEqual([
      'unknown',
      'true',
      'false',
    ]);
  });

  it('of a quota of nobody is true: nobody is 90 percent of nobody', () => {
    expect(truth({ share: { of: 'locals', in: 'workers', atLeastPercent: 90 } }, { locals: 0, workers: 0 })).toBe('true');
  });

  it('that divides by zero is unknown, not an error', () => {
    expect(truth({ compare: [{ dividedBy: ['locals', 'workers'] }, 'atLeast', 1] }, { locals: 1, workers: 0 })).toBe('unknown');
  });

  it('pays no attention to an answer whose question is not asked', () => {
    expect(truth({ wage: { atLeast: 5 } }, { hasOffer: false, wage: 6 })).toBe('unknown');
  });

  it('compares money as it is written: 4.99 is not 5', () => {
    const enough = (wage: number): string => truth({ wage: { atLeast: 5 } }, { hasOffer: true, wage });
    expect([enough(4.99), enough(5)]).toEqual(['false', 'true']);
  });
});

describe('an "askedWhen"', () => {
  const compiled = makePack({
    'questions.json': [...questions, { id: 'advert', type: 'yesNo', askedWhen: { wage: { lessThan: 10 } }, ...section }],
    'documents.json': [{ id: 'advert', provider: 'worker', applies: [{ routes: ['work-permit'], when: { advert: true } }], ...BASIS }],
    'routes.json': { routes: [{ id: 'work-permit', kind: 'permit', when: { workers: { atLeast: 0 } }, ...BASIS }], sets: {} },
  });
  const open = (answers: Answers): readonly string[] => findInterviewPath(compiled, { workers: 1, ...answers }, TODAY).open;

  it('that tests a question which is itself not asked does not hold', () => {
    expect(open({ hasOffer: false })).toEqual([]);
  });

  it('that holds lets the question be asked', () => {
    expect(open({ hasOffer: true, wage: 9 })).toEqual(['advert']);
  });

  it('asks first what it depends on', () => {
    expect(open({ hasOffer: true })).toEqual(['wage']);
  });

  it('that "I don’t know" leaves undecided lets the question be asked, because its answer counts', () => {
    expect(open({ hasOffer: true, wage: 'unknown' })).toEqual(['advert']);
  });
});
