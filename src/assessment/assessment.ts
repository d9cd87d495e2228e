import type { Actor, Confidence } from '../rules/index.ts';

export type Verdict = 'not-applicable' | 'possible' | 'blocked' | 'available';
export type Outcome = 'no-permit-needed' | 'permit' | 'blocked' | 'not-possible' | 'ask-authority' | 'undetermined';
export type RouteKind = 'exempt' | 'permit' | 'refer' | 'closed';

/** `required`, or `possible`: it depends on a question that is open or was answered with "I don't know". */
export type Status = 'required' | 'possible';

/** What every line of an assessment carries: the answers it rests on, and how sure it is. */
export type Grounds = {
  /** The smallest set of answers that already decides it, by question id. */
  because: readonly string[];
  /** For `possible`: the questions that would settle it. */
  dependsOn: readonly string[];
  sources: readonly string[];
  confidence: Confidence;
};

export type AssessedRoute = Grounds & {
  id: string;
  kind: RouteKind;
  verdict: Verdict;
  /** Blockers that hold. */
  blockers: readonly string[];
  /** Blockers of which it is not known whether they hold. */
  possibleBlockers: readonly string[];
  /** What says how the route leads to residence; the route itself if it is permanent already, nothing where no source says. */
  pathToResidence: readonly ResidenceRef[];
};

export type ResidenceRef = { kind: 'deadline' | 'warning' | 'route'; id: string };

export type AssessedBlocker = Grounds & {
  id: string;
  /** Routes that it stops. */
  routes: readonly string[];
  /** Ids of steps, documents, routes, offices or pieces of advice that put it right, in order. */
  remedies: readonly string[];
};

export type AssessedWarning = Grounds & { id: string; status: Status; severity: 'warning' | 'notice' };

export type AssessedDocument = Grounds & {
  id: string;
  status: Status;
  provider: Actor;
  /** The group of which one paper is enough, or `null`. */
  oneOf: string | null;
  /** The first step at which it is handed over or shown, or `null`. */
  step: string | null;
  steps: readonly string[];
  form: readonly string[];
  copies: number | null;
  maxAge: { days?: number | undefined; workingDays?: number | undefined; months?: number | undefined; years?: number | undefined } | null;
};

export type AssessedFee = Grounds & {
  id: string;
  status: Status;
  /** Confirmed amount of one, in major units of the currency; `null` = not confirmed, never zero. */
  amount: number | null;
  /** How many times it is due; `null` = not known. */
  quantity: number | null;
  currency: string;
  payer: Actor;
  confirmed: boolean;
  /** A reported or estimated range of one, shown but never added to the confirmed total. */
  range: { least: number; most: number } | null;
  step: string | null;
  refundable: boolean;
  notFromWorker: 'law' | 'standard' | null;
};

export type FeeTotal = {
  currency: string;
  /** Required fees with a confirmed amount. */
  known: number;
  /** The same with the possible ones. */
  atMost: number;
  /** Reported ranges, totalled apart. */
  indicative: { least: number; most: number };
};

export type AssessedStep = Grounds & {
  id: string;
  status: Status;
  after: readonly string[];
  actor: Actor;
  offices: readonly string[];
  days: { least: number | null; most: number | null; kind: 'calendar' | 'working' } | null;
  only: 'ifRefused' | 'remedy' | null;
};

export type AssessedDeadline = Grounds & { id: string; status: Status; meaning: string; date: string | null };

export type AssessedDuty = Grounds & { id: string; status: Status; severity: string; who: string };

/** A change of one or two answers that leads to a better outcome. */
export type OutcomeChange = {
  question: string;
  to: string | number | boolean | readonly string[];
  /** The second change of a pair. */
  and?: { question: string; to: string | number | boolean | readonly string[] };
  outcome: Outcome;
  route: string;
};

/** The lists of one route. */
export type RouteRequirements = {
  warnings: readonly AssessedWarning[];
  documents: readonly AssessedDocument[];
  fees: readonly AssessedFee[];
  feeTotals: readonly FeeTotal[];
  unconfirmedFees: readonly string[];
  steps: readonly AssessedStep[];
  deadlines: readonly AssessedDeadline[];
  duties: readonly AssessedDuty[];
};

/** Everything known from a pack, answers and a day; plain and serialisable. Design, section 6. */
export type Assessment = RouteRequirements & {
  pack: { id: string; version: string; reviewedOn: string };
  asOf: string;
  outcome: Outcome;
  /** The first route in pack order that gave the outcome; `null` while undetermined. */
  recommended: string | null;
  /** The smallest set of answers that already decides the outcome. */
  because: readonly string[];
  /** The route that the answers lead to, blockers aside, once no answer can change it. */
  settledRoute: string | null;
  nextQuestion: string | null;
  /** What the next question decides: the route, the outcome, or the lists. */
  nextDecides: 'route' | 'outcome' | 'list' | null;
  /** Questions that the interview asks in this case, in order: answered ones first, then those still open. */
  relevantQuestions: readonly string[];
  /** Answered "I don't know", and it matters: what to find out. */
  findOut: readonly string[];
  /** Offices that decide about the routes that this leaves open; none where the pack names none. */
  findOutAt: readonly string[];
  routes: readonly AssessedRoute[];
  blockers: readonly AssessedBlocker[];
  wouldChange: readonly OutcomeChange[];
};
