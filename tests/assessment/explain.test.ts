import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/index.ts';
import { TODAY } from '../support/make-pack.ts';
import { offerPack } from '../support/offer-pack.ts';

const answers = { hasOffer: true, nationality: 'GT', stayMonths: 12, hourlyWage: 4.99, hasFamily: true };
const result = assess(offerPack, answers, TODAY);

describe('reasons', () => {
  it('of the outcome name what decides it and nothing else', () => {
    expect(result).toMatchObject({ outcome: 'blocked', because: ['hasOffer', 'stayMonths', 'hourlyWage'] });
  });

  it('of a blocker name the answer that it rests on', () => {
    expect(result.blockers).toMatchObject([{ id: 'wage-too-low', because: ['hourlyWage'] }]);
  });

  it('of a route that is ruled out say why not', () => {
    expect(result.routes.find(({ id }) => id === 'short-stay')).toMatchObject({ verdict: 'not-applicable', because: ['stayMonths'] });
  });

  it('of a document name the answers of its route and its own', () => {
    expect(result.documents.find(({ id }) => id === 'family-book')).toMatchObject({
      status: 'required',
      because: ['hasOffer', 'hasFamily'],
      dependsOn: [],
    });
  });

  it('of something possible name the question that would settle it', () => {
    const open = assess(offerPack, { ...answers, hasFamily: 'unknown' }, TODAY);
    expect(open.documents.find(({ id }) => id === 'family-book')).toMatchObject({
      status: 'possible',
      because: [],
      dependsOn: ['hasFamily'],
    });
  });

  it('of a route that is still possible name the question that would settle it', () => {
    const open = assess(offerPack, { ...answers, stayMonths: 'unknown' }, TODAY);
    expect(open.routes.find(({ id }) => id === 'short-stay')).toMatchObject({ verdict: 'possible', dependsOn: ['stayMonths'] });
  });

  it('come with the sources and their confidence', () => {
    expect(result.documents[0]).toMatchObject({ sources: ['S1'], confidence: 'high' });
  });
});
