import type { Answer, Answers } from './answers.ts';
import { parseDate } from './calendar-date.ts';
import { Compiler } from './compile-condition.ts';
import type { Condition, Expression } from './condition.ts';
import { allOf, ALWAYS, anyOf, walk } from './condition.ts';
import { PackBug } from './fault.ts';
import { ConditionReader } from './read-condition.ts';
import type { AmountJson } from './schema/item-schema.ts';
import type { ConditionJson, ExpressionJson } from './schema/condition-schema.ts';
import type { Blocker, Deadline, Document, Duty, Fee, Pack, Question, Route, Step, Warning } from './schema/pack-schema.ts';
import { expandRoutes, FaultList } from './scope.ts';
import type { Scope } from './scope.ts';
import type { ConditionNode, ExpressionNode, Program } from './state.ts';
import { State } from './state.ts';

/** A condition as a tree, ready to run, with the questions it can rest on. */
export type Compiled = {
  readonly tree: Condition;
  readonly node: ConditionNode;
  /** Indexes of the questions that it reads, directly or through named conditions and derived values. */
  readonly reads: readonly number[];
};

export type CompiledExpression = {
  readonly tree: Expression;
  readonly node: ExpressionNode;
  readonly reads: readonly number[];
};

export type CompiledAmount =
  | { kind: 'exact'; value: CompiledExpression }
  | { kind: 'indicative'; least: number; most: number }
  | { kind: 'unconfirmed'; estimate?: { least: number; most: number } | undefined }
  | { kind: 'cases'; cases: readonly { when: Compiled; amount: CompiledAmount }[] }
  | { kind: 'tariff'; on: CompiledExpression; periods: readonly { from: number; until: number; amount: CompiledAmount }[] };

/** One clause of an item on one route: when it holds, and what the clause says. */
export type CompiledClause<Clause> = { readonly clause: Clause; readonly when: Compiled };

/** An item on one route, with the clauses that concern this route. */
export type ItemOnRoute<Item, Clause> = {
  readonly item: Item;
  readonly clauses: readonly CompiledClause<Clause>[];
  /** Any of the clauses: the item is asked for. */
  readonly when: Compiled;
};

export type ClauseOf<Item extends { applies: readonly unknown[] }> = Item['applies'][number];

export type FeeOnRoute = ItemOnRoute<Fee, ClauseOf<Fee>> & {
  readonly amount: CompiledAmount;
  /** One per clause, in the same order. */
  readonly quantities: readonly CompiledExpression[];
};

export type DocumentOnRoute = ItemOnRoute<Document, ClauseOf<Document>> & {
  /** How many pieces, one per clause, in the same order. */
  readonly copies: readonly (CompiledExpression | undefined)[];
};

export type DeadlineOnRoute = ItemOnRoute<Deadline, ClauseOf<Deadline>> & { readonly date: CompiledExpression | undefined };

export type CompiledRoute = {
  readonly index: number;
  readonly route: Route;
  readonly when: Compiled;
  readonly blockers: readonly ItemOnRoute<Blocker, ClauseOf<Blocker>>[];
  readonly warnings: readonly ItemOnRoute<Warning, ClauseOf<Warning>>[];
  readonly documents: readonly DocumentOnRoute[];
  readonly fees: readonly FeeOnRoute[];
  readonly steps: readonly ItemOnRoute<Step, ClauseOf<Step>>[];
  readonly deadlines: readonly DeadlineOnRoute[];
  readonly duties: readonly ItemOnRoute<Duty, ClauseOf<Duty>>[];
};

export type CompiledQuestion = {
  readonly index: number;
  readonly question: Question;
  readonly asked: Compiled;
  readonly mustHold: readonly Compiled[];
  readonly onlyIf: ReadonlyMap<string, Compiled>;
  readonly least: CompiledExpression | undefined;
  readonly most: CompiledExpression | undefined;
};

/** A pack that is ready to assess. Made once; read-only from then on. */
export type CompiledPack = {
  readonly pack: Pack;
  readonly scope: Scope;
  readonly program: Program;
  readonly questions: readonly CompiledQuestion[];
  readonly routes: readonly CompiledRoute[];
  /** Named conditions as trees, by id. */
  readonly conditions: ReadonlyMap<string, Condition>;
  /** Derived values as trees, by id. */
  readonly values: ReadonlyMap<string, Expression>;
};

/** Names of the things a pack defines, for readers of its conditions. */
export function scopeOf(pack: Pack): Scope {
  return {
    questions: new Map(pack.questions.map((question) => [question.id, question])),
    derived: new Map(pack.derived.map((derived) => [derived.id, derived])),
    groups: new Map(pack.groups.map((group) => [group.id, group])),
    routeSets: pack.routeSets,
    routeIds: new Set(pack.routes.map((route) => route.id)),
  };
}

/**
 * Compiles a linked pack to closures (no `eval`). A few milliseconds; keep the result.
 *
 * @param pack a pack that `linkPack` has accepted
 * @throws {PackBug} if the pack has a fault that linking should have refused
 */
export function compilePack(pack: Pack): CompiledPack {
  return new PackCompiler(pack).compile();
}

class PackCompiler {
  private readonly scope: Scope;
  private readonly reader: ConditionReader;
  private readonly faults: FaultList;
  private readonly compiler: Compiler;
  private readonly strictCompiler: Compiler;
  private readonly conditionTrees = new Map<string, Condition>();
  private readonly valueTrees = new Map<string, Expression>();
  private readonly questionIndex: ReadonlyMap<string, number>;
  private readonly readsOf = new Map<string, readonly number[]>();
  private readonly clauseRoutes = new Map<RouteClause, ReadonlySet<string>>();

  constructor(private readonly pack: Pack) {
    this.scope = scopeOf(pack);
    this.faults = new FaultList(pack.id);
    this.reader = new ConditionReader(this.scope, this.faults);
    this.questionIndex = new Map(pack.questions.map((question, index) => [question.id, index]));
    for (const derived of pack.derived) {
      if ('when' in derived) this.conditionTrees.set(derived.id, this.reader.readCondition(derived.when, derived.id));
      else this.valueTrees.set(derived.id, this.reader.readExpression(derived.value, derived.id).tree);
    }
    const conditionIndex = indexKeys(this.conditionTrees);
    const valueIndex = indexKeys(this.valueTrees);
    const positions = {
      question: (id: string) => position(this.questionIndex, id),
      condition: (id: string) => position(conditionIndex, id),
      value: (id: string) => position(valueIndex, id),
      holidays: new Set(pack.holidays.map((holiday) => dayOr(holiday.date, 0))),
    };
    this.compiler = new Compiler(positions);
    this.strictCompiler = new Compiler(positions, true);
  }

  compile(): CompiledPack {
    const questions = this.pack.questions.map((question, index) => this.compileQuestion(question, index));
    const conditions = [...this.conditionTrees.values()];
    const program: Program = {
      questions: questions.map(({ question, asked }) => ({ mayBeUnknown: question.unknown !== false, asked: asked.node })),
      conditions: conditions.map((tree) => this.compiler.compile(tree)),
      strictConditions: conditions.map((tree) => this.strictCompiler.compile(tree)),
      values: [...this.valueTrees.values()].map((tree) => this.compiler.compileExpression(tree)),
    };
    const routes = this.pack.routes.map((route, index) => this.compileRoute(route, index));
    if (this.faults.faults.length > 0) throw new PackBug(JSON.stringify(this.faults.faults));
    return {
      pack: this.pack,
      scope: this.scope,
      program,
      questions,
      routes,
      conditions: this.conditionTrees,
      values: this.valueTrees,
    };
  }

  private compileQuestion(question: Question, index: number): CompiledQuestion {
    const limit = (value: number | string | undefined): CompiledExpression | undefined =>
      value === undefined ? undefined : this.expression(value, question.id);
    return {
      index,
      question,
      asked: this.condition(question.askedWhen, question.id, this.strictCompiler),
      mustHold: (question.mustHold ?? []).map((json) => this.condition(json, question.id)),
      onlyIf: new Map((question.options ?? []).flatMap(({ id, onlyIf }) => (onlyIf ? [[id, this.condition(onlyIf, question.id)]] : []))),
      least: limit(question.range?.least),
      most: limit(question.range?.most),
    };
  }

  private compileRoute(route: Route, index: number): CompiledRoute {
    const on = <Item extends { id: string; applies: readonly RouteClause[] }>(items: readonly Item[]): ItemOnRoute<Item, ClauseOf<Item>>[] =>
      items.flatMap((item) => this.itemOnRoute(item, route.id));
    return {
      index,
      route,
      when: this.finish(inForce(route, this.reader.readCondition(route.when, route.id))),
      blockers: on(this.pack.blockers),
      warnings: on(this.pack.warnings),
      documents: on(this.pack.documents).map((entry) => ({
        ...entry,
        copies: entry.clauses.map(({ clause }) => {
          const copies = clause.copies ?? entry.item.copies;
          return copies === undefined ? undefined : this.expression(copies, entry.item.id);
        }),
      })),
      fees: on(this.pack.fees).map((entry) => ({
        ...entry,
        amount: this.amount(entry.item.amount, entry.item.id),
        quantities: entry.clauses.map(({ clause }) => this.expression(clause.quantity ?? entry.item.quantity ?? 1, entry.item.id)),
      })),
      steps: on(this.pack.steps),
      deadlines: on(this.pack.deadlines).map((entry) => ({
        ...entry,
        date: entry.item.date === undefined ? undefined : this.expression(entry.item.date, entry.item.id),
      })),
      duties: on(this.pack.duties),
    };
  }

  private itemOnRoute<Item extends { id: string; applies: readonly RouteClause[] }>(item: Item, route: string): ItemOnRoute<Item, ClauseOf<Item>>[] {
    const clauses = (item.applies as readonly ClauseOf<Item>[])
      .filter((clause) => this.routesOf(clause as RouteClause).has(route))
      .map((clause) => {
        const tree = inForce(item as InForce, this.reader.readCondition((clause as RouteClause).when, item.id));
        return { clause, when: this.finish(tree) };
      });
    if (clauses.length === 0) return [];
    return [{ item, clauses, when: this.finish(anyOf(clauses.map((entry) => entry.when.tree))) }];
  }

  /** The routes of a clause, found once: every clause is asked about every route. */
  private routesOf(clause: RouteClause): ReadonlySet<string> {
    const known = this.clauseRoutes.get(clause);
    if (known) return known;
    const except = new Set(expandRoutes(clause.except ?? [], this.scope));
    const routes = new Set(expandRoutes(clause.routes, this.scope).filter((route) => !except.has(route)));
    this.clauseRoutes.set(clause, routes);
    return routes;
  }

  private amount(json: AmountJson, id: string): CompiledAmount {
    if ('exact' in json) return { kind: 'exact', value: this.expression(json.exact, id) };
    if ('indicative' in json) return { kind: 'indicative', ...json.indicative };
    if ('unconfirmed' in json) return { kind: 'unconfirmed', estimate: json.estimate };
    if ('cases' in json) {
      return {
        kind: 'cases',
        cases: json.cases.map((entry) => ({
          when: this.condition(entry.when as ConditionJson | undefined, id),
          amount: this.amount(entry.amount, id),
        })),
      };
    }
    return {
      kind: 'tariff',
      on: this.expression(json.on, id),
      periods: json.tariff.map((period) => ({
        from: dayOr(period.from, -Infinity),
        until: dayOr(period.until, Infinity),
        amount: this.amount(period.amount, id),
      })),
    };
  }

  private condition(json: ConditionJson | undefined, path: string, compiler = this.compiler): Compiled {
    return this.finish(this.reader.readCondition(json, path), compiler);
  }

  private finish(tree: Condition, compiler = this.compiler): Compiled {
    return { tree, node: compiler.compile(tree), reads: this.findReads(tree) };
  }

  private expression(json: ExpressionJson, path: string): CompiledExpression {
    const { tree } = this.reader.readExpression(json, path);
    return { tree, node: this.compiler.compileExpression(tree), reads: this.findReads(tree) };
  }

  private findReads(root: Condition | Expression): readonly number[] {
    const found = new Set<number>();
    walk(root, (node) => {
      if ('question' in node) found.add(position(this.questionIndex, node.question));
      if (node.kind === 'named' || node.kind === 'derived') for (const index of this.readsOfDerived(node.id)) found.add(index);
    });
    return [...found].sort((a, b) => a - b);
  }

  private readsOfDerived(id: string): readonly number[] {
    const known = this.readsOf.get(id);
    if (known) return known;
    const tree = this.conditionTrees.get(id) ?? this.valueTrees.get(id);
    const reads = this.findReads(tree ?? ALWAYS);
    this.readsOf.set(id, reads);
    return reads;
  }
}

type RouteClause = { routes: readonly string[]; except?: readonly string[] | undefined; when?: ConditionJson | undefined };

/** Is the clause about this route? */
export function concerns(clause: Pick<RouteClause, 'routes' | 'except'>, route: string, scope: Pick<Scope, 'routeSets'>): boolean {
  return expandRoutes(clause.routes, scope).includes(route) && !expandRoutes(clause.except ?? [], scope).includes(route);
}

/** An item with `from` or `until` holds only on days in between. */
type InForce = { from?: string | undefined; until?: string | undefined };

function inForce(item: InForce, when: Condition): Condition {
  const asOf: Expression = { kind: 'asOf' };
  const limits: Condition[] = [];
  if (item.from) limits.push({ kind: 'compare', left: asOf, comparison: '>=', right: { kind: 'day', value: dayOr(item.from, 0) } });
  if (item.until) limits.push({ kind: 'compare', left: asOf, comparison: '<=', right: { kind: 'day', value: dayOr(item.until, 0) } });
  return allOf([...limits, when]);
}

function dayOr(text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : (parseDate(text) ?? otherwise);
}

function position(index: ReadonlyMap<string, number>, id: string): number {
  const found = index.get(id);
  if (found === undefined) throw new PackBug(`No such id: ${id}`);
  return found;
}

function indexKeys(map: ReadonlyMap<string, unknown>): ReadonlyMap<string, number> {
  return new Map([...map.keys()].map((key, index) => [key, index]));
}

/** The state of a pack for a set of answers on a day. Answers to unknown questions are ignored. */
export function createState(compiled: CompiledPack, answers: Answers, asOf: number): State {
  const values: (Answer | undefined)[] = compiled.questions.map(({ question }) => (Object.hasOwn(answers, question.id) ? answers[question.id] : undefined));
  return new State(compiled.program, values, asOf);
}
