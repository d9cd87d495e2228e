import type { CompiledPack } from './compile-pack.ts';
import { compilePack } from './compile-pack.ts';
import type { Derived, Pack, Question } from './schema/pack-schema.ts';
import type { PackRecruitment, RecruitmentQuestion } from './schema/recruitment-schema.ts';

/** The self-check of one country, ready to evaluate. */
export type CompiledRecruitment = {
  readonly rules: PackRecruitment;
  /** The self-check as a pack of its own: its questions, and one named condition for each condition in it. */
  readonly compiled: CompiledPack;
};

/** Names of the conditions: `law.<question>` and `paper.<paper>`. */
export const lawCondition = (question: string): string => `law.${question}`;
export const paperCondition = (paper: string): string => `paper.${paper}`;

/**
 * Compiles the self-check of a linked pack. It is compiled apart from the pack, in a scope of its own questions, so that no
 * condition of the permit rules can read it and it can read nothing of them but the few answers that it takes over.
 */
export function compileRecruitment(pack: Pack): CompiledRecruitment {
  return { rules: pack.recruitment, compiled: compilePack(toPack(pack, pack.recruitment)) };
}

/** The self-check in the shape of a pack without routes. */
export function toPack(pack: Pack, rules: PackRecruitment): Pack {
  const none = { routes: [], routeSets: {}, blockers: [], warnings: [], documents: [], fees: [], steps: [], deadlines: [], duties: [], conflicts: [] };
  const laws = rules.questions.flatMap(({ id, cell }): Derived[] => (cell?.lawWhen ? [{ id: lawCondition(id), when: cell.lawWhen }] : []));
  const papers = rules.papers.flatMap(({ id, when }): Derived[] => (when ? [{ id: paperCondition(id), when }] : []));
  return { ...pack, ...none, questions: listQuestions(pack, rules), derived: [...laws, ...papers], recruitment: { ...rules, questions: [], papers: [] } };
}

/** Questions of the self-check as yes-or-no questions, after those of the interview that it takes over under another name. */
export function listQuestions(pack: Pack, rules: Pick<PackRecruitment, 'questions'>): readonly Question[] {
  const own = new Set(rules.questions.map(({ id }) => id));
  const taken = new Set(rules.questions.flatMap(({ takenFrom }) => (takenFrom && !own.has(takenFrom.question) ? [takenFrom.question] : [])));
  const fromInterview = pack.questions.filter(({ id }) => taken.has(id)).map(withoutConditions);
  return [...fromInterview, ...rules.questions.map(toQuestion)];
}

function toQuestion({ id, section, unknown, askedWhen, sources, confidence }: RecruitmentQuestion): Question {
  return { id, type: 'yesNo', section, sources: [...sources], confidence, ...(unknown ? {} : { unknown: false }), ...(askedWhen ? { askedWhen } : {}) };
}

/** An answer of the interview is a fact here: whether it was to be asked has been decided there. */
function withoutConditions({ askedWhen: _asked, mustHold: _held, range: _range, options, ...rest }: Question): Question {
  return options ? { ...rest, options: options.map(({ onlyIf: _onlyIf, ...option }) => option) } : rest;
}
