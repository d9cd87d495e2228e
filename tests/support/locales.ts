import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { TextTree } from '../../src/texts/index.ts';

/** The texts of one file of `locales/`; none where there is no such file. */
export function readTree(language: string, name: string): TextTree {
  const file = `locales/${language}/${name}.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TextTree) : {};
}

/** Names of the files of a language: ui, common, bz … */
export const listNamespaces = (language: string): readonly string[] =>
  readdirSync(`locales/${language}`)
    .map((name) => name.replace('.json', ''))
    .sort();

/** Every text with the path that leads to it. */
export function flatten(tree: TextTree, prefix = ''): ReadonlyMap<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): readonly (readonly [string, string])[] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}
