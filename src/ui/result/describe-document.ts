import type { AssessedDocument } from '../../assessment/index.ts';
import type { Texts } from '../../texts/index.ts';
import { sayPeriod } from '../../texts/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import type { PackTexts } from '../hooks/use-texts.tsx';

type DocumentFacts = { form: string | undefined; age: string | undefined; where: string | undefined };

/** Form and copies, maximum age, and where to get a document, in words. */
export function describeDocument({
  texts,
  say,
  find,
  document,
  interview,
}: PackTexts & { texts: Texts; document: AssessedDocument; interview: OpenInterview }): DocumentFacts {
  const item = interview.compiled.pack.documents.find(({ id }) => id === document.id);
  const forms = document.form.map((form) => texts.ui(`form.${form}`));
  if (document.copies !== null) forms.push(texts.ui('form.copies', { count: document.copies }));
  const offices = (item?.offices ?? []).map((office) => say(`offices.${office}.name`));
  const age = document.maxAge
    ? texts.ui('documents.maxAge', { period: sayPeriod(texts, document.maxAge) })
    : item?.fresh && texts.ui(`documents.${item.fresh}`);
  return {
    form: find(`documents.${document.id}.form`) ?? (forms.length > 0 ? texts.list(forms) : undefined),
    age: find(`documents.${document.id}.age`) ?? age,
    where: find(`documents.${document.id}.where`) ?? (offices.length > 0 ? texts.list(offices) : undefined),
  };
}

/** Short facts in one cell: words are parted by a semicolon, sentences follow each other; nothing is said twice. */
export function joinFacts(facts: readonly (string | undefined)[]): string {
  const isSentence = (text: string): boolean => /[.!?]$/.test(text);
  return facts
    .flatMap((fact) => (fact === undefined || fact === '' ? [] : [fact]))
    .reduce((text, fact) => {
      if (text === '') return startSentence(fact);
      if (text.toLowerCase().includes(fact.toLowerCase())) return text;
      if (isSentence(text)) return `${text} ${startSentence(fact)}`;
      return isSentence(fact) ? `${text}. ${startSentence(fact)}` : `${text}; ${fact}`;
    }, '');
}

/** With a capital letter, unless it begins with an address of the web. */
function startSentence(text: string): string {
  return /^\p{Ll}+(\s|$)/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
