import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPackIds, readCompiledPack } from '../../src/cli/read-pack.ts';
import type { Answers, CompiledPack } from '../../src/rules/index.ts';
import { parseDate } from '../../src/rules/index.ts';

/** The packs of the repository. */
export const PACK_IDS = listPackIds('rules');

const compiled = new Map<string, CompiledPack>();

/** A pack of `rules/`, read and compiled once for each test file. */
export function getPack(id: string): CompiledPack {
  const known = compiled.get(id) ?? readCompiledPack('rules', id);
  compiled.set(id, known);
  return known;
}

export type ScenarioCase = { readonly name: string; readonly answers: Answers; readonly asOf: number };

/** The cases of `tests/scenarios/<cc>`, without what they expect. */
export function readScenarios(id: string): readonly ScenarioCase[] {
  const folder = join('tests/scenarios', id);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { answers, asOf } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { answers: Answers; asOf: string };
      return { name: name.replace('.json', ''), answers, asOf: parseDate(asOf) ?? 0 };
    });
}

/** A day in words of the packs: `day('2026-12-01')`. */
export function day(iso: string): number {
  const found = parseDate(iso);
  if (found === undefined) throw new RangeError(`No such day: ${iso}`);
  return found;
}

/** One case of the scenarios by its name. */
export function scenario(id: string, name: string): ScenarioCase {
  const found = readScenarios(id).find((candidate) => candidate.name === name);
  if (!found) throw new RangeError(`No scenario ${id}/${name}`);
  return found;
}
