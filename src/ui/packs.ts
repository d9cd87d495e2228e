import type { CompiledPack, Pack } from '../rules/index.ts';
import { compilePack } from '../rules/index.ts';
import type { TextTree, Witnesses } from '../texts/index.ts';

/** What the start page shows of a pack. */
export type PackIdentity = {
  id: string;
  version: string;
  reviewedOn: string;
  reviewBy: string;
  languages: readonly string[];
  officialLanguage: string;
  permits: number;
};

const identities = import.meta.glob<PackIdentity>('/rules/*/pack.json', { query: '?identity', import: 'default', eager: true });
const packs = import.meta.glob<Pack>('/rules/*/pack.json', { query: '?pack', import: 'default' });
const texts = import.meta.glob<TextTree>('/locales/*/*.json', { import: 'default' });
const witnesses = import.meta.glob<Witnesses>('/rules/witnesses/*.json', { import: 'default' });

/** All packs that were built in. */
export const PACK_IDENTITIES: readonly PackIdentity[] = Object.values(identities);

const compiled = new Map<string, Promise<CompiledPack>>();

/** Loads and compiles a pack, once. */
export function loadPack(id: string): Promise<CompiledPack> {
  const known = compiled.get(id);
  if (known) return known;
  const load = packs[`/rules/${id}/pack.json`];
  if (!load) return Promise.reject(new RangeError(`No such pack: ${id}`));
  const loading = load().then(compilePack);
  loading.catch(() => compiled.delete(id));
  compiled.set(id, loading);
  return loading;
}

/** Loads the texts of one namespace in one language; an empty tree where there are none. */
export async function loadTexts(language: string, namespace: string): Promise<TextTree> {
  const load = texts[`/locales/${language}/${namespace}.json`];
  return load ? load() : {};
}

/** The language in which a country is shown to somebody who wants `wanted`, and the one that fills its gaps. */
export function findPackLanguage(wanted: string, country: string | null): { language: string; official: string } {
  const identity = PACK_IDENTITIES.find(({ id }) => id === country);
  if (!identity) return { language: wanted, official: 'en' };
  const language = identity.languages.includes(wanted) ? wanted : identity.officialLanguage;
  // English and Spanish are complete, so only other languages have gaps.
  const isComplete = language === 'en' || language === 'es';
  return { language, official: isComplete ? language : identity.officialLanguage };
}

/** Loads the example people of the rulebook of a country; none where there are none. */
export async function loadWitnesses(id: string): Promise<Witnesses> {
  const load = witnesses[`/rules/witnesses/${id}.json`];
  return load ? load() : {};
}

/** Whether the program itself is translated into the language. */
export function hasProgramTexts(language: string): boolean {
  return `/locales/${language}/ui.json` in texts;
}
