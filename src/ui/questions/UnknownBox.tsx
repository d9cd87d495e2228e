import type { ReactNode } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';
import type { FieldProps } from './QuestionField.tsx';
import { useField } from './use-field.ts';

/** "I don't know" beside a number, a date, a country or a list. */
export function UnknownBox({ question, form }: Pick<FieldProps, 'question' | 'form'>): ReactNode {
  const texts = useTexts();
  const { isUnknown, setValue } = useField(form);
  if (question.unknown === false) return null;
  const id = `${question.id}-unknown`;
  return (
    <>
      <p className="or">{texts.ui('question.or')}</p>
      <div className="choice">
        <input
          type="checkbox"
          id={id}
          name={question.id}
          value="unknown"
          checked={isUnknown}
          onChange={(event) => {
            setValue('isUnknown', event.target.checked);
          }}
        />
        <label htmlFor={id}>{texts.ui('answer.unknown')}</label>
      </div>
    </>
  );
}
