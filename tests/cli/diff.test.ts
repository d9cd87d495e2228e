import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runPermiso } from '../support/run-permiso.ts';
import { changeItem, smallFiles } from '../support/small-pack.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'permiso-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function writePack(name: string, changed: Readonly<Record<string, unknown>> = {}): string {
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  for (const [file, content] of Object.entries(smallFiles(changed))) writeFileSync(join(place, file), JSON.stringify(content));
  return place;
}

const DEARER = changeItem('fees.json', 'permit-fee', (fee) => ({ ...fee, amount: { exact: 120 } }));

describe('diff', () => {
  it('says what changed and for whom, with a command that shows a case', () => {
    const { code, out } = runPermiso(['diff', writePack('old'), writePack('new', DEARER)]);
    expect(code).toBe(0);
    expect(out).toContain('fees permit-fee: amount.exact was 100, is now 120');
    expect(out).toMatch(/fees permit-fee changes: .*100.* → .*120.*\(work-permit\)/);
    expect(out).toMatch(/echo '.*' \| npm run --silent permiso -- assess zz/);
  });

  it('says in Spanish, as Markdown, that nothing changed in meaning', () => {
    const { code, out } = runPermiso(['diff', writePack('old'), writePack('new'), '--lang', 'es', '--format', 'markdown']);
    expect(code).toBe(0);
    expect(out).toMatch(/^## /);
    expect(out).toContain('Ningún cambio de sentido');
  });

  it('reads a version from git', () => {
    const place = writePack('zz');
    const environment = { GIT_DIR: join(folder, '.git') };
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: folder, stdio: 'ignore' });
    };
    git('init');
    git('add', '.');
    git('commit', '-m', 'first');
    writePack('zz', DEARER);
    const { code, out } = runPermiso(['diff', 'HEAD:zz', place], '', environment);
    expect(code).toBe(0);
    expect(out).toContain('amount.exact was 100, is now 120');
  });

  it('says what to compare with where the pack was not saved in that revision', () => {
    const environment = { GIT_DIR: join(folder, '.git') };
    execFileSync('git', ['init'], { cwd: folder, stdio: 'ignore' });
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '--allow-empty', '-m', 'first'], {
      cwd: folder,
      stdio: 'ignore',
    });
    const { code, err } = runPermiso(['diff', 'HEAD:zz', writePack('zz')], '', environment);
    expect(code).toBe(2);
    expect(err).toContain('or a folder with a copy of the pack from before');
  });

  it('ends with 2 and says what to write for a revision that git does not know', () => {
    const { code, err } = runPermiso(['diff', 'nowhere:rules/bz', 'rules/bz']);
    expect(code).toBe(2);
    expect(err).toContain('HEAD~1:rules/bz');
  });
});
