import { z } from 'zod';
import { ConditionSchema } from './condition-schema.ts';
import { CamelId, ConfidenceSchema, KebabId } from './item-schema.ts';
import type { Source } from './pack-schema.ts';

export const RecruitmentSeveritySchema = z.enum(['law', 'redFlag', 'goodPractice']);
export type RecruitmentSeverity = z.infer<typeof RecruitmentSeveritySchema>;

const CountryId = z.string().regex(/^[a-z]{2}$/);
const Sources = z.array(z.string()).min(1);
const basis = { sources: Sources, confidence: ConfidenceSchema };

/** How grave a bad answer is in one country, and what stands behind it. */
const CellSchema = z.strictObject({
  severity: RecruitmentSeveritySchema,
  lawWhen: ConditionSchema.optional().describe('"law" where this holds, otherwise the severity above.'),
  open: z.boolean().optional().describe('true: a rule of law is presumed or open, not verified.'),
  duties: z.array(KebabId).optional().describe('Duties of this file that stand behind it.'),
  packDuties: z.array(KebabId).optional().describe("Duties of the country's own pack that add to it."),
  treaties: z.array(KebabId).optional().describe("Treaties that bind the state; not the employer's direct offence."),
  confidence: ConfidenceSchema.optional(),
  reading: z.boolean().optional().describe('true where a vague source was made exact; the text readings.<country> says how.'),
});
export type RecruitmentCell = z.infer<typeof CellSchema>;

const PaperCellSchema = z.strictObject({
  severity: RecruitmentSeveritySchema,
  document: KebabId.optional().describe("The same paper among the documents of the country's pack."),
  duties: z.array(KebabId).optional(),
  packDuties: z.array(KebabId).optional(),
});

const perCountry = <Schema extends z.ZodType>(schema: Schema) => z.record(CountryId, schema);

const taken = z.array(z.union([z.string(), z.boolean()])).min(1);

const QuestionSchema = z.strictObject({
  id: CamelId,
  section: KebabId,
  bad: z.boolean().optional().describe('The answer that is bad; left out = the question only branches.'),
  unknown: z.boolean().optional().describe('true: "I don\'t know" is offered and counts as "find out".'),
  askedWhen: ConditionSchema.optional().describe('Over questions of the self-check that stand before it.'),
  severity: perCountry(z.union([RecruitmentSeveritySchema, CellSchema])).optional(),
  takenFrom: perCountry(z.strictObject({ question: CamelId, yes: taken.optional(), no: taken.optional() }))
    .optional()
    .describe('A question of the pack whose answers settle it. A question of the same id is taken over without this.'),
  principle: KebabId,
  sources: z.array(z.string()).describe('May be empty where the duties of every country cite the sources.'),
  confidence: ConfidenceSchema,
});

const DutySchema = z.strictObject({
  id: KebabId,
  who: z.enum(['employer', 'recruiter', 'both']),
  countries: perCountry(z.strictObject({ severity: RecruitmentSeveritySchema, open: z.boolean().optional(), ...basis })),
});

const PaperSchema = z.strictObject({
  id: KebabId,
  kind: z.enum(['paper', 'measure']).describe('Something to hold in the file, or something to do.'),
  provider: z.enum(['employer', 'worker', 'both', 'recruiter', 'employerAndRecruiter']),
  inPrivate: z.boolean().optional().describe('true: the worker gives it in private, not before the employer.'),
  when: ConditionSchema.optional().describe('Left out = always.'),
  optional: z.boolean().optional(),
  oneOf: KebabId.optional().describe('One paper of this group is enough.'),
  reading: z.boolean().optional(),
  severity: perCountry(z.union([RecruitmentSeveritySchema, PaperCellSchema])),
  ...basis,
});

/** The self-check of ethical recruitment: what is asked, how grave a bad answer is in each country, and what to keep in the file. */
export const RecruitmentSchema = z.strictObject({
  principles: z.array(z.strictObject({ id: KebabId, ...basis })),
  costs: z.array(z.strictObject({ id: KebabId, workerMayPay: z.enum(['never', 'no', 'may']), ...basis })),
  treaties: z.array(
    z.strictObject({ id: KebabId, countries: perCountry(z.strictObject({ since: z.string().regex(/^\d{4}(-\d\d-\d\d)?$/), ...basis })) }),
  ),
  questions: z.array(QuestionSchema),
  duties: z.array(DutySchema),
  papers: z.array(PaperSchema),
  rights: z.array(
    z.strictObject({ id: KebabId, sources: Sources, notes: perCountry(Sources).optional().describe('Countries with a note of their own, and its sources.') }),
  ),
  dangerSigns: z.strictObject({ ids: z.array(KebabId), sources: z.array(z.string()) }),
  helpOffices: perCountry(z.array(KebabId)).describe("Offices of the country's pack that the rights card names."),
});
export type Recruitment = z.infer<typeof RecruitmentSchema>;

type Item<Key extends keyof Recruitment> = Recruitment[Key] extends readonly (infer One)[] ? One : never;
type Basis = { sources: readonly string[]; confidence: z.infer<typeof ConfidenceSchema> };

export type RecruitmentQuestion = Omit<Item<'questions'>, 'severity' | 'takenFrom'> & {
  /** Absent for a question that only branches. */
  cell?: RecruitmentCell;
  /** The question of the interview that settles it. Without lists of answers, its answer is taken as it is. */
  takenFrom?: { question: string; yes?: readonly (string | boolean)[] | undefined; no?: readonly (string | boolean)[] | undefined };
};
export type RecruitmentDuty = Basis & { id: string; who: Item<'duties'>['who']; severity: RecruitmentSeverity; open?: boolean | undefined };
export type RecruitmentTreaty = Basis & { id: string; since: string };
export type RecruitmentPaper = Omit<Item<'papers'>, 'severity'> & z.infer<typeof PaperCellSchema>;
export type RecruitmentRight = { id: string; sources: readonly string[]; hasNote: boolean };

/** What a linked pack carries of `rules/common/recruitment.json`: one country's share, with the sources it cites. */
export type PackRecruitment = {
  principles: Recruitment['principles'];
  costs: Recruitment['costs'];
  treaties: readonly RecruitmentTreaty[];
  questions: readonly RecruitmentQuestion[];
  duties: readonly RecruitmentDuty[];
  papers: readonly RecruitmentPaper[];
  rights: readonly RecruitmentRight[];
  dangerSigns: Recruitment['dangerSigns'];
  helpOffices: readonly string[];
  /** The sources that the self-check cites. */
  sources: readonly Source[];
};

/** For packs that are linked without `rules/common`. */
export const NO_RECRUITMENT: PackRecruitment = {
  principles: [],
  costs: [],
  treaties: [],
  questions: [],
  duties: [],
  papers: [],
  rights: [],
  dangerSigns: { ids: [], sources: [] },
  helpOffices: [],
  sources: [],
};
