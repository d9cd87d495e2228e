import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Assessment } from '../../assessment/index.ts';
import { assess } from '../../assessment/index.ts';
import type { Answers, CompiledPack } from '../../rules/index.ts';
import { parseAnswers, parseDate } from '../../rules/index.ts';
import { BadInput, badCall, formatFault } from '../bad-input.ts';
import type { Output } from '../output.ts';
import { readCompiledPack, readJson } from '../read-pack.ts';
import type { Scenario } from '../scenario-schema.ts';
import { ScenarioSchema } from '../scenario-schema.ts';

/** `scenario <file or folder>…`: runs cases with expected results; the last line counts them. */
export function runScenarios(paths: readonly string[], rules: string, output: Output): number {
  if (paths.length === 0) throw badCall('scenario', 'a file or folder with scenarios', 'nothing');
  const packs = new Map<string, CompiledPack>();
  const getPack = (id: string): CompiledPack => {
    const pack = packs.get(id) ?? readCompiledPack(rules, id);
    packs.set(id, pack);
    return pack;
  };
  let passed = 0;
  let failed = 0;
  for (const file of paths.flatMap(listScenarioFiles)) {
    const failures = runScenario(file, getPack);
    for (const failure of failures) output.write(`${file}: ${failure}`);
    if (failures.length === 0) passed += 1;
    else failed += 1;
  }
  output.write(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

export function listScenarioFiles(path: string): readonly string[] {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch {
    throw badCall('scenario', 'a file or folder that exists', path);
  }
  if (!isFolder) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      if (entry.isDirectory()) return listScenarioFiles(join(path, entry.name));
      return entry.name.endsWith('.json') ? [join(path, entry.name)] : [];
    });
}

function runScenario(file: string, getPack: (id: string) => CompiledPack): readonly string[] {
  const parsed = ScenarioSchema.safeParse(readJson(file));
  if (!parsed.success) {
    throw new BadInput(
      parsed.error.issues.map((issue) => ({ file, path: issue.path.join('.'), expected: issue.message, found: issue.code })),
    );
  }
  const scenario = parsed.data;
  const compiled = getPack(scenario.country);
  const asOf = parseDate(scenario.asOf) ?? 0;
  const answers = parseAnswers(compiled, scenario.answers, 'answers', asOf);
  if (!answers.ok) return answers.faults.map(formatFault);
  return compareWithExpected(scenario, assess(compiled, answers.value satisfies Answers, asOf));
}

/** One line per expectation that the assessment does not meet. */
export function compareWithExpected({ expect }: Scenario, assessment: Assessment): readonly string[] {
  const failures: string[] = [];
  const equal = (what: string, expected: unknown, found: unknown): void => {
    if (JSON.stringify(expected) !== JSON.stringify(found))
      failures.push(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
  };
  if (expect.outcome !== undefined) equal('outcome', expect.outcome, assessment.outcome);
  if (expect.recommended !== undefined) equal('recommended', expect.recommended, assessment.recommended);
  for (const [id, verdict] of Object.entries(expect.routes ?? {})) {
    equal(`route ${id}`, verdict, assessment.routes.find((route) => route.id === id)?.verdict ?? 'no such route');
  }
  const lists = {
    documents: assessment.documents,
    blockers: assessment.blockers,
    warnings: assessment.warnings,
    fees: assessment.fees,
    steps: assessment.steps,
  };
  for (const [name, items] of Object.entries(lists)) {
    const expected = expect[name as keyof typeof lists];
    const found = items.filter((item) => !('status' in item) || item.status === 'required').map((item) => item.id);
    for (const id of expected?.include ?? []) if (!found.includes(id)) failures.push(`${name}: ${id} is missing`);
    for (const id of expected?.exclude ?? []) if (found.includes(id)) failures.push(`${name}: ${id} should not be there`);
  }
  if (expect.fees?.known) {
    const known = assessment.feeTotals.filter((total) => total.known > 0 || Object.hasOwn(expect.fees?.known ?? {}, total.currency));
    equal('fees known', sorted(expect.fees.known), sorted(Object.fromEntries(known.map((total) => [total.currency, total.known]))));
  }
  if (expect.fees?.unconfirmed) equal('fees unconfirmed', [...expect.fees.unconfirmed].sort(), [...assessment.unconfirmedFees].sort());
  return failures;
}

function sorted(record: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => a.localeCompare(b)));
}
