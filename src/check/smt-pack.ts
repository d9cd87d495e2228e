import type { CompiledPack, CompiledQuestion, CompiledRoute, Condition, Expression, ItemOnRoute, Question } from '../rules/index.ts';
import { assertNever, PackBug } from '../rules/index.ts';
import type { SmtAnswer, SmtAnswers } from './smt-answers.ts';
import { SmtCalendar } from './smt-calendar.ts';
import type { Formula, SmtEngine, Term, Z3 } from './solver.ts';

/** Two rails for three values: certainly true, certainly false; "unknown" is neither. */
export type Rails = { readonly t: Formula; readonly f: Formula };
/** A number or a day, and whether there is one. */
type SmtValue = {
  readonly term: Term;
  readonly known: Formula;
  /** For numbers that are one of several constants: their product with a term, case by case, which keeps quotas by table linear. */
  readonly scale?: (term: Term) => Term;
};

/**
 * The rules of one pack as formulas over shared answer variables: a second, independent reading of the same trees. It reads complete
 * answer sets, in which every question is answered, perhaps with "I don't know".
 */
export class SmtPack {
  private readonly z3: Z3;
  private readonly calendar: SmtCalendar;
  private readonly yes: Formula;
  private readonly no: Formula;
  private readonly named = new Map<string, Rails>();
  private readonly asked = new Map<string, Rails>();
  private readonly derived = new Map<string, SmtValue>();
  private readonly questions: ReadonlyMap<string, CompiledQuestion>;
  /** Things that the solver sees more freely than they are (working days): "can't be" stays true, "can be" needs a replay. */
  readonly freer: string[] = [];

  constructor(
    engine: SmtEngine,
    readonly compiled: CompiledPack,
    readonly answers: SmtAnswers,
  ) {
    this.z3 = engine.z3;
    this.calendar = new SmtCalendar(this.z3);
    this.yes = this.z3.Bool.val(true);
    this.no = this.z3.Bool.val(false);
    this.questions = new Map(compiled.questions.map((entry) => [entry.question.id, entry]));
    for (const { question } of compiled.questions) answers.of(question);
  }

  and(...parts: readonly Formula[]): Formula {
    const rest = parts.filter((part) => part !== this.yes);
    if (rest.includes(this.no)) return this.no;
    return rest.length === 0 ? this.yes : rest.length === 1 ? (rest[0] as Formula) : this.z3.And(...rest);
  }

  or(...parts: readonly Formula[]): Formula {
    const rest = parts.filter((part) => part !== this.no);
    if (rest.includes(this.yes)) return this.yes;
    return rest.length === 0 ? this.no : rest.length === 1 ? (rest[0] as Formula) : this.z3.Or(...rest);
  }

  not(part: Formula): Formula {
    if (part === this.yes) return this.no;
    return part === this.no ? this.yes : this.z3.Not(part);
  }

  /** A condition on the two rails; `route` is the route whose list is being made. */
  read(tree: Condition, route?: string, strict = false): Rails {
    const inner = (part: Condition): Rails => this.read(part, route, strict);
    switch (tree.kind) {
      case 'constant':
        return this.certainly(tree.value);
      case 'all': {
        const parts = tree.of.map(inner);
        return { t: this.and(...parts.map((part) => part.t)), f: this.or(...parts.map((part) => part.f)) };
      }
      case 'any': {
        const parts = tree.of.map(inner);
        return { t: this.or(...parts.map((part) => part.t)), f: this.and(...parts.map((part) => part.f)) };
      }
      case 'not': {
        const part = inner(tree.of);
        return { t: part.f, f: part.t };
      }
      case 'named':
        return this.readNamed(tree.id, strict);
      case 'route':
        return this.certainly(tree.ids.includes(route ?? ''));
      case 'member':
      case 'includes':
        return this.readTest(tree, strict);
      case 'compare':
        return this.readComparison(tree, strict);
      default:
        return assertNever(tree);
    }
  }

  private certainly(value: boolean): Rails {
    return value ? { t: this.yes, f: this.no } : { t: this.no, f: this.yes };
  }

  private readNamed(id: string, strict: boolean): Rails {
    const key = `${strict ? 'strict ' : ''}${id}`;
    const known = this.named.get(key);
    if (known) return known;
    const tree = this.compiled.conditions.get(id);
    if (!tree) throw new PackBug(`No such named condition: ${id}`);
    const rails = this.read(tree, undefined, strict);
    this.named.set(key, rails);
    return rails;
  }

  /** When the question makes sense. */
  askedOf(id: string): Rails {
    const known = this.asked.get(id);
    if (known) return known;
    const rails = this.read(this.question(id).asked.tree, undefined, true);
    this.asked.set(id, rails);
    return rails;
  }

  private question(id: string): CompiledQuestion {
    const found = this.questions.get(id);
    if (!found) throw new PackBug(`No such question: ${id}`);
    return found;
  }

  /** An answer counts where its question makes sense and it is not "I don't know". */
  private counts(id: string): Formula {
    return this.and(this.not(this.askedOf(id).f), this.not(this.answers.of(this.question(id).question).unknown));
  }

  private readTest(tree: Extract<Condition, { kind: 'member' | 'includes' }>, strict: boolean): Rails {
    const answer = this.answers.of(this.question(tree.question).question);
    const counts = this.counts(tree.question);
    const holds = this.holdsFor(answer, tree.kind === 'member' ? tree.values.map(String) : tree.options);
    const notAsked = strict ? this.askedOf(tree.question).f : this.no;
    return { t: this.and(counts, holds), f: this.or(this.and(counts, this.not(holds)), notAsked) };
  }

  private holdsFor(answer: SmtAnswer, ids: readonly string[]): Formula {
    if (answer.kind === 'number') return this.no;
    const known = answer.kind === 'one' ? answer.values : answer.options;
    return this.or(...ids.flatMap((id) => known.get(id) ?? []));
  }

  private readComparison({ left, comparison, right }: Extract<Condition, { kind: 'compare' }>, strict: boolean): Rails {
    const [a, b] = [this.compute(left), this.compute(right)];
    const known = this.and(a.known, b.known);
    const holds = this.compare(a.term, comparison, b.term);
    const direct = [left, right].flatMap((side) => (side.kind === 'answer' ? [this.askedOf(side.question).f] : []));
    const notAsked = strict ? this.and(this.not(known), this.or(...direct)) : this.no;
    return { t: this.and(known, holds), f: this.or(this.and(known, this.not(holds)), notAsked) };
  }

  private compare(left: Term, comparison: string, right: Term): Formula {
    const [a, b] = this.align(left, right);
    switch (comparison) {
      case '=':
        return a.eq(b);
      case '!=':
        return this.not(a.eq(b));
      case '<':
        return a.lt(b);
      case '<=':
        return a.le(b);
      case '>':
        return a.gt(b);
      default:
        return a.ge(b);
    }
  }

  /** The two terms have different values. */
  differs(left: Term, right: Term): Formula {
    return this.compare(left, '!=', right);
  }

  /** Whole and real numbers do not mix in the solver. */
  private align(a: Term, b: Term): [Term, Term] {
    const { z3 } = this;
    if (z3.isInt(a) === z3.isInt(b)) return [a, b];
    return [z3.isInt(a) ? z3.ToReal(a) : a, z3.isInt(b) ? z3.ToReal(b) : b];
  }

  private value(term: Term): SmtValue {
    return { term, known: this.yes };
  }

  private constant(value: number): SmtValue {
    const term = this.literal(value);
    return { term, known: this.yes, scale: (other) => this.multiply(other, term) };
  }

  private multiply(left: Term, right: Term): Term {
    const [a, b] = this.align(left, right);
    return a.mul(b);
  }

  /** Both branches, aligned; scaled branch by branch where both can be. */
  private choose(test: Formula, then: SmtValue, otherwise: SmtValue): Pick<SmtValue, 'term' | 'scale'> {
    const either = (a: Term, b: Term): Term => {
      const [x, y] = this.align(a, b);
      return this.z3.If(test, x, y) as Term;
    };
    const [first, second] = [then.scale, otherwise.scale];
    const term = either(then.term, otherwise.term);
    return first && second ? { term, scale: (other) => either(first(other), second(other)) } : { term };
  }

  private literal(value: number): Term {
    if (Number.isSafeInteger(value)) return this.z3.Int.val(value);
    return this.z3.Real.val(String(value));
  }

  /** An expression as a term, and whether it has a value. */
  compute(tree: Expression): SmtValue {
    switch (tree.kind) {
      case 'number':
      case 'day':
        return this.constant(tree.value);
      case 'asOf':
        return this.value(this.answers.asOf);
      case 'answer':
      case 'chosen':
        return this.computeAnswer(this.question(tree.question).question);
      case 'derived':
        return this.computeDerived(tree.id);
      case 'arithmetic':
        return tree.of.map((part) => this.compute(part)).reduce((a, b) => this.operate(tree.operator, a, b));
      case 'round':
        return this.computeRound(tree);
      case 'if':
        return this.computeIf(tree);
      case 'lookup':
        return this.computeLookup(tree);
      case 'shift':
        return this.computeShift(tree);
      case 'between':
        return this.computeBetween(tree);
      default:
        return assertNever(tree);
    }
  }

  private computeAnswer(question: Question): SmtValue {
    const answer = this.answers.of(question);
    const known = this.counts(question.id);
    if (answer.kind === 'number') return { term: answer.term, known };
    if (answer.kind === 'one') throw new PackBug(`Not a number: ${question.id}`);
    const ones = [...answer.options.values()].map((option) => this.z3.If(option, this.z3.Int.val(1), this.z3.Int.val(0)) as Term);
    return { term: this.z3.Sum(...(ones as [Term, ...Term[]])) as Term, known };
  }

  private computeDerived(id: string): SmtValue {
    const known = this.derived.get(id);
    if (known) return known;
    const tree = this.compiled.values.get(id);
    if (!tree) throw new PackBug(`No such derived value: ${id}`);
    const value = this.compute(tree);
    this.derived.set(id, value);
    return value;
  }

  private operate(operator: string, left: SmtValue, right: SmtValue): SmtValue {
    const known = this.and(left.known, right.known);
    const [a, b] = this.align(left.term, right.term);
    switch (operator) {
      case 'plus':
        return { term: a.add(b), known };
      case 'minus':
        return { term: a.sub(b), known };
      case 'times': {
        if (left.scale && right.scale) return { term: this.multiply(a, b), known };
        const product = left.scale ? left.scale(right.term) : right.scale ? right.scale(left.term) : this.multiply(a, b);
        return { term: product, known };
      }
      case 'least':
        return { term: this.z3.If(a.le(b), a, b) as Term, known };
      case 'greatest':
        return { term: this.z3.If(a.ge(b), a, b) as Term, known };
      default: {
        const [top, bottom] = [a, b].map((term) => (this.z3.isInt(term) ? this.z3.ToReal(term) : term)) as [Term, Term];
        return { term: top.div(bottom), known: this.and(known, this.not(bottom.eq(0))) };
      }
    }
  }

  private computeRound(tree: Extract<Expression, { kind: 'round' }>): SmtValue {
    const { term, known } = this.compute(tree.of);
    if (this.z3.isInt(term)) return { term, known };
    const floor = (real: Term): Term => this.z3.ToInt(real);
    return { term: tree.direction === 'down' ? floor(term) : floor(term.neg()).neg(), known };
  }

  private computeIf(tree: Extract<Expression, { kind: 'if' }>): SmtValue {
    const { t, f } = this.read(tree.condition);
    const [then, otherwise] = [this.compute(tree.then), this.compute(tree.else)];
    const same = this.and(then.known, otherwise.known, this.compare(then.term, '=', otherwise.term));
    return { ...this.choose(f, otherwise, then), known: this.or(this.and(t, then.known), this.and(f, otherwise.known), same) };
  }

  private computeLookup(tree: Extract<Expression, { kind: 'lookup' }>): SmtValue {
    const key = this.compute(tree.of);
    const otherwise = tree.else ? this.compute(tree.else) : { ...this.constant(0), known: this.no };
    return tree.rows.reduceRight<SmtValue>(
      (rest, [from, to]) => {
        const hit = this.compare(key.term, '=', this.literal(from));
        return { ...this.choose(hit, this.constant(to), rest), known: this.and(key.known, this.or(hit, rest.known)) };
      },
      { ...otherwise, known: this.and(key.known, otherwise.known) },
    );
  }

  private computeShift(tree: Extract<Expression, { kind: 'shift' }>): SmtValue {
    const { term, known } = this.compute(tree.of);
    const moved = (tree.months === 0 ? term : this.calendar.addMonths(term, tree.months)).add(tree.days);
    if (tree.workingDays === 0) return { term: moved, known };
    return { term: this.freely(moved, tree.workingDays), known };
  }

  /** Working days skip weekends and holidays: between the number of days itself and two and a half times as many, and a week. */
  private freely(from: Term, workingDays: number): Term {
    const moved = this.z3.Int.const(`workingDays${this.freer.length}`);
    const direction = Math.sign(workingDays);
    const least = Math.abs(workingDays);
    const distance = direction > 0 ? moved.sub(from) : from.sub(moved);
    this.answers.domain.push(distance.ge(least), distance.le(Math.ceil(least * 2.5) + 7));
    this.freer.push(String(workingDays));
    return moved;
  }

  private computeBetween(tree: Extract<Expression, { kind: 'between' }>): SmtValue {
    const [from, to] = [this.compute(tree.from), this.compute(tree.to)];
    const known = this.and(from.known, to.known);
    if (tree.unit === 'days') return { term: to.term.sub(from.term), known };
    const count =
      tree.unit === 'months' ? this.calendar.countMonths(from.term, to.term) : this.calendar.countBegunMonths(from.term, to.term);
    return { term: count, known };
  }

  /** The answer set is one that `assess` accepts: offered options, limits, ties. Call `answers.domain` after building all formulas. */
  lawful(): Formula {
    return this.and(...this.compiled.questions.map((entry) => this.lawfulAnswer(entry)));
  }

  private lawfulAnswer({ question, mustHold, onlyIf, least, most }: CompiledQuestion): Formula {
    const answer = this.answers.of(question);
    const rules: Formula[] = mustHold.map(({ tree }) => this.not(this.read(tree).f));
    for (const [id, { tree }] of onlyIf) rules.push(this.or(this.not(this.holdsFor(answer, [id])), this.not(this.read(tree).f)));
    if (answer.kind === 'number' && !answer.isDate) {
      for (const [limit, comparison] of [
        [least, '>='],
        [most, '<='],
      ] as const) {
        if (!limit || limit.tree.kind === 'number') continue;
        const { term, known } = this.compute(limit.tree);
        rules.push(this.or(this.not(known), this.compare(answer.term, comparison, term)));
      }
    }
    return this.or(this.askedOf(question.id).f, answer.unknown, this.and(...rules));
  }

  noUnknowns(): Formula {
    return this.and(...this.answers.unknowns.map((unknown) => this.not(unknown)));
  }

  when(route: CompiledRoute): Rails {
    return this.read(route.when.tree, route.route.id);
  }

  item(route: CompiledRoute, entry: Pick<ItemOnRoute<unknown, unknown>, 'when'>): Rails {
    return this.read(entry.when.tree, route.route.id);
  }

  /** The verdicts of a route, one formula each. */
  verdict(route: CompiledRoute): { available: Formula; blocked: Formula; possible: Formula } {
    const when = this.when(route);
    const blockers = route.blockers.map((blocker) => ({ ...this.item(route, blocker), open: blocker.item.ifUnknown === 'open' }));
    const held = this.or(...blockers.map((blocker) => blocker.t));
    const doubtful = this.or(...blockers.filter((blocker) => blocker.open).map((blocker) => this.not(this.or(blocker.t, blocker.f))));
    return {
      available: this.and(when.t, this.not(held), this.not(doubtful)),
      blocked: this.and(when.t, held),
      possible: this.or(this.and(this.not(when.t), this.not(when.f)), this.and(when.t, this.not(held), doubtful)),
    };
  }

  /** The outcomes, one formula each, by the same ladder as the engine's. */
  outcomes(): Readonly<Record<'no-permit-needed' | 'permit' | 'blocked' | 'ask-authority' | 'not-possible' | 'undetermined', Formula>> {
    const verdicts = this.compiled.routes.map((route) => ({ kind: route.route.kind, ...this.verdict(route) }));
    const any = (verdict: 'available' | 'blocked' | 'possible', kinds: readonly string[]): Formula =>
      this.or(...verdicts.filter(({ kind }) => kinds.includes(kind)).map((entry) => entry[verdict]));
    const all = ['exempt', 'permit', 'refer', 'closed'];
    const rungs: [keyof ReturnType<SmtPack['outcomes']>, Formula][] = [
      ['no-permit-needed', any('available', ['exempt'])],
      ['permit', any('available', ['permit'])],
      ['undetermined', any('possible', ['exempt', 'permit'])],
      ['blocked', any('blocked', all)],
      ['ask-authority', any('available', ['refer'])],
      ['undetermined', any('possible', all)],
      ['not-possible', any('available', ['closed'])],
    ];
    const found: Record<string, Formula> = {};
    let none: Formula = this.yes;
    for (const [outcome, holds] of rungs) {
      found[outcome] = this.or(found[outcome] ?? this.no, this.and(none, holds));
      none = this.and(none, this.not(holds));
    }
    found['undetermined'] = this.or(found['undetermined'] ?? this.no, none);
    return found as ReturnType<SmtPack['outcomes']>;
  }
}
