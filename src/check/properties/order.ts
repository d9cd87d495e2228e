import type { CompiledRoute, Condition, Period, State } from '../../rules/index.ts';
import { createState, FALSE, TRUE } from '../../rules/index.ts';
import { shrinkWitness } from '../branch-and-bound.ts';
import type { CheckContext } from '../check-context.ts';
import { askForCase } from '../check-context.ts';
import type { Finding, PropertyReport } from '../finding.ts';

/** The plan of every route can be carried out: no step waits for itself, papers are handed in at steps of the plan, and none expires before. */
export function proveOrder(context: CheckContext): PropertyReport {
  const findings: Finding[] = [];
  const { compiled, digest, memo } = context;
  for (const route of compiled.routes) {
    const own = memo.recall(`order ${route.route.id}`, digest.lists(route), () => [
      ...findCycles(context, route),
      ...findEarlyExpiry(route),
    ]);
    findings.push(...own);
  }
  const keys = { name: ({ route }: CompiledRoute) => `handovers ${route.id}`, restsOn: (route: CompiledRoute) => digest.lists(route) };
  const lost = memo.recallEach(compiled.routes, keys, (fresh) => findLostHandovers(context, fresh));
  findings.push(...findDeadWaits(context), ...[...lost.values()].flat());
  const steps = context.compiled.routes.reduce((sum, route) => sum + route.steps.length, 0);
  return {
    property: 'order',
    findings: dropRepeats(findings),
    provers: ['structure'],
    figures: { routes: context.compiled.routes.length, steps },
  };
}

/** What each step of a route waits for, in any of its clauses, among the steps of the route. */
function waitsOf(route: CompiledRoute): ReadonlyMap<string, readonly string[]> {
  const present = new Set(route.steps.map(({ item }) => item.id));
  return new Map(
    route.steps.map(({ item, clauses }) => [
      item.id,
      [...new Set(clauses.flatMap(({ clause }) => clause.after ?? item.after ?? []))].filter((id) => present.has(id)),
    ]),
  );
}

/** A circle in the plan counts if all of its steps can be required at once. */
function findCycles(context: CheckContext, route: CompiledRoute): readonly Finding[] {
  const waits = waitsOf(route);
  for (const start of waits.keys()) {
    const circle = findCircle(waits, start);
    if (!circle) continue;
    const { smt } = context;
    const conditions = circle
      .map((id) => route.steps.find(({ item }) => item.id === id)?.when.tree)
      .filter((tree): tree is Condition => tree !== undefined);
    const asked = askForCase(context, [smt.when(route).t, ...conditions.map((tree) => smt.read(tree, route.route.id).t)]);
    if (asked.verdict !== 'unsat')
      return [
        {
          severity: 'error',
          message: 'stepCircle',
          values: { route: route.route.id, steps: circle.join(' → ') },
          ...(asked.witness ? { witness: asked.witness } : {}),
        },
      ];
  }
  return [];
}

function findCircle(waits: ReadonlyMap<string, readonly string[]>, start: string): readonly string[] | undefined {
  const visit = (id: string, path: readonly string[]): readonly string[] | undefined => {
    if (id === start && path.length > 0) return [...path, id];
    if (path.includes(id)) return undefined;
    for (const next of waits.get(id) ?? []) {
      const circle = visit(next, [...path, id]);
      if (circle) return circle;
    }
    return undefined;
  };
  return visit(start, []);
}

/** A step that waits for one that is on none of its routes waits for nothing. */
function findDeadWaits({ compiled, pack }: CheckContext): readonly Finding[] {
  return pack.steps.flatMap((step) => {
    const routes = compiled.routes.filter((route) => route.steps.some(({ item }) => item.id === step.id));
    const named = new Set([...(step.after ?? []), ...step.applies.flatMap((clause) => clause.after ?? [])]);
    return [...named].flatMap((id): Finding[] => {
      const meets = routes.some((route) => route.steps.some(({ item }) => item.id === id));
      return meets ? [] : [{ severity: 'error', message: 'waitsForNothing', values: { id: step.id, after: id } }];
    });
  });
}

/** A paper or a fee that is due at a step which is not in the plan of the same person. */
function findLostHandovers(
  { compiled, samples }: CheckContext,
  routes: readonly CompiledRoute[],
): ReadonlyMap<CompiledRoute, readonly Finding[]> {
  const found = new Map(routes.map((route) => [route, new Map<string, Finding>()]));
  for (const witness of samples) {
    const state = createState(compiled, witness.answers, witness.asOf);
    for (const [route, findings] of found) {
      state.route = route.route.id;
      if (route.when.node.evaluate(state) !== TRUE) continue;
      for (const finding of listLost(route, state, findings)) {
        const id = String(finding.values['id']);
        const shrunk = shrinkWitness(compiled, witness, (smaller) => isCertainlyLost(route, id, smaller));
        findings.set(id, { ...finding, witness: shrunk });
      }
    }
  }
  return new Map([...found].map(([route, findings]) => [route, [...findings.values()]]));
}

/** The paper or fee is certainly due, and none of its steps can be in the plan. */
function isCertainlyLost(route: CompiledRoute, id: string, state: State): boolean {
  state.route = route.route.id;
  if (route.when.node.evaluate(state) !== TRUE) return false;
  const possible = new Set(route.steps.filter(({ when }) => when.node.evaluate(state) !== FALSE).map(({ item }) => item.id));
  return [...route.documents, ...route.fees].some(
    ({ item, clauses }) =>
      item.id === id &&
      clauses.some(({ when }) => when.node.evaluate(state) === TRUE) &&
      !clauses.some(
        ({ clause, when }) => when.node.evaluate(state) === TRUE && (clause.steps ?? item.steps ?? []).some((step) => possible.has(step)),
      ),
  );
}

function listLost(route: CompiledRoute, state: State, known: ReadonlyMap<string, Finding>): readonly Finding[] {
  const present = new Set(route.steps.filter(({ when }) => when.node.evaluate(state) !== FALSE).map(({ item }) => item.id));
  return (['documents', 'fees'] as const).flatMap((kind) =>
    route[kind].flatMap(({ item, clauses }): Finding[] => {
      if (known.has(item.id)) return [];
      const steps = clauses
        .filter(({ when }) => when.node.evaluate(state) === TRUE)
        .flatMap(({ clause }) => clause.steps ?? item.steps ?? []);
      if (steps.length === 0 || steps.some((id) => present.has(id))) return [];
      return [
        { severity: 'warning', message: 'handoverMissing', values: { kind, id: item.id, steps: steps.join(', '), route: route.route.id } },
      ];
    }),
  );
}

/** A paper whose greatest age is shorter than the time from the step that brings it to the step at which it is handed in. */
function findEarlyExpiry(route: CompiledRoute): readonly Finding[] {
  const waits = waitsOf(route);
  const days = new Map(route.steps.map(({ item, clauses }) => [item.id, leastDays(clauses[0]?.clause.days ?? item.days)]));
  return route.documents.flatMap(({ item, clauses }): Finding[] => {
    const { obtainedAt } = item;
    if (!obtainedAt) return [];
    return clauses.flatMap(({ clause }): Finding[] => {
      const age = clause.maxAge ?? item.maxAge;
      const needed = Math.max(0, ...(clause.steps ?? item.steps ?? []).map((step) => daysUpTo(step, obtainedAt, { waits, days }) ?? 0));
      if (!age || needed <= periodDays(age)) return [];
      return [
        {
          severity: 'error',
          message: 'expiresBefore',
          values: { id: item.id, route: route.route.id, age: periodDays(age), needed: Math.ceil(needed) },
        },
      ];
    });
  });
}

const leastDays = (days: { least?: number | undefined; kind: string } | undefined): number =>
  ((days?.least ?? 0) * (days?.kind === 'working' ? 7 : 5)) / 5;
const periodDays = ({ days = 0, workingDays = 0, months = 0, years = 0 }: Period): number =>
  days + workingDays * 1.4 + months * 30.4 + years * 365;

/** Least days from the end of one step to the start of another that waits for it; `undefined` if it does not. */
function daysUpTo(
  step: string,
  from: string,
  plan: { waits: ReadonlyMap<string, readonly string[]>; days: ReadonlyMap<string, number> },
): number | undefined {
  const visit = (id: string, path: readonly string[]): number | undefined => {
    if (id === from) return 0;
    if (path.includes(id)) return undefined;
    const before = (plan.waits.get(id) ?? []).flatMap((earlier) => {
      const upTo = visit(earlier, [...path, id]);
      return upTo === undefined ? [] : [upTo + (earlier === from ? 0 : (plan.days.get(earlier) ?? 0))];
    });
    return before.length === 0 ? undefined : Math.max(...before);
  };
  return visit(step, []);
}

function dropRepeats(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ message, values }) => {
    const key = `${message} ${String(values['id'] ?? '')} ${String(values['steps'] ?? '')} ${String(values['after'] ?? '')}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
