import { existsSync, readFileSync } from 'node:fs';
import { badCall } from './bad-input.ts';

type Tree = { readonly [key: string]: string | Tree };
export type Values = Readonly<Record<string, string | number>>;

/** Says something about a pack in one language: the text of a key of `locales/<language>/check.json`, with its values put in. */
export type Say = (key: string, values?: Values) => string;

/** @throws {BadInput} if the language has no such texts */
export function readCheckTexts(language: string): Say {
  const file = new URL(`../../locales/${language}/check.json`, import.meta.url);
  if (!/^[a-z]{2}$/.test(language) || !existsSync(file)) throw badCall('--lang', 'en or es', language);
  const tree = JSON.parse(readFileSync(file, 'utf8')) as Tree;
  return (key, values = {}) => {
    const text = key.split('.').reduce<string | Tree | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), tree);
    if (typeof text !== 'string') return `[[${key}]]`;
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? `[[${name}]]`));
  };
}
