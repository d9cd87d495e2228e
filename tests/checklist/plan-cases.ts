import fc from 'fast-check';
import type { AssessedDocument, AssessedStep } from '../../src/assessment/index.ts';
import type { DocumentToPlan, TimeCase } from '../../src/checklist/index.ts';
import { parseDate } from '../../src/rules/index.ts';

const GROUNDS = { because: [], dependsOn: [], sources: ['S1'], confidence: 'high' } as const;

export const day = (iso: string): number => parseDate(iso)!;

export const makeStep = (id: string, own: Partial<AssessedStep> = {}): AssessedStep => ({
  id,
  status: 'required',
  after: [],
  actor: 'employer',
  offices: [],
  days: { least: 1, most: 1, kind: 'calendar' },
  only: null,
  ...GROUNDS,
  ...own,
});

export const makeDocument = (id: string, own: Partial<AssessedDocument & DocumentToPlan> = {}): DocumentToPlan => {
  const steps = own.steps ?? [];
  return {
    id,
    status: 'required',
    provider: 'worker',
    oneOf: null,
    form: [],
    copies: null,
    maxAge: null,
    obtainedAt: null,
    ...GROUNDS,
    ...own,
    steps,
    step: steps[0] ?? null,
  };
};

export const makeCase = (own: Partial<TimeCase> = {}): TimeCase => ({
  steps: [],
  documents: [],
  holidays: new Set(),
  from: day('2026-11-30'),
  until: null,
  estimates: new Map(),
  done: new Map(),
  issued: new Map(),
  ...own,
});

const OFFICES = ['labour', 'immigration', 'tax'];

/** Cases as a pack could give them: steps that wait only on earlier ones, papers with a step that brings them and one that takes them. */
export const arbitraryCase: fc.Arbitrary<TimeCase> = fc
  .integer({ min: 1, max: 9 })
  .chain((count) =>
    fc.record({
      steps: fc.tuple(
        ...Array.from({ length: count }, (_, index) =>
          fc.record({
            after: fc.subarray(
              Array.from({ length: index }, (__, earlier) => `s${earlier}`),
              { maxLength: Math.min(3, index) },
            ),
            actor: fc.constantFrom('employer' as const, 'worker' as const, 'either' as const),
            offices: fc.subarray(OFFICES, { maxLength: 2 }),
            days: fc.option(
              fc
                .record({
                  least: fc.integer({ min: 0, max: 20 }),
                  longer: fc.integer({ min: 0, max: 40 }),
                  kind: fc.constantFrom('calendar' as const, 'working' as const),
                })
                .map(({ least, longer, kind }) => ({ least, most: least + longer, kind })),
              { freq: 6 },
            ),
          }),
        ),
      ),
      papers: fc.array(
        fc.record({
          getter: fc.nat({ max: count - 1 }),
          takers: fc.uniqueArray(fc.nat({ max: count - 1 }), { minLength: 1, maxLength: 2 }),
          maxAge: fc.option(
            fc.oneof(fc.record({ days: fc.integer({ min: 10, max: 90 }) }), fc.record({ months: fc.integer({ min: 1, max: 6 }) })),
            { freq: 5 },
          ),
        }),
        { maxLength: 4 },
      ),
      from: fc.integer({ min: day('2026-11-01'), max: day('2027-12-31') }),
      holidays: fc.array(fc.integer({ min: day('2026-11-01'), max: day('2028-12-31') }), { maxLength: 12 }),
    }),
  )
  .map(({ steps, papers, from, holidays }) =>
    makeCase({
      steps: steps.map((step, index) => makeStep(`s${index}`, step)),
      documents: papers.map(({ getter, takers, maxAge }, index) =>
        makeDocument(`d${index}`, { maxAge, obtainedAt: `s${getter}`, steps: takers.map((taker) => `s${taker}`) }),
      ),
      from,
      holidays: new Set(holidays),
    }),
  );
