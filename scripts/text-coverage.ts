/**
 * How much of the texts each language has, file by file: the share of the keys of Spanish, plural classes aside.
 * `npx tsx scripts/text-coverage.ts` prints a table and writes locales/coverage.json (language → file → share).
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { listPackIds } from '../src/cli/read-pack.ts';

type Tree = { readonly [key: string]: string | Tree };

/** An entry of locales/languages.json; a language without `packs` speaks of every country. */
type Language = { readonly code: string; readonly packs?: readonly string[] };

type Coverage = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const COVERAGE_FILE = 'locales/coverage.json';
const MEASURE = 'es';

export function measureCoverage(): Coverage {
  const names = readdirSync(`locales/${MEASURE}`)
    .map((file) => file.replace('.json', ''))
    .sort();
  const countries = listPackIds('rules');
  const languages = JSON.parse(readFileSync('locales/languages.json', 'utf8')) as readonly Language[];
  return Object.fromEntries(
    languages.map(({ code, packs }) => {
      const own = names.filter((name) => !countries.includes(name) || packs === undefined || packs.includes(name));
      return [code, Object.fromEntries(own.map((name) => [name, measureShare(code, name)]))];
    }),
  );
}

/** Rounded down, so that only a complete file has the share 1. */
function measureShare(language: string, name: string): number {
  const [whole, own] = [listKeys(MEASURE, name), listKeys(language, name)];
  const there = [...whole].filter((key) => own.has(key)).length;
  return whole.size === 0 ? 1 : Math.floor((there / whole.size) * 1000) / 1000;
}

function listKeys(language: string, name: string): ReadonlySet<string> {
  const file = `locales/${language}/${name}.json`;
  return new Set(existsSync(file) ? flatten(JSON.parse(readFileSync(file, 'utf8')) as Tree) : []);
}

function flatten(tree: Tree, prefix = ''): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [(prefix + key).replace(/_(zero|one|two|few|many|other)$/, '')] : flatten(value, `${prefix}${key}.`),
  );
}

export const formatCoverage = (coverage: Coverage): string => `${JSON.stringify(coverage, null, 2)}\n`;

if (process.argv[1]?.endsWith('text-coverage.ts')) {
  const coverage = measureCoverage();
  writeFileSync(COVERAGE_FILE, formatCoverage(coverage));
  const names = [...new Set(Object.values(coverage).flatMap((files) => Object.keys(files)))];
  console.log(['', ...names].map((name) => name.padStart(7)).join(''));
  for (const [code, files] of Object.entries(coverage)) {
    console.log(
      [
        code.padStart(7),
        ...names.map((name) => (files[name] === undefined ? '–' : `${(files[name] * 100).toFixed(0)} %`).padStart(7)),
      ].join(''),
    );
  }
}
