import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COVERAGE_FILE, formatCoverage, measureCoverage } from '../../scripts/text-coverage.ts';
import { findTextFaults } from '../../src/texts/index.ts';
import { flatten, readTree } from '../support/locales.ts';
import { getPack, PACK_IDS } from '../support/packs.ts';

const coverage = measureCoverage();
const COMPLETE = ['en', 'es'];
const PLURAL = /_(zero|one|two|few|many|other)$/;
const files = Object.entries(coverage).flatMap(([language, shares]) =>
  Object.entries(shares).map(([name, share]) => ({ language, name, share })),
);
const partial = files.filter(({ language, share }) => !COMPLETE.includes(language) && share > 0);

const placeholdersOf = (text: string): string =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map((match) => match[1])
    .sort()
    .join(', ');

describe('the coverage of the texts', () => {
  it('is written down as `npx tsx scripts/text-coverage.ts` measures it', () => {
    expect(existsSync(COVERAGE_FILE) ? readFileSync(COVERAGE_FILE, 'utf8') : 'no file').toBe(formatCoverage(coverage));
  });

  it.each(files.filter(({ language }) => COMPLETE.includes(language)))('is whole for $language/$name', ({ share }) => {
    expect(share).toBe(1);
  });

  it('names Haitian Creole, for the Dominican Republic only', () => {
    expect(Object.keys(coverage['ht'] ?? {}).filter((name) => PACK_IDS.includes(name))).toEqual(['do']);
    expect(coverage['ht']?.['ui']).toBeGreaterThan(0.75);
    expect(coverage['ht']?.['do']).toBeGreaterThan(0.6);
  });
});

describe.each(partial)('the texts of $language/$name', ({ language, name }) => {
  const whole = flatten(readTree('es', name));
  const own = flatten(readTree(language, name));

  it('have no key that Spanish has not', () => {
    expect([...own.keys()].filter((key) => !whole.has(key))).toEqual([]);
  });

  it('have the placeholders of Spanish', () => {
    expect([...own].filter(([key, text]) => placeholdersOf(text) !== placeholdersOf(whole.get(key) ?? '')).map(([key]) => key)).toEqual([]);
  });

  it('have a text for one and for many where there are plural classes', () => {
    const bases = new Set([...own.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')));
    expect([...bases].filter((base) => !['one', 'many', 'other'].every((form) => own.has(`${base}_${form}`)))).toEqual([]);
  });

  it('are not empty', () => {
    expect([...own].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });
});

describe('findTextFaults, for a language that has only some of the texts', () => {
  const { pack } = getPack('do');
  const [en, es] = [readTree('en', 'do'), readTree('es', 'do')];
  const faultsOf = (ht: object): readonly string[] =>
    findTextFaults(pack, { en, es, ht }).map(({ file, path, expected }) => `${file} ${path}: ${expected}`);

  it('asks for nothing that it leaves out', () => {
    expect(faultsOf({ documents: { passport: { name: 'Paspò' } } })).toEqual([]);
  });

  it('finds a key that the complete languages do not have', () => {
    expect(faultsOf({ documents: { pasport: { name: 'Paspò' } } })).toEqual([
      'locales/ht/do.json documents.pasport.name: a key that the complete languages have',
    ]);
  });

  it('finds a placeholder that the complete languages do not have', () => {
    expect(faultsOf({ documents: { passport: { name: 'Paspò {{count}}' } } })).toEqual([
      'locales/ht/do.json documents.passport.name: the placeholders (none)',
    ]);
  });

  it('finds an empty text', () => {
    expect(faultsOf({ intro: '' })).toEqual(['locales/ht/do.json intro: a text']);
  });
});
