import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/index.ts';
import { groupDocuments } from '../../src/checklist/index.ts';
import { BASIS, makePack, TODAY } from '../support/make-pack.ts';

describe('papers of which one is enough', () => {
  const compiled = makePack({
    'documents.json': [
      { id: 'diploma', provider: 'worker', oneOf: 'skill', applies: [{ routes: ['work-permit'] }], ...BASIS },
      { id: 'certificate', provider: 'worker', oneOf: 'skill', applies: [{ routes: ['work-permit'] }], ...BASIS },
      { id: 'reference', provider: 'employer', oneOf: 'skill', applies: [{ routes: ['work-permit'] }], ...BASIS },
      { id: 'passport', provider: 'worker', oneOf: 'identity', applies: [{ routes: ['work-permit'] }], ...BASIS },
    ],
  });
  const { documents, steps } = assess(compiled, { hasOffer: true }, TODAY);
  const entries = groupDocuments(documents, steps).flatMap(({ provider, steps: atSteps }) =>
    atSteps.flatMap((step) =>
      step.entries.map(({ oneOf, documents: own, elsewhere }) => [provider, oneOf, own.map(({ id }) => id), elsewhere.map(({ id }) => id)]),
    ),
  );

  it('stand together, and name those that another person brings', () => {
    expect(entries).toContainEqual(['worker', 'skill', ['diploma', 'certificate'], ['reference']]);
    expect(entries).toContainEqual(['employer', 'skill', ['reference'], ['diploma', 'certificate']]);
  });

  it('are no choice where only one of them is left', () => {
    expect(entries).toContainEqual(['worker', null, ['passport'], []]);
  });
});
