import type { Answers } from '../rules/index.ts';

/** A concrete case: anybody can type it in and see the same. */
export type Witness = {
  readonly answers: Answers;
  /** Days since 1970-01-01. */
  readonly asOf: number;
};

/** `error`: the pack is not sound. `warning`: somebody should look at it. `note`: worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/**
 * Who vouches for a verdict: the production evaluator, the SMT solver, the reference interpreter, or the shape of the data alone. `witness`: every claim is "this
 * can be", and a case that shows it was replayed on the engine, so no second prover is needed.
 */
export type Prover = 'engine' | 'solver' | 'reference' | 'structure' | 'witness';

/** One thing that check found. The sentence is `findings.<message>` in `locales/<language>/check.json`. */
export type Finding = {
  readonly severity: Severity;
  readonly message: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly witness?: Witness;
  /** Rules whose reasons stand side by side in a contradiction, or that come nearest to closing a gap. */
  readonly nearest?: readonly { readonly id: string; readonly because: Answers }[];
};

export const PROPERTIES = [
  'total',
  'contradictions',
  'alive',
  'questions',
  'interview',
  'boundaries',
  'order',
  'references',
  'money',
  'dates',
  'agreement',
] as const;
export type PropertyId = (typeof PROPERTIES)[number];

/** What became of one property of one pack. */
export type PropertyReport = {
  readonly property: PropertyId;
  readonly findings: readonly Finding[];
  readonly provers: readonly Prover[];
  /** Figures for the report line: cases tried, goals, nodes … The sentence is `figures.<property>`. */
  readonly figures: Readonly<Record<string, string | number>>;
};

export function holds(report: PropertyReport): boolean {
  return !report.findings.some((finding) => finding.severity === 'error');
}

/** The example that is shown for a rule: a case in which it occurs. */
export type Example = { readonly kind: string; readonly id: string; readonly witness: Witness };
