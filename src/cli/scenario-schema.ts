import { z } from 'zod';

const Verdict = z.enum(['available', 'blocked', 'possible', 'not-applicable']);
const List = z.strictObject({ include: z.array(z.string()).optional(), exclude: z.array(z.string()).optional() });

/** A case with expected results. Every key of `expect` is optional; only what is named is checked. */
export const ScenarioSchema = z.strictObject({
  title: z.string(),
  country: z.string(),
  asOf: z.iso.date(),
  facts: z.string().optional(),
  answers: z.record(z.string(), z.unknown()),
  expect: z.strictObject({
    outcome: z.enum(['no-permit-needed', 'permit', 'blocked', 'not-possible', 'ask-authority', 'undetermined']).optional(),
    recommended: z.string().nullable().optional(),
    routes: z.record(z.string(), Verdict).optional(),
    documents: List.optional(),
    blockers: List.optional(),
    warnings: List.optional(),
    fees: List.extend({ known: z.record(z.string(), z.number()).optional(), unconfirmed: z.array(z.string()).optional() }).optional(),
    steps: List.optional(),
  }),
  sources: z.array(z.string()).optional(),
});

export type Scenario = z.infer<typeof ScenarioSchema>;
