import type { InterviewPath } from '../assessment/index.ts';
import { findInterviewPath } from '../assessment/index.ts';
import type { InterviewContext } from './interview.types.ts';

const NO_PATH: InterviewPath = { asked: [], answers: {}, open: [], nextDecides: null };
const cache = new WeakMap<object, { compiled: object; asOf: number; path: InterviewPath }>();

/** The path of the interview for the answers in a context; kept as long as the answers are the same object. */
export function findPath({ compiled, answers, asOf }: Pick<InterviewContext, 'compiled' | 'answers' | 'asOf'>): InterviewPath {
  if (!compiled) return NO_PATH;
  const known = cache.get(answers);
  if (known?.compiled === compiled && known.asOf === asOf) return known.path;
  const path = findInterviewPath(compiled, answers, asOf);
  cache.set(answers, { compiled, asOf, path });
  return path;
}
