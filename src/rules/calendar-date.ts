/**
 * Calendar dates without clock or zone, as whole days since 1970-01-01 (the proleptic Gregorian calendar).
 *
 * Only `Date.UTC` is used, as arithmetic: nothing here reads the clock or the time zone.
 */
const DAY = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of an ISO date, or `undefined` if no such day exists (31 February). */
export function parseDate(text: string): number | undefined {
  const match = ISO_DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return toDay(year, month, day);
}

/** ISO date of a number of days since 1970-01-01. */
export function formatDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/**
 * Moves a date by calendar months. A day that does not exist becomes the last day of that month
 * (31 March minus one month is 28 or 29 February), the counting rule that the packs state.
 */
export function addMonths(day: number, months: number): number {
  const { year, month, date } = splitDay(day);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return toDay(targetYear, targetMonth, Math.min(date, daysInMonth(targetYear, targetMonth)));
}

/** Complete calendar months from one day to another; negative when `to` comes first. */
export function countMonths(from: number, to: number): number {
  if (to < from) return -countMonths(to, from);
  const a = splitDay(from);
  const b = splitDay(to);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return addMonths(from, months) > to ? months - 1 : months;
}

/** Months that have begun between two days: a started month counts as one. */
export function countBegunMonths(from: number, to: number): number {
  const whole = countMonths(from, to);
  return addMonths(from, whole) < to ? whole + 1 : whole;
}

/** Monday to Friday, unless the day is in `holidays`. */
export function isWorkingDay(day: number, holidays: ReadonlySet<number> = NO_HOLIDAYS): boolean {
  const weekday = (((day + 3) % 7) + 7) % 7;
  return weekday < 5 && !holidays.has(day);
}

/** Moves a date by working days; the day it starts from does not count. */
export function addWorkingDays(day: number, count: number, holidays: ReadonlySet<number> = NO_HOLIDAYS): number {
  const direction = count < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(count); left > 0; ) {
    current += direction;
    if (isWorkingDay(current, holidays)) left -= 1;
  }
  return current;
}

const NO_HOLIDAYS: ReadonlySet<number> = new Set();

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function toDay(year: number, month: number, date: number): number {
  return Math.round(Date.UTC(year, month - 1, date) / DAY);
}

function splitDay(day: number): { year: number; month: number; date: number } {
  const moment = new Date(day * DAY);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, date: moment.getUTCDate() };
}
