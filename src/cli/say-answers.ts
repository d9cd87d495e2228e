import { existsSync, readFileSync } from 'node:fs';
import type { Answers, Pack } from '../rules/index.ts';
import type { Texts, TextTree } from '../texts/index.ts';
import { createTexts, sayAnswer } from '../texts/index.ts';

/** Puts a set of answers into words, as the interview would; ids where the pack has no texts yet. */
export type SayAnswers = (pack: Pack, answers: Answers) => string;

/** @param packs ids of the packs whose texts are needed */
export async function readAnswerTexts(language: string, packs: readonly string[]): Promise<SayAnswers> {
  const namespaces = Object.fromEntries(['ui', ...packs].map((name) => [name, readTree(language, name)]));
  const texts = await createTexts(language, namespaces);
  return (pack, answers) =>
    Object.entries(answers)
      .map(([id, answer]) => sayOne(texts, pack, { id, answer }))
      .join('; ');
}

function sayOne(texts: Texts, pack: Pack, { id, answer }: { id: string; answer: Answers[string] }): string {
  const question = pack.questions.find((candidate) => candidate.id === id);
  const name = texts.find(pack.id, `questions.${id}.short`) ?? id;
  const said = question ? sayAnswer(texts, pack.id, question, answer) : JSON.stringify(answer);
  return `${name}: ${said.includes('[[') ? JSON.stringify(answer) : said}`;
}

function readTree(language: string, name: string): TextTree {
  const file = new URL(`../../locales/${language}/${name}.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TextTree) : {};
}

/** Names of the items of a pack, by the key of the text; `undefined` where there is no text yet. */
export async function readItemNames(language: string, pack: string): Promise<(key: string) => string | undefined> {
  const texts = await createTexts(language, { [pack]: readTree(language, pack) });
  return (key) => texts.find(pack, key);
}
