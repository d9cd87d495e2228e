import { z } from 'zod';
import { ConditionSchema } from './condition-schema.ts';
import { basis, CamelId, IsoDate, KebabId } from './item-schema.ts';
import { IN_ORDER, isInOrder } from './limits.ts';

export const QUESTION_TYPES = ['choice', 'any', 'yesNo', 'integer', 'number', 'money', 'date', 'country'] as const;

const Limit = z.union([z.number(), IsoDate, CamelId]);

export const QuestionSchema = z.strictObject({
  id: CamelId,
  type: z.enum(QUESTION_TYPES),
  section: KebabId.describe('The part of the interview, for headings.'),
  ...basis,
  options: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]*$/),
        onlyIf: ConditionSchema.optional().describe('Offered only then.'),
        alone: z.boolean().optional().describe('For "any": stands alone, such as "none of these".'),
      }),
    )
    .min(2)
    .optional(),
  range: z
    .strictObject({ least: Limit, most: Limit })
    .refine(isInOrder, IN_ORDER)
    .optional()
    .describe('Least and greatest answer: a number, a date, or the id of another question.'),
  mustHold: z.array(ConditionSchema).optional().describe('Ties the answer to other answers; must not be false.'),
  askedWhen: ConditionSchema.optional().describe('The only cases in which the question makes sense.'),
  unknown: z.literal(false).optional().describe('false: "I don\'t know" is not offered.'),
  changeable: z.boolean().optional().describe('true: the user could change this in real life (a wage, a plan, a paper).'),
  unit: z.enum(['years', 'months', 'days', 'weeks', 'people', 'percent', 'copies', 'times']).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});
