import type { ReactNode } from 'react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { Actor } from '../../rules/index.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import { PrintButton } from '../print/PrintButton.tsx';
import { useSheet } from '../print/use-sheet.ts';
import { useVoices } from '../print/use-voices.tsx';
import type { PlanProps } from './plan-props.ts';
import type { SheetKind } from './PrintedPlan.tsx';
import { PrintedPlan } from './PrintedPlan.tsx';

/** Sheets to print: the whole plan, what one person brings, the trips; in one language or two. */
export function PlanSheets(props: PlanProps & { first?: SheetKind }): ReactNode {
  const texts = useTexts();
  const { interview, laid, first } = props;
  const [kind, setKind] = useState<SheetKind | ''>(first ?? '');
  const { voices, field } = useVoices(interview, 'sheet-language');
  useSheet('has-own-sheet', kind !== '');
  const self = interview.reader === 'selfEmployed' ? 'Self' : '';
  const people = (['worker', 'employer', 'lawyer', 'relative', 'recruiter'] as const).filter((person) => isInvolved(props, person));
  const kinds: readonly (readonly [SheetKind, string])[] = [
    ['plan', texts.ui('sheet.plan')],
    ...people.map((person) => [person, texts.ui('sheet.person', { actor: texts.ui(`actor.${person}${self}`) })] as const),
    ...(laid.visits.length > 0 ? [['visits', texts.ui('sheet.visits')] as const] : []),
  ];
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
      {field}
      <p className="buttons">
        <PrintButton label={texts.ui('sheet.button')} action="print-sheet" disabled={kind === ''} />
      </p>
      {kind !== '' && createPortal(<PrintedPlan {...props} kind={kind} voices={voices} />, document.body)}
    </section>
  );
}

function isInvolved({ laid }: PlanProps, person: Actor): boolean {
  return laid.documents.some(({ provider }) => provider === person) || laid.visits.some(({ actor }) => actor === person);
}
