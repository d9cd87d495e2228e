/** Locales that decide how numbers, dates and money look; Spanish as written in Central America. */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-BZ', es: 'es-MX', ht: 'es-DO' };
const localeOf = (language: string): string => LOCALES[language] ?? language;

const formatters = new Map<string, unknown>();

/** Formatters of Intl are dear to make (a page of rules needs thousands), so each is made once. */
function keep<Formatter>(key: string, make: () => Formatter): Formatter {
  const known = formatters.get(key) as Formatter | undefined;
  if (known !== undefined) return known;
  const made = make();
  formatters.set(key, made);
  return made;
}

export function formatNumber(value: number, language: string): string {
  return keep(`number ${language}`, () => new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2 })).format(value);
}

/** Money with its ISO code where the sign would be mistaken for another country's dollar or peso. */
export function formatMoney(amount: number, currency: string, language: string): string {
  const decimals = Number.isInteger(amount) ? 0 : 2;
  const number = keep(
    `money ${language} ${decimals}`,
    () => new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: decimals, maximumFractionDigits: 2 }),
  ).format(amount);
  const sign = SIGNS[currency];
  return sign === undefined ? `${number}\u00a0${currency}` : `${sign}${number}`;
}

/** Signs that people in these countries write and that say which currency is meant. */
const SIGNS: Readonly<Record<string, string>> = {
  BZD: 'BZ$',
  GYD: 'G$',
  USD: 'US$',
  DOP: 'RD$',
  CRC: '₡',
  MXN: 'MX$',
  HNL: 'L\u00a0',
  PAB: 'B/.\u00a0',
  ZAR: 'ZAR\u00a0',
};

/** An ISO date in words: 1 December 2026. English as written in Belize has a zero before the day in JavaScript engines only. */
export function formatDay(iso: string, language: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  if (language === 'ht') return `${day} ${HAITIAN_MONTHS[(month ?? 1) - 1]} ${year}`;
  const date = new Date(Date.UTC(year ?? 1970, (month ?? 1) - 1, day ?? 1));
  return keep(
    `day ${language}`,
    () => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }),
  ).format(date);
}

export function formatList(items: readonly string[], language: string): string {
  if (language === 'ht') return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ak ${items.at(-1)}`;
  return keep(`list ${language}`, () => new Intl.ListFormat(localeOf(language), { type: 'conjunction' })).format(items);
}

/** Of which one is enough: "A, B or C". */
export function formatAlternatives(items: readonly string[], language: string): string {
  return keep(`alternatives ${language}`, () => new Intl.ListFormat(localeOf(language), { type: 'disjunction' })).format(items);
}

// No JavaScript engine knows Haitian Creole, so its months and its "and" stand here; numbers are written as in the Dominican Republic.
const HAITIAN_MONTHS = ['janvye', 'fevriye', 'mas', 'avril', 'me', 'jen', 'jiyè', 'out', 'septanm', 'oktòb', 'novanm', 'desanm'];

/** Name of a country by its ISO 3166-1 alpha-2 code. */
export function formatCountry(code: string, language: string): string {
  try {
    return keep(`country ${language}`, () => new Intl.DisplayNames([localeOf(language)], { type: 'region' })).of(code) ?? code;
  } catch {
    return code;
  }
}
