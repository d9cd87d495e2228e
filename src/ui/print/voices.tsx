import type { ReactNode } from 'react';
import type { Texts } from '../../texts/index.ts';
import type { PackTexts } from '../hooks/use-texts.tsx';

/** One language of the sheet. */
export type Voice = PackTexts & { texts: Texts };

/** The same text in every language of the sheet, side by side; each is marked with its language. */
export function Say({ voices, of }: { voices: readonly Voice[]; of: (voice: Voice) => string | undefined }): ReactNode {
  const said = voices
    .map((voice) => ({ language: voice.texts.language, text: of(voice) }))
    .filter(({ text }) => text !== undefined && text !== '');
  const isSame = said.every(({ text }) => text === said[0]?.text);
  const shown = isSame ? said.slice(0, 1) : said;
  if (shown.length === 0) return null;
  return (
    <span className={shown.length > 1 ? 'voices' : undefined}>
      {shown.map(({ language, text }) => (
        <span key={language} lang={language}>
          {text}
        </span>
      ))}
    </span>
  );
}
