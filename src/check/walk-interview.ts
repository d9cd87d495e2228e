import { chooseNext, chooseOutcome, findRelevantQuestions, judgeRoutes } from '../assessment/index.ts';
import type { Answer, Answers, CompiledPack } from '../rules/index.ts';
import { createState, findProblemAmong } from '../rules/index.ts';
import type { Witness } from './finding.ts';

export type Level = 'route' | 'outcome' | 'list';

/** One question of an interview: what was already answered, what is asked, what the answer decides. */
export type InterviewStep = {
  readonly question: string;
  readonly decides: Level;
  readonly before: Answers;
};

export type InterviewWalk = {
  readonly steps: readonly InterviewStep[];
  /** The answers of the path, without those that were never asked for. */
  readonly answers: Answers;
  /** The routes whose lists were looked at on the way. */
  readonly shown: ReadonlySet<string>;
};

/**
 * Walks the interview with answers taken from a complete set, as `findInterviewPath` does, and notes at every step what the question
 * decides. Ends when nothing is left to ask.
 */
export function walkInterview(compiled: CompiledPack, { answers, asOf }: Witness): InterviewWalk {
  const taken: Record<string, Answer> = {};
  const steps: InterviewStep[] = [];
  const shown = new Set<string>();
  for (;;) {
    const state = createState(compiled, taken, asOf);
    const judgements = judgeRoutes(compiled, state);
    const relevance = findRelevantQuestions(judgements, state);
    const looked = chooseOutcome(judgements).recommended ?? relevance.settled;
    if (looked) shown.add(looked.route.route.id);
    const next = chooseNext(relevance);
    const id = next ? compiled.questions[next.index]?.question.id : undefined;
    if (!next || id === undefined) return { steps, answers: taken, shown };
    steps.push({ question: id, decides: next.decides, before: { ...taken } });
    const answer = answers[id];
    if (answer === undefined || findProblemAmong(compiled, { ...taken, [id]: answer }, id, asOf)) return { steps, answers: taken, shown };
    taken[id] = answer;
  }
}

/** Questions answered up to the end of a level: the route, then the outcome, then the exact list. */
export type InterviewLengths = { readonly route: number; readonly outcome: number; readonly list: number };

export function measureWalk({ steps }: InterviewWalk): InterviewLengths {
  const upTo = (levels: readonly Level[]): number => steps.findLastIndex((step) => levels.includes(step.decides)) + 1;
  return { route: upTo(['route']), outcome: upTo(['route', 'outcome']), list: steps.length };
}

export type LengthStatistics = {
  readonly median: number;
  readonly mean: number;
  readonly longest: number;
  readonly longestPath: readonly string[];
};

/** Median, mean and longest of each level over many walks. */
export function summariseWalks(walks: readonly InterviewWalk[]): Readonly<Record<Level, LengthStatistics>> {
  const measured = walks.map((walk) => ({ walk, lengths: measureWalk(walk) }));
  const statistics = (level: Level): LengthStatistics => {
    const sorted = measured.map(({ walk, lengths }) => ({ walk, length: lengths[level] })).sort((a, b) => a.length - b.length);
    const longest = sorted.at(-1);
    const total = sorted.reduce((sum, { length }) => sum + length, 0);
    return {
      median: sorted[Math.floor(sorted.length / 2)]?.length ?? 0,
      mean: sorted.length === 0 ? 0 : Math.round((total / sorted.length) * 10) / 10,
      longest: longest?.length ?? 0,
      longestPath: longest ? longest.walk.steps.slice(0, longest.length).map((step) => step.question) : [],
    };
  };
  return { route: statistics('route'), outcome: statistics('outcome'), list: statistics('list') };
}
