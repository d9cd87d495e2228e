import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Texts } from '../../texts/index.ts';
import { LANGUAGES } from '../languages.ts';
import { loadAllTexts, packTexts, useTexts } from '../hooks/use-texts.tsx';
import type { ResultProps } from '../result/result-props.ts';
import { PrintedChecklist } from './PrintedChecklist.tsx';

/** The print button, the choice of a second language, and the sheet itself, which only paper shows. */
export function PrintPanel({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const [secondLanguage, setSecondLanguage] = useState('');
  const second = useSecondTexts(secondLanguage, interview.country);
  const { country, reader } = interview;
  const voices = useMemo(
    () => [texts, ...(second ? [second] : [])].map((own) => ({ texts: own, ...packTexts(own, country, reader) })),
    [texts, second, country, reader],
  );
  useEffect(() => {
    document.body.classList.add('has-sheet');
    return () => {
      document.body.classList.remove('has-sheet');
    };
  }, []);
  const others = LANGUAGES.filter(({ code }) => code !== texts.language && interview.compiled.pack.languages.includes(code));
  return (
    <section aria-labelledby="print-title" className="panel">
      <h2 id="print-title">{texts.ui('print.title')}</h2>
      <p>{texts.ui('print.text')}</p>
      {others.length > 0 && (
        <div className="field">
          <label htmlFor="second-language">{texts.ui('print.second')}</label>
          <select
            id="second-language"
            className="wide"
            value={secondLanguage}
            onChange={(event) => {
              setSecondLanguage(event.target.value);
            }}
          >
            <option value="">{texts.ui('print.noSecond')}</option>
            {others.map(({ code, name }) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <p className="buttons">
        <button
          type="button"
          className="button"
          data-action="print"
          onClick={() => {
            window.print();
          }}
        >
          {texts.ui('print.button')}
        </button>
      </p>
      {createPortal(<PrintedChecklist interview={interview} assessment={assessment} voices={voices} />, document.body)}
    </section>
  );
}

/** Texts of the second language of a sheet. */
export function useSecondTexts(language: string, country: string): Texts | undefined {
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
