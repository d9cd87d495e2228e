import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, addWorkingDays, countBegunMonths, countMonths, formatDate, isWorkingDay, parseDate } from '../../src/rules/index.ts';
import { day } from '../support/packs.ts';

const anyDay = fc.integer({ min: day('1999-12-01'), max: day('2041-01-31') });
const move = (iso: string, months: number): string => formatDate(addMonths(day(iso), months));

describe('parseDate', () => {
  it.each(['2026-02-29', '2026-02-31', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '1900-02-29'])('refuses %s, a day that does not exist', (iso) => {
    expect(parseDate(iso)).toBeUndefined();
  });

  it.each(['2026-2-1', '01-12-2026', '2026-12-01T00:00', ' 2026-12-01', '2026/12/01', ''])('refuses "%s", a date written in another way', (iso) => {
    expect(parseDate(iso)).toBeUndefined();
  });

  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '1970-01-01'])('reads %s and writes it again', (iso) => {
    expect(formatDate(day(iso))).toBe(iso);
  });

  it('reads every day that it writes', () => {
    fc.assert(fc.property(anyDay, (date) => parseDate(formatDate(date)) === date));
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-01-31', 0, '2026-01-31'],
  ])('moves %s by %i months to %s', (from, months, to) => {
    expect(move(from, months)).toBe(to);
  });

  it('lands in the month that was asked for, on the same day or the last of that month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (date, months) => {
        const [year = 0, month = 0, dayOfMonth = 0] = formatDate(date).split('-').map(Number);
        const [toYear = 0, toMonth = 0, toDay = 0] = formatDate(addMonths(date, months)).split('-').map(Number);
        expect(toYear * 12 + toMonth).toBe(year * 12 + month + months);
        const lastDay = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
        expect(toDay).toBe(Math.min(dayOfMonth, lastDay));
      }),
    );
  });
});

describe('countMonths', () => {
  it('agrees with counting one month after another, for every pair of days of five years that differ by a few days', () => {
    for (let from = day('2026-01-01'); from <= day('2030-12-31'); from += 1) {
      for (const apart of [0, 1, 27, 28, 29, 30, 31, 32, 59, 60, 61, 62, 89, 92, 181, 184, 364, 365, 366]) {
        let months = 0;
        while (addMonths(from, months + 1) <= from + apart) months += 1;
        if (countMonths(from, from + apart) !== months) expect([formatDate(from), apart, countMonths(from, from + apart)]).toEqual([formatDate(from), apart, months]);
      }
    }
  });

  it('never counts more months than fit in between', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const months = countMonths(from, to);
        expect(addMonths(from, months)).toBeLessThanOrEqual(to);
        expect(addMonths(from, months + 1)).toBeGreaterThan(to);
      }),
    );
  });

  it('counts backwards what it counts forwards', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => countMonths(a, b) + countMonths(b, a) === 0));
  });

  it('counts a begun month as one', () => {
    expect(countBegunMonths(day('2026-01-31'), day('2026-01-31'))).toBe(0);
    expect(countBegunMonths(day('2026-01-31'), day('2026-02-01'))).toBe(1);
    expect(countBegunMonths(day('2026-01-31'), day('2026-02-28'))).toBe(1);
    expect(countBegunMonths(day('2026-01-31'), day('2026-03-01'))).toBe(2);
  });
});

describe('addWorkingDays', () => {
  // 2026-11-20 is a Friday.
  it('goes from Friday over the weekend to Monday', () => {
    expect(formatDate(addWorkingDays(day('2026-11-20'), 1))).toBe('2026-11-23');
  });

  it('goes back from Monday to Friday', () => {
    expect(formatDate(addWorkingDays(day('2026-11-23'), -1))).toBe('2026-11-20');
  });

  it('skips holidays', () => {
    expect(formatDate(addWorkingDays(day('2026-11-20'), 1, new Set([day('2026-11-23')])))).toBe('2026-11-24');
  });

  it('stays where it is for no days at all', () => {
    expect(addWorkingDays(day('2026-11-22'), 0)).toBe(day('2026-11-22'));
  });

  it('passes exactly as many working days as it was asked for', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const to = addWorkingDays(from, count);
        const passed = Array.from({ length: to - from }, (_, index) => from + 1 + index).filter((date) => isWorkingDay(date));
        expect(passed).toHaveLength(count);
        expect(isWorkingDay(to)).toBe(true);
      }),
    );
  });
});
