import { parseDate } from './calendar-date.ts';
import type { Comparison, Condition, Expression, Literal } from './condition.ts';
import { allOf, ALWAYS } from './condition.ts';
import { findNearest } from './fault.ts';
import type { ComparisonWord, ConditionJson, ExpressionJson, Period, ShareJson } from './schema/condition-schema.ts';
import type { Question } from './schema/pack-schema.ts';
import type { FaultList, Scope } from './scope.ts';
import { expandRoutes } from './scope.ts';

/** Numbers and dates must not be mixed; a fault says so. */
export type ValueKind = 'number' | 'date';

const WORDS: Record<ComparisonWord | 'before' | 'onOrBefore' | 'after' | 'onOrAfter', Comparison> = {
  equals: '=',
  isNot: '!=',
  atLeast: '>=',
  atMost: '<=',
  moreThan: '>',
  lessThan: '<',
  before: '<',
  onOrBefore: '<=',
  after: '>',
  onOrAfter: '>=',
};
const DATE_WORDS = new Set(['before', 'onOrBefore', 'after', 'onOrAfter']);

/** Turns the JSON of a condition into a tree; every fault goes into `faults`, with its path. */
export class ConditionReader {
  constructor(
    private readonly scope: Scope,
    private readonly faults: FaultList,
  ) {}

  readCondition(json: ConditionJson | undefined, path: string): Condition {
    if (json === undefined) return ALWAYS;
    return allOf(Object.entries(json).map(([key, value]) => this.readPart(key, value, `${path}.${key}`)));
  }

  private readPart(key: string, value: unknown, path: string): Condition {
    switch (key) {
      case 'all':
        return allOf(this.readList(value as ConditionJson[], path));
      case 'any':
        return { kind: 'any', of: this.readList(value as ConditionJson[], path) };
      case 'not':
        return { kind: 'not', of: this.readCondition(value as ConditionJson, path) };
      case 'compare':
        return this.readCompare(value as [ExpressionJson, ComparisonWord, ExpressionJson], path);
      case 'share':
        return this.readShare(value as ShareJson, path);
      case 'route':
        return this.readRoute(typeof value === 'string' ? [value] : (value as string[]), path);
      default:
        return this.readTest(key, value, path);
    }
  }

  private readList(list: readonly ConditionJson[], path: string): Condition[] {
    return list.map((part, index) => this.readCondition(part, `${path}[${index}]`));
  }

  private readRoute(names: readonly string[], path: string): Condition {
    const ids = expandRoutes(names, this.scope);
    for (const id of ids) if (!this.scope.routeIds.has(id)) this.faults.addUnknownId(path, 'a route', id, this.scope.routeIds);
    return { kind: 'route', ids };
  }

  private readCompare(json: [ExpressionJson, ComparisonWord, ExpressionJson], path: string): Condition {
    const left = this.readExpression(json[0], `${path}[0]`);
    const right = this.readExpression(json[2], `${path}[2]`);
    this.expectSameKind(left.kind, right.kind, path);
    return { kind: 'compare', left: left.tree, comparison: WORDS[json[1]], right: right.tree };
  }

  /** part × 100 ≤ percent × whole: compared cross-multiplied, never divided. */
  private readShare(json: ShareJson, path: string): Condition {
    const part = this.readNumber(json.of, `${path}.of`);
    const whole = this.readNumber(json.in, `${path}.in`);
    const scaled: Expression = { kind: 'arithmetic', operator: 'times', of: [part, { kind: 'number', value: 100 }] };
    const limit = (percent: ExpressionJson, key: string): Expression => ({
      kind: 'arithmetic',
      operator: 'times',
      of: [this.readNumber(percent, `${path}.${key}`), whole],
    });
    const parts: Condition[] = [];
    if (json.atMostPercent !== undefined) {
      parts.push({ kind: 'compare', left: scaled, comparison: '<=', right: limit(json.atMostPercent, 'atMostPercent') });
    }
    if (json.atLeastPercent !== undefined) {
      parts.push({ kind: 'compare', left: scaled, comparison: '>=', right: limit(json.atLeastPercent, 'atLeastPercent') });
    }
    if (parts.length === 0) this.faults.add(path, 'atMostPercent or atLeastPercent', json);
    return allOf(parts);
  }

  private readTest(id: string, test: unknown, path: string): Condition {
    const question = this.scope.questions.get(id);
    if (question) return this.readQuestionTest(question, test, path);
    const derived = this.scope.derived.get(id);
    if (derived && 'when' in derived) {
      if (typeof test !== 'boolean') this.faults.add(path, 'true or false (without quotation marks), since this is a named condition', test);
      const named: Condition = { kind: 'named', id };
      return test === false ? { kind: 'not', of: named } : named;
    }
    if (derived) return this.readComparisons({ kind: 'derived', id }, this.kindOfDerived(id), test, path);
    this.faults.addUnknownId(path, 'a question, named condition or derived value', id, [
      ...this.scope.questions.keys(),
      ...this.scope.derived.keys(),
    ]);
    return ALWAYS;
  }

  private readQuestionTest(question: Question, test: unknown, path: string): Condition {
    if (Array.isArray(test)) return this.readMember(question, test as Literal[], path);
    if (typeof test !== 'object' || test === null) return this.readMember(question, [test as Literal], path);
    const { in: isIn, notIn, isNot, includes, includesAny, includesNone, ...comparisons } = test as Record<string, unknown>;
    const parts: Condition[] = [];
    if (isIn !== undefined) parts.push(this.readGroup(question, isIn, `${path}.in`));
    if (notIn !== undefined) parts.push({ kind: 'not', of: this.readGroup(question, notIn, `${path}.notIn`) });
    if (isNot !== undefined) parts.push({ kind: 'not', of: this.readMember(question, [isNot as Literal], `${path}.isNot`) });
    if (includes !== undefined) parts.push(this.readIncludes(question, [includes as string], `${path}.includes`));
    if (includesAny !== undefined) parts.push(this.readIncludes(question, includesAny as string[], `${path}.includesAny`));
    if (includesNone !== undefined) {
      parts.push({ kind: 'not', of: this.readIncludes(question, includesNone as string[], `${path}.includesNone`) });
    }
    if (Object.keys(comparisons).length > 0) {
      const kind = kindOfQuestion(question);
      if (kind === undefined) this.faults.add(path, `a test that fits a question of type ${question.type}`, comparisons);
      else parts.push(this.readComparisons({ kind: 'answer', question: question.id }, kind, comparisons, path));
    }
    return allOf(parts);
  }

  private readGroup(question: Question, value: unknown, path: string): Condition {
    if (Array.isArray(value)) return this.readMember(question, value as Literal[], path);
    const id = value as string;
    const group = this.scope.groups.get(id);
    if (!group) {
      this.faults.addUnknownId(path, 'a country group', id, this.scope.groups.keys());
      return ALWAYS;
    }
    if (question.type !== 'country') this.faults.add(path, 'a question of type country', question.type);
    return { kind: 'member', question: question.id, values: group.members, group: id };
  }

  private readMember(question: Question, values: readonly Literal[], path: string): Condition {
    for (const value of values) {
      const fits = fitsQuestion(question, value);
      if (fits !== true) this.faults.add(path, fits, value);
    }
    if (kindOfQuestion(question) !== undefined) {
      const answer: Expression = { kind: 'answer', question: question.id };
      const equal = values.map((value): Condition => {
        return { kind: 'compare', left: answer, comparison: '=', right: { kind: 'number', value: Number(value) } };
      });
      const [only] = equal;
      return equal.length === 1 && only ? only : { kind: 'any', of: equal };
    }
    return { kind: 'member', question: question.id, values };
  }

  private readIncludes(question: Question, options: readonly string[], path: string): Condition {
    if (question.type !== 'any') this.faults.add(path, 'a question of type "any"', question.type);
    const known = (question.options ?? []).map((option) => option.id);
    for (const option of options) {
      if (!known.includes(option)) this.faults.addUnknownId(path, `an option of ${question.id}`, option, known);
    }
    return { kind: 'includes', question: question.id, options };
  }

  private readComparisons(left: Expression, kind: ValueKind, test: unknown, path: string): Condition {
    if (typeof test === 'number') return { kind: 'compare', left, comparison: '=', right: { kind: 'number', value: test } };
    if (typeof test !== 'object' || test === null || Array.isArray(test)) {
      this.faults.add(path, kind === 'date' ? 'before, onOrBefore, after or onOrAfter' : 'a number, or atLeast, atMost, moreThan, lessThan', test);
      return ALWAYS;
    }
    return allOf(
      Object.entries(test as Record<string, ExpressionJson>).map(([word, json]): Condition => {
        const here = `${path}.${word}`;
        const comparison = (WORDS as Record<string, Comparison | undefined>)[word];
        if (comparison === undefined || (DATE_WORDS.has(word) && kind !== 'date')) {
          this.faults.add(here, kind === 'date' ? 'before, onOrBefore, after or onOrAfter' : 'atLeast, atMost, moreThan, lessThan or equals', word);
          return ALWAYS;
        }
        const right = this.readExpression(json, here);
        this.expectSameKind(kind, right.kind, here);
        return { kind: 'compare', left, comparison, right: right.tree };
      }),
    );
  }

  readNumber(json: ExpressionJson, path: string): Expression {
    const { tree, kind } = this.readExpression(json, path);
    if (kind !== 'number') this.faults.add(path, 'a number', json);
    return tree;
  }

  readExpression(json: ExpressionJson, path: string): { tree: Expression; kind: ValueKind } {
    if (typeof json === 'number') return { tree: { kind: 'number', value: json }, kind: 'number' };
    if (typeof json === 'string') return this.readName(json, path);
    if ('plus' in json && !('date' in json)) return this.readArithmetic('plus', json.plus, `${path}.plus`);
    if ('minus' in json && !('date' in json)) return this.readArithmetic('minus', json.minus, `${path}.minus`);
    if ('times' in json) return this.readArithmetic('times', json.times, `${path}.times`);
    if ('dividedBy' in json) return this.readArithmetic('dividedBy', json.dividedBy, `${path}.dividedBy`);
    if ('least' in json) return this.readArithmetic('least', json.least, `${path}.least`);
    if ('greatest' in json) return this.readArithmetic('greatest', json.greatest, `${path}.greatest`);
    if ('roundUp' in json) return number({ kind: 'round', direction: 'up', of: this.readNumber(json.roundUp, `${path}.roundUp`) });
    if ('roundDown' in json) return number({ kind: 'round', direction: 'down', of: this.readNumber(json.roundDown, `${path}.roundDown`) });
    if ('if' in json) return this.readIf(json, path);
    if ('lookup' in json) return this.readLookup(json, path);
    if ('date' in json) return this.readShift(json, path);
    if ('daysBetween' in json) return this.readBetween('days', json.daysBetween, `${path}.daysBetween`);
    if ('monthsBetween' in json) return this.readBetween('months', json.monthsBetween, `${path}.monthsBetween`);
    if ('begunMonthsBetween' in json) return this.readBetween('begunMonths', json.begunMonthsBetween, `${path}.begunMonthsBetween`);
    return this.readChosen(json.chosen, `${path}.chosen`);
  }

  private readName(id: string, path: string): { tree: Expression; kind: ValueKind } {
    if (id === 'asOf') return { tree: { kind: 'asOf' }, kind: 'date' };
    const day = parseDate(id);
    if (day !== undefined) return { tree: { kind: 'day', value: day }, kind: 'date' };
    const question = this.scope.questions.get(id);
    const kind = question && kindOfQuestion(question);
    if (question && kind) return { tree: { kind: 'answer', question: id }, kind };
    const derived = this.scope.derived.get(id);
    if (derived && 'value' in derived) return { tree: { kind: 'derived', id }, kind: this.kindOfDerived(id) };
    const known = [...this.scope.questions.values()].filter(kindOfQuestion).map((candidate) => candidate.id);
    const values = [...this.scope.derived.values()].filter((candidate) => 'value' in candidate).map((candidate) => candidate.id);
    if (/^\d+[-/.]\d+[-/.]\d+$/.test(id)) {
      this.faults.add(path, 'a date that exists, such as "2026-12-31" (year-month-day)', id);
      return { tree: { kind: 'day', value: 0 }, kind: 'date' };
    }
    if (/^-?\d+([.]\d+)?$/.test(id)) this.faults.add(path, `a number without quotation marks: ${id}`, id);
    else this.faults.addUnknownId(path, 'a numeric or date question, a derived value, a date or asOf', id, [...known, ...values]);
    return { tree: { kind: 'number', value: 0 }, kind: 'number' };
  }

  private readArithmetic(
    operator: 'plus' | 'minus' | 'times' | 'dividedBy' | 'least' | 'greatest',
    list: readonly ExpressionJson[],
    path: string,
  ): { tree: Expression; kind: ValueKind } {
    const parts = list.map((part, index) => this.readExpression(part, `${path}[${index}]`));
    const kinds = new Set(parts.map((part) => part.kind));
    const mayBeDates = operator === 'least' || operator === 'greatest';
    if (kinds.size > 1 || (kinds.has('date') && !mayBeDates)) this.faults.add(path, 'numbers only; shift dates with {"date": …, "plus": …}', list);
    return { tree: { kind: 'arithmetic', operator, of: parts.map((part) => part.tree) }, kind: parts[0]?.kind ?? 'number' };
  }

  private readIf(json: { if: ConditionJson; then: ExpressionJson; else: ExpressionJson }, path: string): { tree: Expression; kind: ValueKind } {
    const condition = this.readCondition(json.if, `${path}.if`);
    const then = this.readExpression(json.then, `${path}.then`);
    const otherwise = this.readExpression(json.else, `${path}.else`);
    this.expectSameKind(then.kind, otherwise.kind, path);
    return { tree: { kind: 'if', condition, then: then.tree, else: otherwise.tree }, kind: then.kind };
  }

  private readLookup(
    json: { lookup: ExpressionJson; rows: readonly (readonly [number, number])[]; else?: ExpressionJson | undefined },
    path: string,
  ): { tree: Expression; kind: ValueKind } {
    const of = this.readNumber(json.lookup, `${path}.lookup`);
    const rest = json.else === undefined ? {} : { else: this.readNumber(json.else, `${path}.else`) };
    return number({ kind: 'lookup', of, rows: json.rows, ...rest });
  }

  private readShift(
    json: { date: ExpressionJson; plus?: Period | undefined; minus?: Period | undefined },
    path: string,
  ): { tree: Expression; kind: ValueKind } {
    const { tree, kind } = this.readExpression(json.date, `${path}.date`);
    if (kind !== 'date') this.faults.add(`${path}.date`, 'a date', json.date);
    const sum = (unit: keyof Period): number => (json.plus?.[unit] ?? 0) - (json.minus?.[unit] ?? 0);
    const months = sum('months') + 12 * sum('years');
    return { tree: { kind: 'shift', of: tree, months, days: sum('days'), workingDays: sum('workingDays') }, kind: 'date' };
  }

  private readBetween(
    unit: 'days' | 'months' | 'begunMonths',
    pair: readonly [ExpressionJson, ExpressionJson],
    path: string,
  ): { tree: Expression; kind: ValueKind } {
    const [from, to] = pair.map((part, index) => this.readExpression(part, `${path}[${index}]`));
    if (!from || !to || from.kind !== 'date' || to.kind !== 'date') this.faults.add(path, 'two dates', pair);
    const none: Expression = { kind: 'number', value: 0 };
    return number({ kind: 'between', unit, from: from?.tree ?? none, to: to?.tree ?? none });
  }

  private readChosen(id: string, path: string): { tree: Expression; kind: ValueKind } {
    const question = this.scope.questions.get(id);
    if (question?.type !== 'any') this.faults.addUnknownId(path, 'a question of type "any"', id, this.scope.questions.keys());
    return number({ kind: 'chosen', question: id });
  }

  /** The kind of a derived value, found by reading it; cycles are refused elsewhere. */
  private kindOfDerived(id: string, seen: ReadonlySet<string> = new Set()): ValueKind {
    const derived = this.scope.derived.get(id);
    return derived && 'value' in derived && !seen.has(id) ? this.kindOf(derived.value, new Set([...seen, id])) : 'number';
  }

  private kindOf(json: ExpressionJson, seen: ReadonlySet<string>): ValueKind {
    if (typeof json === 'number') return 'number';
    if (typeof json === 'string') {
      if (json === 'asOf' || parseDate(json) !== undefined) return 'date';
      const question = this.scope.questions.get(json);
      return question ? (kindOfQuestion(question) ?? 'number') : this.kindOfDerived(json, seen);
    }
    if ('date' in json) return 'date';
    if ('if' in json) return this.kindOf(json.then, seen);
    if ('least' in json) return this.kindOf(json.least[0] ?? 0, seen);
    if ('greatest' in json) return this.kindOf(json.greatest[0] ?? 0, seen);
    return 'number';
  }

  private expectSameKind(left: ValueKind, right: ValueKind, path: string): void {
    if (left !== right) this.faults.add(path, left === 'date' ? `a date such as "2026-12-31", a date question or asOf: a date cannot be compared with a number` : 'a number or a numeric question: a number cannot be compared with a date', `a ${right}`);
  }
}

const number = (tree: Expression): { tree: Expression; kind: ValueKind } => ({ tree, kind: 'number' });

function kindOfQuestion(question: Question): ValueKind | undefined {
  if (question.type === 'date') return 'date';
  return question.type === 'integer' || question.type === 'number' || question.type === 'money' ? 'number' : undefined;
}

function fitsQuestion(question: Question, value: Literal): true | string {
  switch (question.type) {
    case 'yesNo':
      return typeof value === 'boolean' || 'true (yes) or false (no), without quotation marks';
    case 'choice': {
      const options = (question.options ?? []).map((option) => option.id);
      const nearest = findNearest(String(value), options);
      return options.includes(String(value)) || `one of ${options.join(', ')}${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`;
    }
    case 'country':
      return /^[A-Z]{2}$/.test(String(value)) || 'a country code of two capital letters (ISO 3166-1), such as GT, or { "in": … } with a group';
    case 'any':
      return 'includes, includesAny or includesNone for a question of type "any"';
    case 'date':
      return 'before, onOrBefore, after or onOrAfter for a date';
    default:
      return typeof value === 'number' || 'a number without quotation marks';
  }
}
