import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlannedStep, TimeCase, TimePlan } from '../../src/checklist/index.ts';
import { addPeriod, planInTime, planVisits } from '../../src/checklist/index.ts';
import { isWorkingDay } from '../../src/rules/index.ts';
import { arbitraryCase } from './plan-cases.ts';

const RUNS = { numRuns: 400 };
const byId = (plan: TimePlan): ReadonlyMap<string, PlannedStep> => new Map(plan.steps.map((planned) => [planned.step.id, planned]));

/** Age of every paper on the day it is handed in, for papers that can be had in time at all. */
function expectFreshPapers(plan: TimePlan, { holidays }: TimeCase): void {
  const steps = byId(plan);
  for (const { document, lapses } of plan.documents) {
    const getter = document.obtainedAt === null ? undefined : steps.get(document.obtainedAt);
    if (!getter || lapses || document.maxAge === null) continue;
    for (const id of document.steps.filter((step) => step !== document.obtainedAt)) {
      expect(addPeriod(getter.end, document.maxAge, holidays), `${document.id} at ${id}`).toBeGreaterThanOrEqual(steps.get(id)!.start);
    }
  }
}

describe('planInTime', () => {
  it('hands in no document that is older than allowed', () => {
    fc.assert(
      fc.property(arbitraryCase, (time) => {
        expectFreshPapers(planInTime(time), time);
      }),
      RUNS,
    );
  });

  it('begins no step before what it waits on, in the planned, the earliest and the latest days', () => {
    fc.assert(
      fc.property(arbitraryCase, (time) => {
        const plan = planInTime(time);
        const steps = byId(plan);
        for (const own of plan.steps) {
          for (const before of own.step.after.map((id) => steps.get(id)!)) {
            expect(own.start).toBeGreaterThanOrEqual(before.end);
            expect(own.earliestStart).toBeGreaterThanOrEqual(before.earliestEnd);
            expect(own.latestStart).toBeGreaterThanOrEqual(before.latestEnd);
          }
          expect(own.latestStart).toBeGreaterThanOrEqual(own.start);
          if (!lapsesAny(plan)) expect(own.earliestEnd).toBeLessThanOrEqual(own.end);
        }
      }),
      RUNS,
    );
  });

  it('visits offices on working days only', () => {
    fc.assert(
      fc.property(arbitraryCase, (time) => {
        for (const { step, start } of planInTime(time).steps)
          if (step.offices.length > 0) expect(isWorkingDay(start, time.holidays)).toBe(true);
      }),
      RUNS,
    );
  });

  it('shifts by whole weeks with the day it begins on, where no holiday lies between and no month is counted', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.integer({ min: 1, max: 30 }), (time, weeks) => {
        const plain = {
          ...time,
          holidays: new Set<number>(),
          documents: time.documents.filter(({ maxAge }) => maxAge?.months === undefined),
        };
        const [one, other] = [planInTime(plain), planInTime({ ...plain, from: plain.from + 7 * weeks })];
        expect(other.finish).toBe(one.finish + 7 * weeks);
        const steps = byId(other);
        for (const { step, start, end } of one.steps)
          expect(steps.get(step.id)).toMatchObject({ start: start + 7 * weeks, end: end + 7 * weeks });
      }),
      RUNS,
    );
  });

  it('never ends earlier when it begins later', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.integer({ min: 1, max: 60 }), (time, days) => {
        const [one, other] = [planInTime(time), planInTime({ ...time, from: time.from + days })];
        fc.pre(!lapsesAny(one) && !lapsesAny(other));
        expect(other.finish).toBeGreaterThanOrEqual(one.finish);
        expect(other.firstPossible).toBeGreaterThanOrEqual(one.firstPossible);
      }),
      RUNS,
    );
  });

  it('makes nothing earlier when a holiday is added', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.integer({ min: 0, max: 200 }), (time, offset) => {
        const [one, other] = [planInTime(time), planInTime({ ...time, holidays: new Set([...time.holidays, time.from + offset]) })];
        // A paper that cannot be had in time is planned apart, so it may move.
        fc.pre(!lapsesAny(one) && !lapsesAny(other));
        const steps = byId(other);
        for (const { step, start, end, earliestStart } of one.steps) {
          expect(steps.get(step.id)!.start).toBeGreaterThanOrEqual(start);
          expect(steps.get(step.id)!.end).toBeGreaterThanOrEqual(end);
          expect(steps.get(step.id)!.earliestStart).toBeGreaterThanOrEqual(earliestStart);
        }
        expect(other.finish).toBeGreaterThanOrEqual(one.finish);
        expect(other.firstSafe).toBeGreaterThanOrEqual(one.firstSafe);
      }),
      RUNS,
    );
  });

  it('meets a wanted day that it says can be met, and begins as late as that allows', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.integer({ min: -10, max: 400 }), (time, days) => {
        const plan = planInTime({ ...time, until: time.from + days });
        if (plan.verdict === 'fits') expect(plan.finish).toBeLessThanOrEqual(time.from + days);
        else expect(plan.firstSafe).toBeGreaterThan(time.from + days);
        if (plan.verdict === 'missed') expect(plan.firstPossible).toBeGreaterThan(time.from + days);
        if (plan.verdict === 'tight') expect(plan.firstPossible).toBeLessThanOrEqual(time.from + days);
        expect(planInTime({ ...time, until: plan.firstSafe }).verdict).toBe('fits');
        expectFreshPapers(plan, time);
      }),
      { numRuns: 150 },
    );
  });

  it('calls a paper lapsing only if no choice of days could help', () => {
    fc.assert(
      // One paper at a time: of two that stand in each other's way, one has to give.
      fc.property(
        arbitraryCase.map((time) => ({ ...time, documents: time.documents.slice(0, 1) })),
        (time) => {
          const plan = planInTime(time);
          const steps = byId(plan);
          for (const { document, lapses } of plan.documents) {
            if (!lapses || document.maxAge === null || document.obtainedAt === null) continue;
            const open = document.steps.filter((id) => id !== document.obtainedAt);
            // Either it is handed in twice, or it is handed in after something that waits for the step that brings it.
            expect(open.length > 1 || waitsOn(steps, open[0] ?? '', document.obtainedAt)).toBe(true);
          }
        },
      ),
      RUNS,
    );
  });
});

describe('planVisits', () => {
  it('keeps the order, also of trips on one day, the age of papers and the end of the plan, and needs no more trips than steps', () => {
    fc.assert(
      fc.property(arbitraryCase, (time) => {
        const alone = planInTime(time);
        const { visits, time: together } = planVisits({ time, fees: [], remote: new Set() });
        expect(together.finish).toBeLessThanOrEqual(alone.finish);
        const steps = byId(together);
        for (const own of together.steps) for (const id of own.step.after) expect(own.start).toBeGreaterThanOrEqual(steps.get(id)!.end);
        expectFreshPapers(together, time);
        const atOffices = time.steps.filter(({ offices }) => offices.length > 0).map(({ id }) => id);
        expect(visits.flatMap((visit) => visit.steps).sort()).toEqual(atOffices.sort());
        const position = new Map(visits.flatMap((visit, index) => visit.steps.map((id) => [id, index])));
        for (const [id, index] of position) {
          for (const [other, earlier] of position)
            if (other !== id && waitsOn(steps, id, other)) expect(earlier).toBeLessThanOrEqual(index);
        }
        for (const visit of visits) {
          expect(visit.offices.length).toBeGreaterThan(0);
          for (const id of visit.steps) expect(steps.get(id)!.start).toBe(visit.day);
        }
      }),
      { numRuns: 120 },
    );
  });
});

const lapsesAny = (plan: TimePlan): boolean => plan.documents.some(({ lapses }) => lapses);

function waitsOn(steps: ReadonlyMap<string, PlannedStep>, id: string, on: string): boolean {
  return id === on || (steps.get(id)?.step.after ?? []).some((before) => waitsOn(steps, before, on));
}
