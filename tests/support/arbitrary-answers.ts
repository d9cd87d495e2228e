import fc from 'fast-check';
import type { Answer, Answers, CompiledPack, Question } from '../../src/rules/index.ts';
import { formatDate } from '../../src/rules/index.ts';
import { day, readScenarios } from './packs.ts';

const COUNTRIES = [
  'BZ',
  'GT',
  'HN',
  'SV',
  'MX',
  'NI',
  'CR',
  'PA',
  'DO',
  'HT',
  'JM',
  'GY',
  'BB',
  'VE',
  'CO',
  'US',
  'DE',
  'CN',
  'IN',
  'PH',
  'XX',
];

/** Any answer to a question that `assess` understands, "I don't know" aside. */
export function arbitraryAnswer(question: Question): fc.Arbitrary<Answer> {
  switch (question.type) {
    case 'yesNo':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...(question.options ?? []).map(({ id }) => id));
    case 'any':
      return fc.subarray((question.options ?? []).map(({ id }) => id));
    case 'country':
      return fc.constantFrom(...COUNTRIES);
    case 'date':
      return fc.integer({ min: day('2024-01-01'), max: day('2029-12-31') }).map(formatDate);
    default: {
      const [least, most] = [question.range?.least, question.range?.most].map((limit) => (typeof limit === 'number' ? limit : undefined));
      const upTo = (limit: number) => fc.integer({ min: least ?? 0, max: Math.max(least ?? 0, Math.min(most ?? limit, limit)) });
      return fc.oneof(upTo(20), upTo(2000), upTo(1_000_000));
    }
  }
}

type Fate = { kind: 'keep' } | { kind: 'drop' } | { kind: 'unknown' } | { kind: 'other'; answer: Answer };

/** What becomes of the answer to one question of a scenario. */
function arbitraryFate(question: Question): fc.Arbitrary<Fate> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant<Fate>({ kind: 'keep' }) },
    { weight: 1, arbitrary: fc.constant<Fate>({ kind: 'drop' }) },
    { weight: 1, arbitrary: fc.constant<Fate>(question.unknown === false ? { kind: 'drop' } : { kind: 'unknown' }) },
    { weight: 3, arbitrary: arbitraryAnswer(question).map((answer): Fate => ({ kind: 'other', answer })) },
  );
}

/** An answer to every question of a pack, as far as chance allows: a scenario with answers changed and made "I don't know". */
export function arbitraryCompleteAnswers(compiled: CompiledPack): fc.Arbitrary<Answers> {
  const others = fc.record(Object.fromEntries(compiled.pack.questions.map((question) => [question.id, arbitraryAnswer(question)])));
  return fc.tuple(arbitraryAnswers(compiled), others).map(([some, rest]) => ({ ...rest, ...some }));
}

/**
 * Answers to some questions of a pack: a scenario with answers dropped, changed and made "I don't know". Starting from real cases, random
 * answers reach routes that pure chance would never meet.
 */
export function arbitraryAnswers(compiled: CompiledPack): fc.Arbitrary<Answers> {
  const bases: readonly Answers[] = [{}, ...readScenarios(compiled.pack.id).map(({ answers }) => answers)];
  const fates = fc.record(Object.fromEntries(compiled.pack.questions.map((question) => [question.id, arbitraryFate(question)])));
  return fc.tuple(fc.constantFrom(...bases), fates).map(([base, changes]) => {
    const answers: Record<string, Answer> = {};
    for (const { id } of compiled.pack.questions) {
      const fate = changes[id]!;
      const answer =
        fate.kind === 'keep' ? base[id] : fate.kind === 'unknown' ? 'unknown' : fate.kind === 'other' ? fate.answer : undefined;
      if (answer !== undefined) answers[id] = answer;
    }
    return answers;
  });
}
