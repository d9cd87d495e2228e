import { judgeRoutes } from '../../assessment/index.ts';
import type { Compiled, CompiledAmount, CompiledRoute, Condition, Possible, State } from '../../rules/index.ts';
import { createState, FALSE, TRUE } from '../../rules/index.ts';
import { searchFor } from '../branch-and-bound.ts';
import type { CheckContext } from '../check-context.ts';
import { askForCase } from '../check-context.ts';
import type { Example, Finding, PropertyReport, Witness } from '../finding.ts';
import { ITEM_KINDS, readsAsOf } from '../list-trees.ts';
import type { Formula } from '../solver.ts';

/** Something that must be able to occur: it does where, on one of these routes, all conditions hold. */
type Goal = {
  readonly kind: string;
  readonly id: string;
  /** The clause or the case of a fee, counted from 1. */
  readonly part?: number;
  readonly cases: readonly GoalCase[];
};

/** Where a goal occurs: on this route, while all `needs` are true and none of `denies` is. */
type GoalCase = { readonly route: CompiledRoute; readonly needs: readonly Compiled[]; readonly denies: readonly Compiled[] };

const GUIDED_TRIES = 300;
const MOST_NODES = 1500;

/** What became of a goal. */
type Fate =
  | { readonly kind: 'alive'; readonly witness: Witness; readonly by: 'sample' | 'guide' | 'solver' }
  | { readonly kind: 'dead'; readonly confirmed: boolean }
  | { readonly kind: 'undecided' }
  | { readonly kind: 'disagreement'; readonly witness: Witness };

/** Every route, blocker, warning, document, fee, step, deadline and duty can occur, in every clause; the witness is kept as its example. */
export function proveAlive(context: CheckContext): { report: PropertyReport; examples: readonly Example[] } {
  const { digest, memo } = context;
  const goals = listGoals(context);
  const keys = {
    name: ({ kind, id, part }: Goal) => `alive ${kind} ${id} ${part ?? ''}`,
    restsOn: ({ kind, cases }: Goal) =>
      [digest.space, ...cases.map((entry) => (kind === 'routes' ? digest.route(entry.route) : textOfCase(context, entry)))].join('\n'),
  };
  const fates = memo.recallEach(goals, keys, (fresh) => proveGoals(context, fresh));
  const all = [...fates];
  const alive = all.flatMap(([goal, fate]) => (fate.kind === 'alive' ? [{ goal, ...fate }] : []));
  const dead = all.flatMap(([goal, fate]) => (fate.kind === 'dead' ? [{ goal, confirmed: fate.confirmed }] : []));
  const undecided = all.flatMap(([goal, { kind }]) => (kind === 'undecided' ? [goal] : []));
  const count = (by: string): number => alive.filter((entry) => entry.by === by).length;
  return {
    report: {
      property: 'alive',
      findings: [
        ...dead.map(({ goal, confirmed }): Finding => ({
          severity: 'error',
          message: goal.part === undefined ? 'dead' : 'deadClause',
          values: { kind: goal.kind, id: goal.id, part: goal.part ?? 1, provers: confirmed ? 2 : 1 },
        })),
        ...undecided.map((goal): Finding => ({
          severity: 'warning',
          message: 'aliveUndecided',
          values: { kind: goal.kind, id: goal.id, part: goal.part ?? 1 },
        })),
        ...all.flatMap(([, fate]): Finding[] =>
          fate.kind === 'disagreement'
            ? [{ severity: 'error', message: 'solverDisagrees', values: { property: 'alive' }, witness: fate.witness }]
            : [],
        ),
        ...memo.recall('never recommended', digest.routes, () => findNeverRecommended(context)),
      ],
      provers:
        dead.length === 0 && undecided.length === 0
          ? ['witness']
          : ['solver', ...(dead.every(({ confirmed }) => confirmed) ? (['engine'] as const) : [])],
      figures: { goals: goals.length, bySample: count('sample'), byGuide: count('guide'), bySolver: count('solver') },
    },
    examples: alive.filter(({ goal }) => goal.part === undefined).map(({ goal, witness }) => ({ kind: goal.kind, id: goal.id, witness })),
  };
}

function textOfCase({ digest }: CheckContext, { route, needs, denies }: GoalCase): string {
  return [route.route.id, ...[route.when, ...needs, ...denies].map(({ tree }) => digest.tree(tree))].join(' ');
}

function proveGoals(context: CheckContext, goals: readonly Goal[]): ReadonlyMap<Goal, Fate> {
  const fates = new Map<Goal, Fate>();
  const note = (witnesses: ReadonlyMap<Goal, Witness>, by: 'sample' | 'guide' | 'solver'): void => {
    for (const [goal, witness] of witnesses) if (!fates.has(goal)) fates.set(goal, { kind: 'alive', witness, by });
  };
  const witnesses = new Map<Goal, Witness>();
  collectFromSamples(context, goals, witnesses);
  note(witnesses, 'sample');
  for (const goal of goals) if (!witnesses.has(goal)) guide(context, goal, witnesses);
  note(witnesses, 'guide');
  const { dead, undecided, disagreements } = askForRest(context, goals, witnesses);
  note(witnesses, 'solver');
  for (const goal of dead) fates.set(goal, { kind: 'dead', confirmed: confirmDead(context, goal) });
  for (const goal of undecided) fates.set(goal, { kind: 'undecided' });
  for (const [goal, witness] of disagreements) fates.set(goal, { kind: 'disagreement', witness });
  return fates;
}

function listGoals({ compiled }: CheckContext): readonly Goal[] {
  const routes = compiled.routes.map((route): Goal => ({
    kind: 'routes',
    id: route.route.id,
    cases: [{ route, needs: [], denies: route.blockers.map(({ when }) => when) }],
  }));
  const items = ITEM_KINDS.flatMap((kind) =>
    [...new Set(compiled.routes.flatMap((route) => route[kind].map(({ item }) => item.id)))].flatMap((id) =>
      goalsOfItem(compiled.routes, kind, id),
    ),
  );
  return [...routes, ...items, ...listAmountGoals(compiled.routes)];
}

function goalsOfItem(routes: readonly CompiledRoute[], kind: (typeof ITEM_KINDS)[number], id: string): readonly Goal[] {
  const entries = routes.flatMap((route) => route[kind].filter(({ item }) => item.id === id).map((entry) => ({ route, entry })));
  const caseOf = (route: CompiledRoute, when: Compiled): GoalCase => ({ route, needs: [when], denies: [] });
  const whole: Goal = { kind, id, cases: entries.map(({ route, entry }) => caseOf(route, entry.when)) };
  const clauses = new Map<unknown, GoalCase[]>();
  for (const { route, entry } of entries) {
    for (const { clause, when } of entry.clauses) clauses.set(clause, [...(clauses.get(clause) ?? []), caseOf(route, when)]);
  }
  if (clauses.size < 2) return [whole];
  return [whole, ...[...clauses.values()].map((cases, index): Goal => ({ kind, id, part: index + 1, cases }))];
}

/** Every case of a fee that is told apart can be the one that is charged. */
function listAmountGoals(routes: readonly CompiledRoute[]): readonly Goal[] {
  const goals = new Map<string, Goal>();
  for (const route of routes) {
    for (const fee of route.fees) {
      casesOf(fee.amount).forEach(({ when }, index, all) => {
        const denies = all.slice(0, index).map((entry) => entry.when);
        const key = `${fee.item.id} ${index}`;
        const found = goals.get(key) ?? { kind: 'fees', id: fee.item.id, part: index + 1, cases: [] };
        goals.set(key, { ...found, cases: [...found.cases, { route, needs: [fee.when, when], denies }] });
      });
    }
  }
  return [...goals.values()];
}

function casesOf(amount: CompiledAmount): Extract<CompiledAmount, { kind: 'cases' }>['cases'] {
  return amount.kind === 'cases' ? amount.cases : [];
}

function occurs(check: CheckContext, goal: Goal, witness: Witness): boolean {
  const state = createState(check.compiled, witness.answers, witness.asOf);
  return goal.cases.some((entry) => occursOn(check, entry, state));
}

/** A route occurs where it is available: no blocker holds, and none that would keep it open is in doubt. */
function occursOn({ compiled }: CheckContext, { route, needs, denies }: GoalCase, state: State): boolean {
  state.route = route.route.id;
  if (route.when.node.evaluate(state) !== TRUE) return false;
  if (needs.length === 0) return judgeRoutes(compiled, state)[route.index]?.verdict === 'available';
  return needs.every(({ node }) => node.evaluate(state) === TRUE) && !denies.some(({ node }) => node.evaluate(state) === TRUE);
}

/** What the draw is steered by. */
function conditionsOf({ route, needs, denies }: GoalCase): readonly Condition[] {
  return [route.when.tree, ...needs.map(({ tree }) => tree), ...denies.map(({ tree }): Condition => ({ kind: 'not', of: tree }))];
}

function collectFromSamples(check: CheckContext, goals: readonly Goal[], witnesses: Map<Goal, Witness>): void {
  const { compiled, samples } = check;
  const byRoute = new Map<CompiledRoute, { goal: Goal; entry: GoalCase }[]>();
  for (const goal of goals)
    for (const entry of goal.cases) byRoute.set(entry.route, [...(byRoute.get(entry.route) ?? []), { goal, entry }]);
  for (const witness of samples) {
    const state = createState(compiled, witness.answers, witness.asOf);
    for (const [route, entries] of byRoute) {
      state.route = route.route.id;
      if (route.when.node.evaluate(state) !== TRUE) continue;
      const left = entries.filter(({ goal }) => !witnesses.has(goal));
      for (const { goal, entry } of left) if (!witnesses.has(goal) && occursOn(check, entry, state)) witnesses.set(goal, witness);
      byRoute.set(route, left);
    }
  }
}

/** Steers the draw by the conditions themselves. */
function guide(check: CheckContext, goal: Goal, witnesses: Map<Goal, Witness>): void {
  for (let tries = 0; tries < GUIDED_TRIES; tries += 1) {
    const entry = goal.cases[tries % goal.cases.length];
    const drawn = entry && check.drawer.drawTowards(conditionsOf(entry));
    if (drawn && occurs(check, goal, drawn)) {
      witnesses.set(goal, drawn);
      return;
    }
  }
}

type Rest = { dead: readonly Goal[]; undecided: readonly Goal[]; disagreements: ReadonlyMap<Goal, Witness> };

/** One question for all goals that are left; each model settles at least one of them, and "cannot be" settles all. */
function askForRest(check: CheckContext, goals: readonly Goal[], witnesses: Map<Goal, Witness>): Rest {
  const left = new Map<Goal, Formula>();
  for (const goal of goals) if (!witnesses.has(goal)) left.set(goal, formulaOf(check, goal));
  while (left.size > 0) {
    const { verdict, witness } = askForCase(check, [check.smt.or(...left.values())]);
    if (verdict === 'unsat') return { dead: [...left.keys()], undecided: [], disagreements: new Map() };
    if (!witness) return askOneByOne(check, left, witnesses);
    const hits = [...left.keys()].filter((goal) => occurs(check, goal, witness));
    for (const goal of hits) {
      witnesses.set(goal, witness);
      left.delete(goal);
    }
    if (hits.length === 0)
      return {
        dead: [],
        undecided: [],
        disagreements: new Map([...left.keys()].map((goal) => [goal, witness])),
      };
  }
  return { dead: [], undecided: [], disagreements: new Map() };
}

/** Too much for one question: each goal for itself, so that only the hard ones stay open. */
function askOneByOne(check: CheckContext, left: ReadonlyMap<Goal, Formula>, witnesses: Map<Goal, Witness>): Rest {
  const dead: Goal[] = [];
  const undecided: Goal[] = [];
  for (const [goal, formula] of left) {
    const { verdict, witness } = askForCase(check, [formula]);
    if (witness && occurs(check, goal, witness)) witnesses.set(goal, witness);
    else if (verdict === 'unsat') dead.push(goal);
    else undecided.push(goal);
  }
  return { dead, undecided, disagreements: new Map() };
}

function formulaOf({ smt }: CheckContext, goal: Goal): Formula {
  if (goal.kind === 'routes') return smt.or(...goal.cases.map(({ route }) => smt.verdict(route).available));
  return smt.or(
    ...goal.cases.map(({ route, needs, denies }) => {
      const held = [route.when, ...needs].map(({ tree }) => smt.read(tree, route.route.id).t);
      return smt.and(...held, ...denies.map(({ tree }) => smt.not(smt.read(tree, route.route.id).t)));
    }),
  );
}

/** The second prover: the evaluator itself finds no case either. */
function confirmDead({ compiled, classes, days }: CheckContext, goal: Goal): boolean {
  return goal.cases.every((entry) => {
    if (conditionsOf(entry).some((condition) => readsAsOf(compiled, condition))) return false;
    const nodes = [entry.route.when, ...entry.needs].map(({ node }) => node);
    const evaluate = (state: State): Possible => {
      state.route = entry.route.route.id;
      const parts = nodes.map((node) => node.evaluate(state));
      if (parts.every((part) => part === TRUE)) return TRUE;
      return parts.every((part) => part & TRUE) ? TRUE | FALSE : FALSE;
    };
    const collect = (state: State, into: Set<number>): void => {
      for (const node of nodes) node.collectOpen(state, into);
    };
    return (
      searchFor({ evaluate, collect }, { compiled, classes, asOf: days[0] ?? 0, withUnknowns: false, mostNodes: MOST_NODES }).verdict ===
      'none'
    );
  });
}

/** A route that applies but is never the first choice is shown beside others only. */
function findNeverRecommended({ compiled, choices }: CheckContext): readonly Finding[] {
  const chosen = new Set(choices.map(({ recommended }) => recommended));
  return compiled.routes
    .filter(({ route }) => !chosen.has(route.id))
    .map(({ route }) => ({ severity: 'note', message: 'neverRecommended', values: { id: route.id } }));
}
