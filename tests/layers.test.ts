/** Who may import whom: the table at the top of `.dependency-cruiser.cjs` holds, and each of its rules can fire. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ICruiseResult, IFlattenedRuleSet } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';

const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as Required<Pick<IFlattenedRuleSet, 'forbidden'>>;

type Violation = { readonly rule: string; readonly from: string };

async function findViolations(folder: string, roots: readonly string[]): Promise<readonly Violation[]> {
  const { output } = await cruise([...roots], {
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
  });
  return (output as ICruiseResult).summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}

/** One file that offends, for each rule, with what it imports. */
const OFFENCES: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'rules-looks-down': ['src/rules/a.ts', "import '../assessment/index.ts';"],
  'assessment-looks-down': ['src/assessment/a.ts', "import '../checklist/index.ts';"],
  'checklist-looks-down': ['src/checklist/a.ts', "import '../texts/index.ts';"],
  'texts-looks-down': ['src/texts/a.ts', "import '../interview/index.ts';"],
  'check-looks-down': ['src/check/a.ts', "import '../texts/index.ts';"],
  'interview-looks-down': ['src/interview/a.ts', "import '../plans/index.ts';"],
  'plans-looks-down': ['src/plans/a.ts', "import '../texts/index.ts';"],
  'ui-looks-down': ['src/ui/a.ts', "import '../check/index.ts';"],
  'cli-looks-down': ['src/cli/a.ts', "import '../ui/index.ts';"],
  'no-other-folders': ['src/ui/b.ts', "import '../utils/index.ts';"],
  'through-the-front-door': ['src/assessment/b.ts', "import '../rules/inner.ts';"],
  'not-through-your-own-door': ['src/rules/b.ts', "import './index.ts';"],
  'raw-packs-only-where-files-are-read': ['src/ui/c.ts', "import '../rules/parse.ts';"],
  'schemas-only-where-packs-are-parsed': ['src/rules/c.ts', "import './schema/schema.ts';"],
  'zod-whole-only-where-packs-are-parsed': ['src/ui/d.ts', "import 'zod';"],
  'pure-below-the-interview': ['src/checklist/b.ts', "import 'xstate';"],
  'react-only-in-ui': ['src/texts/b.ts', "import 'react';"],
  'node-only-in-cli': ['src/texts/c.ts', "import 'node:fs';"],
  'data-comes-in-as-an-argument': ['src/texts/d.ts', "import '../../locales/en/ui.json';"],
  'no-test-code-in-the-program': ['scripts/a.ts', "import '../tests/support/a.ts';"],
  'no-scripts-in-the-program': ['src/cli/b.ts', "import '../../scripts/b.ts';"],
  'no-cycles': ['src/rules/d.ts', "import './e.ts';"],
};

/** What the offences import, and what is lawful: types of a schema, zod/mini, a second entry for those who read files. */
const AROUND: Readonly<Record<string, string>> = {
  'src/rules/e.ts': "import './d.ts';",
  'src/rules/inner.ts': '',
  'src/rules/parse.ts': "import 'zod'; import './schema/schema.ts';",
  'src/rules/schema/schema.ts': "import 'zod'; export type Schema = string;",
  'src/rules/lawful.ts': "import type { Schema } from './schema/schema.ts'; export const schema: Schema = '';",
  'src/cli/lawful.ts': "import 'node:fs'; import '../rules/parse.ts'; import '../check/index.ts';",
  'src/ui/lawful.ts': "import 'zod/mini'; import '../plans/index.ts'; import 'react';",
  'src/utils/index.ts': '',
  'locales/en/ui.json': '{}',
  'scripts/b.ts': "import '../src/cli/lawful.ts';",
  'tests/support/a.ts': '',
  ...Object.fromEntries(
    ['rules', 'assessment', 'checklist', 'texts', 'check', 'interview', 'plans', 'ui', 'cli'].map((layer) => [`src/${layer}/index.ts`, '']),
  ),
};

async function plantOffences(): Promise<readonly Violation[]> {
  const folder = mkdtempSync(join(tmpdir(), 'permiso-layers-'));
  try {
    const files = { ...AROUND, ...Object.fromEntries(Object.values(OFFENCES)) };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
    return await findViolations(folder, ['src', 'scripts']);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the layers', () => {
  it('hold in the source', async () => {
    expect(await findViolations(process.cwd(), ['src', 'scripts'])).toEqual([]);
  });
});

describe('the rules about layers', async () => {
  const violations = await plantOffences();

  it('are all tried here', () => {
    expect(forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(OFFENCES).sort());
  });

  it.each(Object.entries(OFFENCES))('include %s, which fires', (rule, [file]) => {
    expect(violations).toContainEqual({ rule, from: file });
  });

  it('leave alone what is lawful', () => {
    expect(violations.filter(({ from }) => from.includes('lawful'))).toEqual([]);
  });
});
