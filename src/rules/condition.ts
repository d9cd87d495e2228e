/**
 * Conditions and expressions as a small typed tree.
 *
 * The JSON of a pack is written for people; this tree is written for programs: the evaluator, the provers and
 * the sentences of the rulebook all read it, so a condition can mean only one thing.
 */
export type Literal = string | number | boolean;
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Condition =
  | { kind: 'constant'; value: boolean }
  | { kind: 'all'; of: readonly Condition[] }
  | { kind: 'any'; of: readonly Condition[] }
  | { kind: 'not'; of: Condition }
  | { kind: 'named'; id: string }
  | { kind: 'route'; ids: readonly string[] }
  /** The answer is one of the values. `group` names the country group that they come from. */
  | { kind: 'member'; question: string; values: readonly Literal[]; group?: string }
  /** At least one of the options was chosen in a question of the type "any that apply". */
  | { kind: 'includes'; question: string; options: readonly string[] }
  | { kind: 'compare'; left: Expression; comparison: Comparison; right: Expression };

export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'day'; value: number }
  | { kind: 'asOf' }
  | { kind: 'answer'; question: string }
  | { kind: 'derived'; id: string }
  | { kind: 'chosen'; question: string }
  | { kind: 'arithmetic'; operator: 'plus' | 'minus' | 'times' | 'dividedBy' | 'least' | 'greatest'; of: readonly Expression[] }
  | { kind: 'round'; direction: 'up' | 'down'; of: Expression }
  | { kind: 'if'; condition: Condition; then: Expression; else: Expression }
  | { kind: 'lookup'; of: Expression; rows: readonly (readonly [number, number])[]; else?: Expression }
  | { kind: 'shift'; of: Expression; months: number; days: number; workingDays: number }
  | { kind: 'between'; unit: 'days' | 'months' | 'begunMonths'; from: Expression; to: Expression };

export const ALWAYS: Condition = { kind: 'constant', value: true };

/** Joins conditions that must all hold. */
export function allOf(conditions: readonly Condition[]): Condition {
  const parts = conditions.filter((part) => !(part.kind === 'constant' && part.value));
  if (parts.length === 0) return ALWAYS;
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'all', of: parts };
}

/** Joins conditions of which one must hold. */
export function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.some((part) => part.kind === 'constant' && part.value)) return ALWAYS;
  const parts = conditions.filter((part) => part.kind !== 'constant');
  const [only] = parts;
  if (parts.length === 0 || !only) return { kind: 'constant', value: false };
  return parts.length === 1 ? only : { kind: 'any', of: parts };
}

/** Visits every condition and expression below `root`, the root included; does not enter named conditions. */
export function walk(root: Condition | Expression, visit: (node: Condition | Expression) => void): void {
  visit(root);
  for (const child of childrenOf(root)) walk(child, visit);
}

function childrenOf(node: Condition | Expression): readonly (Condition | Expression)[] {
  switch (node.kind) {
    case 'all':
    case 'any':
    case 'arithmetic':
      return node.of;
    case 'not':
    case 'round':
    case 'shift':
      return [node.of];
    case 'compare':
      return [node.left, node.right];
    case 'between':
      return [node.from, node.to];
    case 'if':
      return [node.condition, node.then, node.else];
    case 'lookup':
      return node.else ? [node.of, node.else] : [node.of];
    default:
      return [];
  }
}
