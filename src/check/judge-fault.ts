import type { Answers, CompiledPack, Pack } from '../rules/index.ts';
import { compilePack } from '../rules/index.ts';
import type { Common } from '../rules/parse.ts';
import { parsePack } from '../rules/parse.ts';
import type { CheckSettings } from './check-context.ts';
import { createContext } from './check-context.ts';
import type { Group } from './diff-packs.ts';
import { DiffSpace } from './diff-packs.ts';
import type { Witness } from './finding.ts';
import type { PlantedFault } from './plant-faults.ts';
import { proveAlive } from './properties/alive.ts';
import { proveDates, proveMoney, proveReferences } from './properties/data.ts';
import { findChangedRules } from './rule-meaning.ts';
import type { Summary } from './summarise.ts';
import { sameSummary, summarise } from './summarise.ts';

/** Who caught a fault, or why it may go uncaught. */
export type FaultVerdict =
  { readonly caughtBy: 'link' | 'check' | 'scenarios' | 'diff' | 'proof' } | { readonly survives: 'equivalent' | 'harmless' | 'unproved' };

/** A scenario of the pack: its answers, and whether a pack still gives what it expects. */
export type ScenarioCase = { readonly answers: Answers; readonly asOf: number; readonly passes: (compiled: CompiledPack) => boolean };

type JudgeSettings = {
  readonly settings: CheckSettings;
  readonly common: Common;
  readonly scenarios: readonly ScenarioCase[];
  /** What is wrong with the texts of a pack. */
  readonly listTextFaults: (pack: Pack) => readonly string[];
};

type Known = { readonly witness: Witness; readonly summary: Summary };

const RANDOM_CASES = 1200;

/** Holds the sound pack with its examples and scenarios against packs with planted faults. */
export class FaultJudge {
  private readonly base: CompiledPack;
  private readonly known: readonly Known[];
  private readonly scenarios: readonly (ScenarioCase & { summary: Summary })[];
  private readonly knownErrors: ReadonlySet<string>;

  private constructor(
    private readonly pack: Pack,
    private readonly given: JudgeSettings & { readonly witnesses: readonly Witness[] },
  ) {
    this.base = compilePack(pack);
    this.known = given.witnesses.map((witness) => ({ witness, summary: summarise(this.base, witness.answers, witness.asOf) }));
    this.scenarios = given.scenarios.map((scenario) => ({ ...scenario, summary: summarise(this.base, scenario.answers, scenario.asOf) }));
    this.knownErrors = new Set(this.listErrors(pack));
  }

  /** Collects the examples of all rules first: cases in which each rule occurs. */
  static prepare(pack: Pack, given: JudgeSettings): FaultJudge {
    const context = createContext(pack, given.settings);
    const { examples } = proveAlive(context);
    const doubtful = context.samples.slice(0, RANDOM_CASES / 4).map(({ answers, asOf }) => ({ asOf, answers: doubt(answers, pack) }));
    const witnesses = [...examples.map(({ witness }) => witness), ...context.samples.slice(0, RANDOM_CASES), ...doubtful];
    return new FaultJudge(pack, { ...given, witnesses });
  }

  judge(fault: PlantedFault): FaultVerdict {
    const parsed = parsePack(this.pack.id, fault.files, this.given.common);
    if (!parsed.ok) return { caughtBy: 'link' };
    const mutant = parsed.value;
    const compiled = compilePack(mutant);
    if (this.listErrors(mutant).some((error) => !this.knownErrors.has(error))) return { caughtBy: 'check' };
    if (this.failsScenario(compiled)) return { caughtBy: 'scenarios' };
    if (this.known.some(({ witness, summary }) => !sameSummary(summary, summarise(compiled, witness.answers, witness.asOf))))
      return { caughtBy: 'diff' };
    return this.prove(mutant);
  }

  /** Errors that need no search: references, money, dates, texts. */
  private listErrors(pack: Pack): readonly string[] {
    const { settings, listTextFaults } = this.given;
    const findings = [proveReferences(pack, settings.countries), proveMoney(pack), proveDates(pack, settings.today)].flatMap(
      ({ findings }) =>
        findings.filter(({ severity }) => severity === 'error').map(({ message, values }) => `${message} ${JSON.stringify(values)}`),
    );
    return [...findings, ...listTextFaults(pack)];
  }

  /** Only scenarios whose result changes at all are run in full. */
  private failsScenario(compiled: CompiledPack): boolean {
    return this.scenarios.some(
      ({ answers, asOf, summary, passes }) => !sameSummary(summary, summarise(compiled, answers, asOf)) && !passes(compiled),
    );
  }

  private prove(mutant: Pack): FaultVerdict {
    const space = new DiffSpace(this.pack, mutant, this.given.settings);
    const groups = new Map<string, Group>();
    space.addAnswerChanges(groups);
    if (groups.size > 0) return { caughtBy: 'diff' };
    const rules = findChangedRules(space.before, space.after);
    if (rules.length === 0) return { survives: 'harmless' };
    const { proved } = space.prove(rules, groups);
    if (groups.size > 0) return { caughtBy: 'proof' };
    return { survives: proved ? 'equivalent' : 'unproved' };
  }
}

/** Every fifth answer becomes "I don't know" where that is allowed. */
function doubt(answers: Answers, pack: Pack): Answers {
  return Object.fromEntries(
    pack.questions.map((question, index) => [
      question.id,
      question.unknown !== false && index % 5 === 0 ? 'unknown' : (answers[question.id] ?? 'unknown'),
    ]),
  );
}
