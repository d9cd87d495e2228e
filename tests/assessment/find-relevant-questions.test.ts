import { describe, expect, it } from 'vitest';
import { assess, findInterviewPath } from '../../src/assessment/index.ts';
import type { Answers } from '../../src/rules/index.ts';
import { ALL_CASES, BASIS, makePack, TODAY } from '../support/make-pack.ts';
import { offerPack } from '../support/offer-pack.ts';

const next = (answers: Answers): readonly unknown[] => {
  const { nextQuestion, nextDecides, settledRoute } = assess(offerPack, answers, TODAY);
  return [nextQuestion, nextDecides, settledRoute];
};

describe('the next question', () => {
  it('decides the route before anything else', () => {
    expect(next({})).toEqual(['hasOffer', 'route', null]);
    expect(next({ hasOffer: true })).toEqual(['nationality', 'route', null]);
  });

  it('decides the outcome as soon as the route is settled', () => {
    expect(next({ hasOffer: true, nationality: 'DE' })).toEqual(['hourlyWage', 'outcome', 'work-permit']);
  });

  it('decides the lists last', () => {
    expect(next({ hasOffer: true, nationality: 'DE', hourlyWage: 5 })).toEqual(['hasFamily', 'list', 'work-permit']);
  });

  it('is none once nothing can change any more', () => {
    expect(next({ hasOffer: true, nationality: 'DE', hourlyWage: 5, hasFamily: false })).toEqual([null, null, 'work-permit']);
  });

  it('skips a question whose answer could change nothing: nobody but neighbours is asked how long they stay', () => {
    expect(findInterviewPath(offerPack, { hasOffer: true, nationality: 'DE' }, TODAY).open).not.toContain('stayMonths');
    expect(findInterviewPath(offerPack, { hasOffer: true, nationality: 'GT' }, TODAY).open).toContain('stayMonths');
  });

  it('skips a question that makes no sense in this case', () => {
    const { open } = findInterviewPath(offerPack, { hasOffer: false, nationality: 'DE' }, TODAY);
    expect(open).not.toContain('hourlyWage');
  });

  it('is asked where "I don’t know" leaves open whether it makes sense, because its answer counts', () => {
    const answers = { hasOffer: 'unknown', nationality: 'DE' };
    const compiled = makePack({
      'questions.json': [
        { id: 'wage', type: 'integer', range: { least: 0, most: 99 }, askedWhen: { hasOffer: true }, section: 'work', ...BASIS },
      ],
      'routes.json': { routes: [{ id: 'well-paid', kind: 'permit', when: { wage: { atLeast: 50 } }, ...BASIS }], sets: {} },
    });
    expect(findInterviewPath(compiled, answers, TODAY).open).toEqual(['wage']);
    expect(findInterviewPath(compiled, { ...answers, wage: 60 }, TODAY).answers).toEqual({ hasOffer: 'unknown', wage: 60 });
    expect(assess(compiled, { ...answers, wage: 60 }, TODAY).outcome).toBe('permit');
    expect(findInterviewPath(compiled, { hasOffer: false, wage: 60 }, TODAY).answers).toEqual({ hasOffer: false });
  });

  it('comes before the end while another question to an authority could turn out to be stopped', () => {
    const compiled = makePack({
      'questions.json': ['isResident', 'isReserved'].map((id) => ({ id, type: 'yesNo', section: 'work', ...BASIS })),
      'offices.json': [{ id: 'ministry', ...BASIS }],
      'routes.json': {
        routes: ['offer-check', 'resident-check'].map((id, index) => ({
          id,
          kind: 'refer',
          when: { [index === 0 ? 'hasOffer' : 'isResident']: true },
          askOffices: ['ministry'],
          ...BASIS,
        })),
        sets: {},
      },
      'blockers.json': [
        {
          id: 'reserved-post',
          applies: [{ routes: ['resident-check'], when: { isReserved: true } }],
          ifUnknown: 'open',
          remedies: [{ office: 'ministry' }],
          ...BASIS,
        },
      ],
    });
    const answers = { hasOffer: true, isResident: true };
    expect(assess(compiled, answers, TODAY)).toMatchObject({ outcome: 'undetermined', nextQuestion: 'isReserved', nextDecides: 'outcome' });
    expect(assess(compiled, { ...answers, isReserved: false }, TODAY)).toMatchObject({ outcome: 'ask-authority', nextQuestion: null });
  });

  it('rules out a permit that "I don’t know" left possible, before a closed door is shown', () => {
    const compiled = makePack({
      'questions.json': ['hasDegree', 'isOfAge'].map((id) => ({ id, type: 'yesNo', section: 'work', ...BASIS })),
      'routes.json': {
        routes: [
          { id: 'expert-permit', kind: 'permit', when: { hasDegree: true, isOfAge: true }, ...BASIS },
          { id: 'no-offer', kind: 'closed', when: { hasOffer: false }, ...BASIS },
        ],
        sets: {},
      },
    });
    const answers = { hasOffer: false, hasDegree: 'unknown' };
    expect(assess(compiled, answers, TODAY)).toMatchObject({ settledRoute: null, nextQuestion: 'isOfAge', nextDecides: 'route' });
    expect(assess(compiled, { ...answers, isOfAge: true }, TODAY)).toMatchObject({ settledRoute: null, findOut: ['hasDegree'] });
    expect(assess(compiled, { ...answers, isOfAge: false }, TODAY)).toMatchObject({ settledRoute: 'no-offer', recommended: 'no-offer' });
  });

  it('goes on after "I don’t know" without asking it again', () => {
    expect(next({ hasOffer: true, nationality: 'DE', hourlyWage: 'unknown' })).toEqual(['hasFamily', 'list', 'work-permit']);
  });

  it('is asked in the order of the pack among those that decide the same', () => {
    const ids = ['second', 'first'];
    const compiled = makePack({
      'questions.json': ids.map((id) => ({ id, type: 'yesNo', section: 'work', ...BASIS })),
      'documents.json': ids.map((id) => ({
        id: `${id}-paper`,
        provider: 'worker',
        applies: [{ routes: ['work-permit'], when: { [id]: true } }],
        ...BASIS,
      })),
    });
    expect(findInterviewPath(compiled, { hasOffer: true }, TODAY).open).toEqual(['second', 'first']);
  });

  it('is reached through derived values', () => {
    const compiled = makePack({
      'questions.json': [{ id: 'workers', type: 'integer', range: { least: 1, most: 100 }, section: 'work', ...BASIS }],
      'derived.json': [{ id: 'deposit', value: { times: [250, 'workers'] } }],
      'fees.json': [{ id: 'deposit-fee', payer: 'employer', currency: 'USD', amount: { exact: 'deposit' }, applies: ALL_CASES, ...BASIS }],
    });
    expect(assess(compiled, { hasOffer: true }, TODAY)).toMatchObject({ nextQuestion: 'workers', nextDecides: 'list' });
  });
});

describe('the lists', () => {
  it('are those of the route that is recommended, not of a better one that stays in doubt', () => {
    const section = { section: 'work', ...BASIS };
    const compiled = makePack({
      'questions.json': ['owesTaxes', 'hasFamily'].map((id) => ({ id, type: 'yesNo', ...section })),
      'offices.json': [{ id: 'ministry', ...BASIS }],
      'routes.json': {
        routes: [
          { id: 'exemption', kind: 'exempt', when: { hasOffer: true }, ...BASIS },
          { id: 'work-permit', kind: 'permit', when: { hasOffer: true }, ...BASIS },
        ],
        sets: {},
      },
      'blockers.json': [
        {
          id: 'tax-arrears',
          applies: [{ routes: ['exemption'], when: { owesTaxes: true } }],
          ifUnknown: 'open',
          remedies: [{ office: 'ministry' }],
          ...BASIS,
        },
      ],
      'documents.json': [
        { id: 'family-book', provider: 'worker', applies: [{ routes: ['work-permit'], when: { hasFamily: true } }], ...BASIS },
      ],
    });
    const answers = { hasOffer: true, owesTaxes: 'unknown' };
    expect(assess(compiled, answers, TODAY)).toMatchObject({ recommended: 'work-permit', nextQuestion: 'hasFamily', nextDecides: 'list' });
  });
});

describe('findInterviewPath', () => {
  it('leaves answers out that the interview would not ask for', () => {
    const path = findInterviewPath(offerPack, { hasOffer: false, nationality: 'DE', hourlyWage: 3, stayMonths: 2, hasFamily: true }, TODAY);
    expect(path).toEqual({
      asked: ['hasOffer', 'nationality'],
      answers: { hasOffer: false, nationality: 'DE' },
      open: [],
      nextDecides: null,
    });
  });

  it('asks again what was answered with something impossible', () => {
    const path = findInterviewPath(offerPack, { hasOffer: true, nationality: 'DE', hourlyWage: -1 }, TODAY);
    expect(path.open[0]).toBe('hourlyWage');
  });
});
