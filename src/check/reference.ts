import type { Answer, Answers, CompiledPack, Condition, Expression, Truth } from '../rules/index.ts';
import { addMonths, addWorkingDays, assertNever, countBegunMonths, countMonths, parseDate } from '../rules/index.ts';

/**
 * A third reading of the rule language, as short as it can be and sharing nothing with the production evaluator but the trees and the
 * calendar: strong Kleene over words, fractions as pairs of big integers. It exists to disagree with the others.
 */
export type ReferenceCase = { readonly compiled: CompiledPack; readonly answers: Answers; readonly asOf: number; readonly route?: string };

type Fraction = readonly [numerator: bigint, denominator: bigint];

/** The truth of a condition; `strict` as an `askedWhen` reads it. */
export function evaluateByReference(tree: Condition, given: ReferenceCase, strict = false): Truth {
  switch (tree.kind) {
    case 'constant':
      return tree.value ? 'true' : 'false';
    case 'all':
      return conjunction(tree.of.map((part) => evaluateByReference(part, given, strict)));
    case 'any':
      return negation(conjunction(tree.of.map((part) => negation(evaluateByReference(part, given, strict)))));
    case 'not':
      return negation(evaluateByReference(tree.of, given, strict));
    case 'named':
      return evaluateByReference(given.compiled.conditions.get(tree.id) as Condition, given, strict);
    case 'route':
      return tree.ids.includes(given.route ?? '') ? 'true' : 'false';
    case 'member':
    case 'includes': {
      const answer = answerTo(tree.question, given);
      if (answer === undefined) return strict && isAsked(tree.question, given) === 'false' ? 'false' : 'unknown';
      const chosen =
        tree.kind === 'member'
          ? tree.values.some((value) => value === answer)
          : tree.options.some((option) => (answer as readonly string[]).includes(option));
      return chosen ? 'true' : 'false';
    }
    case 'compare': {
      const [left, right] = [computeByReference(tree.left, given), computeByReference(tree.right, given)];
      if (left && right) return compares(left, tree.comparison, right) ? 'true' : 'false';
      const notAsked = [tree.left, tree.right].some((side) => side.kind === 'answer' && isAsked(side.question, given) === 'false');
      return strict && notAsked ? 'false' : 'unknown';
    }
    default:
      return assertNever(tree);
  }
}

const negation = (truth: Truth): Truth => (truth === 'unknown' ? truth : truth === 'true' ? 'false' : 'true');
const conjunction = (parts: readonly Truth[]): Truth =>
  parts.includes('false') ? 'false' : parts.includes('unknown') ? 'unknown' : 'true';

function isAsked(question: string, given: ReferenceCase): Truth {
  const entry = given.compiled.questions.find((candidate) => candidate.question.id === question);
  return entry ? evaluateByReference(entry.asked.tree, given, true) : 'false';
}

function answerTo(question: string, given: ReferenceCase): Answer | undefined {
  const answer = given.answers[question];
  return answer === undefined || answer === 'unknown' || isAsked(question, given) === 'false' ? undefined : answer;
}

function compares(left: Fraction, comparison: string, right: Fraction): boolean {
  const difference = left[0] * right[1] - right[0] * left[1];
  if (comparison === '!=') return difference !== 0n;
  return (
    (difference === 0n && comparison.includes('=')) ||
    (difference < 0n && comparison.startsWith('<')) ||
    (difference > 0n && comparison.startsWith('>'))
  );
}

/** The value of an expression, or `undefined` while an answer is missing or a divisor is zero. */
export function computeByReference(tree: Expression, given: ReferenceCase): Fraction | undefined {
  switch (tree.kind) {
    case 'number':
    case 'day':
      return toFraction(tree.value);
    case 'asOf':
      return toFraction(given.asOf);
    case 'answer':
    case 'chosen': {
      const answer = answerTo(tree.question, given);
      if (answer === undefined) return undefined;
      return toFraction(Array.isArray(answer) ? answer.length : typeof answer === 'number' ? answer : parseDate(answer as string));
    }
    case 'derived':
      return computeByReference(given.compiled.values.get(tree.id) as Expression, given);
    case 'arithmetic':
      return tree.of.map((part) => computeByReference(part, given)).reduce((a, b) => (a && b ? operate(tree.operator, a, b) : undefined));
    case 'round':
      return roundFraction(computeByReference(tree.of, given), tree.direction);
    case 'if': {
      const truth = evaluateByReference(tree.condition, given);
      const [then, otherwise] = [computeByReference(tree.then, given), computeByReference(tree.else, given)];
      if (truth === 'unknown') return then && otherwise && compares(then, '=', otherwise) ? then : undefined;
      return truth === 'true' ? then : otherwise;
    }
    case 'lookup': {
      const key = computeByReference(tree.of, given);
      if (!key) return undefined;
      const row = tree.rows.find(([value]) => compares(key, '=', toFraction(value) as Fraction));
      return row ? toFraction(row[1]) : tree.else && computeByReference(tree.else, given);
    }
    case 'shift':
      return onDays([computeByReference(tree.of, given)], ([day]) => shiftDay(day as number, tree, given));
    case 'between':
      return onDays([computeByReference(tree.from, given), computeByReference(tree.to, given)], ([from, to]) =>
        BETWEEN[tree.unit](from as number, to as number),
      );
    default:
      return assertNever(tree);
  }
}

const BETWEEN = { days: (from: number, to: number): number => to - from, months: countMonths, begunMonths: countBegunMonths };

function onDays(parts: readonly (Fraction | undefined)[], compute: (days: readonly number[]) => number): Fraction | undefined {
  return parts.every((part) => part !== undefined) ? toFraction(compute(parts.map((part) => Number(part[0])))) : undefined;
}

function shiftDay(day: number, { months, days, workingDays }: Extract<Expression, { kind: 'shift' }>, { compiled }: ReferenceCase): number {
  const holidays = new Set(compiled.pack.holidays.map((holiday) => parseDate(holiday.date) ?? 0));
  const moved = addMonths(day, months) + days;
  return workingDays === 0 ? moved : addWorkingDays(moved, workingDays, holidays);
}

/** A decimal as it is written: 4.99 is 499/100. */
function toFraction(value: number | undefined): Fraction | undefined {
  if (value === undefined) return undefined;
  const [mantissa = '0', exponent = '0'] = String(value).toLowerCase().split('e');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const power = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return power >= 0 ? [digits * 10n ** BigInt(power), 1n] : [digits, 10n ** BigInt(-power)];
}

function operate(operator: string, [a, b]: Fraction, [c, d]: Fraction): Fraction | undefined {
  switch (operator) {
    case 'plus':
      return [a * d + c * b, b * d];
    case 'minus':
      return [a * d - c * b, b * d];
    case 'times':
      return [a * c, b * d];
    case 'least':
      return a * d <= c * b ? [a, b] : [c, d];
    case 'greatest':
      return a * d >= c * b ? [a, b] : [c, d];
    default:
      if (c === 0n) return undefined;
      return c < 0n ? [-a * d, -b * c] : [a * d, b * c];
  }
}

function roundFraction(value: Fraction | undefined, direction: 'up' | 'down'): Fraction | undefined {
  if (!value) return undefined;
  const [numerator, denominator] = value;
  const floor = (top: bigint): bigint => top / denominator - (top % denominator < 0n ? 1n : 0n);
  return [direction === 'down' ? floor(numerator) : -floor(-numerator), 1n];
}
