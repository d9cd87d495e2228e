import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInterviewPath } from '../../src/assessment/index.ts';
import { resumeInterview } from '../../src/interview/index.ts';
import { TODAY } from '../support/make-pack.ts';
import { getPack, PACK_IDS } from '../support/packs.ts';
import { offerPack } from '../support/offer-pack.ts';

describe('resumeInterview', () => {
  it('takes saved answers that still fit', () => {
    expect(resumeInterview(offerPack, { hasOffer: true, hourlyWage: 4.99, hasFamily: 'unknown' })).toEqual({
      answers: { hasOffer: true, hourlyWage: 4.99, hasFamily: 'unknown' },
      unfit: [],
    });
  });

  it('reports a question that no longer exists', () => {
    expect(resumeInterview(offerPack, { hasOffer: true, shoeSize: 42 })).toEqual({ answers: { hasOffer: true }, unfit: ['shoeSize'] });
  });

  it.each([
    ['of another type', { hasOffer: 'true' }, 'hasOffer'],
    ['out of range', { hourlyWage: -5 }, 'hourlyWage'],
    ['that may no longer be unknown', { nationality: 'unknown' }, 'nationality'],
    ['that is nothing', { stayMonths: null }, 'stayMonths'],
  ])('reports an answer %s', (_, saved, question) => {
    expect(resumeInterview(offerPack, saved)).toEqual({ answers: {}, unfit: [question] });
  });

  it('keeps answers that do not apply now, for the case that they apply again', () => {
    expect(resumeInterview(offerPack, { hasOffer: false, hourlyWage: 6 }).answers).toEqual({ hasOffer: false, hourlyWage: 6 });
  });

  it.each(PACK_IDS)('drops nothing in silence, whatever was saved for %s', (id) => {
    const compiled = getPack(id);
    const saved = fc.dictionary(
      fc.oneof(fc.constantFrom(...compiled.pack.questions.map((question) => question.id)), fc.string()),
      fc.jsonValue(),
      { maxKeys: 20 },
    );
    fc.assert(
      fc.property(saved, (json) => {
        const { answers, unfit } = resumeInterview(compiled, json);
        expect([...Object.keys(answers), ...unfit].sort()).toEqual(Object.keys(json).sort());
        // What was taken can be asked on from.
        expect(() => findInterviewPath(compiled, answers, TODAY)).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });
});
