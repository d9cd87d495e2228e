import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plans/index.ts';
import { acceptAssessment, assessPlan, layOutPlan, noteProgress } from '../../src/plans/index.ts';
import type { CompiledPack } from '../../src/rules/index.ts';
import { compilePack, formatDate } from '../../src/rules/index.ts';
import { makePlan } from './make-plan.ts';

const { plan, compiled, today } = makePlan('bz/honduran-labourer');
const layOut = (own: Plan, pack: CompiledPack = compiled): ReturnType<typeof layOutPlan> =>
  layOutPlan(own, pack, assessPlan(own.answers, pack, today));

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
      expect.objectContaining({ kind: 'amount', id: 'tep-application-fee' }),
    ]);
    expect(laid.changes[1]).toMatchObject({ before: { amount: 45 }, after: { amount: 50 } });
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
    const problems = (expiresOn: string): unknown =>
      layOut(noteProgress(plan, 'documents', { id: 'passport', expiresOn }))
        .problems.get('passport')
        ?.map(({ kind }) => kind);
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

  it('leaves out what comes after the work has begun, until the user takes it in', () => {
    const { plan: cook, compiled: honduras, today: now } = makePlan('hn/restaurant-cook-after-remedy');
    const layOutCook = (own: Plan): ReturnType<typeof layOutPlan> => layOutPlan(own, honduras, assessPlan(own.answers, honduras, now));
    const later = (own: Plan): readonly string[] => layOutCook(own).later.map(({ id }) => id);
    expect(later(cook)).toEqual(['renew-card', 'apply-residence-later']);
    expect(later(noteProgress(cook, 'steps', { id: 'renew-card', later: false }))).toEqual(['apply-residence-later']);
  });

  it('sends nobody for the card before the permit is filed for, nor puts off what can be done today', () => {
    const { plan: cook, compiled: honduras, today: now } = makePlan('hn/restaurant-cook-after-remedy');
    const trips = layOutPlan(cook, honduras, assessPlan(cook.answers, honduras, now)).visits.map(({ steps }) => steps.join('+'));
    expect(trips).toContain('extend-visitor-stay');
    expect(trips.indexOf('register-and-card')).toBeGreaterThan(trips.indexOf('file-stay-permit'));
  });

  it('counts what was paid', () => {
    const laid = layOut(noteProgress(plan, 'fees', { id: 'tep-application-fee', paid: 45 }));
    expect(laid.money.find(({ payer }) => payer === 'employer')).toMatchObject({ known: 45, paid: 45 });
  });
});

describe('three cases by hand', () => {
  const layOutScenario = (scenario: string): ReturnType<typeof layOutPlan> => {
    const own = makePlan(scenario);
    return layOutPlan(own.plan, own.compiled, assessPlan(own.plan.answers, own.compiled, own.today));
  };
  const days = (laid: ReturnType<typeof layOutPlan>): readonly string[] => [
    formatDate(laid.time.firstPossible),
    formatDate(laid.time.firstSafe),
  ];
  const money = (laid: ReturnType<typeof layOutPlan>): readonly unknown[] =>
    laid.money.map(({ payer, currency, known }) => [payer, currency, known]);

  it('Belize, a labourer who is there already: until 16 March 2027, 8 trips, BZ$45 and BZ$200', () => {
    // Sunday 22 November and 21 days of adverts (no office): Sunday 13 December. Filing is at an office: Monday 14 December.
    // Checks take 14 to 90 days: Monday 28 December, or Sunday 14 March 2027. Letters and payment at offices: Monday 15 March.
    // The payment takes one day: 16 March, at the quickest 29 December.
    // Eight steps are at offices that are places; a translator and the body of the field are none.
    const laid = layOutScenario('bz/honduran-labourer');
    expect(days(laid)).toEqual(['2026-12-29', '2027-03-16']);
    expect(laid.visits).toHaveLength(8);
    expect(money(laid)).toEqual([
      ['employer', 'BZD', 45],
      ['either', 'BZD', 200],
      ['worker', 'BZD', 0],
    ]);
  });

  it('Mexico, a coffee picker at the border: until 24 November 2026, 6 trips, nothing confirmed', () => {
    // Offices open on Monday 23 November; the border office takes up to one day; for all other steps no time is known.
    // Six steps at six counters; the two at the social security institute are for different people, and one waits on the other.
    const laid = layOutScenario('mx/coffee-harvest-border-card');
    expect(days(laid)).toEqual(['2026-11-23', '2026-11-24']);
    expect(laid.visits).toHaveLength(6);
    expect(money(laid)).toEqual([['worker', 'MXN', 0]]);
    expect(laid.money[0]).toMatchObject({ indicative: { least: 1743, most: 1743 }, unconfirmed: ['border-worker-card-fee'] });
  });

  it('Panama, an artist: until 18 January 2027, 4 trips, B/. 250', () => {
    // The lawyer files on Monday 23 November; at most 40 working days are eight weeks: Monday 18 January 2027.
    // Five steps are at counters; the ministry's register is online.
    const laid = layOutScenario('pa/artist-nine-months-exactly');
    expect(days(laid)).toEqual(['2026-11-23', '2027-01-18']);
    expect(laid.visits).toHaveLength(4);
    expect(money(laid)).toEqual([
      ['either', 'PAB', 0],
      ['employer', 'PAB', 250],
    ]);
  });
});
