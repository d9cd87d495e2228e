import { zodResolver } from '@hookform/resolvers/zod';
import type { Resolver } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Answer, AnswerProblem, Question } from '../../rules/index.ts';
import { parseDate, UNKNOWN_ANSWER } from '../../rules/index.ts';
import { parseMonth, parseWhole } from './read-input.ts';

/** What the controls of a question hold. One shape for all kinds; each kind uses its own part. */
export type AnswerForm = {
  /** Radio value, selected country or typed number. */
  value: string;
  /** Chosen boxes of "any that apply"; `NONE` for "none of these". */
  chosen: string[];
  date: { day: string; month: string; year: string };
  /** "I don't know" beside a number, date, country or list. */
  isUnknown: boolean;
};

/** The box "none of these" where the pack has no such option: an empty list. */
export const NONE = 'none-of-these';

export type FormProblem =
  AnswerProblem | { kind: 'missing' } | { kind: 'notANumber' } | { kind: 'dateIncomplete' } | { kind: 'noSuchMonth' };

const EMPTY: AnswerForm = { value: '', chosen: [], date: { day: '', month: '', year: '' }, isUnknown: false };

/** The form filled with an earlier answer; nothing is pre-selected otherwise. */
export function fillForm(question: Question, answer: Answer | undefined): AnswerForm {
  if (answer === undefined) return EMPTY;
  const isRadio = question.type === 'choice' || question.type === 'yesNo';
  if (answer === UNKNOWN_ANSWER && !isRadio) return { ...EMPTY, isUnknown: true };
  if (Array.isArray(answer)) return { ...EMPTY, chosen: answer.length === 0 ? [NONE] : [...(answer as string[])] };
  if (question.type === 'date') {
    const [year = '', month = '', day = ''] = String(answer).split('-');
    return { ...EMPTY, date: { day: String(Number(day)), month: String(Number(month)), year } };
  }
  return { ...EMPTY, value: String(answer) };
}

/** Controls → answer, or what is wrong with them. */
export function readForm(question: Question, form: AnswerForm): { answer: Answer } | { problem: FormProblem } {
  if (form.isUnknown) return { answer: UNKNOWN_ANSWER };
  switch (question.type) {
    case 'yesNo':
      if (form.value === UNKNOWN_ANSWER) return { answer: UNKNOWN_ANSWER };
      return form.value === '' ? { problem: { kind: 'missing' } } : { answer: form.value === 'true' };
    case 'choice':
    case 'country':
      return form.value === '' ? { problem: { kind: 'missing' } } : { answer: form.value };
    case 'any':
      if (form.chosen.length === 0) return { problem: { kind: 'missing' } };
      if (form.chosen.includes(NONE)) return form.chosen.length > 1 ? { problem: { kind: 'standsAlone' } } : { answer: [] };
      return { answer: form.chosen };
    case 'date':
      return readDate(form.date);
    default:
      return readNumber(form.value);
  }
}

function readNumber(text: string): { answer: number } | { problem: FormProblem } {
  if (text.trim() === '') return { problem: { kind: 'missing' } };
  const value = parseWhole(text);
  return value === undefined ? { problem: { kind: 'notANumber' } } : { answer: value };
}

/** Three fields → a day that exists, for dates that are no answer of the interview. */
export function readDay(parts: AnswerForm['date']): { answer: string } | { problem: FormProblem } {
  const read = readDate(parts);
  return 'answer' in read && parseDate(read.answer) === undefined ? { problem: { kind: 'noSuchDate' } } : read;
}

function readDate({ day, month, year }: AnswerForm['date']): { answer: string } | { problem: FormProblem } {
  const parts = [day, month, year].map((part) => part.trim());
  if (parts.every((part) => part === '')) return { problem: { kind: 'missing' } };
  if (parts.includes('')) return { problem: { kind: 'dateIncomplete' } };
  const monthNumber = parseMonth(month);
  if (monthNumber === undefined) return { problem: { kind: 'noSuchMonth' } };
  if (!/^\d{1,2}$/.test(parts[0] ?? '') || !/^\d{4}$/.test(parts[2] ?? '')) return { problem: { kind: 'noSuchDate' } };
  return { answer: `${parts[2]}-${String(monthNumber).padStart(2, '0')}-${(parts[0] ?? '').padStart(2, '0')}` };
}

const FormSchema = z.object({
  value: z.string(),
  chosen: z.array(z.string()),
  date: z.object({ day: z.string(), month: z.string(), year: z.string() }),
  isUnknown: z.boolean(),
});

/**
 * Checks a form with zod: its shape, then the answer that it gives.
 *
 * @param findProblem what is wrong with an answer in the light of the others
 * @param say the sentence for a problem
 */
export function createResolver(
  question: Question,
  findProblem: (answer: Answer) => AnswerProblem | undefined,
  say: (problem: FormProblem) => string,
): Resolver<AnswerForm> {
  const checked = FormSchema.check((context) => {
    const read = readForm(question, context.value);
    const problem = 'problem' in read ? read.problem : findProblem(read.answer);
    if (problem) context.issues.push({ code: 'custom', path: ['value'], message: say(problem), input: context.value });
  });
  return zodResolver(checked);
}
