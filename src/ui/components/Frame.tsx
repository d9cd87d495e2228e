import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../hooks/use-texts.tsx';
import { ALL_LANGUAGES } from '../languages.ts';
import { LanguagePicker } from './LanguagePicker.tsx';

export function Frame({ children }: { children: ReactNode }): ReactNode {
  const texts = useTexts();
  return (
    <div className="frame screen-only">
      <a className="skip" href="#main" onClick={skipToMain}>
        {texts.ui('frame.skip')}
      </a>
      <header className="bar">
        <div className="bar-inner">
          <Link href="~/" className="brand">
            Permiso
          </Link>
          <LanguagePicker />
        </div>
      </header>
      <main id="main" className="page" tabIndex={-1}>
        <TranslationNotice />
        {children}
      </main>
      <footer className="foot">
        <div className="foot-inner">
          <p>{texts.ui('frame.privacy')}</p>
          <p>{texts.ui('frame.noAdvice')}</p>
        </div>
      </footer>
    </div>
  );
}

/** Says that a native speaker has yet to review the language of the page. */
function TranslationNotice(): ReactNode {
  const texts = useTexts();
  const language = ALL_LANGUAGES.find(({ code }) => code === texts.language);
  if (!language || language.nativeReview) return null;
  return (
    <div className="panel care">
      <p>{texts.ui('frame.notReviewed')}</p>
    </div>
  );
}

/** The hash holds the address of the page, so the skip link must not change it. */
function skipToMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
