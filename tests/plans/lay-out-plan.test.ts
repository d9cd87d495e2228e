import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plans/index.ts';
import { acceptAssessment, assessPlan, layOutPlan, noteProgress } from '../../src/plans/index.ts';
import type { CompiledPack } from '../../src/rules/index.ts';
import { compilePack, formatDate } from '../../src/rules/index.ts';
import { makePlan } from './make-plan.ts';

const { plan, compiled, today } = makePlan('bz/honduran-labourer');
const layOut = (own: Plan, pack: CompiledPack = compiled): ReturnType<typeof layOutPlan> => layOutPlan(own, pack, assessPlan(own.answers, pack, today));

describe('layOutPlan', () => {
  it('finds nothing changed under the same rules', () => {
    expect(layOut(plan)).toMatchObject({ changes: [], isUnderOtherRules: false, unfit: [] });
  });

  it('says what changed under other rules, and keeps the progress', () => {
    const noted = noteProgress(plan, 'documents', { id: 'passport', done: true });
    const { pack } = compiled;
    const changed = compilePack({
      ...pack,
      version: '2027.1.0',
      documents: pack.documents.filter(({ id }) => id !== 'passport'),
      fees: pack.fees.map((fee) => (fee.id === 'tep-application-fee' ? { ...fee, amount: { exact: 50 } } : fee)),
    });
    const laid = layOut(noted, changed);
    expect(laid.isUnderOtherRules).toBe(true);
    expect(laid.changes).toEqual([
      { kind: 'removed', item: 'document', id: 'passport' },
      expect.objectContaining({ kind: 'amount', id: 'tep-application-fee', before: expect.objectContaining({ amount: 45 }), after: expect.objectContaining({ amount: 50 }) }),
    ]);
    const accepted = acceptAssessment(noted, laid.assessment, laid.answers);
    expect(accepted.progress).toEqual(noted.progress);
    expect(layOut(accepted, changed)).toMatchObject({ changes: [], isUnderOtherRules: false });
  });

  it('reports answers to questions that no longer exist', () => {
    expect(layOut({ ...plan, answers: { ...plan.answers, oldQuestion: true } }).unfit).toEqual(['oldQuestion']);
  });

  it('flags a paper that will be too old on the day it is handed in, as soon as its date is known', () => {
    const old = layOut(noteProgress(plan, 'documents', { id: 'police-record', issuedOn: '2026-06-01' }));
    expect(old.problems.get('police-record')).toEqual([expect.objectContaining({ kind: 'tooOld' })]);
    const fresh = layOut(noteProgress(plan, 'documents', { id: 'police-record', issuedOn: '2026-11-01' }));
    expect(fresh.problems.has('police-record')).toBe(false);
  });

  it('flags a passport that ends before it is handed in, or before the permit would end', () => {
    const problems = (expiresOn: string): unknown => layOut(noteProgress(plan, 'documents', { id: 'passport', expiresOn })).problems.get('passport')?.map(({ kind }) => kind);
    expect(problems('2026-12-01')).toEqual(['expired']);
    expect(problems('2027-06-01')).toEqual(['endsBeforePermit']);
    expect(problems('2030-01-01')).toBeUndefined();
  });

  it('plans from today where the day to begin on has passed, and says that the wanted day has', () => {
    const laid = layOut({ ...plan, from: '2020-01-01', until: '2021-01-01' });
    expect(laid).toMatchObject({ isFromPast: true, isUntilPast: true });
    expect(laid.time).toMatchObject({ verdict: 'missed' });
    expect(Math.min(...laid.time.steps.map(({ start }) => start))).toBeGreaterThanOrEqual(today);
  });

  it('counts what was paid', () => {
    const laid = layOut(noteProgress(plan, 'fees', { id: 'tep-application-fee', paid: 45 }));
    expect(laid.money.find(({ payer }) => payer === 'employer')).toMatchObject({ known: 45, paid: 45 });
  });
});

describe('three cases by hand', () => {
  it('Belize, one farm labourer already there: 128 days at most, 44 at least, BZ$45 and BZ$200', () => {
    // 2026-11-22 is a Sunday. 21 days of adverts from Monday? No: adverts need no office, so they run from Sunday 22 November to
    // 13 December (a Sunday). Filing is at an office: Monday 14 December. Checks 14 to 90 days: 28 December, or 14 March 2027 (a Sunday).
    // Letter, tax letter and payment on Monday 15 March; the payment takes one day: 16 March. Optimistic: 28 December, paid on the 29th.
    const { time, money, visits } = layOut(plan);
    expect(formatDate(time.firstSafe)).toBe('2027-03-16');
    expect(formatDate(time.firstPossible)).toBe('2026-12-29');
    expect(money.map(({ payer, known }) => [payer, known])).toEqual([
      ['employer', 45],
      ['either', 200],
      ['worker', 0],
    ]);
    // Ten steps at offices besides the portal; extending the stay and the translation are at one office for one person, and wait on nothing there.
    expect(visits.map(({ steps }) => steps.join('+'))).toContain('keep-stay-valid+translate-papers');
    expect(visits).toHaveLength(9);
  });
});
