import type { Plan } from './plan.ts';
import { parsePlan, PLAN_FORMAT } from './plan.ts';

/** What the first line of an exported file says, so that a foreign file is told from a damaged one. */
const MARK = 'permiso-plans';
/** A file holds plans, and one takes a few kilobytes. */
const MOST_BYTES = 1_000_000;
/** Nesting of an exported file: file, plans, plan, progress, documents, document, value. */
const MOST_DEPTH = 8;
const MOST_PLANS = 500;

export type ImportProblem = 'tooLarge' | 'empty' | 'notJson' | 'tooDeep' | 'foreign' | 'newer' | 'damaged';
export type Imported =
  { plans: readonly Plan[]; /** Plans in the file that could not be read. */ damaged: number } | { problem: ImportProblem };

/** Plans as the text of a file, for another device or for keeping. */
export function formatPlanFile(plans: readonly Plan[]): string {
  return `${JSON.stringify({ file: MARK, format: PLAN_FORMAT, plans }, null, 2)}\n`;
}

/** Reads an exported file. Size and depth are checked before anything looks further into it. */
export function parsePlanFile(text: string): Imported {
  if (text.length > MOST_BYTES) return { problem: 'tooLarge' };
  if (text.trim() === '') return { problem: 'empty' };
  if (measureDepth(text) > MOST_DEPTH) return { problem: 'tooDeep' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Half an exported file is damaged; anything else was never one.
    return { problem: text.includes(MARK) ? 'damaged' : 'notJson' };
  }
  if (typeof json !== 'object' || json === null || !('file' in json) || json.file !== MARK) return { problem: 'foreign' };
  if (!('format' in json) || typeof json.format !== 'number') return { problem: 'damaged' };
  if (json.format > PLAN_FORMAT) return { problem: 'newer' };
  if (!('plans' in json) || !Array.isArray(json.plans) || json.plans.length > MOST_PLANS) return { problem: 'damaged' };
  const parsed = json.plans.map((plan: unknown, index) => parsePlan(plan, `plans.${index}`));
  const plans = parsed.flatMap((plan) => (plan.ok ? [plan.value] : []));
  if (plans.length === 0 && parsed.length > 0) return { problem: 'damaged' };
  return { plans, damaged: parsed.length - plans.length };
}

/** Deepest nesting of brackets outside strings, without parsing. */
function measureDepth(text: string): number {
  let [depth, deepest, isInString] = [0, 0, false];
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (isInString) {
      if (sign === '\\') index += 1;
      else if (sign === '"') isInString = false;
    } else if (sign === '"') isInString = true;
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, (depth += 1));
    else if (sign === '}' || sign === ']') depth -= 1;
  }
  return deepest;
}
