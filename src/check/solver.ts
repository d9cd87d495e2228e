import { init } from 'z3-solver';
import type { Arith, Bool, Context, Model, Solver as Z3Solver } from 'z3-solver';

export type Z3 = Context<'permiso'>;
export type Formula = Bool<'permiso'>;
export type Term = Arith<'permiso'>;
export type SolverModel = Model<'permiso'>;

/** What the solver says; `unknown` when it ran out of its allowance of steps. */
export type SolverVerdict = 'sat' | 'unsat' | 'unknown';

/** Steps, not seconds: the same question always gets the same verdict, on any machine. */
const ALLOWANCE = 40_000_000;

/** A build of z3 (WebAssembly) with one context. Formulas are built through its API only: `eval_smtlib2_string` corrupts its input now and then. */
export class SmtEngine {
  private constructor(
    readonly z3: Z3,
    private readonly stopThreads: () => void,
  ) {}

  /** Starts z3: about 0.3 s. */
  static async start(): Promise<SmtEngine> {
    const { Context, em } = (await init()) as { Context: new (name: 'permiso') => Z3; em: { PThread: { terminateAllThreads: () => void } } };
    return new SmtEngine(new Context('permiso'), () => { em.PThread.terminateAllThreads(); });
  }

  createSolver(): SmtSolver {
    return new SmtSolver(this.z3);
  }

  /** Ends the worker threads, without which Node would not exit. */
  stop(): void {
    this.stopThreads();
  }
}

/** One growing set of assertions, and questions about it. */
export class SmtSolver {
  private readonly solver: Z3Solver<'permiso'>;
  /** Number of questions asked so far. */
  checks = 0;

  constructor(z3: Z3) {
    this.solver = new z3.Solver();
    this.solver.set('rlimit', ALLOWANCE);
  }

  assert(formula: Formula): void {
    this.solver.add(formula);
  }

  /** Can all the formulas hold together with what was asserted? */
  async ask(formulas: readonly Formula[]): Promise<{ verdict: SolverVerdict; model?: SolverModel }> {
    this.checks += 1;
    this.solver.push();
    for (const formula of formulas) this.solver.add(formula);
    const verdict = await this.solver.check();
    const answer = verdict === 'sat' ? { verdict, model: this.solver.model() } : { verdict };
    this.solver.pop();
    return answer;
  }
}
