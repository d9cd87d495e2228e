import { formatDate } from '../../rules/index.ts';
import type { Texts } from '../../texts/index.ts';

/** Spelled as people here write dates: the day first. */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB', ht: 'fr-HT' };

/** A day in few letters, for tables: 1 Dec 2026. It stays on one line. */
export function shortDay(texts: Texts, day: number): string {
  const [year, month, date] = formatDate(day).split('-').map(Number);
  const moment = new Date(Date.UTC(year ?? 1970, (month ?? 1) - 1, date ?? 1));
  return new Intl.DateTimeFormat(LOCALES[texts.language] ?? texts.language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(moment)
    .replaceAll(' ', '\u00a0');
}
