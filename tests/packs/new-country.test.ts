import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeNewCountry } from '../../scripts/new-country.ts';
import { runScenarios } from '../../src/cli/commands/scenario.ts';
import { readPack } from '../../src/cli/read-pack.ts';
import { findTextFaults } from '../../src/texts/index.ts';

const country = { id: 'sv', currency: 'USD', today: '2026-11-22' };
let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'permiso-'));
  cpSync('rules/common', join(root, 'rules/common'), { recursive: true });
  writeNewCountry(root, country);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('the files of a new country', () => {
  it('are a pack that loads', () => {
    const pack = readPack(join(root, 'rules'), 'sv');
    expect([pack.routes.length, pack.questions.length, pack.documents.length, pack.fees.length, pack.steps.length]).toEqual([
      2, 3, 1, 1, 2,
    ]);
  });

  it('have all texts in both languages', () => {
    const texts = Object.fromEntries(
      ['en', 'es'].map((language) => [language, JSON.parse(readFileSync(join(root, `locales/${language}/sv.json`), 'utf8')) as unknown]),
    );
    expect(findTextFaults(readPack(join(root, 'rules'), 'sv'), texts)).toEqual([]);
  });

  it('come with a scenario that passes', () => {
    const lines: string[] = [];
    const code = runScenarios([join(root, 'tests/scenarios/sv')], join(root, 'rules'), { write: (line) => lines.push(line) });
    expect([code, lines.at(-1)]).toEqual([0, '1 passed, 0 failed']);
  });

  it('say of every rule that nobody has verified it', () => {
    const { questions, routes, documents, fees, steps } = readPack(join(root, 'rules'), 'sv');
    expect([questions, routes, documents, fees, steps].flat().filter(({ confidence }) => confidence !== 'unverified')).toEqual([]);
  });

  it('are marked as to be filled in, in both languages', () => {
    expect(readFileSync(join(root, 'locales/en/sv.json'), 'utf8')).toContain('TO BE FILLED IN');
    expect(readFileSync(join(root, 'locales/es/sv.json'), 'utf8')).toContain('POR COMPLETAR');
  });

  it('do not overwrite a country that is there', () => {
    expect(() => writeNewCountry(root, country)).toThrow('rules/sv/pack.json exists already; nothing was written');
  });

  it.each(['xx', 'el-salvador', 'SV', ''])('are not made for "%s", which is no country', (id) => {
    expect(() => writeNewCountry(root, { ...country, id })).toThrow('is no country');
  });
});
