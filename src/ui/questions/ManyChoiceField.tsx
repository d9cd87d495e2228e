import type { ReactNode } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';
import { NONE } from './answer-form.ts';
import type { FieldProps } from './QuestionField.tsx';
import { UnknownBox } from './UnknownBox.tsx';
import { useField } from './use-field.ts';

/** Any that apply: boxes, and "none of these" so that nobody has to guess what no tick means. */
export function ManyChoiceField({ question, form, pack, options }: FieldProps): ReactNode {
  const texts = useTexts();
  const { chosen, setValue } = useField(form);
  const hasOwnNone = (question.options ?? []).some((option) => option.alone);
  const values = hasOwnNone ? options : [...options, NONE];
  const toggle = (option: string, isChosen: boolean): void => {
    setValue('chosen', isChosen ? [...chosen, option] : chosen.filter((other) => other !== option));
  };
  return (
    <>
      {values.map((option, index) => {
        const id = `${question.id}-${index + 1}`;
        const hint = option === NONE ? undefined : pack.find(`questions.${question.id}.optionHints.${option}`);
        return (
          <div className="choice" key={option}>
            <input
              type="checkbox"
              id={id}
              name={question.id}
              value={option}
              checked={chosen.includes(option)}
              aria-describedby={hint === undefined ? undefined : `${id}-hint`}
              onChange={(event) => {
                toggle(option, event.target.checked);
              }}
            />
            <label htmlFor={id}>{option === NONE ? texts.ui('answer.none') : pack.say(`questions.${question.id}.options.${option}`)}</label>
            {hint !== undefined && (
              <p className="hint" id={`${id}-hint`}>
                {hint}
              </p>
            )}
          </div>
        );
      })}
      <UnknownBox question={question} form={form} />
    </>
  );
}
