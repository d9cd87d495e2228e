import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Reader, Texts, TextTree } from '../../texts/index.ts';
import { createTexts, mergeTexts } from '../../texts/index.ts';
import { findPackLanguage, loadTexts } from '../packs.ts';

export type Language = { language: string; setLanguage: (language: string) => void };

const TextsContext = createContext<Texts | null>(null);
const LanguageContext = createContext<Language | null>(null);

/**
 * Texts of the program, of what packs share and of one pack. A country that does not have the language is shown in its official
 * one; a language that is not complete is filled up from there.
 */
export async function loadAllTexts(wanted: string, country: string | null): Promise<Texts> {
  const { language, official } = findPackLanguage(wanted, country);
  const namespaces = ['ui', 'common', ...(country === null ? [] : [country])];
  const load = async (namespace: string): Promise<TextTree> => {
    const [own, base] = await Promise.all([loadTexts(language, namespace), loadTexts(official, namespace)]);
    return language === official ? own : mergeTexts(base, own);
  };
  const trees = await Promise.all(namespaces.map(load));
  return createTexts(language, Object.fromEntries(namespaces.map((namespace, index) => [namespace, trees[index] ?? {}])));
}

/** Keeps the texts of the chosen language and country loaded; the page stays as it is until they are there. */
export function TextsProvider({ first, country, children }: { first: Texts; country: string | null; children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(first.language);
  const [texts, setTexts] = useState(first);
  useEffect(() => {
    let isCurrent = true;
    void loadAllTexts(language, country).then((loaded) => {
      if (isCurrent) setTexts(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [language, country]);
  useEffect(() => {
    document.documentElement.lang = texts.language;
  }, [texts]);
  const choose = useCallback((next: string) => {
    setLanguage(next);
    rememberLanguage(next);
  }, []);
  const chosen = useMemo(() => ({ language, setLanguage: choose }), [language, choose]);
  return (
    <LanguageContext value={chosen}>
      <TextsContext value={texts}>{children}</TextsContext>
    </LanguageContext>
  );
}

/** Adds the texts of a country on a page whose address names none, such as that of a plan. */
export function CountryTexts({ country, children }: { country: string; children: ReactNode }): ReactNode {
  const outer = useTexts();
  const { language } = useLanguage();
  const [texts, setTexts] = useState<Texts>();
  useEffect(() => {
    let isCurrent = true;
    void loadAllTexts(language, country).then((loaded) => {
      if (isCurrent) setTexts(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [language, country]);
  return texts ? <TextsContext value={texts}>{children}</TextsContext> : <p aria-busy="true">{outer.ui('loading')}</p>;
}

export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('useTexts needs a TextsProvider');
  return texts;
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('useLanguage needs a TextsProvider');
  return language;
}

const KEY = 'permiso.language';

/** The language in the address, the one chosen last time, or the browser's. */
export function findFirstLanguage(available: (language: string) => boolean): string {
  const asked = new URLSearchParams(location.search).get('lang');
  const candidates = [asked, readRemembered(), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return candidates.find((candidate) => candidate !== null && available(candidate)) ?? 'en';
}

function rememberLanguage(language: string): void {
  const address = new URL(location.href);
  address.searchParams.set('lang', language);
  history.replaceState(history.state, '', address);
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Site data is blocked: the address keeps the language.
  }
}

function readRemembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export type PackTexts = {
  /** A text of the pack that must exist. */
  say: (key: string) => string;
  /** A text of the pack that may be missing. */
  find: (key: string) => string | undefined;
};

/** Texts of the pack of a country, in the variant for the reader. */
export function usePackTexts(country: string, reader: Reader | undefined): PackTexts {
  const texts = useTexts();
  return useMemo(() => packTexts(texts, country, reader), [texts, country, reader]);
}

export function packTexts(texts: Texts, country: string, reader: Reader | undefined): PackTexts {
  return {
    say: (key) => texts.pack(country, key, reader),
    find: (key) => texts.find(country, key, reader),
  };
}
