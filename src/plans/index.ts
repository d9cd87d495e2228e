export { eraseAnswers, readAnswers, saveAnswers } from './answer-store.ts';
export type { SavedAnswers } from './database.ts';
