import type { Answer, Answers, CompiledPack } from '../rules/index.ts';

/** Something that the page must tell the user once, after an address or a saved answer could not be followed. */
export type InterviewNotice =
  | { kind: 'unknownQuestion'; question: string }
  | { kind: 'questionNotNeeded'; question: string }
  | { kind: 'answersNeedAnotherLook'; questions: readonly string[] };

/** Facts only; where the user is, the states say. */
export type InterviewContext = {
  /** The pack that is asked; `null` while no country is chosen. */
  compiled: CompiledPack | null;
  /** Days since 1970-01-01 of the day that the rules are read for. */
  asOf: number;
  /** Everything that was said, also answers that are set aside because they do not apply now. */
  answers: Answers;
  /** The question on the screen; `null` outside `asking`. */
  question: string | null;
  /** Where the user came from to answer a single question, and goes back to. */
  origin: 'interview' | 'answers' | 'result';
  notice: InterviewNotice | null;
};

export type InterviewInput = { asOf: number };

/** What the user did. */
export type InterviewEvent =
  | { type: 'country.chosen'; compiled: CompiledPack; answers: Answers; unfit: readonly string[] }
  | { type: 'country.left' }
  | { type: 'country.visited' }
  | { type: 'interview.started' }
  | { type: 'question.visited'; question: string }
  | { type: 'question.answered'; question: string; answer: Answer }
  | { type: 'answer.changed'; question: string }
  | { type: 'back.pressed' }
  | { type: 'answers.reviewed' }
  | { type: 'answers.confirmed' }
  | { type: 'result.visited' }
  | { type: 'interview.restarted' }
  | { type: 'notice.read' };
