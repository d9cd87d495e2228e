import type { ReactNode } from 'react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { duplicatePlan, erasePlan, formatPlanFile, MOST_LETTERS, savePlan } from '../../plans/index.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import { Sure } from '../pages/PlansPage.tsx';
import type { PlanProps } from './plan-props.ts';
import { fileName, newPlanId, saveFile } from './save-file.ts';

/** Rename, duplicate, export, delete. */
export function PlanActions({ plan, change }: PlanProps): ReactNode {
  const texts = useTexts();
  const [, navigate] = useLocation();
  const [name, setName] = useState(plan.name);
  const rename = (): void => {
    const next = name.trim();
    if (next !== '') change((current) => ({ ...current, name: next.slice(0, MOST_LETTERS.name) }));
  };
  const copy = async (): Promise<void> => {
    const id = newPlanId();
    await savePlan(duplicatePlan(plan, texts.ui('plans.copyOf', { name: plan.name }), { id, now: Date.now() }));
    navigate(`/plans/${id}`);
  };
  const erase = async (): Promise<void> => {
    await erasePlan(plan.id);
    navigate('/plans');
  };
  return (
    <section aria-labelledby="plan-actions">
      <h2 id="plan-actions">{texts.ui('plan.actions')}</h2>
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          rename();
        }}
      >
        <label htmlFor="plan-name">{texts.ui('plan.name')}</label>
        <p className="with-unit">
          <input
            type="text"
            id="plan-name"
            className="wide"
            maxLength={MOST_LETTERS.name}
            autoComplete="off"
            value={name}
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
          <button type="submit" className="button quiet">
            {texts.ui('plan.rename')}
          </button>
        </p>
      </form>
      <p className="buttons">
        <button type="button" className="button quiet" onClick={() => void copy()}>
          {texts.ui('plans.duplicate')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            saveFile(fileName(plan.name, 'json'), 'application/json', formatPlanFile([plan]));
          }}
        >
          {texts.ui('plans.export')}
        </button>
        <Sure
          label={texts.ui('plans.delete')}
          question={texts.ui('plans.deleteSure', { name: plan.name })}
          action="delete-plan"
          onSure={() => void erase()}
        />
      </p>
    </section>
  );
}
