import { assess } from '../../src/assessment/index.ts';
import { readPack } from '../../src/cli/read-pack.ts';
import type { Plan } from '../../src/plans/index.ts';
import { createPlan } from '../../src/plans/index.ts';
import type { Answers, CompiledPack } from '../../src/rules/index.ts';
import { compilePack, parseDate } from '../../src/rules/index.ts';
import { readFileSync } from 'node:fs';

/** Read once for all tests of a file. */
const packs = new Map<string, CompiledPack>();

/** A pack, and a plan made from one of the scenarios. */
export function makePlan(
  scenario: string,
  own: Partial<Plan> = {},
): { plan: Plan; compiled: CompiledPack; today: number; answers: Answers } {
  const [country = ''] = scenario.split('/');
  const { answers, asOf } = JSON.parse(readFileSync(`tests/scenarios/${scenario}.json`, 'utf8')) as { answers: Answers; asOf: string };
  const compiled = packs.get(country) ?? compilePack(readPack('rules', country));
  packs.set(country, compiled);
  const today = parseDate(asOf)!;
  const plan = createPlan(
    'Farm case',
    { assessment: assess(compiled, answers, today), answers },
    { id: 'plan-0001', now: 1_800_000_000_000 },
  );
  return { plan: { ...plan, ...own }, compiled, today, answers };
}
