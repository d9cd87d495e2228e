import type { Period } from '../rules/index.ts';
import type { Texts } from './create-texts.ts';

/** A length of time in words: "6 months", "30 working days". */
export function sayPeriod(texts: Texts, period: Period): string {
  const units = ['years', 'months', 'days', 'workingDays'] as const;
  return texts.list(units.flatMap((unit) => (period[unit] ? [texts.ui(`period.${unit}`, { count: period[unit] })] : [])));
}

/** How long a step takes: "14 to 30 days", "at least 21 working days". */
export function sayDays(texts: Texts, days: { least: number | null; most: number | null; kind: 'calendar' | 'working' }): string {
  const { least, most, kind } = days;
  const unit = kind === 'working' ? 'workingDays' : 'days';
  if (least !== null && most !== null && least !== most) return texts.ui(`duration.${unit}Range`, { least, most });
  if (least === null && most !== null) return texts.ui(`duration.${unit}AtMost`, { most });
  if (most === null && least !== null) return texts.ui(`duration.${unit}AtLeast`, { least });
  return texts.ui(`period.${unit}`, { count: least ?? 0 });
}
