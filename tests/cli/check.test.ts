import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runPermiso } from '../support/run-permiso.ts';

let rules: string;
beforeEach(() => {
  rules = mkdtempSync(join(tmpdir(), 'permiso-'));
  for (const folder of ['bz', 'gy', 'common']) cpSync(`rules/${folder}`, join(rules, folder), { recursive: true });
});
afterEach(() => {
  rmSync(rules, { recursive: true });
});

/** Saves a file of a copied pack with one text in it replaced. */
function edit(file: string, from: string, to: string): void {
  const path = join(rules, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
}

const SECONDS = 1000;

describe('check', () => {
  it(
    'ends with 1 on an unsound pack, and gives a command that shows the case',
    () => {
      const routes = join(rules, 'bz', 'routes.json');
      const content = JSON.parse(readFileSync(routes, 'utf8')) as { routes: { id: string; when?: unknown }[] };
      const closed = content.routes.find(({ id }) => id === 'free-movement');
      closed!.when = { audience: 'employer', all: [{ audience: 'selfEmployed' }] };
      writeFileSync(routes, JSON.stringify(content));
      const { code, out } = runPermiso(['check', 'bz', '--rules', rules]);
      expect(code).toBe(1);
      expect(out).toContain('bz is NOT sound');
      expect(out).toMatch(/free-movement/);
    },
    60 * SECONDS,
  );

  it('names the place of a misspelt id, and what it may have meant', () => {
    edit('bz/documents.json', '"worker"', '"wroker"');
    const { code, out } = runPermiso(['check', 'bz', '--rules', rules]);
    expect(code).toBe(1);
    expect(out).toContain('documents.json');
    expect(out).toMatch(/found "?wroker/);
  });

  it('reports several packs in the order in which they were asked for', () => {
    edit('bz/documents.json', '"worker"', '"wroker"');
    edit('gy/documents.json', '"worker"', '"wroker"');
    const { code, out } = runPermiso(['check', 'gy', 'bz', '--rules', rules]);
    expect(code).toBe(1);
    expect(out.indexOf('gy')).toBeLessThan(out.indexOf('bz'));
    expect(out.trim().split('\n').at(-1)).toContain('2');
  });

  it('ends with 2 on a pack that does not exist', () => {
    const { code, err } = runPermiso(['check', 'gg', '--rules', rules]);
    expect(code).toBe(2);
    expect(err).toContain('did you mean "gy"?');
  });

  it(
    'checks again when a file is saved, as long as it watches',
    async () => {
      const watching = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'check', 'bz', '--watch', '--rules', rules]);
      try {
        const reports = readReports(watching.stdout);
        expect((await reports.next()).value).toContain('bz is sound');
        edit('bz/documents.json', '"worker"', '"wroker"');
        expect((await reports.next()).value).toContain('bz');
        edit('bz/documents.json', '"wroker"', '"worker"');
        expect((await reports.next()).value).toContain('bz is sound');
      } finally {
        watching.kill();
      }
    },
    90 * SECONDS,
  );
});

/** The lines that end a report: the pack is sound, is not, or cannot be read. */
async function* readReports(output: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of output) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (/bz is (NOT )?sound|faults in its files/.test(line)) yield line;
  }
}
