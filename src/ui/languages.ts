import languages from '../../locales/languages.json';
import { hasProgramTexts } from './packs.ts';

export type LanguageInfo = { code: string; name: string; reviewedBy: string; nativeReview: boolean };

/** All languages; some have only what workers read. */
export const ALL_LANGUAGES: readonly LanguageInfo[] = languages;

/** Languages in which the whole program speaks. */
export const LANGUAGES: readonly LanguageInfo[] = languages.filter(({ code }) => hasProgramTexts(code));
