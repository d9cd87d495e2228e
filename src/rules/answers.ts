import { parseDate } from './calendar-date.ts';
import type { Question } from './schema/pack-schema.ts';

/** "I don't know": an answer wherever the question allows it. */
export const UNKNOWN_ANSWER = 'unknown';

/**
 * What the user said: an option id or country code, yes or no, a number, an ISO date, a list of option ids,
 * or `"unknown"`.
 */
export type Answer = string | number | boolean | readonly string[];

/** Answers by question id; a question that is missing is unanswered. */
export type Answers = Readonly<Record<string, Answer>>;

/**
 * What is wrong with an answer taken for itself, as a code that the texts turn into a sentence;
 * `undefined` if nothing is. Limits that depend on other answers are checked with the whole set.
 */
export type AnswerProblem =
  | { kind: 'wrongType' }
  | { kind: 'unknownNotAllowed' }
  | { kind: 'notAnOption' }
  | { kind: 'notWhole' }
  | { kind: 'tooSmall'; least: number | string }
  | { kind: 'tooLarge'; most: number | string }
  | { kind: 'noSuchDate' }
  | { kind: 'notACountry' }
  | { kind: 'standsAlone' }
  | { kind: 'contradicts' };

/** Checks one answer against the kind, the options and the fixed limits of its question. */
export function findAnswerProblem(question: Question, answer: unknown): AnswerProblem | undefined {
  if (answer === UNKNOWN_ANSWER) return question.unknown === false ? { kind: 'unknownNotAllowed' } : undefined;
  switch (question.type) {
    case 'yesNo':
      return typeof answer === 'boolean' ? undefined : { kind: 'wrongType' };
    case 'choice':
      if (typeof answer !== 'string') return { kind: 'wrongType' };
      return hasOption(question, answer) ? undefined : { kind: 'notAnOption' };
    case 'any':
      return findListProblem(question, answer);
    case 'country':
      if (typeof answer !== 'string') return { kind: 'wrongType' };
      return /^[A-Z]{2}$/.test(answer) ? undefined : { kind: 'notACountry' };
    case 'date':
      return findDateProblem(question, answer);
    default:
      return findNumberProblem(question, answer);
  }
}

function hasOption(question: Question, id: string): boolean {
  return (question.options ?? []).some((option) => option.id === id);
}

function findListProblem(question: Question, answer: unknown): AnswerProblem | undefined {
  if (!Array.isArray(answer) || answer.some((item) => typeof item !== 'string')) return { kind: 'wrongType' };
  const chosen = answer as string[];
  if (new Set(chosen).size !== chosen.length || !chosen.every((id) => hasOption(question, id))) return { kind: 'notAnOption' };
  const alone = (question.options ?? []).some((option) => option.alone && chosen.includes(option.id));
  return alone && chosen.length > 1 ? { kind: 'standsAlone' } : undefined;
}

function findDateProblem(question: Question, answer: unknown): AnswerProblem | undefined {
  if (typeof answer !== 'string') return { kind: 'wrongType' };
  const day = parseDate(answer);
  if (day === undefined) return { kind: 'noSuchDate' };
  const { least, most } = question.range ?? {};
  const [first, last] = [least, most].map((limit) => (typeof limit === 'string' ? parseDate(limit) : undefined));
  if (first !== undefined && day < first) return { kind: 'tooSmall', least: least as string };
  if (last !== undefined && day > last) return { kind: 'tooLarge', most: most as string };
  return undefined;
}

function findNumberProblem(question: Question, answer: unknown): AnswerProblem | undefined {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return { kind: 'wrongType' };
  if (question.type === 'integer' && !Number.isSafeInteger(answer)) return { kind: 'notWhole' };
  const { least, most } = question.range ?? {};
  if (typeof least === 'number' && answer < least) return { kind: 'tooSmall', least };
  if (typeof most === 'number' && answer > most) return { kind: 'tooLarge', most };
  return undefined;
}
