import { z } from 'zod';
import { ConditionSchema, ExpressionSchema, PeriodSchema } from './condition-schema.ts';
import { IN_ORDER, isInOrder } from './limits.ts';

/** Ids of routes, documents, fees, steps …: small words joined by hyphens. */
export const KebabId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters and digits joined by hyphens');
/** Ids of questions, derived values and options: camelCase. */
export const CamelId = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'camelCase');
export const IsoDate = z.iso.date();

export const CONFIDENCES = ['high', 'medium', 'low', 'unverified'] as const;
export const ConfidenceSchema = z.enum(CONFIDENCES);
export type Confidence = z.infer<typeof ConfidenceSchema>;

/** Who acts, brings or pays. `either` = employer or worker, `both` = the two together. */
export const ACTORS = ['employer', 'worker', 'either', 'both', 'lawyer', 'relative', 'recruiter', 'authority'] as const;
export const ActorSchema = z.enum(ACTORS);
export type Actor = z.infer<typeof ActorSchema>;

/** Where a rule comes from and how sure that is; every item carries it. */
export const basis = {
  sources: z.array(z.string()).min(1, 'at least one source id'),
  confidence: ConfidenceSchema,
  verifiedOn: IsoDate.optional().describe('The day the item was last checked, where it differs from the pack.'),
  reading: z.boolean().optional().describe('true where a vague source was made exact; the text "reading" says how.'),
  from: IsoDate.optional().describe('In force from this day.'),
  until: IsoDate.optional().describe('In force until this day, the day included.'),
};

/** The routes that a clause is for, and under which condition. */
const clause = {
  routes: z.array(z.string()).min(1).describe('Route ids or route sets.'),
  except: z.array(z.string()).optional().describe('Routes or route sets taken out again.'),
  when: ConditionSchema.optional().describe('Left out = always.'),
};

const RemedySchema = z.union([
  z.strictObject({ step: KebabId }),
  z.strictObject({ document: KebabId }),
  z.strictObject({ route: KebabId }),
  z.strictObject({ office: KebabId }),
  z.strictObject({ advice: KebabId }).describe('Advice in words: the text advice.<id>.'),
]);
export type Remedy = z.infer<typeof RemedySchema>;

export const RouteSchema = z.strictObject({
  id: KebabId,
  kind: z.enum(['exempt', 'permit', 'refer', 'closed']),
  when: ConditionSchema,
  ...basis,
  validity: z.strictObject({ least: PeriodSchema.optional(), most: PeriodSchema.optional() }).optional(),
  tiedTo: z.enum(['post', 'employer', 'nobody']).optional().describe('What the permission is tied to, where a source says so.'),
  decides: z.array(KebabId).optional().describe('Offices that decide.'),
  askOffices: z.array(KebabId).optional().describe('For kind refer: who can answer the question of the text.'),
  instead: z.array(RemedySchema).optional().describe('What to do instead, best first.'),
  pathToResidence: z
    .array(KebabId)
    .min(1)
    .optional()
    .describe('What says how this way leads to permanent residence: deadlines, warnings, routes. Its own id if it is permanent already.'),
  winsOver: z.array(KebabId).optional().describe('Routes that may be true at the same time and give way.'),
});

export const BlockerSchema = z.strictObject({
  id: KebabId,
  ...basis,
  applies: z.array(z.strictObject(clause)).min(1),
  ifUnknown: z.literal('open').optional().describe('"open": the route stays possible while this is unknown.'),
  remedies: z.array(RemedySchema).min(1).describe('What puts it right, in order.'),
});

export const WarningSchema = z.strictObject({
  id: KebabId,
  ...basis,
  severity: z.enum(['warning', 'notice']),
  applies: z.array(z.strictObject(clause)).min(1),
  ask: z.array(KebabId).optional(),
  remedies: z.array(RemedySchema).optional(),
});

export const FORMS = [
  'original',
  'copy',
  'certifiedCopy',
  'scan',
  'online',
  'signed',
  'authenticated',
  'apostilled',
  'translated',
  'shown',
  'letter',
  'card',
  'receipt',
  'photo',
  'inPassport',
] as const;

const documentClause = {
  provider: ActorSchema.optional(),
  steps: z.array(KebabId).optional().describe('Steps at which the paper is handed over or shown.'),
  oneOf: KebabId.optional().describe('One paper of this group is enough.'),
  form: z.array(z.enum(FORMS)).optional(),
  copies: ExpressionSchema.optional().describe('How many: a number, or an expression such as a question (one for each country).'),
  maxAge: PeriodSchema.optional().describe('How old the paper may be when it is handed in.'),
  fresh: z.enum(['valid', 'recent']).optional(),
};

export const DocumentSchema = z.strictObject({
  id: KebabId,
  ...basis,
  ...documentClause,
  provider: ActorSchema,
  applies: z.array(z.strictObject({ ...clause, ...documentClause })).min(1),
  offices: z.array(KebabId).optional().describe('Where to get it.'),
  issuedOn: CamelId.optional().describe('The question that asks its date of issue.'),
  obtainedAt: KebabId.optional().describe('The step at which it is obtained.'),
});

const money = z.number().min(0);
const RangeOfMoney = z.strictObject({ least: money, most: money }).refine(isInOrder, IN_ORDER);

export type AmountJson =
  | { exact: ExpressionValue }
  | { indicative: { least: number; most: number } }
  | { unconfirmed: true; estimate?: { least: number; most: number } | undefined }
  | { cases: readonly { when?: unknown; amount: AmountJson }[] }
  | { on: string; tariff: readonly { from?: string | undefined; until?: string | undefined; amount: AmountJson }[] };
type ExpressionValue = z.infer<typeof ExpressionSchema>;

/** How much. Confirmed (`exact`), reported only (`indicative`) or not found (`unconfirmed`, never zero). */
export const AmountSchema: z.ZodType<AmountJson> = z
  .lazy(() =>
    z.union([
      z.strictObject({ exact: ExpressionSchema }),
      z.strictObject({ indicative: RangeOfMoney }),
      z.strictObject({ unconfirmed: z.literal(true), estimate: RangeOfMoney.optional() }),
      z.strictObject({
        cases: z.array(z.strictObject({ when: ConditionSchema.optional(), amount: AmountSchema })).min(1),
      }),
      z.strictObject({
        on: z.string().describe('"asOf", or the question whose date decides.'),
        tariff: z
          .array(z.strictObject({ from: IsoDate.optional(), until: IsoDate.optional(), amount: AmountSchema }))
          .min(1),
      }),
    ]),
  )
  .meta({ id: 'Amount' });

const feeClause = {
  payer: ActorSchema.optional(),
  steps: z.array(KebabId).optional().describe('Steps at which it is paid.'),
  quantity: ExpressionSchema.optional().describe('How many times the amount is due; left out = once.'),
};

export const PER = [
  'application',
  'worker',
  'person',
  'dependant',
  'student',
  'group',
  'business',
  'year',
  'month',
  'days30',
  'page',
] as const;

export const FeeSchema = z.strictObject({
  id: KebabId,
  ...basis,
  ...feeClause,
  payer: ActorSchema,
  currency: z.string().regex(/^[A-Z]{3}$/),
  amount: AmountSchema,
  per: z.enum(PER).optional(),
  asOf: z.string().optional().describe('The date of the figure, as far as the source tells: 2020, 2020-05 or 2020-05-01.'),
  refundable: z.boolean().optional(),
  notFromWorker: z
    .enum(['law', 'standard'])
    .optional()
    .describe('Who forbids to charge it to the worker: the law or the ethical standard.'),
  applies: z.array(z.strictObject({ ...clause, ...feeClause })).min(1),
});

const stepClause = {
  actor: ActorSchema.optional(),
  offices: z.array(KebabId).optional(),
  days: z
    .strictObject({ least: z.int().min(0).optional(), most: z.int().min(0).optional(), kind: z.enum(['calendar', 'working']) })
    .refine(isInOrder, IN_ORDER)
    .optional(),
  after: z.array(KebabId).optional().describe('Steps that must be done before; those that do not apply are skipped.'),
};

export const StepSchema = z.strictObject({
  id: KebabId,
  ...basis,
  ...stepClause,
  actor: ActorSchema,
  applies: z.array(z.strictObject({ ...clause, ...stepClause })).min(1),
  only: z.enum(['ifRefused', 'remedy']).optional().describe('Shown apart: only if refused, or only as the cure of a blocker.'),
  later: z.literal(true).optional().describe('It comes after the work has begun: a plan leaves it out until its user takes it in.'),
  alone: z.enum(['employer', 'worker', 'lawyer']).optional().describe('Nobody else may do it.'),
});

export const DeadlineSchema = z.strictObject({
  id: KebabId,
  ...basis,
  applies: z.array(z.strictObject(clause)).min(1),
  meaning: z.enum(['latest', 'earliest', 'answer', 'validity', 'waiting']).describe('What the date is for.'),
  date: ExpressionSchema.optional().describe('The date, where it can be computed from answers.'),
  period: PeriodSchema.optional(),
  counts: z.enum(['calendar', 'working']).optional(),
});

export const SEVERITIES = ['law', 'treaty', 'redFlag', 'goodPractice', 'information', 'right'] as const;

export const DutySchema = z.strictObject({
  id: KebabId,
  ...basis,
  severity: z.enum(SEVERITIES),
  who: z.enum(['employer', 'worker', 'both', 'recruiter']),
  applies: z.array(z.strictObject(clause)).min(1),
});
