import * as z from 'zod/mini';
import type { ChecklistRecord } from '../checklist/index.ts';
import type { Answers, Checked, Fault } from '../rules/index.ts';
import { parseDate } from '../rules/index.ts';

/** Notes on one paper, payment or step of a plan. Days are ISO dates. */
export type DocumentProgress = {
  done?: boolean | undefined;
  issuedOn?: string | undefined;
  expiresOn?: string | undefined;
  note?: string | undefined;
};
export type FeeProgress = { paid?: number | undefined; note?: string | undefined };
export type StepProgress = {
  done?: boolean | undefined;
  doneOn?: string | undefined;
  /** The user's own estimate in days. */
  estimate?: number | undefined;
  /** Done online, by post or by telephone: needs no trip. */
  remote?: boolean | undefined;
  /** Comes after what the plan is for (a renewal, a residence later on): left out of its days and trips. */
  later?: boolean | undefined;
  note?: string | undefined;
};

export type Progress = {
  documents: Readonly<Record<string, DocumentProgress>>;
  fees: Readonly<Record<string, FeeProgress>>;
  steps: Readonly<Record<string, StepProgress>>;
};

/** A checklist that somebody keeps: answers and progress, and what the list held; never a snapshot of the machine. */
export type Plan = {
  format: typeof PLAN_FORMAT;
  id: string;
  name: string;
  country: string;
  packVersion: string;
  /** The day that the rules were read for when the list was last accepted. */
  asOf: string;
  answers: Answers;
  /** The day to begin on (today or later), and the day by which the work should start; `null` = not chosen. */
  from: string | null;
  until: string | null;
  progress: Progress;
  /** What the list held under `packVersion`, so that a later version can say what changed. */
  record: ChecklistRecord;
  /** Counts the calendar files that were made, so that a newer file replaces an older one. */
  calendars: number;
  /** Milliseconds since 1970, to show the plan used last first. */
  changedAt: number;
};

/** The form in which plans are stored and exported. A program reads its own and older ones. */
export const PLAN_FORMAT = 1;
export const EMPTY_PROGRESS: Progress = { documents: {}, fees: {}, steps: {} };

/** Longest name and note that a plan keeps. */
export const MOST_LETTERS = { name: 80, note: 500 } as const;

const Id = z.string().check(z.regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,80}$/));
const Day = z.string().check(z.refine((text) => parseDate(text) !== undefined));
const Text = z.string().check(z.maxLength(MOST_LETTERS.note));
const Count = z.int().check(z.nonnegative(), z.maximum(1_000_000_000));
const Money = z.number().check(z.nonnegative(), z.maximum(1e12));
const AnswerSchema = z.union([
  z.string().check(z.maxLength(100)),
  z.number(),
  z.boolean(),
  z.array(z.string().check(z.maxLength(100))).check(z.maxLength(200)),
]);
const StatusSchema = z.enum(['required', 'possible']);
const ItemSchema = z.strictObject({ id: Id, status: StatusSchema });
const RangeSchema = z.strictObject({ least: Money, most: Money });

const PlanSchema = z.strictObject({
  format: z.literal(PLAN_FORMAT),
  id: z.string().check(z.regex(/^[a-z0-9-]{8,40}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(MOST_LETTERS.name)),
  country: z.string().check(z.regex(/^[a-z]{2}$/)),
  packVersion: z.string().check(z.regex(/^\d{4}\.\d{1,2}\.\d{1,4}$/)),
  asOf: Day,
  answers: z.record(Id, AnswerSchema),
  from: z.nullable(Day),
  until: z.nullable(Day),
  progress: z.strictObject({
    documents: z.record(
      Id,
      z.strictObject({ done: z.optional(z.boolean()), issuedOn: z.optional(Day), expiresOn: z.optional(Day), note: z.optional(Text) }),
    ),
    fees: z.record(Id, z.strictObject({ paid: z.optional(Money), note: z.optional(Text) })),
    steps: z.record(
      Id,
      z.strictObject({
        done: z.optional(z.boolean()),
        doneOn: z.optional(Day),
        estimate: z.optional(z.int().check(z.nonnegative(), z.maximum(3650))),
        remote: z.optional(z.boolean()),
        later: z.optional(z.boolean()),
        note: z.optional(Text),
      }),
    ),
  }),
  record: z.strictObject({
    outcome: z.enum(['no-permit-needed', 'permit', 'blocked', 'not-possible', 'ask-authority', 'undetermined']),
    route: z.nullable(Id),
    documents: z.array(ItemSchema),
    fees: z.array(
      z.strictObject({
        id: Id,
        status: StatusSchema,
        amount: z.nullable(Money),
        quantity: z.nullable(z.number()),
        currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
        range: z.nullable(RangeSchema),
      }),
    ),
    steps: z.array(ItemSchema),
  }),
  calendars: Count,
  changedAt: z.number().check(z.nonnegative()),
});

/** Checks a plan that comes from a file or from storage; every fault at once, with its place. */
export function parsePlan(json: unknown, file: string): Checked<Plan> {
  const parsed = PlanSchema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    faults: parsed.error.issues.map((issue): Fault => ({
      file,
      path: issue.path.map(String).join('.'),
      expected: issue.code,
      found: issue.message,
    })),
  };
}
