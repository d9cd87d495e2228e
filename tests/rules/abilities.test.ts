/** What the rule language must be able to say (design.md, section 3), one case of a real pack for each. */
import { describe, expect, it } from 'vitest';
import { assess, assessRoute } from '../../src/assessment/index.ts';
import type { Answers } from '../../src/rules/index.ts';
import { ALL_CASES, assessMade, BASIS, packWithCondition, truthOfItem, truthOfNamed, truthOfRoute } from '../support/make-pack.ts';
import { day, getPack, PACK_IDS, scenario } from '../support/packs.ts';

const named = (pack: string, id: string, answers: Answers): string => truthOfNamed(getPack(pack), id, { answers });

describe('1. conditions', () => {
  it('tests a country group: a Guyanese with a skills certificate is a skilled national in Belize', () => {
    expect(named('bz', 'skilledNational', { nationality: 'GY', caricomCertificate: 'issuedHere' })).toBe('true');
  });

  it('tests a country group: a Guatemalan is not, whatever certificate there is', () => {
    expect(named('bz', 'skilledNational', { nationality: 'GT' })).toBe('false');
  });

  it('tests one of several values: a shop clerk does a job that Belize keeps for Belizeans, a doctor does not', () => {
    expect(['shopAssistantOrClerk', 'barOrDanceClubWorker', 'doctor'].map((occupation) => named('bz', 'excludedJob', { audience: 'employer', occupation }))).toEqual([
      'true',
      'true',
      'false',
    ]);
  });

  it('compares whole numbers: 14 is old enough for an employer in Belize, 13 is not', () => {
    expect([13, 14].map((workerAge) => named('bz', 'ofWorkingAge', { audience: 'employer', workerAge }))).toEqual(['false', 'true']);
  });

  it('compares dates: an irregular entry in Panama counts as new from 12 March 2024', () => {
    const irregular = { currentStatus: 'irregular', familyTie: 'none' };
    expect(['2024-03-11', '2024-03-12'].map((entryDate) => named('pa', 'fitsIrregularStayNoRoute', { ...irregular, entryDate }))).toEqual(['false', 'true']);
  });

  it('joins with any: one of two ways to the minimum income of a remote worker in Belize is enough', () => {
    const alone = { dependantsCount: 0, annualForeignIncome: 75_000 };
    expect(named('bz', 'remoteIncomeEnough', alone)).toBe('true');
    expect(named('bz', 'remoteIncomeEnough', { ...alone, dependantsCount: 1 })).toBe('false');
  });

  it('negates: whoever has the right to work needs no permit', () => {
    const adultWithJob = { audience: 'employer', workerAge: 30, activityType: 'localWork', currentStatus: 'visitorValid', indefiniteStayStamp: false, caricomCertificate: 'none' };
    expect(['BZ', 'HN'].map((nationality) => named('bz', 'needsPermit', { ...adultWithJob, nationality }))).toEqual(['false', 'true']);
  });

  it('includes: only an employer who owes taxes is stopped by tax arrears in Costa Rica', () => {
    const stopped = (employerArrears: readonly string[]): string =>
      truthOfItem(getPack('cr'), ['blockers', 'tax-arrears', 'specific-occupation-legal-entity'], { answers: { ...scenario('cr', 'company-in-arrears').answers, employerArrears } });
    expect([['taxes', 'socialSecurity'], ['socialSecurity'], []].map(stopped)).toEqual(['true', 'false', 'false']);
  });
});

describe('2. exact shares of a workforce', () => {
  it('lets Panama count 9 locals for each foreigner: 3 for 27 is lawful, for 26 it is not', () => {
    const heads = (localWorkers: number): string => named('pa', 'ordinaryHeadsLawful', { localWorkers, foreignWorkers: 2, newForeignWorkers: 1 });
    expect([26, 27].map(heads)).toEqual(['false', 'true']);
  });

  it('lets Panama count specialists apart: 15 percent exactly is within the limit', () => {
    const heads = (totalWorkers: number): string => named('pa', 'specialistHeadsLawful', { totalWorkers, foreignSpecialists: 2, newForeignWorkers: 1 });
    expect([18, 19].map(heads)).toEqual(['false', 'true']);
  });

  it('lets Mexico have exactly one foreigner in ten', () => {
    const over = (totalWorkers: number): string => named('mx', 'foreignShareOver', { audience: 'employer', workMode: 'employee', jobCategory: 'general', totalWorkers, foreignWorkers: 2, newForeignWorkers: 1 });
    expect([28, 29].map(over)).toEqual(['true', 'false']);
  });

  it('stops Honduras below 90 percent by heads, and not at 90', () => {
    const hiring = { nationality: 'GT', audience: 'employer', employerType: 'company', paidLocally: true, quotaAgreement: false, newForeignWorkers: 1 };
    const low = (totalWorkers: number): string =>
      truthOfItem(getPack('hn'), ['blockers', 'quota-head-too-low', 'pep-temporary-employee'], { answers: { ...hiring, totalWorkers, foreignWorkers: 0 } });
    expect([8, 9].map(low)).toEqual(['true', 'false']);
  });

  it('stops Honduras below 85 percent by pay, to the centavo', () => {
    const hiring = { nationality: 'GT', audience: 'employer', employerType: 'company', paidLocally: true, quotaAgreement: false, newForeignPay: 15_000 };
    const low = (payrollNationals: number): string =>
      truthOfItem(getPack('hn'), ['blockers', 'quota-pay-too-low', 'pep-temporary-employee'], { answers: { ...hiring, payrollTotal: payrollNationals, payrollNationals } });
    expect([84_999.99, 85_000].map(low)).toEqual(['true', 'false']);
  });

  it('lets the Dominican Republic use a table below ten workers and 20 percent from ten', () => {
    const allowed = (totalWorkers: number, foreignWorkers: number): string =>
      named('do', 'headcountMet', { ...scenario('do', 'restaurant-too-few-nationals').answers, totalWorkers, newForeignWorkers: 1, foreignWorkers, exemptForeignWorkers: 0 });
    // After the hire: 3 of 9 (table), 3 of 10 (20 % of 10 is 2), 3 of 15.
    expect([allowed(8, 2), allowed(9, 2), allowed(14, 2)]).toEqual(['true', 'false', 'true']);
  });

  it('lets the Dominican Republic ask for 80 percent of the pay exactly', () => {
    const met = (nationalsMonthlyPayroll: number): string =>
      named('do', 'payShareMet', { audience: 'employer', nationality: 'HT', employerType: 'privateLocal', newForeignWorkers: 1, countedMonthlyPayroll: 0.3, nationalsMonthlyPayroll });
    expect([0.23, 0.24].map(met)).toEqual(['false', 'true']);
  });

  it('tells an income of 79 770.80 from one cent more', () => {
    const solvent = (monthlyForeignIncome: number): string =>
      named('mx', 'solvent', { ...scenario('mx', 'remote-worker-at-the-threshold').answers, monthlyForeignIncome, averageBalance: 0 });
    expect([79_770.8, 79_770.81].map(solvent)).toEqual(['false', 'true']);
  });
});

describe('3. periods', () => {
  it('not older than six months on the filing day: a medical certificate in Honduras', () => {
    const { answers } = scenario('hn', 'medical-certificate-one-day-too-old');
    const tooOld = (medicalCertificateDate: string): string =>
      truthOfItem(getPack('hn'), ['blockers', 'medical-certificate-too-old', 'pep-specialist'], { answers: { ...answers, filingDate: '2027-03-01', medicalCertificateDate } });
    expect(['2026-08-31', '2026-09-01'].map(tooOld)).toEqual(['true', 'false']);
  });

  it('a window around the expiry day: renewal in Costa Rica from three months before', () => {
    const { answers } = scenario('cr', 'household-worker-renewal');
    const tooEarly = (filingDate: string): string =>
      truthOfItem(getPack('cr'), ['blockers', 'renewal-too-early', 'specific-occupation-natural-person'], { answers: { ...answers, permitExpiryDate: '2027-05-31', filingDate } });
    expect(['2027-02-27', '2027-02-28'].map(tooEarly)).toEqual(['true', 'false']);
  });

  it('a window around the expiry day: renewal in Costa Rica until three months after', () => {
    const { answers } = scenario('cr', 'household-worker-renewal');
    const tooLate = (filingDate: string): string =>
      truthOfItem(getPack('cr'), ['blockers', 'residence-card-expired-over-three-months', 'specific-occupation-natural-person'], {
        answers: { ...answers, permitExpiryDate: '2026-11-30', filingDate },
      });
    expect(['2027-02-28', '2027-03-01'].map(tooLate)).toEqual(['false', 'true']);
  });

  it('months that have begun: a late renewal in the Dominican Republic costs by them', () => {
    const { answers, asOf } = scenario('do', 'ordinary-residence-late-renewal');
    const late = (filingDate: string): number | null | undefined =>
      assess(getPack('do'), { ...answers, permitExpiryDate: '2026-10-31', filingDate }, asOf).fees.find(({ id }) => id === 'ordinary-residence-late-fee')?.quantity;
    expect(['2026-11-01', '2026-11-30', '2026-12-01'].map(late)).toEqual([1, 1, 2]);
  });

  it('counts from the day of the assessment: an approval letter in Guyana runs out after three months', () => {
    const { answers } = scenario('gy', 'indian-electrician-letter-one-day-over');
    const compiled = getPack('gy');
    const expired = (asOf: string): string => truthOfNamed(compiled, 'approvalExpired', { answers: { ...answers, approvalLetterDate: '2026-08-22', amendmentsUsed: 0 }, asOf: day(asOf) });
    expect(['2026-11-22', '2026-11-23'].map(expired)).toEqual(['false', 'true']);
  });

  it('a fixed day of a decree', () => {
    const since = packWithCondition({ hasOffer: true, compare: [{ monthsBetween: ['2024-03-11', 'asOf'] }, 'atLeast', 12] });
    expect(['2025-03-10', '2025-03-11'].map((asOf) => truthOfRoute(since, { hasOffer: true }, day(asOf)))).toEqual(['false', 'true']);
  });

  it('working days, and calendar days', () => {
    const dates = ['workingDays', 'days'].map((unit) => ({ id: `in-ten-${unit.toLowerCase()}`, meaning: 'latest', date: { date: '2026-11-20', plus: { [unit]: 10 } }, applies: ALL_CASES, ...BASIS }));
    expect(assessMade({ 'deadlines.json': dates }).deadlines.map(({ date }) => date)).toEqual(['2026-12-04', '2026-11-30']);
  });
});

describe('4. fees', () => {
  const feeOf = (pack: string, name: string, [id, changes]: readonly [string, Answers]): unknown => {
    const { answers, asOf } = scenario(pack, name);
    const fee = assess(getPack(pack), { ...answers, ...changes }, asOf).fees.find((candidate) => candidate.id === id);
    return fee && { amount: fee.amount, quantity: fee.quantity, currency: fee.currency, confirmed: fee.confirmed };
  };

  it('by the day of payment: the Mexican tariff of 2026 ends with the year', () => {
    const fee = (filingDate: string): unknown => feeOf('mx', 'visitor-married-to-national', ['work-permission-fee', { filingDate }]) ?? feeOf('mx', 'independent-permit-card-ends-in-thirty-days', ['work-permission-fee', { filingDate, permitExpiryDate: '2027-03-01' }]);
    expect([fee('2026-12-31'), fee('2027-01-01')]).toEqual([
      { amount: 4341, quantity: 1, currency: 'MXN', confirmed: true },
      { amount: null, quantity: 1, currency: 'MXN', confirmed: false },
    ]);
  });

  it('by nationality: a permit for a dependant costs three different amounts in Belize', () => {
    const family = { dependantsCount: 1, dependantsQualifying: 1, dependantsStudying: 0 };
    const amount = (nationality: string): unknown => {
      const fees = assessRoute(getPack('bz'), { ...scenario('bz', 'chinese-engineer-with-baby').answers, ...family, nationality }, day('2026-11-22'), 'tep-employed-professional').fees;
      return fees.find(({ id }) => id === 'dependent-permit-fee')?.amount;
    };
    expect(['CN', 'IN', 'HN'].map(amount)).toEqual([3000, 750, 200]);
  });

  it('by person: one application fee for each worker on the filing in Belize', () => {
    expect(feeOf('bz', 'adverts-two-weeks', ['tep-application-fee', { newForeignWorkers: 40 }])).toEqual({ amount: 45, quantity: 40, currency: 'BZD', confirmed: true });
  });

  it('with a cap: the Panamanian deposit grows by 250 a worker up to 7500', () => {
    const deposit = (newForeignWorkers: number): unknown => feeOf('pa', 'thirty-seasonal-pickers', ['temporary-worker-deposit', { newForeignWorkers }]);
    expect([29, 30, 31].map(deposit)).toMatchObject([{ amount: 7250 }, { amount: 7500 }, { amount: 7500 }]);
  });

  it('never zero where no amount is known', () => {
    expect(feeOf('bz', 'adverts-two-weeks', ['worker-social-security-card-fee', {}])).toEqual({ amount: null, quantity: 1, currency: 'BZD', confirmed: false });
  });

  it('zero where something is free by law: the Mexican humanitarian card', () => {
    expect(feeOf('mx', 'asylum-applicant-without-card', ['humanitarian-card-fee', {}])).toMatchObject({ amount: 0, confirmed: true });
  });

  it('not from the worker: a fee that an employer pays says who forbids to charge it on', () => {
    const { answers, asOf } = scenario('bz', 'adverts-two-weeks');
    const fee = assess(getPack('bz'), answers, asOf).fees.find(({ id }) => id === 'tep-application-fee');
    expect(fee).toMatchObject({ payer: 'employer', notFromWorker: 'standard' });
  });

  it('refundable: the Costa Rican deposit comes back', () => {
    const { answers, asOf } = scenario('cr', 'free-zone-manager-with-spouse');
    expect(assess(getPack('cr'), answers, asOf).fees.find(({ id }) => id === 'guarantee-deposit')).toMatchObject({ refundable: true });
  });

  it('in several currencies: Mexico charges pesos at home and dollars at the consulate', () => {
    const { answers, asOf } = scenario('mx', 'developer-from-abroad');
    expect(assess(getPack('mx'), answers, asOf).feeTotals.map(({ currency }) => currency).sort()).toEqual(['MXN', 'USD']);
  });
});

describe('5. documents', () => {
  const documents = (pack: string, name: string, changes: Answers = {}) => {
    const { answers, asOf } = scenario(pack, name);
    return assess(getPack(pack), { ...answers, ...changes }, asOf).documents;
  };

  it('A or B: a Belizean employer shows a business registration or a trade licence', () => {
    const group = documents('bz', 'adverts-two-weeks').filter(({ oneOf }) => oneOf === 'employer-standing');
    expect(group.map(({ id }) => id)).toEqual(['employer-business-registration', 'employer-trade-licence']);
  });

  it('a variant by case: after more than six months in Belize the police record is a local one', () => {
    const records = (monthsInCountry: number): readonly string[] =>
      documents('bz', 'adverts-two-weeks', { monthsInCountry }).flatMap(({ id }) => (id.endsWith('police-record') ? [id] : []));
    expect([6, 7].map(records)).toEqual([['police-record'], ['local-police-record']]);
  });

  it('form, maximum age and the step at which it is handed in', () => {
    expect(documents('bz', 'adverts-two-weeks').find(({ id }) => id === 'police-record')).toMatchObject({ form: ['original'], maxAge: { months: 6 }, step: 'file-online', provider: 'worker' });
  });

  it('the same paper from another person: self-employed people fill in the form themselves', () => {
    const provider = (name: string): unknown => documents('bz', name).find(({ id }) => id === 'application-form')?.provider;
    expect([provider('adverts-two-weeks'), provider('us-guest-house-owner')]).toEqual(['employer', 'worker']);
  });
});

describe('6. steps', () => {
  const steps = (pack: string, name: string) => {
    const { answers, asOf } = scenario(pack, name);
    return assess(getPack(pack), answers, asOf).steps;
  };

  it('name who acts, at which office and for how long', () => {
    expect(steps('mx', 'developer-from-abroad').find(({ id }) => id === 'file-visa-authorisation')).toMatchObject({
      actor: 'employer',
      offices: ['immigration-office'],
      days: { least: null, most: 20, kind: 'working' },
    });
  });

  it('wait on steps that exist in the case, and on no other', () => {
    const all = steps('bz', 'adverts-two-weeks');
    const ids = new Set(all.map(({ id }) => id));
    expect(all.flatMap(({ after }) => after).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('stand after everything that they wait on', () => {
    const all = steps('bz', 'adverts-two-weeks');
    const late = all.flatMap(({ id, after }, index) => after.filter((before) => all.findIndex((step) => step.id === before) > index).map((before) => `${id} before ${before}`));
    expect(late).toEqual([]);
  });

  it('run side by side where nothing orders them', () => {
    const ids = steps('bz', 'adverts-two-weeks').filter(({ after }) => after.length === 0);
    expect(ids.length).toBeGreaterThan(1);
  });

  it('say what only a lawyer may do', () => {
    const step = getPack('hn').pack.steps.find(({ id }) => id === 'file-stay-permit');
    expect(step).toMatchObject({ actor: 'lawyer', alone: 'lawyer' });
  });

  it('are shown apart if only a refusal makes them necessary', () => {
    const onlyIfRefused = (['adverts-two-weeks', 'honduran-labourer', 'french-chef'] as const).flatMap((name) => steps('bz', name)).filter(({ only }) => only === 'ifRefused');
    expect(onlyIfRefused.map(({ id }) => id)).toContain('fetch-denial-letter');
  });
});

describe('7. verdicts beyond yes and no', () => {
  it('send the owner of a shop in Guyana to the office that can answer', () => {
    const { answers, asOf } = scenario('gy', 'lebanese-shop-owner-daily-work');
    const result = assess(getPack('gy'), answers, asOf);
    expect(result).toMatchObject({ outcome: 'ask-authority', recommended: 'own-account-work-permit' });
    expect(getPack('gy').pack.routes.find(({ id }) => id === 'own-account-work-permit')?.askOffices).toEqual(['immigration-support-services', 'investment-office']);
  });
});

describe('8. remedies', () => {
  it('stand in the order of the pack: advertise, then show the adverts', () => {
    const { answers, asOf } = scenario('bz', 'adverts-two-weeks');
    expect(assess(getPack('bz'), answers, asOf).blockers).toMatchObject([{ id: 'missing-job-advertisement', remedies: ['advertise-post', 'job-advertisement-proof'] }]);
  });
});

describe('9. overlays', () => {
  it('give the same question of ethical recruitment a severity of its own in each country', () => {
    const severities = new Set(
      getPack('bz').pack.recruitment.questions.flatMap(({ id }) => {
        const inCountries = PACK_IDS.map((pack) => getPack(pack).pack.recruitment.questions.find((question) => question.id === id)?.cell?.severity);
        return new Set(inCountries).size > 1 ? [id] : [];
      }),
    );
    expect(severities.size).toBeGreaterThan(0);
  });
});

describe('10. validity in time', () => {
  const fee = (id: string, amount: number, term: object) => ({ id, payer: 'worker', currency: 'USD', amount: { exact: amount }, applies: ALL_CASES, ...term, ...BASIS });
  const files = { 'fees.json': [fee('old-fee', 100, { until: '2026-12-31' }), fee('new-fee', 120, { from: '2027-01-01' })] };

  it('asks for what is in force on the day of the assessment', () => {
    const onDay = (iso: string): readonly string[] => assessMade(files, {}, day(iso)).fees.map(({ id }) => id);
    expect([onDay('2026-12-31'), onDay('2027-01-01')]).toEqual([['old-fee'], ['new-fee']]);
  });

  it('closes a route before its law begins', () => {
    const compiled = packWithCondition({ hasOffer: true, compare: ['asOf', 'atLeast', '2027-01-01'] });
    expect(['2026-12-31', '2027-01-01'].map((iso) => truthOfRoute(compiled, { hasOffer: true }, day(iso)))).toEqual(['false', 'true']);
  });
});

describe('11. confidence', () => {
  it('stands beside each line: a fee that law firms report is of low confidence', () => {
    const { answers, asOf } = scenario('bz', 'adverts-two-weeks');
    expect(assess(getPack('bz'), answers, asOf).fees.find(({ id }) => id === 'tep-general-fee')).toMatchObject({ confidence: 'low', sources: ['S38', 'S50'], confirmed: false, range: { least: 200, most: 300 } });
  });

  it.each(PACK_IDS)('says on which day %s was last verified', (id) => {
    expect(getPack(id).pack.reviewedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe('12. conflicts between sources', () => {
  it('name the items, the sources on both sides and the offices that can settle it', () => {
    expect(getPack('bz').pack.conflicts.find(({ id }) => id === 'C1')).toMatchObject({ ask: ['immigration-department', 'labour-department'] });
    expect(getPack('bz').pack.conflicts.find(({ id }) => id === 'C1')?.sources.length).toBeGreaterThan(1);
  });
});

describe('13. what is not checked', () => {
  it.each(PACK_IDS)('%s says what no rule of it can check', (id) => {
    expect(getPack(id).pack.notChecked.length).toBeGreaterThan(0);
  });
});
