import type { AssessedDeadline, AssessedStep, Assessment } from '../assessment/index.ts';
import { assess, findInterviewPath } from '../assessment/index.ts';
import type {
  ChecklistChange,
  DocumentToPlan,
  FeeToCount,
  MoneyTotal,
  PaperDates,
  PaperProblem,
  TimePlan,
  Visit,
} from '../checklist/index.ts';
import { compareChecklists, findPaperProblems, findPermitEnd, planVisits, recordChecklist, totalMoney } from '../checklist/index.ts';
import { resumeInterview } from '../interview/index.ts';
import type { Answers, CompiledPack } from '../rules/index.ts';
import { parseDate } from '../rules/index.ts';
import type { Plan } from './plan.ts';

/** The answers of a plan read with the current rules. Takes longer than the rest, and changes only with the answers. */
export type AssessedPlan = {
  answers: Answers;
  /** Questions whose kept answer no longer fits. */
  unfit: readonly string[];
  assessment: Assessment;
  today: number;
};

/** What the pages show of a plan. */
export type LaidOutPlan = AssessedPlan & {
  /** Whether the plan was kept under other rules, and what changed for this case since. */
  isUnderOtherRules: boolean;
  changes: readonly ChecklistChange[];
  time: TimePlan;
  /** Steps that the plan leaves out: those that come after the work has begun, and those that the user left out. */
  later: readonly AssessedStep[];
  visits: readonly Visit[];
  /** Deadlines that have not passed. */
  deadlines: readonly AssessedDeadline[];
  documents: readonly DocumentToPlan[];
  papers: ReadonlyMap<string, PaperDates>;
  /** What is wrong with the dates of a paper, by document; only those with something wrong. */
  problems: ReadonlyMap<string, readonly PaperProblem[]>;
  fees: readonly FeeToCount[];
  money: readonly MoneyTotal[];
  permitEnd: number | null;
  /** Whether public holidays of the country are known. */
  hasHolidays: boolean;
  /** The day to begin on or the wanted day lies in the past. */
  isFromPast: boolean;
  isUntilPast: boolean;
};

/** @param today days since 1970-01-01 */
export function assessPlan(kept: Plan['answers'], compiled: CompiledPack, today: number): AssessedPlan {
  const resumed = resumeInterview(compiled, kept);
  const { answers } = findInterviewPath(compiled, resumed.answers, today);
  return { answers, unfit: resumed.unfit, assessment: assess(compiled, answers, today), today };
}

/** Time, trips, money and the dates of papers, from the assessment and the progress so far. */
export function layOutPlan(plan: Plan, compiled: CompiledPack, assessed: AssessedPlan): LaidOutPlan {
  const { pack } = compiled;
  const { answers, assessment, today } = assessed;
  const documents = assessment.documents.map((document): DocumentToPlan => ({
    ...document,
    obtainedAt: pack.documents.find(({ id }) => id === document.id)?.obtainedAt ?? null,
  }));
  const fees = assessment.fees.map((fee): FeeToCount => ({ ...fee, per: pack.fees.find(({ id }) => id === fee.id)?.per ?? null }));
  const papers = readPapers(plan, compiled, answers);
  const holidays = new Set(pack.holidays.flatMap(({ date }) => parseDate(date) ?? []));
  const [from, until] = [toDay(plan.from), toDay(plan.until)];
  const steps = Object.entries(plan.progress.steps);
  const after = new Set(pack.steps.flatMap(({ id, later }) => (later === true ? [id] : [])));
  const later = assessment.steps.filter(({ id }) => plan.progress.steps[id]?.later ?? after.has(id));
  const { time, visits } = planVisits({
    fees,
    remote: new Set([
      ...steps.flatMap(([id, { remote }]) => (remote === true ? [id] : [])),
      ...listOnlineSteps(assessment.steps, compiled),
    ]),
    time: {
      steps: assessment.steps.filter((step) => !later.includes(step)),
      documents,
      holidays,
      from: Math.max(today, from ?? today),
      until,
      estimates: new Map(steps.flatMap(([id, { estimate }]) => (estimate === undefined ? [] : [[id, estimate]]))),
      done: new Map(steps.flatMap(([id, { done, doneOn }]) => (done === true ? [[id, toDay(doneOn ?? null)]] : []))),
      issued: new Map([...papers].flatMap(([id, { issuedOn }]) => (issuedOn === null ? [] : [[id, issuedOn]]))),
    },
  });
  const route = pack.routes.find(({ id }) => id === (assessment.recommended ?? assessment.settledRoute));
  const permitEnd =
    route?.kind === 'permit' && assessment.steps.length > 0 ? findPermitEnd(time.finish, route.validity?.most, holidays) : null;
  const found = time.documents.map(
    (planned) =>
      [planned.document.id, findPaperProblems(planned, papers.get(planned.document.id) ?? NO_DATES, { today, permitEnd })] as const,
  );
  return {
    ...assessed,
    isUnderOtherRules: plan.packVersion !== pack.version,
    changes: compareChecklists(plan.record, recordChecklist(assessment)),
    time,
    later,
    visits,
    deadlines: assessment.deadlines.filter(({ date }) => (toDay(date) ?? today) >= today),
    documents,
    papers,
    problems: new Map(found.filter(([, problems]) => problems.length > 0)),
    fees,
    money: totalMoney(
      fees,
      new Map(Object.entries(plan.progress.fees).flatMap(([id, { paid }]) => (paid === undefined ? [] : [[id, paid]]))),
    ),
    permitEnd,
    hasHolidays: holidays.size > 0,
    isFromPast: from !== null && from < today,
    isUntilPast: until !== null && until < today,
  };
}

/** Steps at a website: they need no trip. */
function listOnlineSteps(steps: Assessment['steps'], { pack }: CompiledPack): readonly string[] {
  const online = new Set(pack.offices.filter((office) => office.online === true).map(({ id }) => id));
  return steps.filter(({ offices }) => offices.length > 0 && offices.every((id) => online.has(id))).map(({ id }) => id);
}

const NO_DATES: PaperDates = { issuedOn: null, expiresOn: null };
const toDay = (iso: string | null): number | null => (iso === null ? null : (parseDate(iso) ?? null));

/** Dates that were noted in the plan; where none was, the date that the interview asked for. */
function readPapers(plan: Plan, compiled: CompiledPack, answers: Answers): ReadonlyMap<string, PaperDates> {
  const asked = compiled.pack.documents.flatMap(({ id, issuedOn }) => {
    const answer = issuedOn === undefined ? undefined : answers[issuedOn];
    const day = typeof answer === 'string' ? parseDate(answer) : undefined;
    return day === undefined ? [] : [[id, { issuedOn: day, expiresOn: null }] as const];
  });
  const known = new Map<string, PaperDates>(asked);
  for (const [id, { issuedOn, expiresOn }] of Object.entries(plan.progress.documents)) {
    known.set(id, { issuedOn: toDay(issuedOn ?? null) ?? known.get(id)?.issuedOn ?? null, expiresOn: toDay(expiresOn ?? null) });
  }
  return known;
}
