import type { ReactNode } from 'react';
import type { Source } from '../../rules/index.ts';
import { useTexts } from '../hooks/use-texts.tsx';

/** Laws and pages with their kind, date and address. Titles stand as published, in their own language. */
export function SourceList({ sources }: { sources: readonly Source[] }): ReactNode {
  const texts = useTexts();
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={source.id}>
          {source.kind === 'unverified' ? (
            texts.ui('source.unverified')
          ) : (
            <>
              {source.title} ({texts.ui(`source.kind.${source.kind}`)}
              {yearOf(source)}){' '}
              {source.urls.slice(0, 2).map((url) => (
                <a key={url} href={url} rel="noreferrer">
                  {shorten(url)}
                </a>
              ))}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The year of a source; remarks beside it in the data are for those who keep rules. */
function yearOf({ date }: Source): string {
  const year = /\b(19|20)\d{2}\b/.exec(date ?? '')?.[0];
  return year === undefined ? '' : `; ${year}`;
}

const shorten = (url: string): string => {
  const text = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return text.length > 60 ? `${text.slice(0, 57)}… ` : `${text} `;
};
