import type { CompiledAmount, CompiledRoute, Condition, Expression } from '../rules/index.ts';
import { amountConditions } from './find-idle-questions.ts';
import type { ChangedRule } from './rule-meaning.ts';
import type { Rails, SmtPack } from './smt-pack.ts';
import type { Formula } from './solver.ts';
import { clauseText } from './summarise.ts';

/** Two versions of a pack over the same answers. */
export type SmtPair = { readonly before: SmtPack; readonly after: SmtPack };

/** "The two versions say different things of this rule." */
export function formulaOfChange(pair: SmtPair, rule: ChangedRule): Formula {
  const { before, after } = pair;
  const [a, b] = [before, after].map((smt) => smt.compiled.routes.find(({ route }) => route.id === rule.route));
  if (!a || !b)
    return a
      ? before.or(before.when(a).t, before.not(before.when(a).f))
      : b
        ? after.or(after.when(b).t, after.not(after.when(b).f))
        : before.or();
  if (rule.kind === 'routes')
    return before.or(unequal(before, before.when(a), after.when(b)), a.route.kind === b.route.kind ? before.or() : before.when(a).t);
  const shown = before.and(before.not(before.when(a).f), after.not(after.when(b).f));
  return before.and(shown, before.or(...itemDifferences(pair, rule, { a, b })));
}

function unequal(smt: SmtPack, a: Rails, b: Rails): Formula {
  return smt.or(differ(smt, a.t, b.t), differ(smt, a.f, b.f));
}

function differ(smt: SmtPack, a: Formula, b: Formula): Formula {
  return a === b ? smt.or() : smt.not(a.eq(b));
}

function itemDifferences(
  { before, after }: SmtPair,
  { kind, id }: ChangedRule,
  { a, b }: { a: CompiledRoute; b: CompiledRoute },
): readonly Formula[] {
  if (kind === 'routes') return [];
  const [old, now] = [contentsOf(before, a, { kind, id }), contentsOf(after, b, { kind, id })];
  const texts = [...new Set([...old.keys(), ...now.keys()])];
  const absent: Rails = { t: before.or(), f: before.and() };
  const lists = texts.map((text) => unequal(before, old.get(text) ?? absent, now.get(text) ?? absent));
  const [feeA, feeB] = [a, b].map((route) => route.fees.find(({ item }) => item.id === id));
  const [dateA, dateB] = [a, b].map((route) => route.deadlines.find(({ item }) => item.id === id)?.date);
  const fees = kind === 'fees' && feeA && feeB ? [differentPrices(before, after, [feeA, feeB])] : [];
  const dates = kind === 'deadlines' && dateA && dateB ? [differentTerms([before, dateA.tree], [after, dateB.tree])] : [];
  // What an item costs or when it is due is only seen where the item may be listed.
  const listed = before.and(mayApply(before, a, { kind, id }), mayApply(after, b, { kind, id }));
  const contents = [...fees, ...dates].map((difference) => before.and(listed, difference));
  const doubts = kind === 'blockers' ? [differ(before, before.verdict(a).possible, after.verdict(b).possible)] : [];
  return [...lists, ...contents, ...doubts];
}

function mayApply(smt: SmtPack, route: CompiledRoute, { kind, id }: Pick<ChangedRule, 'kind' | 'id'>): Formula {
  const entry = kind === 'routes' ? undefined : route[kind].find(({ item }) => item.id === id);
  return entry ? smt.not(smt.item(route, entry).f) : smt.or();
}

/** What a clause says to the user: of a blocker only how to put it right, since it shows by the verdict. */
function textOf(kind: string, clause: object, item: object): string {
  return kind === 'blockers' && 'remedies' in item ? JSON.stringify(item.remedies) : clauseText(clause, item);
}

/** What can be said of an item, and when it is; the place of a clause counts, because the first one that holds is shown. */
function contentsOf(smt: SmtPack, route: CompiledRoute, { kind, id }: Pick<ChangedRule, 'kind' | 'id'>): ReadonlyMap<string, Rails> {
  const contents = new Map<string, Rails>();
  const entry = kind === 'routes' ? undefined : route[kind].find(({ item }) => item.id === id);
  if (!entry) return contents;
  let earlier: Formula = smt.or();
  for (const { clause, when } of entry.clauses) {
    const text = textOf(kind, clause, entry.item);
    const rails = smt.read(when.tree, route.route.id);
    const known = contents.get(text);
    contents.set(text, known ? { t: smt.or(known.t, rails.t), f: smt.and(known.f, rails.f) } : rails);
    const first = { t: smt.and(rails.t, smt.not(earlier)), f: smt.or(rails.f, earlier) };
    const place = contents.get(`first ${text}`);
    contents.set(`first ${text}`, place ? { t: smt.or(place.t, first.t), f: smt.and(place.f, first.f) } : first);
    earlier = smt.or(earlier, rails.t);
  }
  return contents;
}

type FeePair = readonly [CompiledRoute['fees'][number], CompiledRoute['fees'][number]];

function differentPrices(before: SmtPack, after: SmtPack, [a, b]: FeePair): Formula {
  const sameShape = shapeOf(a.amount) === shapeOf(b.amount) && a.quantities.length === b.quantities.length;
  if (!sameShape) return before.and();
  const conditions = zip(amountConditions(a.amount), amountConditions(b.amount)).map(([x, y]) =>
    unequal(before, before.read(x, undefined), after.read(y, undefined)),
  );
  const terms = zip(
    [...termsOf(a.amount), ...a.quantities.map(({ tree }) => tree)],
    [...termsOf(b.amount), ...b.quantities.map(({ tree }) => tree)],
  );
  return before.or(...conditions, ...terms.map(([x, y]) => differentTerms([before, x], [after, y])));
}

function differentTerms([before, a]: readonly [SmtPack, Expression], [after, b]: readonly [SmtPack, Expression]): Formula {
  const [x, y] = [before.compute(a), after.compute(b)];
  return before.or(differ(before, x.known, y.known), before.and(x.known, before.differs(x.term, y.term)));
}

/** Everything of an amount that is no condition and no expression: ranges, periods, the order of kinds. */
function shapeOf(amount: CompiledAmount): string {
  switch (amount.kind) {
    case 'exact':
      return 'exact';
    case 'cases':
      return `cases(${amount.cases.map((entry) => shapeOf(entry.amount)).join()})`;
    case 'tariff':
      return `tariff(${amount.periods.map((period) => `${period.from} ${period.until} ${shapeOf(period.amount)}`).join()})`;
    default:
      return JSON.stringify(amount);
  }
}

function termsOf(amount: CompiledAmount): readonly Expression[] {
  if (amount.kind === 'exact') return [amount.value.tree];
  if (amount.kind === 'cases') return amount.cases.flatMap((entry) => termsOf(entry.amount));
  return amount.kind === 'tariff' ? [amount.on.tree, ...amount.periods.flatMap((period) => termsOf(period.amount))] : [];
}

function zip<T extends Condition | Expression>(a: readonly T[], b: readonly T[]): readonly (readonly [T, T])[] {
  return a.flatMap((value, index) => {
    const other = b[index];
    return other === undefined ? [] : [[value, other] as const];
  });
}
