import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RecruitmentAssessment } from '../../assessment/index.ts';
import { assessRecruitment } from '../../assessment/index.ts';
import { selectPath } from '../../interview/index.ts';
import { eraseRecruitment, readRecruitment, saveRecruitment } from '../../plans/index.ts';
import type { Answer, Answers, PackRecruitment } from '../../rules/index.ts';
import { compileRecruitment, UNKNOWN_ANSWER } from '../../rules/index.ts';
import type { OpenInterview } from './use-interview.tsx';

export type OpenRecruitment = {
  rules: PackRecruitment;
  assessment: RecruitmentAssessment;
  /** Whether the user has answered anything here. */
  isStarted: boolean;
  /** Whether the answers survive closing the page. */
  isDurable: boolean;
  answer: (question: string, answer: Answer) => void;
  erase: () => void;
};

/** The self-check of the open country with its saved answers; `null` while they are read. */
export function useRecruitment({ compiled, country, snapshot }: OpenInterview): OpenRecruitment | null {
  const { pack } = compiled;
  const recruitment = useMemo(() => compileRecruitment(pack), [pack]);
  const [answers, setAnswers] = useState<Answers | null>(null);
  const [isDurable, setIsDurable] = useState(true);
  const { answers: interview } = selectPath(snapshot);
  useEffect(() => {
    let isCurrent = true;
    void readRecruitment(country).then((saved) => {
      if (isCurrent) setAnswers(keepFitting(recruitment.rules, saved));
    });
    return () => {
      isCurrent = false;
    };
  }, [country, recruitment]);
  const answer = useCallback(
    (question: string, given: Answer) => {
      const next = { ...answers, [question]: given };
      setAnswers(next);
      void saveRecruitment(country, pack.version, next).then(setIsDurable);
    },
    [answers, country, pack],
  );
  const erase = useCallback(() => {
    setAnswers({});
    void eraseRecruitment(country);
  }, [country]);
  const assessment = useMemo(
    () => (answers ? assessRecruitment(recruitment, answers, interview) : null),
    [recruitment, answers, interview],
  );
  if (!answers || !assessment) return null;
  return { rules: recruitment.rules, assessment, isStarted: Object.keys(answers).length > 0, isDurable, answer, erase };
}

/** Saved answers can be older than the questions, or edited by hand. */
function keepFitting(rules: PackRecruitment, saved: Readonly<Record<string, unknown>>): Answers {
  const kept: Record<string, Answer> = {};
  for (const { id, unknown } of rules.questions) {
    const answer = Object.hasOwn(saved, id) ? saved[id] : undefined;
    if (typeof answer === 'boolean') kept[id] = answer;
    if (answer === UNKNOWN_ANSWER && unknown) kept[id] = answer;
  }
  return kept;
}
