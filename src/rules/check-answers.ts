import type { Answer, AnswerProblem, Answers } from './answers.ts';
import { findAnswerProblem, UNKNOWN_ANSWER } from './answers.ts';
import { formatDate } from './calendar-date.ts';
import type { CompiledPack, CompiledQuestion } from './compile-pack.ts';
import { createState } from './compile-pack.ts';
import { exact, order, toNumber } from './exact.ts';
import type { Checked, Fault } from './fault.ts';
import { describeFound } from './fault.ts';
import type { State } from './state.ts';
import { FALSE } from './truth.ts';

/** What is wrong with an answer in the light of the others, or `undefined`. */
export function findProblemAmong(compiled: CompiledPack, answers: Answers, id: string, asOf: number): AnswerProblem | undefined {
  const entry = compiled.questions.find(({ question }) => question.id === id);
  const answer = answers[id];
  if (!entry || answer === undefined) return undefined;
  return findAnswerProblem(entry.question, answer) ?? findTiedProblem(entry, createState(compiled, answers, asOf), answer);
}

/** What is wrong with an answer in the light of the others of a state, its own type and limits aside. */
export function findTiedProblem(entry: CompiledQuestion, state: State, answer: Answer): AnswerProblem | undefined {
  if (answer === UNKNOWN_ANSWER || state.askedOf(entry.index) === FALSE) return undefined;
  for (const id of Array.isArray(answer) ? (answer as string[]) : [answer]) {
    const offered = entry.onlyIf.get(String(id));
    if (offered && offered.node.evaluate(state) === FALSE) return { kind: 'notAnOption' };
  }
  return findLimitProblem(entry, state) ?? (entry.mustHold.some((rule) => rule.node.evaluate(state) === FALSE) ? { kind: 'contradicts' } : undefined);
}

function findLimitProblem(entry: CompiledQuestion, state: State): AnswerProblem | undefined {
  const answer = state.read(entry.index);
  if (typeof answer !== 'number') return undefined;
  const [least, most] = [entry.least?.node.compute(state), entry.most?.node.compute(state)];
  if (least !== undefined && typeof least !== 'string' && order(exact(answer), least) < 0) return { kind: 'tooSmall', least: toNumber(least) };
  if (most !== undefined && typeof most !== 'string' && order(exact(answer), most) > 0) return { kind: 'tooLarge', most: toNumber(most) };
  return undefined;
}

/**
 * Checks an answers file: known questions, right types, limits, dates that exist. Answers that turn out
 * irrelevant are no fault.
 *
 * @returns the answers, or one fault for each thing that is wrong
 */
export function parseAnswers(compiled: CompiledPack, json: unknown, file: string, asOf: number): Checked<Answers> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { ok: false, faults: [{ file, path: '', expected: 'an object of answers by question id', found: Array.isArray(json) ? 'a list' : String(json).slice(0, 40) }] };
  }
  const faults: Fault[] = [];
  const known = new Map(compiled.questions.map((entry) => [entry.question.id, entry]));
  const answers: Record<string, Answer> = {};
  for (const [id, answer] of Object.entries(json as Record<string, unknown>)) {
    const entry = known.get(id);
    if (!entry) {
      faults.push({ file, path: id, expected: `a question of the pack ${compiled.pack.id}`, found: 'an unknown question id' });
      continue;
    }
    const problem = findAnswerProblem(entry.question, answer);
    if (problem) faults.push(describeProblem(file, entry, answer, problem));
    else answers[id] = answer as Answer;
  }
  if (faults.length > 0) return { ok: false, faults };
  const state = createState(compiled, answers, asOf);
  for (const [id, answer] of Object.entries(answers)) {
    const entry = known.get(id);
    const problem = entry && findTiedProblem(entry, state, answer);
    if (entry && problem) faults.push(describeProblem(file, entry, answer, problem));
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: answers };
}

function describeProblem(file: string, entry: CompiledQuestion, answer: unknown, problem: AnswerProblem): Fault {
  return { file, path: entry.question.id, expected: expectedFor(entry, problem), found: describeFound(answer) };
}

const TYPE_NAMES = {
  choice: 'one option id',
  any: 'a list of option ids',
  yesNo: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  money: 'a number',
  date: 'a date such as 2026-12-01',
  country: 'a country code such as GT',
} as const;

function expectedFor({ question }: CompiledQuestion, problem: AnswerProblem): string {
  const options = (question.options ?? []).map((option) => option.id).join(', ');
  switch (problem.kind) {
    case 'wrongType':
      return TYPE_NAMES[question.type];
    case 'unknownNotAllowed':
      return `${TYPE_NAMES[question.type]}; "unknown" is not allowed here`;
    case 'notAnOption':
      return `of the options that fit this case: ${options}`;
    case 'notWhole':
      return 'a whole number';
    case 'tooSmall':
      return `at least ${limitText(question.type, problem.least)}`;
    case 'tooLarge':
      return `at most ${limitText(question.type, problem.most)}`;
    case 'noSuchDate':
      return 'a date that exists, such as 2026-12-01';
    case 'notACountry':
      return TYPE_NAMES.country;
    case 'standsAlone':
      return 'one of the options alone, since it excludes the others';
    case 'contradicts':
      return 'an answer that fits the other answers';
  }
}

function limitText(type: string, limit: number | string): string {
  return type === 'date' && typeof limit === 'number' ? formatDate(limit) : String(limit);
}
