import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { formatAddress } from '../../interview/index.ts';
import type { Texts } from '../../texts/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { usePageFocus } from '../hooks/use-page-focus.ts';
import { loadAllTexts, packTexts, useTexts } from '../hooks/use-texts.tsx';
import type { LanguageInfo } from '../languages.ts';
import { ALL_LANGUAGES } from '../languages.ts';
import { LanguageField } from '../print/LanguageField.tsx';
import { PrintButton } from '../print/PrintButton.tsx';
import { RightsCard } from '../print/RightsCard.tsx';
import { useSheet } from '../print/use-sheet.ts';
import { recruitmentKey } from '../recruitment/recruitment-props.ts';

/** The rights card: choose the worker's language, see the card, print it. */
export function RightsPage({ interview }: { interview: OpenInterview }): ReactNode {
  const texts = useTexts();
  const { compiled, country } = interview;
  const title = texts.ui('rights.title');
  const heading = usePageFocus(`${title} – Permiso`, 'rights');
  const cards = useCardLanguages(country);
  const [chosen, setChosen] = useState<string>();
  const [second, setSecond] = useState('');
  useSheet();
  const language = chosen ?? texts.language;
  const shown = useMemo(
    () =>
      [language, second].flatMap((code, index) => (index === 0 || code !== language ? cards.filter(({ info }) => info.code === code) : [])),
    [cards, language, second],
  );
  if (shown.length === 0) return <p aria-busy="true">{texts.ui('loading')}</p>;
  const voices = shown.map(({ own }) => ({ texts: own, ...packTexts(own, country, undefined) }));
  const card = (
    <RightsCard
      country={country}
      version={compiled.pack.version}
      rules={compiled.pack.recruitment}
      offices={compiled.pack.offices}
      voices={voices}
      fallback={texts}
      isReviewed={shown.every(({ info }) => info.nativeReview)}
    />
  );
  const languages = cards.map(({ info }) => info);
  return (
    <>
      <p className="back">
        <a href={`#${formatAddress({ page: 'result', country })}`}>{texts.ui('recruitment.backToResult')}</a>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="lead">{texts.ui('rights.lead')}</p>
      <LanguageField id="card-language" label={texts.ui('rights.language')} value={language} languages={languages} onChange={setChosen} />
      <LanguageField
        id="card-second"
        label={texts.ui('rights.second')}
        value={second === language ? '' : second}
        languages={languages.filter(({ code }) => code !== language)}
        none={texts.ui('print.noSecond')}
        onChange={setSecond}
      />
      {shown.some(({ info }) => !info.nativeReview) && (
        <div className="panel care" role="status">
          <p>{texts.ui('rights.notReviewed')}</p>
        </div>
      )}
      <p className="buttons">
        <PrintButton label={texts.ui('rights.print')} />
      </p>
      <section aria-label={texts.ui('rights.preview')} className="card-preview">
        {card}
      </section>
      {createPortal(<div className="print-only">{card}</div>, document.body)}
    </>
  );
}

type CardLanguage = { info: LanguageInfo; own: Texts };

/** Every language that has the texts of the card, also where the rest of the program is not translated. */
function useCardLanguages(country: string): readonly CardLanguage[] {
  const [cards, setCards] = useState<readonly CardLanguage[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void Promise.all(ALL_LANGUAGES.map(async (info) => ({ info, own: await loadAllTexts(info.code, country) }))).then((loaded) => {
      if (isCurrent) setCards(loaded.filter(({ own }) => own.find('common', recruitmentKey('rights.title')) !== undefined));
    });
    return () => {
      isCurrent = false;
    };
  }, [country]);
  return cards;
}
