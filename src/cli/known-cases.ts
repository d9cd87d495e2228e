import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Assessment } from '../assessment/index.ts';
import { assess } from '../assessment/index.ts';
import type { CompiledPack } from '../rules/index.ts';
import { parseAnswers, parseDate } from '../rules/index.ts';
import { BadInput, badCall, formatFault } from './bad-input.ts';
import { readJson } from './read-pack.ts';
import type { Scenario } from './scenario-schema.ts';
import { ScenarioSchema } from './scenario-schema.ts';

/** A scenario and the file it stands in. */
export type KnownCase = { readonly file: string; readonly scenario: Scenario };

/** The known cases of a pack, from `tests/scenarios`; none for a pack that has no folder there. @throws {BadInput} for a file that is no case */
export function readKnownCases(pack: string): readonly KnownCase[] {
  const folder = join('tests/scenarios', pack);
  return existsSync(folder) ? listScenarioFiles(folder).map((file) => ({ file, scenario: readScenario(file) })) : [];
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

/** @throws {BadInput} for a file that is no case */
export function readScenario(file: string): Scenario {
  const parsed = ScenarioSchema.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  throw new BadInput(
    parsed.error.issues.map((issue) => ({ file, path: issue.path.join('.'), expected: issue.message, found: issue.code })),
  );
}

/** One line per expectation that a pack does not meet, or per answer that it does not take. */
export function failuresOf(scenario: Scenario, compiled: CompiledPack): readonly string[] {
  const asOf = parseDate(scenario.asOf) ?? 0;
  const answers = parseAnswers(compiled, scenario.answers, 'answers', asOf);
  if (!answers.ok) return answers.faults.map(formatFault);
  return compareWithExpected(scenario, assess(compiled, answers.value, asOf));
}

function compareWithExpected({ expect }: Scenario, assessment: Assessment): readonly string[] {
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
