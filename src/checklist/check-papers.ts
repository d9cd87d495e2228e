import type { Period } from '../rules/index.ts';
import type { PlannedDocument } from './plan-in-time.ts';
import type { Holidays } from './working-time.ts';
import { addPeriod } from './working-time.ts';

/** Dates that stand on a paper. */
export type PaperDates = { issuedOn: number | null; expiresOn: number | null };

export type PaperProblem =
  /** Older than allowed when it is handed in on `day`; a new one must not be issued before `notBefore`. */
  | { kind: 'tooOld'; day: number; notBefore: number }
  /** Not valid any more when it is handed in. */
  | { kind: 'expired'; day: number }
  /** Valid when it is handed in, but not until the permit ends. */
  | { kind: 'endsBeforePermit'; day: number }
  | { kind: 'issuedInFuture' }
  | { kind: 'expiresBeforeIssue' };

/** What is wrong with the dates of a paper on the planned day. @param permitEnd the last day of the permit, if the rules say how long it is good for */
export function findPaperProblems(
  { document, handIn, notBefore }: PlannedDocument,
  { issuedOn, expiresOn }: PaperDates,
  { today, permitEnd }: { today: number; permitEnd: number | null },
): readonly PaperProblem[] {
  const problems: PaperProblem[] = [];
  if (issuedOn !== null && issuedOn > today) problems.push({ kind: 'issuedInFuture' });
  if (issuedOn !== null && expiresOn !== null && expiresOn < issuedOn) problems.push({ kind: 'expiresBeforeIssue' });
  if (issuedOn !== null && handIn !== null && notBefore !== null && issuedOn < notBefore)
    problems.push({ kind: 'tooOld', day: handIn, notBefore });
  if (expiresOn !== null && handIn !== null && expiresOn < handIn) problems.push({ kind: 'expired', day: handIn });
  else if (expiresOn !== null && permitEnd !== null && expiresOn < permitEnd && document.maxAge === null)
    problems.push({ kind: 'endsBeforePermit', day: permitEnd });
  return problems;
}

/** The day on which the permit would end if it begins on the last day of the plan. */
export function findPermitEnd(finish: number, validity: Period | undefined, holidays: Holidays): number | null {
  return validity ? addPeriod(finish, validity, holidays) : null;
}
