import type { InterviewPath } from '../assessment/index.ts';
import type { SnapshotFrom } from 'xstate';
import { findPath } from './find-path.ts';
import type { Address } from './interview-address.ts';
import type { interviewMachine } from './interview.machine.ts';

export type InterviewSnapshot = SnapshotFrom<typeof interviewMachine>;

/** The page that the state stands for. */
export function selectAddress(snapshot: InterviewSnapshot): Address {
  const { compiled, question } = snapshot.context;
  const country = compiled?.pack.id;
  if (country === undefined || snapshot.matches('choosingCountry')) return { page: 'start' };
  if (snapshot.matches('asking') && question !== null) return { page: 'question', country, question };
  if (snapshot.matches('checkingAnswers')) return { page: 'answers', country };
  if (snapshot.matches('showingResult')) return { page: 'result', country };
  return { page: 'country', country };
}

/** Questions asked, those still open, and the answers that count. */
export function selectPath(snapshot: InterviewSnapshot): InterviewPath {
  return findPath(snapshot.context);
}
