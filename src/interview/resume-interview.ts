import type { Answer, Answers, CompiledPack } from '../rules/index.ts';
import { findAnswerProblem } from '../rules/index.ts';

export type Resumed = {
  answers: Answers;
  /** Questions whose saved answer no longer fits; they are asked again, never dropped in silence. */
  unfit: readonly string[];
};

/**
 * Replays saved answers through the current pack. Answers to questions that no longer exist, or that no longer fit, are
 * reported; machine snapshots are never restored (XState accepts foreign and broken ones silently).
 */
export function resumeInterview(compiled: CompiledPack, saved: Readonly<Record<string, unknown>>): Resumed {
  const answers: Record<string, Answer> = {};
  const unfit: string[] = [];
  for (const [id, answer] of Object.entries(saved)) {
    const entry = compiled.questions.find(({ question }) => question.id === id);
    if (entry && findAnswerProblem(entry.question, answer) === undefined) answers[id] = answer as Answer;
    else unfit.push(id);
  }
  return { answers, unfit };
}
