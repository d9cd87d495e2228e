import type { AssessedDeadline } from '../assessment/index.ts';
import { parseDate } from '../rules/index.ts';
import type { PaperDates } from './check-papers.ts';
import type { TimePlan } from './plan-in-time.ts';
import type { Visit } from './plan-visits.ts';

/** One entry of a calendar: an all-day event with reminders so many days ahead. Sentences are added by whoever writes the file. */
export type CalendarEntry = {
  kind: 'deadline' | 'step' | 'stepLatest' | 'visit' | 'paperNotBefore' | 'paperExpires' | 'permitEnds' | 'renew' | 'finish';
  /** The item it is about; together with the kind it is the same in every export. */
  id: string;
  day: number;
  remindDaysBefore: readonly number[];
};

export type CalendarCase = {
  time: TimePlan;
  visits: readonly Visit[];
  deadlines: readonly AssessedDeadline[];
  papers: ReadonlyMap<string, PaperDates>;
  permitEnd: number | null;
  today: number;
};

/** How long before the end of a permit people should begin to renew it, where the rules name no day. */
const RENEW_DAYS_BEFORE = 90;

/** Deadlines, trips, the last day of every step, papers that run out, the end of the permit and when to renew it. */
export function listCalendarEntries({ time, visits, deadlines, papers, permitEnd, today }: CalendarCase): readonly CalendarEntry[] {
  const entries: CalendarEntry[] = [];
  const add = (kind: CalendarEntry['kind'], id: string, day: number, ...remindDaysBefore: number[]): void => {
    if (day >= today) entries.push({ kind, id, day, remindDaysBefore });
  };
  for (const { id, date } of deadlines) {
    const day = date === null ? undefined : parseDate(date);
    if (day !== undefined) add('deadline', id, day, 14, 3);
  }
  const onTrips = new Set(visits.flatMap(({ steps }) => steps));
  for (const visit of visits) add('visit', visit.steps[0] ?? '', visit.day, 7, 1);
  for (const { step, start, latestStart, isLatestOpen, isDone } of time.steps) {
    if (isDone || onTrips.has(step.id)) continue;
    add('step', step.id, start, 1);
    if (latestStart > start && !isLatestOpen) add('stepLatest', step.id, latestStart, 3);
  }
  for (const { document, notBefore } of time.documents) {
    if (notBefore !== null && papers.get(document.id)?.issuedOn == null) add('paperNotBefore', document.id, notBefore);
  }
  for (const [id, { expiresOn }] of papers) if (expiresOn !== null) add('paperExpires', id, expiresOn, 90, 30, 7);
  add('finish', 'plan', time.finish, 7);
  if (permitEnd !== null) {
    add('permitEnds', 'plan', permitEnd, 30, 7);
    add('renew', 'plan', Math.max(time.finish, permitEnd - RENEW_DAYS_BEFORE), 14);
  }
  return entries;
}
