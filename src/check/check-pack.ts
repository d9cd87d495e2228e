import type { Pack } from '../rules/index.ts';
import type { CheckContext, CheckSettings } from './check-context.ts';
import { createContext } from './check-context.ts';
import { compareWithReference, compareWithSolver } from './compare-readings.ts';
import type { Example, Finding, PropertyReport } from './finding.ts';
import { holds } from './finding.ts';
import { proveAlive } from './properties/alive.ts';
import { proveBoundaries } from './properties/boundaries.ts';
import { proveFreeOfContradictions } from './properties/contradictions.ts';
import { proveDates, proveMoney, proveReferences } from './properties/data.ts';
import { proveInterview } from './properties/interview.ts';
import { proveOrder } from './properties/order.ts';
import { proveQuestionsEarnTheirPlace } from './properties/questions.ts';
import { proveTotal } from './properties/total.ts';

/** Everything that was proven, and what was not. */
export type PackReport = {
  readonly pack: string;
  readonly version: string;
  readonly reports: readonly PropertyReport[];
  /** One case for each rule in which it occurs. */
  readonly examples: readonly Example[];
  readonly sound: boolean;
  /** Questions put to the solver. */
  readonly solverChecks: number;
};

const SOLVER_CASES = 120;
const REFERENCE_CASES = 400;
const PROBES = 12;

/** Proves a pack, property by property. */
export function checkPack(pack: Pack, settings: CheckSettings): PackReport {
  const context = createContext(pack, settings);
  const alive = proveAlive(context);
  const reports = [
    proveTotal(context),
    proveFreeOfContradictions(context),
    alive.report,
    proveQuestionsEarnTheirPlace(context),
    proveInterview(context),
    proveBoundaries(context),
    proveOrder(context),
    proveReferences(pack),
    proveMoney(pack),
    proveDates(pack, settings.today),
    compareReadings(context),
  ];
  return {
    pack: pack.id,
    version: pack.version,
    reports,
    examples: alive.examples,
    sound: reports.every(holds),
    solverChecks: context.solver.checks,
  };
}

/** Engine, solver and reference interpreter must read every condition alike; a difference is a bug of the program and fails the check. */
function compareReadings(context: CheckContext): PropertyReport {
  const { compiled, drawer, random, samples, smt, settings } = context;
  drawer.unknownShare = 0.2;
  const doubtful = Array.from({ length: SOLVER_CASES / 2 }, () => drawer.draw()).filter((drawn) => drawn !== undefined);
  drawer.unknownShare = 0;
  const cases = [...samples.slice(0, SOLVER_CASES / 2), ...doubtful];
  const bySolver = smt.freer.length === 0 ? compareWithSolver(settings.engine, smt, cases) : [];
  const byReference = compareWithReference({ compiled, drawer, random, cases: REFERENCE_CASES, probesPerCase: PROBES });
  const findings = [...bySolver, ...byReference.disagreements].slice(0, 5).map(({ name, witness, engine, other, reader }): Finding => ({
    severity: 'error',
    message: 'readingsDiffer',
    values: { name, engine, other, reader },
    witness,
  }));
  return {
    property: 'agreement',
    findings,
    provers: ['engine', 'solver'],
    figures: { solverCases: cases.length, referenceCases: byReference.compared },
  };
}
