import type { ReactNode } from 'react';
import { LANGUAGES } from '../languages.ts';
import { useInterview } from '../hooks/use-interview.tsx';
import { useLanguage, useTexts } from '../hooks/use-texts.tsx';

/** Languages by their own names, each marked with its language for screen readers. */
export function LanguagePicker(): ReactNode {
  const texts = useTexts();
  const { setLanguage } = useLanguage();
  const offered = useInterview()?.compiled.pack.languages;
  return (
    <div className="languages" role="group" aria-label={texts.ui('frame.language')}>
      {LANGUAGES.filter(({ code }) => offered?.includes(code) ?? true).map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === texts.language}
          onClick={() => {
            setLanguage(code);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
