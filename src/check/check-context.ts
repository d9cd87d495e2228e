import type { CompiledPack, Pack } from '../rules/index.ts';
import { chooseOutcome, judgeRoutes } from '../assessment/index.ts';
import { compilePack, createState, parseDate } from '../rules/index.ts';
import type { AnswerClasses } from './answer-classes.ts';
import { classifyAnswers } from './answer-classes.ts';
import { AnswerDrawer } from './draw-answers.ts';
import type { Witness } from './finding.ts';
import { ProofMemo } from './proof-memo.ts';
import type { Random } from './random.ts';
import { createRandom } from './random.ts';
import { RuleDigest } from './rule-digest.ts';
import { SmtAnswers } from './smt-answers.ts';
import { SmtPack } from './smt-pack.ts';
import type { Formula, SmtEngine, SmtSolver, SolverVerdict } from './solver.ts';
import { treesOfAmount } from './list-trees.ts';

/** What a check is given from outside: no clock, no files in here. */
export type CheckSettings = {
  /** Every nationality that can be chosen. */
  readonly countries: readonly string[];
  /** Days since 1970-01-01. */
  readonly today: number;
  readonly engine: SmtEngine;
  /** Proofs of an earlier version of the pack, where there was one. */
  readonly memo?: ProofMemo;
};

/** The outcome of a sample, and the route that gave it. */
type OutcomeChoice = { readonly outcome: string; readonly recommended: string | undefined };

const SEED = 20261127;
const SAMPLES = 3000;

/** Everything that the properties of one pack share: the answer space, samples of it, and the pack in the solver. */
export type CheckContext = {
  readonly pack: Pack;
  readonly compiled: CompiledPack;
  readonly settings: CheckSettings;
  readonly classes: AnswerClasses;
  /** Days of assessment that are tried: from the review to the next one, and both sides of every change in force. */
  readonly days: readonly number[];
  readonly random: Random;
  readonly drawer: AnswerDrawer;
  /** Complete answer sets without "I don't know". */
  readonly samples: readonly Witness[];
  /** What the samples lead to, in the same order. */
  readonly choices: readonly OutcomeChoice[];
  readonly digest: RuleDigest;
  readonly memo: ProofMemo;
  readonly smt: SmtPack;
  /** Knows the answer space and its limits; the rest is asked. */
  readonly solver: SmtSolver;
  /** Questions put to the solver so far. */
  readonly solverChecks: number;
};

export function createContext(pack: Pack, settings: CheckSettings): CheckContext {
  const compiled = compilePack(pack);
  const days = listDays(compiled);
  const classes = classifyAnswers([compiled], settings.countries, days[0] ?? settings.today);
  const random = createRandom(SEED);
  const drawer = new AnswerDrawer({ compiled, classes, days, random });
  const memo = settings.memo ?? new ProofMemo();
  const digest = new RuleDigest(compiled, days, (text) => memo.shorten(text));
  const samples = memo.recall('samples', digest.space, () => drawSamples(compiled, drawer));
  const prover = new LazyProver(settings.engine, compiled, { classes, days });
  return {
    pack,
    compiled,
    settings,
    classes,
    days,
    random,
    drawer,
    samples,
    get choices() {
      return memo.recall('choices', digest.routes, () =>
        samples.map(({ answers, asOf }) => {
          const { outcome, recommended } = chooseOutcome(judgeRoutes(compiled, createState(compiled, answers, asOf)));
          return { outcome, recommended: recommended?.route.route.id };
        }),
      );
    },
    digest,
    memo,
    get smt() {
      return prover.smt;
    },
    get solver() {
      return prover.solver;
    },
    get solverChecks() {
      return prover.checks;
    },
  };
}

/** The pack in the solver, put there when the first question is asked: most edits need none. */
class LazyProver {
  private started: { readonly smt: SmtPack; readonly solver: SmtSolver } | undefined;

  constructor(
    private readonly engine: SmtEngine,
    private readonly compiled: CompiledPack,
    private readonly space: { readonly classes: AnswerClasses; readonly days: readonly number[] },
  ) {}

  get smt(): SmtPack {
    return this.start().smt;
  }

  get solver(): SmtSolver {
    return this.start().solver;
  }

  get checks(): number {
    return this.started?.solver.checks ?? 0;
  }

  private start(): { readonly smt: SmtPack; readonly solver: SmtSolver } {
    if (this.started) return this.started;
    const { classes, days } = this.space;
    const answers = new SmtAnswers(this.engine, {
      classes,
      days: [Math.min(...days), Math.max(...days)],
      prefix: `${this.compiled.pack.id} `,
    });
    const smt = new SmtPack(this.engine, this.compiled, answers);
    const solver = this.engine.createSolver();
    const lawful = smt.lawful();
    for (const formula of answers.domain.splice(0)) solver.assert(formula);
    solver.assert(lawful);
    this.started = { smt, solver };
    return this.started;
  }
}

/** Half of the cases at random, half steered towards one route each, so that narrow routes are met as well. */
function drawSamples(compiled: CompiledPack, drawer: AnswerDrawer): readonly Witness[] {
  const samples: Witness[] = [];
  for (let index = 0; index < SAMPLES; index += 1) {
    const route = compiled.routes[(index >> 1) % compiled.routes.length];
    const drawn =
      index % 2 === 0 || !route
        ? drawer.draw()
        : drawer.drawTowards([route.when.tree, ...route.blockers.map(({ when }) => ({ kind: 'not' as const, of: when.tree }))]);
    if (drawn) samples.push(drawn);
  }
  return samples;
}

/** The days on which the pack may say something else than on the day before, within the time it is reviewed for. */
function listDays({ pack, routes }: CompiledPack): readonly number[] {
  const first = parseDate(pack.reviewedOn) ?? 0;
  const last = parseDate(pack.reviewBy) ?? first + 365;
  const items = [
    pack.routes,
    pack.blockers,
    pack.warnings,
    pack.documents,
    pack.fees,
    pack.steps,
    pack.deadlines,
    pack.duties,
  ].flat() as readonly { from?: string; until?: string }[];
  const changes = items.flatMap(({ from, until }) => [from ? parseDate(from) : undefined, until ? (parseDate(until) ?? 0) + 1 : undefined]);
  const tariffs = routes.flatMap((route) =>
    route.fees.flatMap((fee) =>
      fee.amount.kind === 'tariff' && treesOfAmount(fee.amount)[0]?.kind === 'asOf' ? fee.amount.periods.map((period) => period.from) : [],
    ),
  );
  const edges = [...changes, ...tariffs]
    .filter((day) => day !== undefined && Number.isFinite(day) && day > first && day < last + 1000)
    .flatMap((day) => [(day as number) - 1, day as number]);
  return [...new Set([first, ...edges, last])].sort((a, b) => a - b);
}

/** Asks the solver for a case in which all formulas hold, "I don't know" excluded unless asked for. */
export function askForCase(
  context: CheckContext,
  formulas: readonly Formula[],
  withUnknowns = false,
): { verdict: SolverVerdict; witness?: Witness } {
  const { smt, solver, pack } = context;
  const added = smt.answers.domain.splice(0);
  for (const formula of added) solver.assert(formula);
  const space = withUnknowns ? [] : [smt.noUnknowns()];
  const { verdict, model } = solver.ask([...space, ...formulas]);
  return model ? { verdict, witness: smt.answers.read(model, pack.questions) } : { verdict };
}
