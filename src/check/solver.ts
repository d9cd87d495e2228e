import { init } from 'z3-solver';
import type { Arith, Bool, Context, Model, Solver as Z3Solver } from 'z3-solver';
import { PackBug } from '../rules/index.ts';

export type Z3 = Context<'permiso'>;
export type Formula = Bool<'permiso'>;
export type Term = Arith<'permiso'>;
export type SolverModel = Model<'permiso'>;

/** What the solver says; `unknown` when it ran out of its allowance of steps. */
export type SolverVerdict = 'sat' | 'unsat' | 'unknown';

/** Steps: the same question gets the same verdict on any machine … */
const ALLOWANCE = 2_000_000;
/** … unless a single step takes for ever, as months between two free dates can: then it is given up after some seconds. */
const MOST_MILLISECONDS = 2500;

/** A worker thread that can be told not to listen. */
type Deaf = { onmessage: () => void };

/** What is used of z3's WebAssembly module beside the API. */
type Module = {
  /** -1 = unsat, 0 = not known, 1 = sat. */
  readonly _Z3_solver_check: (context: unknown, solver: unknown) => number;
  readonly PThread: { readonly terminateAllThreads: () => void; readonly unusedWorkers: Deaf[]; readonly runningWorkers: Deaf[] };
};

const VERDICTS = new Map<number, SolverVerdict>([
  [-1, 'unsat'],
  [0, 'unknown'],
  [1, 'sat'],
]);

/**
 * A build of z3 (WebAssembly) with one context. Formulas are built through its API only: `eval_smtlib2_string` corrupts its input now
 * and then. Checks run on this thread: while the API's own `check` runs on another, JavaScript's garbage collector releases formulas
 * under its feet, and z3 ends with an assertion violation (seen after some 200 checks).
 */
export class SmtEngine {
  private constructor(
    readonly z3: Z3,
    private readonly module: Module,
  ) {}

  /** Starts z3: about 0.3 s. */
  static async start(): Promise<SmtEngine> {
    const { Context, em } = (await init()) as { Context: new (name: 'permiso') => Z3; em: Module };
    return new SmtEngine(new Context('permiso'), em);
  }

  createSolver(): SmtSolver {
    return new SmtSolver(this.z3, this.module);
  }

  /** Ends the worker threads, without which Node would not exit; what they still say of themselves is of no interest. */
  stop(): void {
    const { PThread } = this.module;
    const workers = [...PThread.unusedWorkers, ...PThread.runningWorkers];
    PThread.terminateAllThreads();
    for (const worker of workers) worker.onmessage = () => undefined;
  }
}

/** One growing set of assertions, and questions about it. */
export class SmtSolver {
  private readonly solver: Z3Solver<'permiso'>;
  /** Number of questions asked so far. */
  checks = 0;

  constructor(
    private readonly z3: Z3,
    private readonly module: Module,
  ) {
    this.solver = new z3.Solver();
    this.solver.set('rlimit', ALLOWANCE);
    this.solver.set('timeout', MOST_MILLISECONDS);
  }

  assert(formula: Formula): void {
    this.solver.add(formula);
  }

  /** Can all the formulas hold together with what was asserted? */
  ask(formulas: readonly Formula[]): { verdict: SolverVerdict; model?: SolverModel } {
    this.checks += 1;
    this.solver.push();
    for (const formula of formulas) this.solver.add(formula);
    const code = this.module._Z3_solver_check(this.z3.ptr, this.solver.ptr);
    const verdict = VERDICTS.get(code);
    if (verdict === undefined) throw new PackBug(`z3 answered ${code}`);
    const answer = verdict === 'sat' ? { verdict, model: this.solver.model() } : { verdict };
    this.solver.pop();
    return answer;
  }
}
