export type { Answer, AnswerProblem, Answers } from './answers.ts';
export { findAnswerProblem, UNKNOWN_ANSWER } from './answers.ts';
export {
  addMonths,
  addWorkingDays,
  countBegunMonths,
  countMonths,
  formatDate,
  isWorkingDay,
  parseDate,
} from './calendar-date.ts';
export { findProblemAmong, findTiedProblem, parseAnswers } from './check-answers.ts';
export type {
  ClauseOf,
  Compiled,
  CompiledAmount,
  CompiledClause,
  CompiledExpression,
  CompiledPack,
  CompiledQuestion,
  CompiledRoute,
  DeadlineOnRoute,
  DocumentOnRoute,
  FeeOnRoute,
  ItemOnRoute,
} from './compile-pack.ts';
export { compilePack, concerns, createState } from './compile-pack.ts';
export { Compiler } from './compile-condition.ts';
export type { CompiledRecruitment } from './compile-recruitment.ts';
export { compileRecruitment, lawCondition, paperCondition } from './compile-recruitment.ts';
export type { Comparison, Condition, Expression, Literal } from './condition.ts';
export { walk } from './condition.ts';
export type { Exact } from './exact.ts';
export { exact, plus, times, toNumber } from './exact.ts';
export type { Checked, Fault } from './fault.ts';
export { assertNever, findNearest, PackBug } from './fault.ts';
export type { Actor, Confidence, Remedy } from './schema/item-schema.ts';
export type { Period } from './schema/condition-schema.ts';
export type {
  Blocker,
  Conflict,
  Deadline,
  Derived,
  Document,
  Duty,
  Fee,
  Group,
  Identity,
  Office,
  Pack,
  Question,
  Route,
  Source,
  Step,
  Warning,
} from './schema/pack-schema.ts';
export type {
  PackRecruitment,
  RecruitmentCell,
  RecruitmentDuty,
  RecruitmentPaper,
  RecruitmentQuestion,
  RecruitmentRight,
  RecruitmentSeverity,
  RecruitmentTreaty,
} from './schema/recruitment-schema.ts';
export { State } from './state.ts';
export type { Value } from './state.ts';
export type { Possible, Truth } from './truth.ts';
export { FALSE, isOpen, TRUE, truthOf, UNKNOWN } from './truth.ts';
