import type { ReactNode } from 'react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { selectPath } from '../../interview/index.ts';
import { createPlan, MOST_LETTERS, savePlan } from '../../plans/index.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import type { ResultProps } from '../result/result-props.ts';
import { newPlanId } from './save-file.ts';

/** Keeps the result as a plan under a name of the user's choice. */
export function KeepPanel({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const [, navigate] = useLocation();
  const [name, setName] = useState('');
  const keep = async (): Promise<void> => {
    const id = newPlanId();
    const fallback = texts.ui('keep.name', { country: texts.country(interview.country.toUpperCase()), date: texts.day(assessment.asOf) });
    const { answers } = selectPath(interview.snapshot);
    await savePlan(createPlan(name.trim() === '' ? fallback : name, { assessment, answers }, { id, now: Date.now() }));
    navigate(`/plans/${id}`);
  };
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h3>{texts.ui('keep.title')}</h3>
      <p>{texts.ui('keep.text')}</p>
      <label htmlFor="keep-name">{texts.ui('keep.label')}</label>
      <p className="hint" id="keep-hint">
        {texts.ui('keep.hint')}
      </p>
      <input
        type="text"
        id="keep-name"
        name="planName"
        className="wide"
        maxLength={MOST_LETTERS.name}
        autoComplete="off"
        aria-describedby="keep-hint"
        value={name}
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <p className="buttons">
        <button type="submit" className="button" data-action="keep">
          {texts.ui('keep.button')}
        </button>
      </p>
    </form>
  );
}
