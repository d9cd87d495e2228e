import type { ReactNode } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';
import type { FieldProps } from './QuestionField.tsx';
import { UnknownBox } from './UnknownBox.tsx';
import { useField } from './use-field.ts';

/** Whole numbers, numbers and money: a text field with the right keyboard, so that nothing is rounded or scrolled away. */
export function NumberField({ question, form, pack, describedBy, isInvalid }: FieldProps): ReactNode {
  const texts = useTexts();
  const { value, setValue } = useField(form);
  const isMoney = question.type === 'money';
  const unit = isMoney ? question.currency : question.unit && texts.ui(`unit.${question.unit}`);
  const id = `${question.id}-1`;
  return (
    <>
      <div className="field">
        <label htmlFor={id} className="visually-hidden">
          {pack.say(`questions.${question.id}.short`)}
          {unit === undefined ? '' : `, ${unit}`}
        </label>
        <div className="with-unit">
          <input
            type="text"
            inputMode={question.type === 'integer' ? 'numeric' : 'decimal'}
            autoComplete="off"
            className={isMoney ? 'money' : 'number'}
            id={id}
            name={question.id}
            value={value}
            aria-describedby={describedBy}
            aria-invalid={isInvalid}
            onChange={(event) => {
              setValue('value', event.target.value);
            }}
          />
          {unit !== undefined && <span aria-hidden="true">{unit}</span>}
        </div>
      </div>
      <UnknownBox question={question} form={form} />
    </>
  );
}
