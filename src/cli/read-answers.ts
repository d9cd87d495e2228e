import { readFileSync, statSync } from 'node:fs';
import type { Answers, CompiledPack } from '../rules/index.ts';
import { parseAnswers } from '../rules/index.ts';
import { BadInput, badCall } from './bad-input.ts';
import { parseJson } from './read-pack.ts';

/** Larger answer files are refused before they are parsed: a full interview is about 2 kB. */
const MOST_BYTES = 1_000_000;

/** Reads answers from a file, or from standard input for `-`. @throws {BadInput} with one fault per wrong answer */
export function readAnswers(compiled: CompiledPack, file: string, asOf: number): Answers {
  const text = readText(file);
  const name = file === '-' ? 'standard input' : file;
  if (Buffer.byteLength(text) > MOST_BYTES) {
    throw new BadInput([{ file: name, path: '', expected: `at most ${MOST_BYTES} bytes`, found: `${Buffer.byteLength(text)} bytes` }]);
  }
  const checked = parseAnswers(compiled, parseJson(text, name), name, asOf);
  if (!checked.ok) throw new BadInput(checked.faults);
  return checked.value;
}

function readText(file: string): string {
  if (file === '-') return readFileSync(0, 'utf8');
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES) throw new BadInput([{ file, path: '', expected: `at most ${MOST_BYTES} bytes`, found: `${size} bytes` }]);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw badCall('--answers', 'a file that can be read, or - for standard input', file);
  }
}
