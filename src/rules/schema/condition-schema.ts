import { z } from 'zod';

const KebabOrCamel = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]*$/);

/** A value that an answer can be compared with: an option id, a country code, a number, yes (`true`) or no (`false`). */
export const LiteralSchema = z.union([z.string(), z.number(), z.boolean()]).meta({ id: 'Literal' });

/** A calendar period. */
export const PeriodSchema = z
  .strictObject({
    days: z.int().optional(),
    workingDays: z.int().optional(),
    months: z.int().optional(),
    years: z.int().optional(),
  })
  .meta({ id: 'Period', description: 'A length of time: days, working days, calendar months or years.' });
export type Period = z.infer<typeof PeriodSchema>;

export type ConditionJson = {
  all?: readonly ConditionJson[] | undefined;
  any?: readonly ConditionJson[] | undefined;
  not?: ConditionJson | undefined;
  compare?: readonly [ExpressionJson, ComparisonWord, ExpressionJson] | undefined;
  share?: ShareJson | undefined;
  route?: string | readonly string[] | undefined;
  [questionOrNamedCondition: string]: unknown;
};

export const COMPARISON_WORDS = ['equals', 'isNot', 'atLeast', 'atMost', 'moreThan', 'lessThan'] as const;
export type ComparisonWord = (typeof COMPARISON_WORDS)[number];
const ComparisonWordSchema = z.enum(COMPARISON_WORDS);

export type ExpressionJson =
  | number
  | string
  | { plus: readonly ExpressionJson[] }
  | { minus: readonly [ExpressionJson, ExpressionJson] }
  | { times: readonly ExpressionJson[] }
  | { dividedBy: readonly [ExpressionJson, ExpressionJson] }
  | { least: readonly ExpressionJson[] }
  | { greatest: readonly ExpressionJson[] }
  | { roundUp: ExpressionJson }
  | { roundDown: ExpressionJson }
  | { if: ConditionJson; then: ExpressionJson; else: ExpressionJson }
  | { lookup: ExpressionJson; rows: readonly (readonly [number, number])[]; else?: ExpressionJson | undefined }
  | { date: ExpressionJson; plus?: Period | undefined; minus?: Period | undefined }
  | { daysBetween: readonly [ExpressionJson, ExpressionJson] }
  | { monthsBetween: readonly [ExpressionJson, ExpressionJson] }
  | { begunMonthsBetween: readonly [ExpressionJson, ExpressionJson] }
  | { chosen: string };

/** A number or a date computed from answers. */
export const ExpressionSchema: z.ZodType<ExpressionJson> = z
  .lazy(() => {
    const pair = z.tuple([ExpressionSchema, ExpressionSchema]);
    const several = z.array(ExpressionSchema).min(1);
    return z.union([
      z.number(),
      z.string(),
      z.strictObject({ plus: several }),
      z.strictObject({ minus: pair }),
      z.strictObject({ times: several }),
      z.strictObject({ dividedBy: pair }),
      z.strictObject({ least: several }),
      z.strictObject({ greatest: several }),
      z.strictObject({ roundUp: ExpressionSchema }),
      z.strictObject({ roundDown: ExpressionSchema }),
      z.strictObject({ if: ConditionSchema, then: ExpressionSchema, else: ExpressionSchema }),
      z.strictObject({
        lookup: ExpressionSchema,
        rows: z.array(z.tuple([z.number(), z.number()])).min(1),
        else: ExpressionSchema.optional(),
      }),
      z.strictObject({ date: ExpressionSchema, plus: PeriodSchema.optional(), minus: PeriodSchema.optional() }),
      z.strictObject({ daysBetween: pair }),
      z.strictObject({ monthsBetween: pair }),
      z.strictObject({ begunMonthsBetween: pair }),
      z.strictObject({ chosen: KebabOrCamel }),
    ]);
  })
  .meta({ id: 'Expression' });

/** `part` of `whole`, compared without dividing, so that a quota at exactly its limit comes out right. */
export type ShareJson = {
  of: ExpressionJson;
  in: ExpressionJson;
  atMostPercent?: ExpressionJson | undefined;
  atLeastPercent?: ExpressionJson | undefined;
};
const ShareSchema: z.ZodType<ShareJson> = z.lazy(() =>
  z.strictObject({
    of: ExpressionSchema,
    in: ExpressionSchema,
    atMostPercent: ExpressionSchema.optional(),
    atLeastPercent: ExpressionSchema.optional(),
  }),
);

/** What an answer must be: one value, one of several, or a test. */
export const TestSchema = z
  .lazy(() =>
    z.union([
      LiteralSchema,
      z.array(LiteralSchema).min(1),
      z
        .strictObject({
          in: z.union([KebabOrCamel, z.array(LiteralSchema).min(1)]).optional(),
          notIn: z.union([KebabOrCamel, z.array(LiteralSchema).min(1)]).optional(),
          isNot: LiteralSchema.optional(),
          equals: ExpressionSchema.optional(),
          atLeast: ExpressionSchema.optional(),
          atMost: ExpressionSchema.optional(),
          moreThan: ExpressionSchema.optional(),
          lessThan: ExpressionSchema.optional(),
          before: ExpressionSchema.optional(),
          onOrBefore: ExpressionSchema.optional(),
          after: ExpressionSchema.optional(),
          onOrAfter: ExpressionSchema.optional(),
          includes: z.string().optional(),
          includesAny: z.array(z.string()).min(1).optional(),
          includesNone: z.array(z.string()).min(1).optional(),
        })
        .refine((test) => Object.keys(test).length > 0, 'one of in, notIn, isNot, equals, atLeast, …'),
    ]),
  )
  .meta({ id: 'Test' });

/** A predicate over answers. Several keys in one object must all hold. */
export const ConditionSchema: z.ZodType<ConditionJson> = z
  .lazy(() =>
    z
      .object({
        all: z.array(ConditionSchema).min(1).optional(),
        any: z.array(ConditionSchema).min(1).optional(),
        not: ConditionSchema.optional(),
        compare: z.tuple([ExpressionSchema, ComparisonWordSchema, ExpressionSchema]).optional(),
        share: ShareSchema.optional(),
        route: z.union([KebabOrCamel, z.array(KebabOrCamel).min(1)]).optional(),
      })
      .catchall(TestSchema)
      .refine((condition) => Object.keys(condition).length > 0, 'at least one test; leave "when" out for "always"'),
  )
  .meta({ id: 'Condition', description: 'A condition over answers, named conditions and derived values.' });
