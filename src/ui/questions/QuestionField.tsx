import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Question } from '../../rules/index.ts';
import { assertNever } from '../../rules/index.ts';
import type { PackTexts } from '../hooks/use-texts.tsx';
import type { AnswerForm } from './answer-form.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { CountryField } from './CountryField.tsx';
import { DateField } from './DateField.tsx';
import { ManyChoiceField } from './ManyChoiceField.tsx';
import { NumberField } from './NumberField.tsx';

export type FieldProps = {
  question: Question;
  form: UseFormReturn<AnswerForm>;
  pack: PackTexts;
  /** Ids of the hint and the error, for the controls' description. */
  describedBy: string | undefined;
  isInvalid: boolean;
  /** Options that fit this case. */
  options: readonly string[];
};

/** Kind of question → field. */
export function QuestionField(props: FieldProps): ReactNode {
  const { type } = props.question;
  switch (type) {
    case 'yesNo':
    case 'choice':
      return <ChoiceField {...props} />;
    case 'any':
      return <ManyChoiceField {...props} />;
    case 'integer':
    case 'number':
    case 'money':
      return <NumberField {...props} />;
    case 'date':
      return <DateField {...props} />;
    case 'country':
      return <CountryField {...props} />;
    default:
      return assertNever(type);
  }
}

/** The first control of a question, to which the error summary leads. */
export const fieldId = (question: Question): string => (question.type === 'date' ? `${question.id}-day` : `${question.id}-1`);
