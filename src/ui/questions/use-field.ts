import type { UseFormReturn } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import type { AnswerForm } from './answer-form.ts';

export type Field = AnswerForm & {
  setValue: <Name extends keyof AnswerForm>(name: Name, value: AnswerForm[Name]) => void;
};

/**
 * The values of the form, and a way to set one. The controls carry the question's own id as their name, because other programs find
 * them by it; the form keeps its values by kind.
 */
export function useField(form: UseFormReturn<AnswerForm>): Field {
  const values = useWatch({ control: form.control }) as AnswerForm;
  return {
    ...values,
    setValue: (name, value) => {
      form.setValue(name, value as never, { shouldDirty: true });
      if (name !== 'isUnknown' && values.isUnknown) form.setValue('isUnknown', false);
    },
  };
}
