import type { ReactNode } from 'react';
import { LANGUAGES } from '../languages.ts';
import { useLanguage, useTexts } from '../hooks/use-texts.tsx';

/** Languages by their own names, each marked with its language for screen readers. */
export function LanguagePicker(): ReactNode {
  const texts = useTexts();
  const { language, setLanguage } = useLanguage();
  return (
    <div className="languages" role="group" aria-label={texts.ui('frame.language')}>
      {LANGUAGES.map(({ code, name }) => (
        <button key={code} type="button" lang={code} aria-pressed={code === language} onClick={() => { setLanguage(code); }}>
          {name}
        </button>
      ))}
    </div>
  );
}
