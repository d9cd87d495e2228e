import type { Answer, Question } from '../rules/index.ts';
import { UNKNOWN_ANSWER } from '../rules/index.ts';
import type { Reader, Texts } from './create-texts.ts';

/** An answer in words: "Yes", "Guatemala", "BZ$5.00", "1 December 2026". */
// eslint-disable-next-line max-params -- language, pack, question, answer and reader: all callers have the five apart
export function sayAnswer(texts: Texts, pack: string, question: Question, answer: Answer, reader?: Reader): string {
  if (answer === UNKNOWN_ANSWER) return texts.ui('answer.unknown');
  switch (question.type) {
    case 'yesNo':
      return texts.ui(answer === true ? 'answer.yes' : 'answer.no');
    case 'choice':
      return texts.pack(pack, `questions.${question.id}.options.${String(answer)}`, reader);
    case 'any': {
      const chosen = Array.isArray(answer) ? (answer as readonly string[]) : [];
      if (chosen.length === 0) return texts.ui('answer.none');
      return texts.list(chosen.map((id) => texts.pack(pack, `questions.${question.id}.options.${id}`, reader)));
    }
    case 'country':
      return texts.country(String(answer));
    case 'date':
      return texts.day(String(answer));
    case 'money':
      return texts.money(Number(answer), question.currency ?? '');
    default:
      return texts.number(Number(answer));
  }
}
