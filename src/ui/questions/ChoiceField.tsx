import type { ReactNode } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';
import type { FieldProps } from './QuestionField.tsx';
import { useField } from './use-field.ts';

/** One of several, or yes and no: radio buttons, none of them selected at first. */
export function ChoiceField({ question, form, pack, options }: FieldProps): ReactNode {
  const texts = useTexts();
  const { value, setValue } = useField(form);
  const values = [...(question.type === 'yesNo' ? ['true', 'false'] : options), ...(question.unknown === false ? [] : ['unknown'])];
  const label = (option: string): string => {
    if (option === 'unknown') return texts.ui('answer.unknown');
    if (question.type === 'yesNo') return texts.ui(option === 'true' ? 'answer.yes' : 'answer.no');
    return pack.say(`questions.${question.id}.options.${option}`);
  };
  return values.map((option, index) => {
    const hint = option === 'unknown' ? undefined : pack.find(`questions.${question.id}.optionHints.${option}`);
    const id = `${question.id}-${index + 1}`;
    return (
      <div className="choice" key={option}>
        <input
          type="radio"
          id={id}
          name={question.id}
          value={option}
          checked={value === option}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={() => {
            setValue('value', option);
          }}
        />
        <label htmlFor={id}>{label(option)}</label>
        {hint !== undefined && (
          <p className="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    );
  });
}
