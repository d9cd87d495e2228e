import type { Assessment } from '../assessment/index.ts';
import { recordChecklist } from '../checklist/index.ts';
import type { Answers } from '../rules/index.ts';
import type { Plan, Progress } from './plan.ts';
import { EMPTY_PROGRESS, MOST_LETTERS, PLAN_FORMAT } from './plan.ts';

/** A moment as the clock of the device gives it; passed in, so that everything here stays pure. */
export type Stamp = { id: string; now: number };

/** A new plan from a result. */
export function createPlan(name: string, { assessment, answers }: { assessment: Assessment; answers: Answers }, { id, now }: Stamp): Plan {
  return {
    format: PLAN_FORMAT,
    id,
    name: shortenName(name),
    country: assessment.pack.id,
    packVersion: assessment.pack.version,
    asOf: assessment.asOf,
    answers,
    from: null,
    until: null,
    progress: EMPTY_PROGRESS,
    record: recordChecklist(assessment),
    calendars: 0,
    changedAt: now,
  };
}

/** The same plan under another id and name, for a second case that is alike. */
export function duplicatePlan(plan: Plan, name: string, { id, now }: Stamp): Plan {
  return { ...plan, id, name: shortenName(name), calendars: 0, changedAt: now };
}

/** Notes something about one document, fee or step; what is empty is forgotten, but for a step taken into the plan that the rules leave out. */
export function noteProgress<List extends keyof Progress>(
  plan: Plan,
  list: List,
  { id, ...entry }: { id: string } & Progress[List][string],
): Plan {
  const known = Object.fromEntries(
    Object.entries({ ...plan.progress[list][id], ...entry }).filter(
      ([key, value]) => value !== undefined && value !== '' && (value !== false || key === 'later'),
    ),
  );
  const others = Object.fromEntries(Object.entries(plan.progress[list]).filter(([other]) => other !== id));
  return { ...plan, progress: { ...plan.progress, [list]: Object.keys(known).length === 0 ? others : { ...others, [id]: known } } };
}

/** Takes over the list of the current rules. Progress stays, also of items that are no longer asked for. */
export function acceptAssessment(plan: Plan, assessment: Assessment, answers: Answers): Plan {
  return { ...plan, answers, packVersion: assessment.pack.version, asOf: assessment.asOf, record: recordChecklist(assessment) };
}

function shortenName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').slice(0, MOST_LETTERS.name);
}
