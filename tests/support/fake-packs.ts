import type { TextTree } from '../../src/texts/index.ts';
import { kindsPack, kindsTexts } from './kinds-pack.ts';
import { readTree } from './locales.ts';

/** Stands in for `src/ui/packs.ts`, which loads what Vite has built in: one made-up country, and the texts of the repository. */
export const PACK_IDENTITIES = [
  {
    id: 'zz',
    version: '2026.11.0',
    reviewedOn: '2026-11-22',
    reviewBy: '2027-05-22',
    languages: ['en', 'es'],
    officialLanguage: 'en',
    permits: 1,
  },
];
export const loadPack = (): Promise<typeof kindsPack> => Promise.resolve(kindsPack);
export const loadTexts = (language: string, namespace: string): Promise<TextTree> =>
  Promise.resolve(namespace === 'zz' ? kindsTexts : readTree(language, namespace));
export const hasProgramTexts = (): boolean => true;
export const findPackLanguage = (wanted: string): { language: string; official: string } => ({ language: wanted, official: wanted });
export const loadWitnesses = (): Promise<object> => Promise.resolve({});
