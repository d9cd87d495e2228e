import { beforeAll, describe, expect, it } from 'vitest';
import { assess, assessRecruitment } from '../../src/assessment/index.ts';
import { readPack } from '../../src/cli/read-pack.ts';
import type { Answers, CompiledRecruitment } from '../../src/rules/index.ts';
import { compilePack, compileRecruitment } from '../../src/rules/index.ts';

const COUNTRIES = ['bz', 'cr', 'do', 'gy', 'hn', 'mx', 'pa'];
const compiled: Record<string, CompiledRecruitment> = {};

beforeAll(() => {
  for (const country of COUNTRIES) compiled[country] = compileRecruitment(readPack('rules', country));
});

const check = (country: string, answers: Answers, interview: Answers = {}) =>
  assessRecruitment(compiled[country] as CompiledRecruitment, answers, interview);
const severityOf = (country: string, question: string, answers: Answers, interview: Answers = {}): string | undefined =>
  check(country, answers, interview).findings.find((finding) => finding.question === question)?.severity;

/** Every question with the answer that is not bad, branches with no. */
function goodAnswers(country: string): Answers {
  return Object.fromEntries(
    (compiled[country] as CompiledRecruitment).rules.questions.map(({ id, bad }) => [id, bad === undefined ? false : !bad]),
  );
}

describe('assessRecruitment', () => {
  it('asks from the first question on and opens branches only when they are chosen', () => {
    const start = check('bz', {});
    expect(start.nextQuestion).toBe('workerPaidFee');
    expect(start.level).toBe('unfinished');
    expect(start.asked.map(({ id }) => id)).not.toContain('recruiterLicensed');
    expect(start.asked).toHaveLength(35);
    const branched = check('bz', { usesRecruiter: true, housingProvided: true });
    expect(branched.asked).toHaveLength(42);
  });

  it('finds nothing and says so when every answer is good', () => {
    for (const country of COUNTRIES) {
      const { level, findings, nextQuestion } = check(country, goodAnswers(country));
      expect([country, level, findings, nextQuestion]).toEqual([country, 'clear', [], null]);
    }
  });

  it('puts what the law forbids first, then warning signs, then good practice', () => {
    const { findings, level } = check('mx', { ethicalPolicy: false, freeMovement: false, threats: true });
    expect(findings.map(({ question, severity }) => [question, severity])).toEqual([
      ['threats', 'law'],
      ['freeMovement', 'redFlag'],
      ['ethicalPolicy', 'goodPractice'],
    ]);
    expect(level).toBe('law');
  });

  it('takes "I don\'t know" as something to find out, never as a bad answer', () => {
    const { findings, findOut } = check('gy', { papersHeld: 'unknown' });
    expect(findings).toEqual([]);
    expect(findOut).toEqual([{ question: 'papersHeld', severity: 'law' }]);
  });

  it('makes a worker-paid fee a matter of law where the condition of the country holds', () => {
    const paid = { workerPaidFee: true };
    expect(severityOf('bz', 'workerPaidFee', paid)).toBe('law');
    expect(severityOf('mx', 'workerPaidFee', paid)).toBe('law');
    expect(severityOf('do', 'workerPaidFee', paid)).toBe('redFlag');
    expect(severityOf('gy', 'workerPaidFee', paid)).toBe('redFlag');
    expect(severityOf('cr', 'workerPaidFee', { ...paid, employerTookMoneyForHiring: true })).toBe('law');
    expect(severityOf('cr', 'workerPaidFee', { ...paid, employerTookMoneyForHiring: false })).toBe('redFlag');
    expect(severityOf('pa', 'workerPaidFee', { ...paid, usesRecruiter: true })).toBe('law');
    expect(severityOf('pa', 'workerPaidFee', { ...paid, usesRecruiter: false })).toBe('redFlag');
    expect(severityOf('hn', 'workerPaidFee', paid, { recruiterFeeFromWorker: 'beyondLimit' })).toBe('law');
    expect(severityOf('hn', 'workerPaidFee', paid, { recruiterFeeFromWorker: 'withinLimit' })).toBe('redFlag');
  });

  it('says that it may be against the law while the condition is open or not known', () => {
    const find = (country: string, answers: Answers) =>
      check(country, answers).findings.find(({ question }) => question === 'workerPaidFee');
    expect(find('pa', { workerPaidFee: true })).toMatchObject({ severity: 'redFlag', mayBeLaw: true });
    expect(find('hn', { workerPaidFee: true })).toMatchObject({ severity: 'redFlag', mayBeLaw: true });
    expect(find('cr', { workerPaidFee: true, employerTookMoneyForHiring: 'unknown' })).toMatchObject({
      severity: 'redFlag',
      mayBeLaw: true,
    });
    expect(find('pa', { workerPaidFee: true, usesRecruiter: false })).toMatchObject({ mayBeLaw: false });
  });

  it('takes over what the interview has asked, and does not ask it again', () => {
    const taken = (country: string, interview: Answers, own: Answers = {}) =>
      check(country, own, interview)
        .asked.filter(({ takenOver }) => takenOver)
        .map(({ id, answer }) => [id, answer]);
    expect(taken('bz', { workerPaidFee: true })).toEqual([['workerPaidFee', true]]);
    expect(taken('pa', { usesRecruiter: false })).toEqual([['usesRecruiter', false]]);
    expect(taken('hn', { workOnVisitorStatus: true, usesRecruiter: true, recruiterLicensed: 'unknown' })).toEqual([
      ['workOnVisitorStatus', true],
      ['usesRecruiter', true],
      ['recruiterLicensed', 'unknown'],
    ]);
    expect(taken('gy', { usesRecruiter: true, recruiterRegistered: false })).toContainEqual(['recruiterLicensed', false]);
    // Registered in Guyana says nothing of the country of origin.
    expect(taken('gy', { usesRecruiter: true, recruiterRegistered: true })).toEqual([['usesRecruiter', true]]);
    expect(taken('hn', { recruiterFeeFromWorker: 'withinLimit' })).toEqual([['workerPaidFee', true]]);
    expect(taken('hn', { recruiterFeeFromWorker: 'none' })).toEqual([]);
    // What was said in the interview counts, also against an older answer here.
    expect(severityOf('bz', 'workerPaidFee', { workerPaidFee: false }, { workerPaidFee: true })).toBe('law');
  });

  it('does not count answers to questions that are not asked', () => {
    expect(check('gy', { usesRecruiter: false, recruiterLicensed: false }).findings).toEqual([]);
  });

  it('lists papers by what was answered, and as possible while that is open', () => {
    const status = (answers: Answers, paper: string) => check('bz', answers).papers.find(({ id }) => id === paper)?.status;
    expect(status({}, 'zero-fee-policy')).toBe('required');
    expect(status({}, 'recruiter-service-agreement')).toBe('possible');
    expect(status({ usesRecruiter: true }, 'recruiter-service-agreement')).toBe('required');
    expect(status({ usesRecruiter: false }, 'recruiter-service-agreement')).toBeUndefined();
    expect(status({ workerPaidFee: false, costsDeductedFromPay: true }, 'repayment-record')).toBe('required');
    expect(status({ workerPaidFee: false, costsDeductedFromPay: false }, 'repayment-record')).toBeUndefined();
    expect(status({ healthCrisisDeclared: false }, 'crisis-interpreter')).toBeUndefined();
  });

  it('marks papers as law where a law of the country asks for them', () => {
    const severity = (country: string, paper: string) => check(country, {}).papers.find(({ id }) => id === paper)?.severity;
    expect(COUNTRIES.map((country) => severity(country, 'return-guarantee'))).toEqual([
      'goodPractice',
      'goodPractice',
      'goodPractice',
      'goodPractice',
      'law',
      'goodPractice',
      'law',
    ]);
    expect(new Set(COUNTRIES.map((country) => severity(country, 'social-security-registration')))).toEqual(new Set(['law']));
    expect(new Set(COUNTRIES.map((country) => severity(country, 'rights-card')))).toEqual(new Set(['goodPractice']));
  });

  it('never touches the permit assessment', () => {
    const pack = readPack('rules', 'hn');
    const answers: Answers = { audience: 'employer', nationality: 'SV' };
    const before = assess(compilePack(pack), answers, 20_779);
    check('hn', { workerPaidFee: true, papersHeld: true }, answers);
    const without = assess(
      compilePack({ ...pack, recruitment: { ...pack.recruitment, questions: [], papers: [], duties: [] } }),
      answers,
      20_779,
    );
    expect(without).toEqual(before);
  });
});
