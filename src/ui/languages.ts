import languages from '../../locales/languages.json';
import { hasProgramTexts } from './packs.ts';

export type LanguageInfo = { code: string; name: string; reviewedBy: string; nativeReview: boolean };

/** Languages in which the whole program speaks. */
export const LANGUAGES: readonly LanguageInfo[] = languages.filter(({ code }) => hasProgramTexts(code));
