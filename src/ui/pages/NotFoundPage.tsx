import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { usePageFocus } from '../hooks/use-page-focus.ts';
import { useTexts } from '../hooks/use-texts.tsx';

/** An address that leads nowhere, or a pack that could not be loaded: what is wrong and how to go on. */
export function NotFoundPage({ kind, retry }: { kind: 'page' | 'country' | 'loading'; retry?: () => void }): ReactNode {
  const texts = useTexts();
  const title = texts.ui(`notFound.${kind}.title`);
  const heading = usePageFocus(`${title} – Permiso`, kind);
  return (
    <div className="prose">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>{texts.ui(`notFound.${kind}.text`)}</p>
      <p className="buttons">
        {retry && (
          <button type="button" className="button" onClick={retry}>
            {texts.ui('notFound.retry')}
          </button>
        )}
        <Link href="~/" className="button quiet">
          {texts.ui('notFound.start')}
        </Link>
      </p>
    </div>
  );
}
