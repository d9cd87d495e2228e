import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledPack, Pack } from '../rules/index.ts';
import { compilePack, findNearest } from '../rules/index.ts';
import type { Common, RawFiles } from '../rules/parse.ts';
import { parseCommon, parsePack } from '../rules/parse.ts';
import { BadInput, badCall } from './bad-input.ts';
import { findJsonFault } from './find-json-fault.ts';

/** Ids of the packs in a rules folder, in alphabetical order. */
export function listPackIds(rules: string): readonly string[] {
  if (!existsSync(rules)) throw badCall('--rules', 'a folder with rule packs', rules);
  return readdirSync(rules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]{2}$/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/** Reads, checks and links one pack. @throws {BadInput} with every fault of its files */
export function readPack(rules: string, id: string): Pack {
  const known = listPackIds(rules);
  if (!known.includes(id)) {
    const nearest = findNearest(id, known);
    throw badCall('country', `one of ${known.join(', ')}${nearest ? `; did you mean "${nearest}"?` : ''}`, id);
  }
  const checked = parsePack(`${rules}/${id}`, readFolder(join(rules, id)), readCommon(rules));
  if (!checked.ok) throw new BadInput(checked.faults);
  return checked.value;
}

/** Reads and checks what packs share. @throws {BadInput} */
export function readCommon(rules: string): Common {
  const checked = parseCommon(`${rules}/common`, readFolder(join(rules, 'common')));
  if (!checked.ok) throw new BadInput(checked.faults);
  return checked.value;
}

export function readCompiledPack(rules: string, id: string): CompiledPack {
  return compilePack(readPack(rules, id));
}

export function readFolder(folder: string): RawFiles {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return Object.fromEntries(names.map((name) => [name, readJson(join(folder, name))]));
}

/** Parses a JSON file. @throws {BadInput} with the place of the first fault */
export function readJson(file: string): unknown {
  return parseJson(readFileSync(file, 'utf8'), file);
}

/** Parses JSON text that a person wrote. @throws {BadInput} */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const fault = findJsonFault(text);
    if (fault)
      throw new BadInput([{ file, path: `line ${fault.line}, column ${fault.column}`, expected: fault.expected, found: fault.found }]);
    throw new BadInput([{ file, path: '', expected: 'JSON', found: message.replace(/\s+/g, ' ').slice(0, 160) }]);
  }
}

/** The texts of a pack by language, as far as there are files. @throws {BadInput} */
export function readPackTexts(pack: Pack): Readonly<Record<string, unknown>> {
  const files = pack.languages.map((language) => ({ language, file: join('locales', language, `${pack.id}.json`) }));
  return Object.fromEntries(files.filter(({ file }) => existsSync(file)).map(({ language, file }) => [language, readJson(file)]));
}
