import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runPermiso } from '../support/run-permiso.ts';

type Case = { expect: Record<string, unknown>; [key: string]: unknown };

const FILE = 'tests/scenarios/bz/adverts-two-weeks.json';
const sound = JSON.parse(readFileSync(FILE, 'utf8')) as Case;

/** Runs scenarios that are written for one test. */
function run(cases: Readonly<Record<string, unknown>>): { code: number | null; lines: readonly string[]; err: string } {
  const folder = mkdtempSync(join(tmpdir(), 'permiso-'));
  try {
    for (const [name, content] of Object.entries(cases))
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    const { code, out, err } = runPermiso(['scenario', folder]);
    return { code, lines: out.replaceAll(folder, '').trim().split('\n'), err };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('scenario', () => {
  it('counts on the last line what passed and what failed', () => {
    expect(run({ 'good.json': sound })).toMatchObject({ code: 0, lines: ['1 passed, 0 failed'] });
  });

  it('prints a line for each expectation that is not met, and ends with 1', () => {
    const wrong = {
      ...sound,
      expect: { outcome: 'permit', documents: { include: ['magic-wand'], exclude: ['passport'] }, fees: { known: { BZD: 1 } } },
    };
    expect(run({ 'good.json': sound, 'wrong.json': wrong })).toMatchObject({
      code: 1,
      lines: [
        '/wrong.json: outcome: expected "permit", found "blocked"',
        '/wrong.json: documents: magic-wand is missing',
        '/wrong.json: documents: passport should not be there',
        '/wrong.json: fees known: expected {"BZD":1}, found {"BZD":245}',
        '1 passed, 1 failed',
      ],
    });
  });

  it('notices a wrong verdict, blocker, warning and unconfirmed fee', () => {
    const wrong = {
      ...sound,
      expect: {
        routes: { 'tep-self-employed': 'available' },
        blockers: { exclude: ['missing-job-advertisement'] },
        warnings: { include: ['no-such-warning'] },
        fees: { unconfirmed: [] },
        recommended: null,
      },
    };
    expect(run({ 'wrong.json': wrong }).lines.slice(0, -1)).toHaveLength(5);
  });

  it('fails a scenario whose answers the interview would refuse', () => {
    const wrong = { ...sound, answers: { ...(sound['answers'] as object), workerAge: 'thirty' } };
    expect(run({ 'wrong.json': wrong })).toMatchObject({
      code: 1,
      lines: ['/wrong.json: answers: workerAge: expected a whole number; found "thirty"', '0 passed, 1 failed'],
    });
  });

  it.each([
    ['with an expectation that it does not know', { ...sound, expect: { outcom: 'permit' } }, /expect/],
    ['that is not JSON', '{', /bad.json: line 1, column 2: expected a key/],
    ['without a day', { ...sound, asOf: '2026-02-31' }, /asOf/],
    ['of a country without rules', { ...sound, country: 'xx' }, /country: expected one of/],
  ] as const)('refuses a file %s', (_, content, message) => {
    const { code, err } = run({ 'bad.json': content });
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it.each([[[]], [['no/such/folder']]])('refuses the paths %j', (paths) => {
    expect(runPermiso(['scenario', ...paths]).code).toBe(2);
  });
});
