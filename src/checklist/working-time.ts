import type { Period } from '../rules/index.ts';
import { addMonths, addWorkingDays, isWorkingDay } from '../rules/index.ts';

export type Holidays = ReadonlySet<number>;

/** A number of days of one kind. */
export type Duration = { days: number; kind: 'calendar' | 'working' };

/** The day on which something that starts on `day` is done. The day it starts on does not count. */
export function addDuration(day: number, { days, kind }: Duration, holidays: Holidays): number {
  return kind === 'working' ? addWorkingDays(day, days, holidays) : day + days;
}

/** `day`, or the next day on which offices work. */
export function findWorkingDay(day: number, holidays: Holidays): number {
  return isWorkingDay(day, holidays) ? day : addWorkingDays(day, 1, holidays);
}

/** The day itself, or the last day before it on which offices work. */
export function findWorkingDayBefore(day: number, holidays: Holidays): number {
  return isWorkingDay(day, holidays) ? day : addWorkingDays(day, -1, holidays);
}

/** Moves a day by a period; years and months first, as the packs count. */
export function addPeriod(day: number, period: Period, holidays: Holidays): number {
  const months = (period.years ?? 0) * 12 + (period.months ?? 0);
  const moved = (months === 0 ? day : addMonths(day, months)) + (period.days ?? 0);
  return period.workingDays ? addWorkingDays(moved, period.workingDays, holidays) : moved;
}

/** The first day on which a paper may be issued, if it may not be older than `maxAge` on the day it is handed in. */
export function findFirstIssue(handIn: number, maxAge: Period, holidays: Holidays): number {
  // Counting months back is not the inverse of counting them forward (31 August minus six months), so the guess is put right.
  let issue = addPeriod(handIn, negate(maxAge), holidays);
  while (addPeriod(issue, maxAge, holidays) < handIn) issue += 1;
  while (addPeriod(issue - 1, maxAge, holidays) >= handIn) issue -= 1;
  return issue;
}

function negate({ years = 0, months = 0, days = 0, workingDays = 0 }: Period): Period {
  return { years: -years, months: -months, days: -days, workingDays: -workingDays };
}
