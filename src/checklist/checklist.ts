import type { AssessedDocument, AssessedFee, AssessedStep } from '../assessment/index.ts';
import type { Actor } from '../rules/index.ts';

/** One paper, or a group of papers of which one is enough. */
export type DocumentEntry = {
  oneOf: string | null;
  documents: readonly AssessedDocument[];
  /** Papers of the group that another person brings, or that are handed over at another step. */
  elsewhere: readonly AssessedDocument[];
};

/** Papers that are handed over at the same step. */
export type DocumentsAtStep = { step: string | null; entries: readonly DocumentEntry[] };

/** Papers that the same person brings. */
export type DocumentsByProvider = { provider: Actor; steps: readonly DocumentsAtStep[]; count: number };

export type PayerTotal = {
  payer: Actor;
  currency: string;
  /** Confirmed, required. */
  known: number;
  /** Confirmed, with the possible ones. */
  atMost: number;
  range: { least: number; most: number } | null;
  /** Fees without a confirmed amount. */
  unconfirmed: readonly string[];
};

export type FeesByPayer = { payer: Actor; fees: readonly AssessedFee[]; totals: readonly PayerTotal[] };

/** A step with the days from the first possible start after which it can begin and be done. */
export type TimedStep = {
  step: AssessedStep;
  /** How many steps must come before it, at the longest. */
  level: number;
  earliestStart: number;
  earliestEnd: number;
  latestEnd: number;
  /** The step itself, or one that it waits on, has no known duration. */
  openEnded: boolean;
};

export type Timeline = {
  steps: readonly TimedStep[];
  /** Steps shown apart: what only puts a blocker right. */
  remedies: readonly AssessedStep[];
  /** Steps shown apart: only if refused. */
  ifRefused: readonly AssessedStep[];
  least: number;
  most: number;
  openEnded: boolean;
};
