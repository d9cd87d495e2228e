import type { Pack } from '../rules/index.ts';
import type { CheckContext, CheckSettings } from './check-context.ts';
import { createContext } from './check-context.ts';
import type { Disagreement, Probe } from './compare-readings.ts';
import { compareOutcomesWithSolver, compareWithReference, compareWithSolver, listProbes } from './compare-readings.ts';
import type { Example, Finding, PropertyReport, Witness } from './finding.ts';
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
    proveReferences(pack, settings.countries),
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
    solverChecks: context.solverChecks,
  };
}

/** Engine, solver and reference interpreter must read every condition alike; a difference is a bug of the program and fails the check. */
function compareReadings(context: CheckContext): PropertyReport {
  const { compiled, digest, memo } = context;
  const keys = {
    name: (probe: Probe) => `reading ${probe.name} ${probe.route}`,
    restsOn: ({ when, route }: Probe) => [digest.space, route, digest.tree(when.tree)].join(' '),
  };
  const readings = memo.recallEach(listProbes(compiled), keys, (fresh) => {
    const disagreements = readBoth(context, fresh);
    return new Map(fresh.map((probe) => [probe, disagreements.filter(({ name }) => name === probe.name)]));
  });
  const outcomes = memo.recall('reading outcomes', digest.routes, () => readOutcomes(context));
  const findings = [...[...readings.values()].flat(), ...outcomes].slice(0, 5).map(({ name, witness, engine, other, reader }): Finding => ({
    severity: 'error',
    message: 'readingsDiffer',
    values: { name, engine, other, reader },
    witness,
  }));
  const figures = { conditions: readings.size, solverCases: SOLVER_CASES, referenceCases: REFERENCE_CASES };
  return { property: 'agreement', findings, provers: ['engine', 'solver', 'reference'], figures };
}

/** Some conditions by the engine and by both other readers. */
function readBoth(context: CheckContext, probes: readonly Probe[]): readonly Disagreement[] {
  const { compiled, drawer, random, smt, settings } = context;
  const bySolver = smt.freer.length === 0 ? compareWithSolver(settings.engine, smt, drawCases(context), probes) : [];
  const run = { compiled, drawer, random, cases: REFERENCE_CASES, probesPerCase: Math.min(PROBES, probes.length), probes };
  return [...bySolver, ...compareWithReference(run).disagreements];
}

function readOutcomes(context: CheckContext): readonly Disagreement[] {
  const { smt, settings } = context;
  return smt.freer.length === 0 ? compareOutcomesWithSolver(settings.engine, smt, drawCases(context)) : [];
}

/** Complete answer sets, half of them with some "I don't know". */
function drawCases({ drawer, samples }: CheckContext): readonly Witness[] {
  drawer.unknownShare = 0.2;
  const doubtful = Array.from({ length: SOLVER_CASES / 2 }, () => drawer.draw()).filter((drawn) => drawn !== undefined);
  drawer.unknownShare = 0;
  return [...samples.slice(0, SOLVER_CASES / 2), ...doubtful];
}
