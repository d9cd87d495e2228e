import type {
  Answer,
  Answers,
  CompiledRecruitment,
  Confidence,
  RecruitmentDuty,
  RecruitmentPaper,
  RecruitmentQuestion,
  RecruitmentSeverity,
  State,
  Truth,
} from '../rules/index.ts';
import { createState, lawCondition, paperCondition, TRUE, truthOf, UNKNOWN_ANSWER } from '../rules/index.ts';
import type { Status } from './assessment.ts';

/** Worst first. */
export const RECRUITMENT_SEVERITIES: readonly RecruitmentSeverity[] = ['law', 'redFlag', 'goodPractice'];

/** A question of the self-check that makes sense with the answers so far. */
export type AskedRecruitmentQuestion = {
  id: string;
  section: string;
  answer: Answer | null;
  /** Answered in the interview already; not asked again. */
  takenOver: boolean;
  mayBeUnknown: boolean;
};

/** A bad answer. Its remedy is the text of the question's `remedy`. */
export type RecruitmentFinding = {
  question: string;
  severity: RecruitmentSeverity;
  /** It is against the law if something holds that nobody has answered yet. */
  mayBeLaw: boolean;
  /** A rule of law is presumed here, but was not verified. */
  isOpen: boolean;
  isReading: boolean;
  duties: readonly string[];
  packDuties: readonly string[];
  treaties: readonly string[];
  sources: readonly string[];
  confidence: Confidence;
};

export type AssessedPaper = RecruitmentPaper & { status: Status };

/**
 * `law`, `redFlag`, `goodPractice`: the worst bad answer. Without bad answers `unfinished` while questions are open, `findOut`
 * while an answer is "I don't know", and `clear` otherwise.
 */
export type RecruitmentLevel = RecruitmentSeverity | 'unfinished' | 'findOut' | 'clear';

export type RecruitmentAssessment = {
  level: RecruitmentLevel;
  nextQuestion: string | null;
  asked: readonly AskedRecruitmentQuestion[];
  /** Worst first, then in the order of asking. */
  findings: readonly RecruitmentFinding[];
  /** "I don't know", with the severity that a bad answer would have. */
  findOut: readonly { question: string; severity: RecruitmentSeverity | null }[];
  papers: readonly AssessedPaper[];
  duties: readonly RecruitmentDuty[];
};

/**
 * Assesses the self-check of ethical recruitment. It reads a few answers of the interview and gives nothing back to it: the
 * permit assessment never depends on it.
 *
 * @param answers answers of the self-check
 * @param interview answers of the interview that count
 */
export function assessRecruitment({ rules, compiled }: CompiledRecruitment, answers: Answers, interview: Answers): RecruitmentAssessment {
  const taken = takeOver(rules.questions, interview);
  const given: Answers = { ...answers, ...taken };
  const own = new Set(rules.questions.map(({ id }) => id));
  const facts = Object.fromEntries(Object.entries(interview).filter(([id]) => !own.has(id)));
  const state = createState(compiled, { ...facts, ...given }, 0);
  const conditions = [...compiled.conditions.keys()];
  const truth = (condition: string): Truth => truthOf(state.named(conditions.indexOf(condition), false));

  const questions = rules.questions.filter(({ id }) =>
    isAsked(
      state,
      compiled.questions.findIndex(({ question }) => question.id === id),
    ),
  );
  const asked = questions.map(({ id, section, unknown }): AskedRecruitmentQuestion => ({
    id,
    section,
    answer: given[id] ?? null,
    takenOver: Object.hasOwn(taken, id),
    mayBeUnknown: unknown === true,
  }));
  const findings = questions
    .filter(({ id, bad }) => bad !== undefined && given[id] === bad)
    .map((question) => toFinding(question, rules.duties, question.cell?.lawWhen ? truth(lawCondition(question.id)) : 'false'));
  const sorted = RECRUITMENT_SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const findOut = questions
    .filter(({ id }) => given[id] === UNKNOWN_ANSWER)
    .map(({ id, cell }) => ({ question: id, severity: cell?.severity ?? null }));
  const nextQuestion = asked.find(({ answer }) => answer === null)?.id ?? null;
  return {
    level: sorted[0]?.severity ?? (nextQuestion !== null ? 'unfinished' : findOut.length > 0 ? 'findOut' : 'clear'),
    nextQuestion,
    asked,
    findings: sorted,
    findOut,
    papers: rules.papers.flatMap((paper): AssessedPaper[] => {
      const needed = paper.when ? truth(paperCondition(paper.id)) : 'true';
      return needed === 'false' ? [] : [{ ...paper, status: needed === 'true' ? 'required' : 'possible' }];
    }),
    duties: RECRUITMENT_SEVERITIES.flatMap((severity) => rules.duties.filter((duty) => duty.severity === severity)),
  };
}

function isAsked(state: State, index: number): boolean {
  return state.askedOf(index) === TRUE;
}

/** What the interview has asked already, in the words of the self-check. */
function takeOver(questions: readonly RecruitmentQuestion[], interview: Answers): Answers {
  const taken: Record<string, Answer> = {};
  for (const { id, takenFrom } of questions) {
    if (!takenFrom || !Object.hasOwn(interview, takenFrom.question)) continue;
    const answer = interview[takenFrom.question];
    if (answer === undefined) continue;
    const { yes, no } = takenFrom;
    if (!yes && !no) taken[id] = answer;
    else if (typeof answer !== 'number' && typeof answer !== 'object') {
      if (yes?.includes(answer)) taken[id] = true;
      if (no?.includes(answer)) taken[id] = false;
    }
  }
  return taken;
}

function toFinding(
  { id, cell, sources, confidence }: RecruitmentQuestion,
  duties: readonly RecruitmentDuty[],
  isLaw: Truth,
): RecruitmentFinding {
  const behind = duties.filter((duty) => cell?.duties?.includes(duty.id));
  return {
    question: id,
    severity: isLaw === 'true' ? 'law' : (cell?.severity ?? 'goodPractice'),
    mayBeLaw: isLaw === 'unknown',
    isOpen: cell?.open ?? false,
    isReading: cell?.reading ?? false,
    duties: behind.map((duty) => duty.id),
    packDuties: cell?.packDuties ?? [],
    treaties: cell?.treaties ?? [],
    sources: [...new Set([...sources, ...behind.flatMap((duty) => duty.sources)])],
    confidence: cell?.confidence ?? confidence,
  };
}
