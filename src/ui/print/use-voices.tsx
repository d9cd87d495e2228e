import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import type { Texts } from '../../texts/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { loadAllTexts, packTexts, useTexts } from '../hooks/use-texts.tsx';
import { LANGUAGES } from '../languages.ts';
import { LanguageField } from './LanguageField.tsx';
import type { Voice } from './voices.tsx';

/** The languages of a sheet: the reader's own, and on request a second one beside it, with the field that chooses it. */
export function useVoices({ country, reader, compiled }: OpenInterview, fieldId: string): { voices: readonly Voice[]; field: ReactNode } {
  const texts = useTexts();
  const [language, setLanguage] = useState('');
  const second = useSecondTexts(language, country);
  const voices = useMemo(
    () => [texts, ...(second ? [second] : [])].map((own) => ({ texts: own, ...packTexts(own, country, reader) })),
    [texts, second, country, reader],
  );
  const others = LANGUAGES.filter(({ code }) => code !== texts.language && compiled.pack.languages.includes(code));
  const field = others.length > 0 && (
    <LanguageField
      id={fieldId}
      label={texts.ui('print.second')}
      value={language}
      languages={others}
      none={texts.ui('print.noSecond')}
      onChange={setLanguage}
    />
  );
  return { voices, field };
}

function useSecondTexts(language: string, country: string): Texts | undefined {
  const [loaded, setLoaded] = useState<Texts>();
  useEffect(() => {
    let isCurrent = true;
    if (language !== '') {
      void loadAllTexts(language, country).then((second) => {
        if (isCurrent) setLoaded(second);
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [language, country]);
  return loaded?.language === language ? loaded : undefined;
}
