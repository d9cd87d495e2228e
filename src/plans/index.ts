export { eraseAnswers, readAnswers, saveAnswers } from './answer-store.ts';
export type { SavedAnswers } from './database.ts';
export { eraseRecruitment, readRecruitment, saveRecruitment } from './recruitment-store.ts';
