import type { Answers } from '../rules/index.ts';
import { eraseAnswers, readAnswers, saveAnswers } from './answer-store.ts';

/** The self-check is kept beside the interview of a country, so that neither can be taken for the other. */
const keyOf = (country: string): string => `${country}:recruitment`;

/** Saves the answers of the self-check of a country. @returns whether they will survive closing the page */
export function saveRecruitment(country: string, packVersion: string, answers: Answers): Promise<boolean> {
  return saveAnswers({ country: keyOf(country), packVersion, answers: { ...answers } });
}

/** The saved answers of the self-check as they were stored; what does not fit the questions is for the reader to drop. */
export async function readRecruitment(country: string): Promise<Readonly<Record<string, unknown>>> {
  return (await readAnswers(keyOf(country)))?.answers ?? {};
}

export function eraseRecruitment(country: string): Promise<void> {
  return eraseAnswers(keyOf(country));
}
