export type {
  AssessedBlocker,
  AssessedDeadline,
  AssessedDocument,
  AssessedDuty,
  AssessedFee,
  AssessedRoute,
  AssessedStep,
  AssessedWarning,
  Assessment,
  FeeTotal,
  Grounds,
  Outcome,
  OutcomeChange,
  ResidenceRef,
  RouteKind,
  RouteRequirements,
  Status,
  Verdict,
} from './assessment.ts';
export type { InterviewPath } from './assess.ts';
export { assess, assessOutcome, assessRoute, findInterviewPath } from './assess.ts';
export { chooseOutcome, findPossibleOutcomes, rankOutcome } from './choose-outcome.ts';
export { chooseNext, findRelevantQuestions } from './find-relevant-questions.ts';
export { judgeRoutes } from './judge-routes.ts';
export { countFee, priceFee, totalFees } from './price-fees.ts';
export type {
  AskedRecruitmentQuestion,
  AssessedPaper,
  RecruitmentAssessment,
  RecruitmentFinding,
  RecruitmentLevel,
} from './assess-recruitment.ts';
export { assessRecruitment } from './assess-recruitment.ts';
