import type { Question } from '../../rules/index.ts';
import { formatDate } from '../../rules/index.ts';
import type { Texts } from '../../texts/index.ts';
import type { FormProblem } from './answer-form.ts';

/** What is wrong with an answer, as a sentence that says how to put it right. */
export function sayProblem(texts: Texts, question: Question, problem: FormProblem): string {
  switch (problem.kind) {
    case 'missing':
      return texts.ui(`error.missing.${question.type}`);
    case 'tooSmall':
      return texts.ui(question.type === 'date' ? 'error.tooEarly' : 'error.tooSmall', { limit: sayLimit(texts, question, problem.least) });
    case 'tooLarge':
      return texts.ui(question.type === 'date' ? 'error.tooLate' : 'error.tooLarge', { limit: sayLimit(texts, question, problem.most) });
    default:
      return texts.ui(`error.${problem.kind}`);
  }
}

function sayLimit(texts: Texts, question: Question, limit: number | string): string {
  if (question.type === 'date') return texts.day(typeof limit === 'number' ? formatDate(limit) : limit);
  if (question.type === 'money') return texts.money(Number(limit), question.currency ?? '');
  return texts.number(Number(limit));
}
