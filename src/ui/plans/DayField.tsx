import type { ReactNode } from 'react';
import { useId, useRef, useState } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';
import type { AnswerForm } from '../questions/answer-form.ts';
import { readDay } from '../questions/answer-form.ts';

type DayFieldProps = {
  label: string;
  name: string;
  /** ISO date, or `undefined` while there is none. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
};

type Parts = AnswerForm['date'];
const EMPTY: Parts = { day: '', month: '', year: '' };

/** A day as three fields. It is taken over when the person leaves the fields; what cannot be a day is said, and nothing is lost. */
export function DayField({ label, name, value, onChange }: DayFieldProps): ReactNode {
  const texts = useTexts();
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const [parts, setParts] = useState(() => toParts(value));
  const [problem, setProblem] = useState<string>();
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setParts(toParts(value));
    setProblem(undefined);
  }
  const take = (): void => {
    if (Object.values(parts).every((part) => part.trim() === '')) {
      setProblem(undefined);
      if (value !== undefined) onChange(undefined);
      return;
    }
    const read = readDay(parts);
    if ('problem' in read) {
      setProblem(texts.ui(`error.${read.problem.kind}`));
      return;
    }
    setProblem(undefined);
    if (read.answer !== value) onChange(read.answer);
  };
  return (
    <fieldset
      className={`field day-field ${problem === undefined ? '' : 'has-error'}`}
      ref={group}
      onBlur={(event) => {
        if (!group.current?.contains(event.relatedTarget)) take();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    >
      <legend>{label}</legend>
      {problem !== undefined && (
        <p className="error" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <div className="date-parts">
        {(['day', 'month', 'year'] as const).map((part) => (
          <div className={`date-part ${part}`} key={part}>
            <label htmlFor={`${id}-${part}`}>{texts.ui(`date.${part}`)}</label>
            <input
              type="text"
              inputMode={part === 'month' ? 'text' : 'numeric'}
              autoComplete="off"
              id={`${id}-${part}`}
              name={`${name}.${part}`}
              value={parts[part]}
              aria-invalid={problem !== undefined}
              aria-describedby={problem === undefined ? undefined : `${id}-problem`}
              onChange={(event) => {
                setParts({ ...parts, [part]: event.target.value });
              }}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function toParts(value: string | undefined): Parts {
  if (value === undefined) return EMPTY;
  const [year = '', month = '', day = ''] = value.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}
