import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';

/** What is wrong, with a link to the field. Takes the focus, so that everybody learns of it at once. */
export function ErrorSummary({ message, field, attempt }: { message: string; field: string; attempt: number }): ReactNode {
  const texts = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [attempt]);
  const goToField = (event: { preventDefault: () => void }): void => {
    event.preventDefault();
    document.getElementById(field)?.focus();
  };
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="summary-title">
      <h2 id="summary-title">{texts.ui('error.title')}</h2>
      <p>
        <a href={`#${field}`} onClick={goToField}>
          {message}
        </a>
      </p>
    </div>
  );
}
