import type { ReactNode } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';
import type { FieldProps } from './QuestionField.tsx';
import { UnknownBox } from './UnknownBox.tsx';
import { useField } from './use-field.ts';

/** A date as three fields; the month may be a number or a name in either language. */
export function DateField({ question, form, describedBy, isInvalid }: FieldProps): ReactNode {
  const texts = useTexts();
  const { date, setValue } = useField(form);
  return (
    <>
      <div className="date-parts field">
        {(['day', 'month', 'year'] as const).map((part) => (
          <div className={`date-part ${part}`} key={part}>
            <label htmlFor={`${question.id}-${part}`}>{texts.ui(`date.${part}`)}</label>
            <input
              type="text"
              inputMode={part === 'month' ? 'text' : 'numeric'}
              autoComplete="off"
              id={`${question.id}-${part}`}
              name={`${question.id}.${part}`}
              value={date[part]}
              aria-describedby={describedBy}
              aria-invalid={isInvalid}
              onChange={(event) => {
                setValue('date', { ...date, [part]: event.target.value });
              }}
            />
          </div>
        ))}
      </div>
      <UnknownBox question={question} form={form} />
    </>
  );
}
