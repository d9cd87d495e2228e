import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Actor } from '../../rules/index.ts';
import { packTexts, useTexts } from '../hooks/use-texts.tsx';
import { LANGUAGES } from '../languages.ts';
import { useSecondTexts } from '../print/PrintPanel.tsx';
import type { PlanProps } from './plan-props.ts';
import type { SheetKind } from './PrintedPlan.tsx';
import { PrintedPlan } from './PrintedPlan.tsx';

/** Sheets to print: the whole plan, what one person brings, the trips; in one language or two. */
export function PlanSheets(props: PlanProps & { first?: SheetKind }): ReactNode {
  const texts = useTexts();
  const { interview, laid, first } = props;
  const { country, reader } = interview;
  const [kind, setKind] = useState<SheetKind | ''>(first ?? '');
  const [language, setLanguage] = useState('');
  const second = useSecondTexts(language, country);
  const voices = useMemo(
    () => [texts, ...(second ? [second] : [])].map((own) => ({ texts: own, ...packTexts(own, country, reader) })),
    [texts, second, country, reader],
  );
  useEffect(() => {
    document.body.classList.toggle('has-own-sheet', kind !== '');
    return () => {
      document.body.classList.remove('has-own-sheet');
    };
  }, [kind]);
  const self = reader === 'selfEmployed' ? 'Self' : '';
  const people = (['worker', 'employer', 'lawyer', 'relative', 'recruiter'] as const).filter((person) => isInvolved(props, person));
  const kinds: readonly (readonly [SheetKind, string])[] = [
    ['plan', texts.ui('sheet.plan')],
    ...people.map((person) => [person, texts.ui('sheet.person', { actor: texts.ui(`actor.${person}${self}`) })] as const),
    ...(laid.visits.length > 0 ? [['visits', texts.ui('sheet.visits')] as const] : []),
  ];
  const others = LANGUAGES.filter(({ code }) => code !== texts.language && interview.compiled.pack.languages.includes(code));
  return (
    <section aria-labelledby="sheets" className="panel">
      <h2 id="sheets">{texts.ui('sheet.title')}</h2>
      <p>{texts.ui('sheet.text')}</p>
      <div className="field">
        <label htmlFor="sheet-kind">{texts.ui('sheet.kind')}</label>
        <select
          id="sheet-kind"
          className="wide"
          value={kind}
          onChange={(event) => {
            setKind(event.target.value as SheetKind | '');
          }}
        >
          {first === undefined && <option value="">{texts.ui('sheet.none')}</option>}
          {kinds.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {others.length > 0 && (
        <div className="field">
          <label htmlFor="sheet-language">{texts.ui('print.second')}</label>
          <select
            id="sheet-language"
            className="wide"
            value={language}
            onChange={(event) => {
              setLanguage(event.target.value);
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
          data-action="print-sheet"
          disabled={kind === ''}
          onClick={() => {
            window.print();
          }}
        >
          {texts.ui('sheet.button')}
        </button>
      </p>
      {kind !== '' && createPortal(<PrintedPlan {...props} kind={kind} voices={voices} />, document.body)}
    </section>
  );
}

function isInvolved({ laid }: PlanProps, person: Actor): boolean {
  return laid.documents.some(({ provider }) => provider === person) || laid.visits.some(({ actor }) => actor === person);
}
