import { addMonths, addWorkingDays, countBegunMonths, countMonths, parseDate } from './calendar-date.ts';
import type { Comparison, Condition, Expression, Literal } from './condition.ts';
import type { Exact } from './exact.ts';
import { dividedBy, exact, minus, order, plus, roundDown, roundUp, times } from './exact.ts';
import { assertNever, PackBug } from './fault.ts';
import type { ConditionNode, ExpressionNode, Missing, Value } from './state.ts';
import { NOT_COMING, TO_COME } from './state.ts';
import type { Possible } from './truth.ts';
import { both, either, FALSE, isOpen, opposite, OPEN, TRUE, UNKNOWN } from './truth.ts';

/** Positions of the things that conditions name. */
export type Positions = {
  question: (id: string) => number;
  condition: (id: string) => number;
  value: (id: string) => number;
  holidays: ReadonlySet<number>;
};

/**
 * Turns trees into closures: no `eval`, no lookups by name while evaluating.
 *
 * `strict` is how an `askedWhen` reads: a comparison with a question that is itself not asked is false.
 */
export class Compiler {
  constructor(
    private readonly positions: Positions,
    private readonly strict = false,
  ) {}

  compile(condition: Condition): ConditionNode {
    switch (condition.kind) {
      case 'constant':
        return constant(condition.value ? TRUE : FALSE);
      case 'all':
        return junction(condition.of.map((part) => this.compile(part)), both, FALSE, TRUE);
      case 'any':
        return junction(condition.of.map((part) => this.compile(part)), either, TRUE, FALSE);
      case 'not':
        return negate(this.compile(condition.of));
      case 'named':
        return this.compileNamed(condition.id);
      case 'route':
        return compileRoute(condition.ids);
      case 'member':
        return this.compileMember(condition.question, condition.values);
      case 'includes':
        return this.compileIncludes(condition.question, condition.options);
      case 'compare':
        return this.compileCompare(condition);
      default:
        return assertNever(condition);
    }
  }

  private compileNamed(id: string): ConditionNode {
    const index = this.positions.condition(id);
    const { strict } = this;
    return {
      evaluate: (state) => state.named(index, strict),
      collectOpen: (state, into) => {
        if (!isOpen(state.named(index, strict))) return;
        (strict ? state.program.strictConditions : state.program.conditions)[index]?.collectOpen(state, into);
      },
    };
  }

  private compileMember(question: string, values: readonly Literal[]): ConditionNode {
    const set = new Set<unknown>(values);
    return this.compileTest(question, (answer) => set.has(answer));
  }

  private compileIncludes(question: string, options: readonly string[]): ConditionNode {
    return this.compileTest(question, (answer) => options.some((option) => (answer as readonly string[]).includes(option)));
  }

  private compileTest(question: string, test: (answer: unknown) => boolean): ConditionNode {
    const index = this.positions.question(question);
    const { strict } = this;
    return {
      evaluate: (state) => {
        const answer = state.read(index);
        if (answer === TO_COME) return state.possibleOfOpen(index);
        if (answer === NOT_COMING) return strict && state.askedOf(index) === FALSE ? FALSE : UNKNOWN;
        return test(answer) ? TRUE : FALSE;
      },
      collectOpen: (state, into) => {
        state.collect(index, into);
      },
    };
  }

  private compileCompare(condition: Extract<Condition, { kind: 'compare' }>): ConditionNode {
    const left = this.compileExpression(condition.left);
    const right = this.compileExpression(condition.right);
    const holds = COMPARE[condition.comparison];
    const { strict } = this;
    const read = strict ? directQuestions(condition, this.positions) : [];
    return {
      evaluate: (state) => {
        const a = left.compute(state);
        const b = right.compute(state);
        if (typeof a !== 'string' && typeof b !== 'string') return holds(order(a, b)) ? TRUE : FALSE;
        if (strict && read.some((index) => state.askedOf(index) === FALSE)) return FALSE;
        return a === 'stuck' || b === 'stuck' ? UNKNOWN : OPEN;
      },
      collectOpen: (state, into) => {
        left.collectOpen(state, into);
        right.collectOpen(state, into);
      },
    };
  }

  compileExpression(expression: Expression): ExpressionNode {
    switch (expression.kind) {
      case 'number':
        return fixed(exact(expression.value));
      case 'day':
        return fixed(expression.value);
      case 'asOf':
        return { compute: (state) => state.asOf, collectOpen: nothing };
      case 'answer':
        return this.compileAnswer(expression.question);
      case 'derived':
        return this.compileDerived(expression.id);
      case 'chosen':
        return this.compileChosen(expression.question);
      case 'arithmetic':
        return combine(expression.of.map((part) => this.compileExpression(part)), ARITHMETIC[expression.operator]);
      case 'round':
        return combine([this.compileExpression(expression.of)], ([value]) => (expression.direction === 'up' ? roundUp : roundDown)(value as Exact));
      case 'if':
        return this.compileIf(expression);
      case 'lookup':
        return this.compileLookup(expression);
      case 'shift':
        return this.compileShift(expression);
      case 'between':
        return combine([this.compileExpression(expression.from), this.compileExpression(expression.to)], ([from, to]) => BETWEEN[expression.unit](from as number, to as number));
      default:
        return assertNever(expression);
    }
  }

  private compileAnswer(question: string): ExpressionNode {
    const index = this.positions.question(question);
    return {
      compute: (state) => {
        const answer = state.read(index);
        if (typeof answer === 'symbol') return valueOfMissing(answer);
        return typeof answer === 'number' ? exact(answer) : (parseDate(answer as string) ?? 'stuck');
      },
      collectOpen: (state, into) => {
        state.collect(index, into);
      },
    };
  }

  private compileDerived(id: string): ExpressionNode {
    const index = this.positions.value(id);
    return {
      compute: (state) => state.valueOf(index),
      collectOpen: (state, into) => state.program.values[index]?.collectOpen(state, into),
    };
  }

  private compileChosen(question: string): ExpressionNode {
    const index = this.positions.question(question);
    return {
      compute: (state) => {
        const answer = state.read(index);
        return typeof answer === 'symbol' ? valueOfMissing(answer) : (answer as readonly string[]).length;
      },
      collectOpen: (state, into) => {
        state.collect(index, into);
      },
    };
  }

  private compileIf(expression: Extract<Expression, { kind: 'if' }>): ExpressionNode {
    const condition = this.compile(expression.condition);
    const then = this.compileExpression(expression.then);
    const otherwise = this.compileExpression(expression.else);
    return {
      compute: (state) => {
        const possible = condition.evaluate(state);
        if (possible === TRUE) return then.compute(state);
        if (possible === FALSE) return otherwise.compute(state);
        const [a, b] = [then.compute(state), otherwise.compute(state)];
        if (typeof a !== 'string' && typeof b !== 'string' && order(a, b) === 0) return a;
        return isOpen(possible) || a === 'open' || b === 'open' ? 'open' : 'stuck';
      },
      collectOpen: (state, into) => {
        const possible = condition.evaluate(state);
        if (possible !== FALSE) then.collectOpen(state, into);
        if (possible !== TRUE) otherwise.collectOpen(state, into);
        if (isOpen(possible)) condition.collectOpen(state, into);
      },
    };
  }

  private compileLookup(expression: Extract<Expression, { kind: 'lookup' }>): ExpressionNode {
    const rows = new Map(expression.rows);
    const of = this.compileExpression(expression.of);
    const otherwise = expression.else ? this.compileExpression(expression.else) : fixedStuck;
    return {
      compute: (state) => {
        const key = of.compute(state);
        if (key === 'open' || key === 'stuck') return key;
        const row = typeof key === 'number' ? rows.get(key) : undefined;
        return row === undefined ? otherwise.compute(state) : exact(row);
      },
      collectOpen: (state, into) => {
        of.collectOpen(state, into);
        otherwise.collectOpen(state, into);
      },
    };
  }

  private compileShift(expression: Extract<Expression, { kind: 'shift' }>): ExpressionNode {
    const { months, days, workingDays } = expression;
    const { holidays } = this.positions;
    return combine([this.compileExpression(expression.of)], ([value]) => {
      const shifted = addMonths(value as number, months) + days;
      return workingDays === 0 ? shifted : addWorkingDays(shifted, workingDays, holidays);
    });
  }
}

const valueOfMissing = (answer: Missing): Value => (answer === TO_COME ? 'open' : 'stuck');
const nothing = (): void => undefined;
const constant = (possible: Possible): ConditionNode => ({ evaluate: () => possible, collectOpen: nothing });
const fixed = (value: Exact): ExpressionNode => ({ compute: () => value, collectOpen: nothing });
const fixedStuck: ExpressionNode = { compute: () => 'stuck', collectOpen: nothing };

function compileRoute(ids: readonly string[]): ConditionNode {
  return {
    evaluate: (state) => {
      if (state.route === undefined) throw new PackBug('A condition on the route was read outside a route');
      return ids.includes(state.route) ? TRUE : FALSE;
    },
    collectOpen: nothing,
  };
}

function negate(part: ConditionNode): ConditionNode {
  return { evaluate: (state) => opposite(part.evaluate(state)), collectOpen: (state, into) => { part.collectOpen(state, into); } };
}

/** "all" and "any" differ only in what decides them. A part can still matter only while no other part has decided. */
function junction(
  parts: readonly ConditionNode[],
  join: (a: Possible, b: Possible) => Possible,
  decisive: Possible,
  neutral: Possible,
): ConditionNode {
  return {
    evaluate: (state) => {
      let possible = neutral;
      for (const part of parts) {
        possible = join(possible, part.evaluate(state));
        if (possible === decisive) return decisive;
      }
      return possible;
    },
    collectOpen: (state, into) => {
      const results = parts.map((part) => part.evaluate(state));
      if (results.includes(decisive)) return;
      parts.forEach((part, index) => {
        if (isOpen(results[index] ?? neutral)) part.collectOpen(state, into);
      });
    },
  };
}

function combine(parts: readonly ExpressionNode[], operate: (values: readonly Exact[]) => Exact | undefined): ExpressionNode {
  return {
    compute: (state): Value => {
      const values: Exact[] = [];
      let missing: 'open' | 'stuck' | undefined;
      for (const part of parts) {
        const value = part.compute(state);
        if (typeof value === 'string') missing = missing === 'stuck' || value === 'stuck' ? 'stuck' : 'open';
        else values.push(value);
      }
      return missing ?? operate(values) ?? 'stuck';
    },
    collectOpen: (state, into) => {
      for (const part of parts) part.collectOpen(state, into);
    },
  };
}

function fold(operate: (a: Exact, b: Exact) => Exact | undefined): (values: readonly Exact[]) => Exact | undefined {
  return (values) => values.slice(1).reduce<Exact | undefined>((sum, value) => (sum === undefined ? undefined : operate(sum, value)), values[0]);
}

const ARITHMETIC = {
  plus: fold(plus),
  minus: fold(minus),
  times: fold(times),
  dividedBy: fold(dividedBy),
  least: fold((a, b) => (order(a, b) <= 0 ? a : b)),
  greatest: fold((a, b) => (order(a, b) >= 0 ? a : b)),
} as const;

const BETWEEN = {
  days: (from: number, to: number): number => to - from,
  months: countMonths,
  begunMonths: countBegunMonths,
} as const;

const COMPARE: Record<Comparison, (difference: number) => boolean> = {
  '=': (difference) => difference === 0,
  '!=': (difference) => difference !== 0,
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
};

function directQuestions(condition: Extract<Condition, { kind: 'compare' }>, positions: Positions): readonly number[] {
  return [condition.left, condition.right].flatMap((side) => (side.kind === 'answer' ? [positions.question(side.question)] : []));
}
