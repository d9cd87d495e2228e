import i18next from 'i18next';
import type { i18n } from 'i18next';
import { formatCountry, formatDay, formatList, formatMoney, formatNumber } from './format.ts';

/** Texts of one namespace as they stand in `locales/<language>/<namespace>.json`. */
export type TextTree = { readonly [key: string]: string | TextTree };

export type TextValues = Readonly<Record<string, string | number>>;

/** Who reads: the self-employed get the variants of a text that end in "Self". */
export type Reader = 'employer' | 'selfEmployed';

/** Everything that is said in one language. */
export type Texts = {
  readonly language: string;
  /** A text of the program itself. A missing key is loud: it is shown as `[[key]]`. */
  ui: (key: string, values?: TextValues) => string;
  /** A text of a pack, or of `common`; in the variant for the reader where there is one. `undefined` if there is none. */
  find: (namespace: string, key: string, reader?: Reader) => string | undefined;
  /** The same where a text must exist; a missing one is shown as `[[namespace:key]]`. */
  pack: (namespace: string, key: string, reader?: Reader) => string;
  number: (value: number) => string;
  money: (amount: number, currency: string) => string;
  day: (iso: string) => string;
  list: (items: readonly string[]) => string;
  country: (code: string) => string;
};

/** One i18next instance per language, so that two languages can stand side by side on paper. */
export async function createTexts(language: string, namespaces: Readonly<Record<string, TextTree>>): Promise<Texts> {
  const instance: i18n = i18next.createInstance();
  await instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: namespaces },
    ns: Object.keys(namespaces),
    defaultNS: 'ui',
    nsSeparator: ':',
    keySeparator: '.',
    returnNull: false,
    interpolation: { escapeValue: false },
  });
  return describe(instance, language);
}

function describe(instance: i18n, language: string): Texts {
  const find = (namespace: string, key: string, reader?: Reader): string | undefined => {
    const keys = reader === 'selfEmployed' ? [`${key}Self`, addressSelf(key), key] : [key];
    const found = keys.find((candidate) => instance.exists(`${namespace}:${candidate}`));
    if (found === undefined) return undefined;
    const text: unknown = instance.t(`${namespace}:${found}`);
    return typeof text === 'string' ? text : undefined;
  };
  return {
    language,
    ui: (key, values) => (instance.exists(`ui:${key}`, values) ? instance.t(`ui:${key}`, { ...values }) : `[[${key}]]`),
    find,
    pack: (namespace, key, reader) => find(namespace, key, reader) ?? `[[${namespace}:${key}]]`,
    number: (value) => formatNumber(value, language),
    money: (amount, currency) => formatMoney(amount, currency, language),
    day: (iso) => formatDay(iso, language),
    list: (items) => formatList(items, language),
    country: (code) => formatCountry(code, language),
  };
}

/** `own` laid over `base`, key by key: what a translation does not have yet is said in the language of `base`. */
export function mergeTexts(base: TextTree, own: TextTree): TextTree {
  const merged: Record<string, string | TextTree> = { ...base };
  for (const [key, value] of Object.entries(own)) {
    const below = merged[key];
    merged[key] = typeof value === 'object' && typeof below === 'object' ? mergeTexts(below, value) : value;
  }
  return merged;
}

/** `questions.sector.options.other` has its variant at `questions.sector.optionsSelf.other`. */
function addressSelf(key: string): string {
  return key.replace(/\.(options|optionHints)\./, '.$1Self.');
}
