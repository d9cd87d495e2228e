import type { Condition, Expression, Literal } from '../rules/index.ts';
import { assertNever, formatDate } from '../rules/index.ts';
import type { Texts } from './create-texts.ts';
import { formatAlternatives } from './format.ts';
import { sayAnswer } from './say-answer.ts';
import { sayPeriod } from './say-period.ts';
import type { Said, Speaker } from './speaker.ts';
import { isDate, sayName, sayNumber, sayShort } from './speaker.ts';

type Comparing = Extract<Condition, { kind: 'compare' }>;
type Member = Extract<Condition, { kind: 'member' }>;

/** A condition in words, as nested list items: "All of these:" and below it what must hold. */
export function sayCondition(speaker: Speaker, condition: Condition): Said {
  const { texts } = speaker;
  switch (condition.kind) {
    case 'all':
      return joinParts(
        texts.ui('rulebook.say.all'),
        joinLimits(condition.of).map((part) => sayPart(speaker, part)),
      );
    case 'any': {
      const same = findSameAnswer(condition.of);
      if (same) return { text: texts.ui('rulebook.say.same', { first: sayShort(speaker, same[0]), second: sayShort(speaker, same[1]) }) };
      return joinParts(
        texts.ui('rulebook.say.any'),
        condition.of.map((part) => sayCondition(speaker, part)),
      );
    }
    case 'not':
      return sayNot(speaker, condition.of);
    case 'member':
      return sayLongMember(speaker, condition, true);
    case 'named':
      return { text: sayTest(speaker, condition, true), rule: `conditions.${condition.id}` };
    default:
      return { text: sayTest(speaker, condition, true) };
  }
}

/** The same in one line: parts are joined by words, groups stand in brackets. */
export function sayConditionLine(speaker: Speaker, condition: Condition): string {
  return flatten(speaker, sayNested(speaker, condition), false);
}

/** Said parts with the word that joins them kept, for the form in one line. */
type Nested = { readonly text: string; readonly join?: 'and' | 'or' | 'none' | 'notAll'; readonly parts?: readonly Nested[] };

function sayNested(speaker: Speaker, condition: Condition): Nested {
  switch (condition.kind) {
    case 'all':
      return {
        text: '',
        join: 'and',
        parts: joinLimits(condition.of).map((part) =>
          part.kind === 'limits' ? { text: sayBetween(speaker, part) } : sayNested(speaker, part),
        ),
      };
    case 'any':
      return findSameAnswer(condition.of)
        ? { text: sayCondition(speaker, condition).text }
        : { text: '', join: 'or', parts: condition.of.map((part) => sayNested(speaker, part)) };
    case 'not':
      return sayNestedNot(speaker, condition.of);
    default:
      return { text: sayTest(speaker, condition, true) };
  }
}

function sayNestedNot(speaker: Speaker, inner: Condition): Nested {
  switch (inner.kind) {
    case 'not':
      return sayNested(speaker, inner.of);
    case 'any':
    case 'all':
      return { text: '', join: inner.kind === 'any' ? 'none' : 'notAll', parts: inner.of.map((part) => sayNested(speaker, part)) };
    default:
      return { text: sayTest(speaker, inner, false) };
  }
}

function flatten(speaker: Speaker, { text, join, parts }: Nested, isInner: boolean): string {
  if (!parts || !join) return text;
  const said = parts.map((part) => flatten(speaker, part, parts.length > 1));
  const [only] = said;
  const word = join === 'and' || join === 'notAll' ? 'and' : 'or';
  const joined = said.reduce((first, second) => speaker.texts.ui(`rulebook.say.${word}`, { first, second }));
  if (join === 'none' || join === 'notAll') return speaker.texts.ui(`rulebook.say.${join}Line`, { parts: joined });
  if (said.length === 1 && only !== undefined) return only;
  return isInner ? `(${joined})` : joined;
}

function joinParts(text: string, parts: readonly Said[]): Said {
  const [only] = parts;
  return parts.length === 1 && only ? only : { text, parts };
}

function sayNot(speaker: Speaker, inner: Condition): Said {
  const { texts } = speaker;
  switch (inner.kind) {
    case 'not':
      return sayCondition(speaker, inner.of);
    case 'any':
      return { text: texts.ui('rulebook.say.none'), parts: inner.of.map((part) => sayCondition(speaker, part)) };
    case 'all':
      return { text: texts.ui('rulebook.say.notAll'), parts: inner.of.map((part) => sayCondition(speaker, part)) };
    case 'member':
      return sayLongMember(speaker, inner, false);
    case 'named':
      return { text: sayTest(speaker, inner, false), rule: `conditions.${inner.id}` };
    default:
      return { text: sayTest(speaker, inner, false) };
  }
}

/** A condition without parts, or its opposite. */
function sayTest(speaker: Speaker, condition: Exclude<Condition, { kind: 'all' | 'any' | 'not' }>, holds: boolean): string {
  const { texts, compiled } = speaker;
  switch (condition.kind) {
    case 'constant':
      return texts.ui(condition.value === holds ? 'rulebook.say.always' : 'rulebook.say.never');
    case 'named': {
      const said = sayName(speaker, 'conditions', condition.id);
      return holds ? said : texts.ui('rulebook.say.notSo', { condition: said });
    }
    case 'route': {
      const ways = formatAlternatives(
        condition.ids.map((id) => texts.pack(compiled.pack.id, `routes.${id}.name`)),
        texts.language,
      );
      return texts.ui(holds ? 'rulebook.say.way' : 'rulebook.say.notWay', { ways });
    }
    case 'member':
      return sayMember(speaker, condition, holds);
    case 'includes': {
      const options = condition.options
        .map((id) => texts.pack(compiled.pack.id, `questions.${condition.question}.options.${id}`))
        .map((option) => quote(texts, option));
      const values = { left: sayShort(speaker, condition.question), options: formatAlternatives(options, texts.language) };
      return texts.ui(holds ? 'rulebook.say.includes' : 'rulebook.say.includesNone', values);
    }
    case 'compare':
      return sayComparison(speaker, holds ? condition : { ...condition, comparison: OPPOSITES[condition.comparison] });
    default:
      return assertNever(condition);
  }
}

const OPPOSITES = { '=': '!=', '!=': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' } as const;
const WORDS = { '=': 'is', '!=': 'isNot', '<': 'lessThan', '<=': 'atMost', '>': 'moreThan', '>=': 'atLeast' } as const;
const DATE_WORDS = { '=': 'is', '!=': 'isNot', '<': 'before', '<=': 'onOrBefore', '>': 'after', '>=': 'onOrAfter' } as const;

function sayMember(speaker: Speaker, condition: Member, holds: boolean): string {
  const { texts, compiled } = speaker;
  const { question: id, values, group } = condition;
  const left = sayShort(speaker, id);
  if (group !== undefined)
    return texts.ui(holds ? 'rulebook.say.group' : 'rulebook.say.notGroup', { left, group: sayName(speaker, 'groups', group) });
  const question = compiled.scope.questions.get(id);
  if (question?.type === 'yesNo')
    return texts.ui('rulebook.say.is', { left, right: texts.ui((values[0] === true) === holds ? 'rulebook.say.yes' : 'rulebook.say.no') });
  const said = sayValues(speaker, condition);
  const [only] = said;
  const right =
    said.length === 1 && only !== undefined
      ? only
      : formatAlternatives(question?.type === 'choice' ? said.map((value) => quote(texts, value)) : said, texts.language);
  return texts.ui(holds ? 'rulebook.say.is' : 'rulebook.say.anyBut', { left, right });
}

const MOST_IN_A_LINE = 4;

/** Many options are a list of their own. */
function sayLongMember(speaker: Speaker, condition: Member, holds: boolean): Said {
  if (condition.group !== undefined || condition.values.length <= MOST_IN_A_LINE) return { text: sayMember(speaker, condition, holds) };
  const text = speaker.texts.ui(holds ? 'rulebook.say.oneOf' : 'rulebook.say.noneOf', { left: sayShort(speaker, condition.question) });
  return { text, parts: sayValues(speaker, condition).map((value) => ({ text: value })) };
}

function sayValues({ texts, compiled }: Speaker, { question: id, values }: Member): readonly string[] {
  const question = compiled.scope.questions.get(id);
  return values.map((value: Literal) => (question ? sayAnswer(texts, compiled.pack.id, question, value) : String(value)));
}

/** Labels of options have commas of their own. */
const quote = (texts: Texts, option: string): string => texts.ui('rulebook.say.option', { option });

function sayComparison(speaker: Speaker, condition: Comparing): string {
  const { texts } = speaker;
  const share = findShare(condition);
  if (share) {
    const said = {
      part: sayExpression(speaker, share.part),
      whole: sayExpression(speaker, share.whole, { inner: true }),
      percent: sayExpression(speaker, share.percent),
    };
    return texts.ui(`rulebook.share.${WORDS[condition.comparison]}`, said);
  }
  const left = sayExpression(speaker, condition.left);
  const right = sayExpression(speaker, condition.right, { unitOf: condition.left });
  if (!isDate(speaker.compiled, condition.left)) return texts.ui(`rulebook.say.${WORDS[condition.comparison]}`, { left, right });
  const variant = condition.right.kind === 'day' ? 'Day' : '';
  return texts.ui(
    `rulebook.say.${DATE_WORDS[condition.comparison]}${condition.comparison === '=' || condition.comparison === '!=' ? '' : variant}`,
    { left, right },
  );
}

type Share = { part: Comparing['left']; percent: Comparing['left']; whole: Comparing['left'] };

/** part × 100 against percent × whole: how a pack writes a quota that must not be rounded. */
function findShare({ left, right }: Comparing): Share | undefined {
  if (left.kind !== 'arithmetic' || left.operator !== 'times' || left.of.length !== 2) return undefined;
  if (right.kind !== 'arithmetic' || right.operator !== 'times' || right.of.length !== 2) return undefined;
  const [part, hundred] = left.of;
  const [first, second] = right.of;
  if (!part || !first || !second || hundred?.kind !== 'number' || hundred.value !== 100) return undefined;
  return second.kind === 'number' && first.kind !== 'number'
    ? { part, percent: second, whole: first }
    : { part, percent: first, whole: second };
}

type Limits = { readonly kind: 'limits'; readonly from: Comparing; readonly to: Comparing };

/** "At least 14" and "at most 17" of one thing are said together: from 14 to 17. */
function joinLimits(parts: readonly Condition[]): readonly (Condition | Limits)[] {
  const joined: (Condition | Limits)[] = [];
  // Groups last: a reader first wants what is short.
  const isGroup = (part: Condition): boolean => part.kind === 'any' || part.kind === 'all' || (part.kind === 'not' && isGroup(part.of));
  for (const part of [...parts.filter((one) => !isGroup(one)), ...parts.filter(isGroup)]) {
    const last = joined.at(-1);
    if (isLimit(part, '<=') && last && last.kind !== 'limits' && isLimit(last, '>=') && sameLeft(last, part))
      joined[joined.length - 1] = { kind: 'limits', from: last, to: part };
    else joined.push(part);
  }
  return joined;
}

function isLimit(part: Condition, comparison: '<=' | '>='): part is Comparing {
  return part.kind === 'compare' && part.comparison === comparison && !findShare(part);
}

const sameLeft = (a: Comparing, b: Comparing): boolean => JSON.stringify(a.left) === JSON.stringify(b.left);

function sayPart(speaker: Speaker, part: Condition | Limits): Said {
  return part.kind === 'limits' ? { text: sayBetween(speaker, part) } : sayCondition(speaker, part);
}

function sayBetween(speaker: Speaker, { from, to }: Limits): string {
  return speaker.texts.ui('rulebook.say.between', {
    left: sayExpression(speaker, from.left),
    least: sayExpression(speaker, from.right),
    most: sayExpression(speaker, to.right, { unitOf: to.left }),
  });
}

/** "Nationality AD and residence AD, or nationality AE and residence AE, or …": two questions with the same answer. */
function findSameAnswer(parts: readonly Condition[]): readonly [string, string] | undefined {
  if (parts.length < 3) return undefined;
  const pairs = parts.map((part) => {
    if (part.kind !== 'all' || part.of.length !== 2) return undefined;
    const [a, b] = part.of;
    if (a?.kind !== 'member' || b?.kind !== 'member' || a.values.length !== 1 || a.values[0] !== b.values[0] || b.values.length !== 1)
      return undefined;
    return [a.question, b.question] as const;
  });
  const [first] = pairs;
  return first && pairs.every((pair) => pair?.[0] === first[0] && pair[1] === first[1]) ? first : undefined;
}

type How = {
  /** Stands inside a larger sum: what consists of parts is put in brackets. */
  inner?: boolean;
  /** The expression that it is compared with: its unit or currency is said with the number. */
  unitOf?: Expression;
};

/** A number or date in one line: "workers on this filing × 250", "6 months after the date of the police record". */
export function sayExpression(speaker: Speaker, expression: Expression, how: How = {}): string {
  const { texts } = speaker;
  switch (expression.kind) {
    case 'number':
      return sayNumber(speaker, expression.value, how.unitOf);
    case 'day':
      return texts.day(formatDate(expression.value));
    case 'asOf':
      return texts.ui('rulebook.say.asOf');
    case 'answer':
      return sayShort(speaker, expression.question);
    case 'derived':
      return sayName(speaker, 'values', expression.id);
    case 'chosen':
      return texts.ui('rulebook.say.chosen', { question: sayShort(speaker, expression.question) });
    case 'arithmetic':
      return sayArithmetic(speaker, expression, how);
    case 'round':
      return texts.ui(`rulebook.say.round.${expression.direction}`, { value: sayExpression(speaker, expression.of, { inner: true }) });
    case 'if':
      return sayIf(speaker, expression);
    case 'lookup':
      return sayLookup(speaker, expression);
    case 'shift':
      return sayShift(speaker, expression);
    case 'between':
      return texts.ui(`rulebook.say.from.${expression.unit}`, {
        from: sayExpression(speaker, expression.from),
        to: sayExpression(speaker, expression.to),
      });
    default:
      return assertNever(expression);
  }
}

/** A number or date as list items where it goes by cases or by a table. */
export function sayValue(speaker: Speaker, expression: Expression): Said {
  const { texts } = speaker;
  if (expression.kind === 'if') {
    const cases = {
      text: texts.ui('rulebook.say.case', { value: sayExpression(speaker, expression.then) }),
      parts: [sayCondition(speaker, expression.condition)],
    };
    const rest = sayValue(speaker, expression.else);
    const otherwise = rest.parts
      ? { text: texts.ui('rulebook.say.otherwise', { value: rest.text }), parts: rest.parts }
      : { text: texts.ui('rulebook.say.otherwise', { value: rest.text }) };
    return { text: texts.ui('rulebook.say.byCase'), parts: [cases, otherwise] };
  }
  if (expression.kind === 'lookup') {
    return {
      text: texts.ui('rulebook.say.table', { of: sayExpression(speaker, expression.of) }),
      parts: listRows(speaker, expression).map((text) => ({ text })),
    };
  }
  return { text: sayExpression(speaker, expression) };
}

const SIGNS = { plus: ' + ', minus: ' − ', times: ' × ', dividedBy: ' ÷ ' } as const;

function sayArithmetic(speaker: Speaker, expression: Extract<Expression, { kind: 'arithmetic' }>, how: How): string {
  const { operator, of } = expression;
  if (operator === 'least' || operator === 'greatest') {
    const kind = isDate(speaker.compiled, expression) ? 'Date' : '';
    return speaker.texts.ui(`rulebook.say.${operator}${kind}`, { items: of.map((part) => sayExpression(speaker, part)).join('; ') });
  }
  const said = of.map((part) => sayExpression(speaker, part, { inner: true })).join(SIGNS[operator]);
  return how.inner ? `(${said})` : said;
}

function sayIf(speaker: Speaker, { condition, then, else: otherwise }: Extract<Expression, { kind: 'if' }>): string {
  const values = {
    condition: sayConditionLine(speaker, condition),
    then: sayExpression(speaker, then, { inner: true }),
    otherwise: sayExpression(speaker, otherwise, { inner: true }),
  };
  return `(${speaker.texts.ui('rulebook.say.if', values)})`;
}

type Lookup = Extract<Expression, { kind: 'lookup' }>;

function sayLookup(speaker: Speaker, expression: Lookup): string {
  return `(${speaker.texts.ui('rulebook.say.tableLine', { of: sayExpression(speaker, expression.of), rows: listRows(speaker, expression).join('; ') })})`;
}

function listRows(speaker: Speaker, { rows, else: otherwise }: Lookup): readonly string[] {
  const { texts } = speaker;
  const said = rows.map(([key, value]) => texts.ui('rulebook.say.row', { key: texts.number(key), value: texts.number(value) }));
  return otherwise ? [...said, texts.ui('rulebook.say.otherwise', { value: sayExpression(speaker, otherwise) })] : said;
}

/** A date moved by months, then days, then working days; each is said before the next. */
function sayShift(speaker: Speaker, { of, months, days, workingDays }: Extract<Expression, { kind: 'shift' }>): string {
  const { texts } = speaker;
  const moves = [splitMonths(months), { days }, { workingDays }].filter((move) => Object.values(move).some((count) => count !== 0));
  return moves.reduce((date, move) => sayMove(texts, date, move), sayExpression(speaker, of));
}

type Move = { years?: number; months?: number; days?: number; workingDays?: number };

function splitMonths(months: number): Move {
  return months !== 0 && months % 12 === 0 ? { years: months / 12 } : { months };
}

function sayMove(texts: Texts, date: string, move: Move): string {
  const isBefore = Object.values(move).some((count: number) => count < 0);
  const period = sayPeriod(
    texts,
    Object.fromEntries(Object.entries(move).map(([unit, count]: [string, number]) => [unit, Math.abs(count)])),
  );
  return texts.ui(isBefore ? 'rulebook.say.periodBefore' : 'rulebook.say.periodAfter', { period, date });
}
