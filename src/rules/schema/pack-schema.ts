import { z } from 'zod';
import { ConditionSchema, ExpressionSchema } from './condition-schema.ts';
import {
  BlockerSchema,
  CamelId,
  ConfidenceSchema,
  DeadlineSchema,
  DocumentSchema,
  DutySchema,
  FeeSchema,
  IsoDate,
  KebabId,
  RouteSchema,
  StepSchema,
  WarningSchema,
} from './item-schema.ts';
import { QuestionSchema } from './question-schema.ts';
import type { PackRecruitment, Recruitment } from './recruitment-schema.ts';
import { RecruitmentSchema } from './recruitment-schema.ts';

export const OfficeSchema = z.strictObject({
  id: KebabId,
  sources: z.array(z.string()).min(1),
  confidence: ConfidenceSchema,
  verifiedOn: IsoDate.optional(),
  contacts: z
    .array(
      z.strictObject({
        kind: z.enum(['web', 'phone', 'email', 'address']),
        value: z.string(),
        place: z.string().optional(),
        asOf: z.string().optional(),
      }),
    )
    .optional(),
  online: z.literal(true).optional().describe('A website, not a place: a step there needs no trip.'),
});

export const SourceSchema = z.strictObject({
  id: z.string().regex(/^(S|E|G)\d+[a-z]?$|^unverified$/),
  title: z.string().describe('As published, in the language of the source.'),
  publisher: z.string().optional(),
  kind: z.enum(['law', 'official', 'intergovernmental', 'law-firm', 'secondary', 'unverified']),
  urls: z.array(z.string()),
  date: z.string().optional().describe('Date of the source and how current it seems.'),
  seenOn: IsoDate,
  background: z.boolean().optional().describe('true: read for background; no rule rests on it.'),
});

export const ConflictSchema = z.strictObject({
  id: z.string().regex(/^[a-zA-Z0-9-]+$/),
  items: z.array(z.string()).describe('Ids of the items that it concerns.'),
  ask: z.array(KebabId).optional().describe('Offices to ask.'),
  sources: z.array(z.string()).min(1),
});

export const GroupSchema = z.strictObject({
  id: CamelId,
  members: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1),
  sources: z.array(z.string()).min(1),
  confidence: ConfidenceSchema,
  verifiedOn: IsoDate.optional(),
  reading: z.boolean().optional(),
});

/** A named condition or a derived value. */
export const DerivedSchema = z.union([
  z.strictObject({ id: CamelId, when: ConditionSchema, sources: z.array(z.string()).optional(), reading: z.boolean().optional() }),
  z.strictObject({
    id: CamelId,
    value: ExpressionSchema,
    sources: z.array(z.string()).optional(),
    reading: z.boolean().optional(),
  }),
]);

export const IdentitySchema = z.strictObject({
  id: z.string().regex(/^[a-z]{2}$/),
  version: z.string().regex(/^\d{4}\.\d{1,2}\.\d+$/, 'year.month.number, such as 2026.11.0'),
  reviewedOn: IsoDate,
  reviewBy: IsoDate.describe('The pack must be reviewed again by this day.'),
  currency: z.string().regex(/^[A-Z]{3}$/),
  officialLanguage: z.string(),
  languages: z.array(z.string()).min(2),
  notChecked: z.array(KebabId).min(1).describe('What the pack does not check: texts notChecked.<id>.'),
});

/** The files of a rule pack, and what each holds. */
export const PackFileSchemas = {
  'pack.json': IdentitySchema,
  'offices.json': z.array(OfficeSchema),
  'groups.json': z.array(GroupSchema),
  'questions.json': z.array(QuestionSchema),
  'derived.json': z.array(DerivedSchema),
  'routes.json': z.strictObject({
    routes: z.array(RouteSchema).min(1),
    sets: z.record(z.string(), z.array(z.string()).min(1)).describe('Named sets of routes.'),
  }),
  'blockers.json': z.array(BlockerSchema),
  'warnings.json': z.array(WarningSchema),
  'documents.json': z.array(DocumentSchema),
  'fees.json': z.array(FeeSchema),
  'steps.json': z.array(StepSchema),
  'deadlines.json': z.array(DeadlineSchema),
  'duties.json': z.array(DutySchema),
  'conflicts.json': z.array(ConflictSchema),
  'sources.json': z.array(SourceSchema),
} as const;

export const HolidaySchema = z.strictObject({
  country: z.string().regex(/^[a-z]{2}$/),
  date: IsoDate,
  name: z.string(),
  sources: z.array(z.string()).min(1),
  confidence: ConfidenceSchema,
});

/** The files of `rules/common`, and what each holds. */
export const CommonFileSchemas = {
  'groups.json': z.array(GroupSchema),
  'sources.json': z.array(SourceSchema),
  'holidays.json': z.array(HolidaySchema),
  'recruitment.json': RecruitmentSchema,
} as const;

export type Holiday = z.infer<typeof HolidaySchema>;
export type { PackRecruitment, Recruitment } from './recruitment-schema.ts';

/** What several countries share. */
export type Common = {
  groups: readonly Group[];
  sources: readonly Source[];
  holidays: readonly Holiday[];
  recruitment: Recruitment;
};

export type PackFileName = keyof typeof PackFileSchemas;
type Parsed<Name extends PackFileName> = z.infer<(typeof PackFileSchemas)[Name]>;

export type Identity = Parsed<'pack.json'>;
export type Office = Parsed<'offices.json'>[number];
export type Group = Parsed<'groups.json'>[number];
export type Question = Parsed<'questions.json'>[number];
export type Derived = Parsed<'derived.json'>[number];
export type Route = Parsed<'routes.json'>['routes'][number];
export type Blocker = Parsed<'blockers.json'>[number];
export type Warning = Parsed<'warnings.json'>[number];
export type Document = Parsed<'documents.json'>[number];
export type Fee = Parsed<'fees.json'>[number];
export type Step = Parsed<'steps.json'>[number];
export type Deadline = Parsed<'deadlines.json'>[number];
export type Duty = Parsed<'duties.json'>[number];
export type Conflict = Parsed<'conflicts.json'>[number];
export type Source = Parsed<'sources.json'>[number];

/** A whole rule pack: the files of one country, joined, with what it uses of `rules/common`. */
export type Pack = Identity & {
  offices: readonly Office[];
  groups: readonly Group[];
  questions: readonly Question[];
  derived: readonly Derived[];
  routes: readonly Route[];
  routeSets: Readonly<Record<string, readonly string[]>>;
  blockers: readonly Blocker[];
  warnings: readonly Warning[];
  documents: readonly Document[];
  fees: readonly Fee[];
  steps: readonly Step[];
  deadlines: readonly Deadline[];
  duties: readonly Duty[];
  conflicts: readonly Conflict[];
  sources: readonly Source[];
  holidays: readonly Holiday[];
  /** This country's share of the self-check; it never touches the assessment. */
  recruitment: PackRecruitment;
};

