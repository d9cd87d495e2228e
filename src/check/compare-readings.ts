import { chooseOutcome, judgeRoutes } from '../assessment/index.ts';
import type { Compiled, CompiledPack, Truth } from '../rules/index.ts';
import { createState, truthOf } from '../rules/index.ts';
import type { AnswerDrawer } from './draw-answers.ts';
import type { Witness } from './finding.ts';
import { ITEM_KINDS } from './list-trees.ts';
import type { Random } from './random.ts';
import { evaluateByReference } from './reference.ts';
import type { SmtPack } from './smt-pack.ts';
import type { Formula, SmtEngine, SolverModel } from './solver.ts';

/** A condition on a route, with a name to report it by. */
export type Probe = { readonly name: string; readonly when: Compiled; readonly route: string };

/** Two readings of the same condition that differ: a bug of the program, never of the pack. */
export type Disagreement = {
  readonly name: string;
  readonly witness: Witness;
  readonly engine: string;
  readonly other: string;
  readonly reader: 'solver' | 'reference';
};

/** Every different condition once: most items say the same on many routes. */
export function listProbes(compiled: CompiledPack): readonly Probe[] {
  const probes = compiled.routes.flatMap((route) => {
    const at = route.route.id;
    const items = ITEM_KINDS.flatMap((kind) => route[kind].map(({ item, when }) => ({ name: `${kind}/${item.id}`, when, route: at })));
    return [{ name: `routes/${at}`, when: route.when, route: at }, ...items].filter(({ when }) => when.tree.kind !== 'constant');
  });
  const different = new Map(
    probes.map((probe) => {
      const text = JSON.stringify(probe.when.tree);
      return [text.includes('"kind":"route"') ? `${probe.route} ${text}` : text, probe];
    }),
  );
  return [...different.values()];
}

/**
 * Reads conditions of a pack with the solver's formulas and with the engine, on complete answer sets. One formula states that all
 * conditions agree, so that a case costs one evaluation.
 */
export function compareWithSolver(
  engine: SmtEngine,
  smt: SmtPack,
  cases: readonly Witness[],
  conditions: readonly Probe[] = listProbes(smt.compiled),
): readonly Disagreement[] {
  const { z3 } = engine;
  const { compiled } = smt;
  const routes = new Map(compiled.routes.map((route) => [route.route.id, route]));
  const probes = conditions.map((probe, index) => {
    const rails = smt.read(probe.when.tree, routes.get(probe.route)?.route.id);
    const [t, f] = [z3.Bool.const(`engine ${index} true`), z3.Bool.const(`engine ${index} false`)];
    return { ...probe, rails, t, f, declareTrue: t.decl(), declareFalse: f.decl() };
  });
  const yes = z3.Bool.val(true);
  const agree = z3.And(yes, ...probes.flatMap(({ rails, t, f }) => [z3.Iff(rails.t, t), z3.Iff(rails.f, f)]));
  return cases.flatMap((witness): Disagreement[] => {
    const { model, isTrue } = modelOf(engine, smt, witness);
    const state = createState(compiled, witness.answers, witness.asOf);
    for (const probe of probes) {
      state.route = probe.route;
      const truth = truthOf(probe.when.node.evaluate(state));
      if (truth === 'true') model.updateValue(probe.declareTrue, yes);
      if (truth === 'false') model.updateValue(probe.declareFalse, yes);
    }
    const differing = isTrue(agree)
      ? []
      : probes.filter(({ rails, t, f }) => isTrue(rails.t) !== isTrue(t) || isTrue(rails.f) !== isTrue(f));
    return differing.map(({ name, rails, t, f }) => ({
      name,
      witness,
      reader: 'solver',
      engine: railsText(isTrue(t), isTrue(f)),
      other: railsText(isTrue(rails.t), isTrue(rails.f)),
    }));
  });
}

/** Reads the outcome of complete answer sets with the solver's formulas, of which at most one holds by their making, and with the engine. */
export function compareOutcomesWithSolver(engine: SmtEngine, smt: SmtPack, cases: readonly Witness[]): readonly Disagreement[] {
  const outcomes = new Map<string, Formula>(Object.entries(smt.outcomes()));
  return cases.flatMap((witness): Disagreement[] => {
    const { isTrue } = modelOf(engine, smt, witness);
    const own = outcomeOf(smt.compiled, witness);
    const formula = outcomes.get(own);
    if (formula && isTrue(formula)) return [];
    const other = [...outcomes].find(([, otherFormula]) => isTrue(otherFormula))?.[0] ?? '';
    return [{ name: 'outcome', witness, reader: 'solver', engine: own, other }];
  });
}

/** A set of answers as a model, in which formulas can be read. */
function modelOf(
  { z3 }: SmtEngine,
  smt: SmtPack,
  { answers, asOf }: Witness,
): { model: SolverModel; isTrue: (formula: Formula) => boolean } {
  const model = new z3.Model();
  smt.answers.fix(answers, asOf, smt.compiled.pack.questions, model);
  return { model, isTrue: (formula) => model.eval(formula, true).toString() === 'true' };
}

const railsText = (t: boolean, f: boolean): Truth | 'both' => (t && f ? 'both' : t ? 'true' : f ? 'false' : 'unknown');

function outcomeOf(compiled: CompiledPack, { answers, asOf }: Witness): string {
  return chooseOutcome(judgeRoutes(compiled, createState(compiled, answers, asOf))).outcome;
}

/** What a comparison with the reference interpreter needs. */
export type ReferenceRun = {
  readonly compiled: CompiledPack;
  readonly drawer: AnswerDrawer;
  readonly random: Random;
  readonly cases: number;
  readonly probesPerCase: number;
  /** The conditions to choose from; all by default. */
  readonly probes?: readonly Probe[];
};

/** Reads randomly chosen conditions with the reference interpreter and with the engine, on full and on partial answer sets in turn. */
export function compareWithReference({ compiled, drawer, random, cases, probesPerCase, probes = listProbes(compiled) }: ReferenceRun): {
  compared: number;
  disagreements: readonly Disagreement[];
} {
  const disagreements: Disagreement[] = [];
  let compared = 0;
  for (let index = 0; index < cases; index += 1) {
    drawer.unknownShare = index % 4 === 0 ? 0.2 : 0;
    const drawn = drawer.draw();
    if (!drawn) continue;
    const witness = index % 2 === 0 ? drawn : dropSome(drawn, random);
    const state = createState(compiled, witness.answers, witness.asOf);
    for (let count = 0; count < probesPerCase; count += 1) {
      const probe = probes[Math.floor(random() * probes.length)];
      if (!probe) continue;
      state.route = probe.route;
      const own = truthOf(probe.when.node.evaluate(state));
      const other = evaluateByReference(probe.when.tree, { compiled, ...witness, route: probe.route });
      compared += 1;
      if (own !== other) disagreements.push({ name: probe.name, witness, engine: own, other, reader: 'reference' });
    }
  }
  drawer.unknownShare = 0;
  return { compared, disagreements };
}

function dropSome({ answers, asOf }: Witness, random: Random): Witness {
  const share = random();
  return { answers: Object.fromEntries(Object.entries(answers).filter(() => random() > share)), asOf };
}
