import type { CompiledRoute, Condition, Possible, State } from '../../rules/index.ts';
import { createState, FALSE, TRUE } from '../../rules/index.ts';
import { searchFor, shrinkWitness } from '../branch-and-bound.ts';
import type { CheckContext } from '../check-context.ts';
import { askForCase } from '../check-context.ts';
import { compileTree } from '../compile-tree.ts';
import type { Finding, PropertyReport, Prover, Witness } from '../finding.ts';

const MOST_NODES = 400;
const MOST_SEARCHES = 160;

/** Nobody is told "no permit needed" and "not possible" at once; no choice of papers is empty; no item contradicts itself. */
export function proveFreeOfContradictions(context: CheckContext): PropertyReport {
  const { digest, memo } = context;
  const pairs = listPairs(context);
  const exclusive = memo.recall('exclusive', `${digest.space} ${digest.conditions}`, () => proveExclusive(context, pairs));
  const groups = proveGroupsFilled(context);
  return {
    property: 'contradictions',
    findings: [...exclusive.findings, ...groups.findings, ...findClashes(context)],
    provers: exclusive.provers,
    figures: { pairs: pairs.length, searched: exclusive.searched, groups: groups.count },
  };
}

type Pair = { readonly open: CompiledRoute; readonly closed: CompiledRoute };

function listPairs({ compiled }: CheckContext): readonly Pair[] {
  const exempt = compiled.routes.filter(({ route }) => route.kind === 'exempt');
  const closed = compiled.routes.filter(({ route }) => route.kind === 'closed');
  const ranked = (a: CompiledRoute, b: CompiledRoute): boolean => [...(a.route.winsOver ?? [])].includes(b.route.id);
  return exempt
    .flatMap((open) => closed.map((shut) => ({ open, closed: shut })))
    .filter(({ open, closed: shut }) => !ranked(open, shut) && !ranked(shut, open));
}

const conjunction = (a: Possible, b: Possible): Possible => {
  if (a === FALSE || b === FALSE) return FALSE;
  return a === TRUE && b === TRUE ? TRUE : a & b & TRUE ? TRUE | FALSE : FALSE;
};

function bothHold({ open, closed }: Pair): (state: State) => Possible {
  return (state) => {
    state.route = open.route.id;
    const first = open.when.node.evaluate(state);
    state.route = closed.route.id;
    return conjunction(first, closed.when.node.evaluate(state));
  };
}

function proveExclusive(
  context: CheckContext,
  pairs: readonly Pair[],
): { findings: readonly Finding[]; provers: readonly Prover[]; searched: number } {
  const { smt, compiled, samples } = context;
  const findings: Finding[] = [];
  const left = new Set(pairs);
  const report = (pair: Pair, witness: Witness): void => {
    left.delete(pair);
    const shrunk = shrinkWitness(compiled, witness, (state) => bothHold(pair)(state) === TRUE);
    findings.push({
      severity: 'error',
      message: 'exemptAndClosed',
      values: { exempt: pair.open.route.id, closed: pair.closed.route.id },
      witness: shrunk,
    });
  };
  for (const witness of samples) {
    const state = createState(compiled, witness.answers, witness.asOf);
    for (const pair of left) if (bothHold(pair)(state) === TRUE) report(pair, witness);
  }
  let verdict = 'unsat';
  while (left.size > 0) {
    const asked = askForCase(context, [smt.or(...[...left].map(({ open, closed }) => smt.and(smt.when(open).t, smt.when(closed).t)))]);
    verdict = asked.verdict;
    const { witness } = asked;
    if (!witness) break;
    const state = createState(compiled, witness.answers, witness.asOf);
    const hit = [...left].find((pair) => bothHold(pair)(state) === TRUE);
    if (!hit) {
      findings.push({ severity: 'error', message: 'solverDisagrees', values: { property: 'contradictions' }, witness });
      break;
    }
    report(hit, witness);
  }
  const searches = [...left].slice(0, MOST_SEARCHES).map((pair) => searchPair(context, pair));
  const proved = searches.length === left.size && searches.every((search) => search === 'none');
  return {
    findings,
    provers: [...(verdict === 'unsat' ? (['solver'] as const) : []), ...(proved ? (['engine'] as const) : [])],
    searched: searches.filter((search) => search === 'none').length,
  };
}

function searchPair({ compiled, classes, days }: CheckContext, pair: Pair): string {
  const goal = {
    evaluate: bothHold(pair),
    collect: (state: State, into: Set<number>): void => {
      pair.open.when.node.collectOpen(state, into);
      pair.closed.when.node.collectOpen(state, into);
    },
  };
  return searchFor(goal, { compiled, classes, asOf: days[0] ?? 0, withUnknowns: true, mostNodes: MOST_NODES }).verdict;
}

type PaperGroup = { readonly route: CompiledRoute; readonly group: string; readonly members: readonly { id: string; tree: Condition }[] };

/** "One of these papers" with none of them: all papers of a group share a common case, and in a part of it none is listed. */
function proveGroupsFilled(context: CheckContext): { findings: readonly Finding[]; count: number } {
  const { compiled, digest, memo } = context;
  const groups = compiled.routes.flatMap((route) =>
    [...groupsOf(route)].map(([group, members]): PaperGroup => ({ route, group, members })),
  );
  const keys = {
    name: ({ route, group }: PaperGroup) => `group ${route.route.id} ${group}`,
    restsOn: ({ route, members }: PaperGroup) =>
      [digest.space, digest.tree(route.when.tree), ...members.map(({ id, tree }) => `${id} ${digest.tree(tree)}`)].join('\n'),
  };
  const empty = memo.recallEach(groups, keys, (fresh) => new Map(fresh.map((group) => [group, findWithoutPaper(context, group)])));
  const findings = new Map<string, Finding>();
  for (const [{ route, group, members }, witness] of empty) {
    if (!witness || findings.has(group)) continue;
    findings.set(group, {
      severity: 'warning',
      message: 'emptyGroup',
      values: { group, route: route.route.id, documents: members.map(({ id }) => id).join(', ') },
      witness,
    });
  }
  return { findings: [...findings.values()], count: groups.length };
}

function findWithoutPaper(context: CheckContext, { route, members }: PaperGroup): Witness | undefined {
  const trees = members.map(({ tree }) => tree);
  if (trees.length < 2 || trees.some((tree) => tree.kind === 'constant')) return undefined;
  const { smt } = context;
  const guard = commonParts(trees).map((tree) => smt.read(tree, route.route.id).t);
  const none = trees.map((tree) => smt.read(tree, route.route.id).f);
  const { witness } = askForCase(context, [smt.when(route).t, ...guard, ...none]);
  const nodes = [...commonParts(trees).map((tree) => ({ tree, wanted: TRUE })), ...trees.map((tree) => ({ tree, wanted: FALSE }))];
  return (
    witness &&
    shrinkWitness(context.compiled, witness, (state) => {
      state.route = route.route.id;
      const isHere = route.when.node.evaluate(state) === TRUE;
      return isHere && nodes.every(({ tree, wanted }) => compileTree(context.compiled, tree).evaluate(state) === wanted);
    })
  );
}

function groupsOf(route: CompiledRoute): ReadonlyMap<string, readonly { id: string; tree: Condition }[]> {
  const groups = new Map<string, { id: string; tree: Condition }[]>();
  for (const { item, clauses } of route.documents) {
    for (const { clause, when } of clauses) {
      const group = clause.oneOf ?? item.oneOf;
      if (group) groups.set(group, [...(groups.get(group) ?? []), { id: item.id, tree: when.tree }]);
    }
  }
  return groups;
}

function commonParts(trees: readonly Condition[]): readonly Condition[] {
  const partsOf = (tree: Condition): readonly Condition[] => (tree.kind === 'all' ? tree.of : [tree]);
  const [first, ...rest] = trees.map(partsOf);
  return (first ?? []).filter((part) => rest.every((parts) => parts.some((other) => JSON.stringify(other) === JSON.stringify(part))));
}

/**
 * Two clauses of one item that hold at the same time and say different things. The first one counts: a general clause before a
 * special one hides what the special one says.
 */
function findClashes(context: CheckContext): readonly Finding[] {
  const { compiled, digest, memo } = context;
  const keys = { name: ({ route }: CompiledRoute) => `clashes ${route.id}`, restsOn: (route: CompiledRoute) => digest.lists(route) };
  const found = memo.recallEach(compiled.routes, keys, (fresh) => findClashesOn(context, fresh));
  const first = new Map<unknown, Finding>();
  for (const finding of [...found.values()].flat()) if (!first.has(finding.values['id'])) first.set(finding.values['id'], finding);
  return [...first.values()];
}

function findClashesOn(
  { compiled, samples }: CheckContext,
  routes: readonly CompiledRoute[],
): ReadonlyMap<CompiledRoute, readonly Finding[]> {
  const found = new Map(routes.map((route) => [route, new Map<string, Finding>()]));
  const several = routes.map((route) => ({ route, items: itemsOfSeveralClauses(route) })).filter(({ items }) => items.length > 0);
  if (several.length === 0) return new Map(routes.map((route) => [route, []]));
  for (const witness of samples) {
    const state = createState(compiled, witness.answers, witness.asOf);
    for (const { route, items } of several) {
      state.route = route.route.id;
      if (route.when.node.evaluate(state) !== TRUE) continue;
      for (const entry of items) {
        if (found.get(route)?.has(entry.id)) continue;
        const finding = findClash(state, route, entry);
        if (!finding) continue;
        const shrunk = shrinkWitness(compiled, witness, (smaller) => {
          smaller.route = route.route.id;
          return route.when.node.evaluate(smaller) === TRUE && findClash(smaller, route, entry) !== undefined;
        });
        found.get(route)?.set(entry.id, { ...finding, witness: shrunk });
      }
    }
  }
  return new Map([...found].map(([route, findings]) => [route, [...findings.values()]]));
}

type Clauses = { readonly kind: string; readonly id: string; readonly clauses: CompiledRoute['documents'][number]['clauses'] };

function itemsOfSeveralClauses(route: CompiledRoute): readonly Clauses[] {
  return (['documents', 'fees', 'steps'] as const).flatMap((kind) =>
    route[kind].filter(({ clauses }) => clauses.length > 1).map(({ item, clauses }) => ({ kind, id: item.id, clauses: clauses })),
  );
}

function findClash(state: State, route: CompiledRoute, { kind, id, clauses }: Clauses): Finding | undefined {
  const [first, ...others] = clauses.filter(({ when }) => when.node.evaluate(state) === TRUE).map(({ clause }) => overrides(clause));
  const hidden = others.find((other) => other !== first && other !== NOTHING);
  if (hidden === undefined) return undefined;
  const isHidden = first === NOTHING;
  return {
    severity: isHidden ? 'warning' : 'note',
    message: isHidden ? 'hiddenClause' : 'clash',
    values: { kind, id, route: route.route.id, one: first ?? '', other: hidden },
  };
}

const NOTHING = '{}';

/** What a clause says of its own; several steps of a paper add up and contradict nothing. */
function overrides(clause: object): string {
  const { routes: _routes, except: _except, when: _when, steps: _steps, ...own } = clause as Record<string, unknown>;
  return JSON.stringify(own);
}
