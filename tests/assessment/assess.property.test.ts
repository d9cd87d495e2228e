/** What must be true of every assessment, tried on random cases of the real packs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assessment/index.ts';
import { assess, assessRoute, findInterviewPath, judgeRoutes } from '../../src/assessment/index.ts';
import type { Answers, CompiledPack } from '../../src/rules/index.ts';
import { compilePack, createState, TRUE } from '../../src/rules/index.ts';
import { arbitraryAnswer, arbitraryAnswers, arbitraryCompleteAnswers } from '../support/arbitrary-answers.ts';
import { deepFreeze } from '../support/deep-freeze.ts';
import { TODAY } from '../support/make-pack.ts';
import { getPack, PACK_IDS } from '../support/packs.ts';

/** Runs of each property in each pack; more of them hunt for rare cases: `PROPERTY_RUNS=500 npm run units -- assess.property`. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 30);

const ids = (items: readonly { id: string }[]): readonly string[] => items.map(({ id }) => id);
const without = (answers: Answers, question: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => id !== question));
const only = (answers: Answers, questions: readonly string[]): Answers => Object.fromEntries(questions.map((id) => [id, answers[id]!]));

/** Answers as an interview collects them: none that does not belong to its path. */
const inInterview = (compiled: CompiledPack): fc.Arbitrary<Answers> =>
  arbitraryCompleteAnswers(compiled).map((answers) => findInterviewPath(compiled, answers, TODAY).answers);

/** The first answers of an interview, and one more to a question that is open then. */
function oneMoreAnswer(compiled: CompiledPack): fc.Arbitrary<{ before: Answers; after: Answers; question: string }> {
  return fc.tuple(arbitraryAnswers(compiled), fc.nat(), fc.nat()).chain(([answers, length, pick]) => {
    const { asked } = findInterviewPath(compiled, answers, TODAY);
    const before = only(answers, asked.slice(0, length % (asked.length + 1)));
    const { open } = findInterviewPath(compiled, before, TODAY);
    const question = open[pick % Math.max(1, open.length)];
    const entry = compiled.pack.questions.find(({ id }) => id === question);
    if (!entry) return fc.constant({ before, after: before, question: '' });
    return arbitraryAnswer(entry).map((answer) => ({ before, after: { ...before, [entry.id]: answer }, question: entry.id }));
  });
}

/** Whether the condition of each route holds, whatever its blockers. */
const routesThatApply = (compiled: CompiledPack, answers: Answers): ReadonlySet<string> =>
  new Set(
    judgeRoutes(compiled, createState(compiled, answers, TODAY)).flatMap(({ route, when }) => (when === TRUE ? [route.route.id] : [])),
  );

/** The lists, but for the questions that would settle a possible line: one that gets an answer is no longer among them. */
const lists = ({ warnings, documents, fees, steps, deadlines, duties }: Assessment): object =>
  [warnings, documents, fees, steps, deadlines, duties].map((list) => list.map((item) => ({ ...item, dependsOn: [] })));

describe.each(PACK_IDS)('an assessment of %s', (id) => {
  const compiled = getPack(id);

  it('never flips a verdict when one more answer is known', () => {
    fc.assert(
      fc.property(oneMoreAnswer(compiled), ({ before, after }) => {
        const now = new Map(assess(compiled, after, TODAY).routes.map((route) => [route.id, route]));
        for (const route of assess(compiled, before, TODAY).routes) {
          const decided = route.verdict !== 'possible' && route.possibleBlockers.length === 0;
          if (decided) expect([route.id, now.get(route.id)?.verdict]).toEqual([route.id, route.verdict]);
          // A blocker that was open may turn out to hold; nothing else can happen to an available route.
          else if (route.verdict === 'available') expect(['available', 'blocked']).toContain(now.get(route.id)?.verdict);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('never takes a required item off the list, nor puts a ruled-out one on it, when one more answer is known', () => {
    fc.assert(
      fc.property(oneMoreAnswer(compiled), fc.constantFrom(...ids(compiled.pack.routes)), ({ before, after }, route) => {
        const [then, now] = [before, after].map((answers) => assessRoute(compiled, answers, TODAY, route));
        for (const list of ['documents', 'fees', 'steps', 'deadlines', 'duties', 'warnings'] as const) {
          const required = (items: readonly { id: string; status: string }[]): readonly string[] =>
            ids(items.filter(({ status }) => status === 'required'));
          expect(required(now![list])).toEqual(expect.arrayContaining([...required(then![list])]));
          expect(ids(then![list])).toEqual(expect.arrayContaining([...ids(now![list])]));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps its outcome once it is given, and its route once no answer can change it', () => {
    fc.assert(
      fc.property(oneMoreAnswer(compiled), ({ before, after }) => {
        const then = assess(compiled, before, TODAY);
        if (then.outcome === 'undetermined') return;
        const now = assess(compiled, after, TODAY);
        expect(now.outcome).toBe(then.outcome);
        if (then.nextDecides === null || then.nextDecides === 'list') expect(now.recommended).toBe(then.recommended);
      }),
      { numRuns: RUNS },
    );
  });

  it('is never turned into its opposite by "I don’t know"', () => {
    const cases = inInterview(compiled).chain((answers) => fc.tuple(fc.constant(answers), fc.constantFrom('', ...Object.keys(answers))));
    fc.assert(
      fc.property(cases, ([answers, question]) => {
        if (compiled.pack.questions.find((candidate) => candidate.id === question)?.unknown === false || question === '') return;
        const [known, unknown] = [answers, { ...answers, [question]: 'unknown' }].map((each) => assess(compiled, each, TODAY));
        const verdicts = new Map(unknown!.routes.map((route) => [route.id, route.verdict]));
        for (const { id: route, verdict } of known!.routes) {
          if (verdict === 'not-applicable') expect(['not-applicable', 'possible'], route).toContain(verdicts.get(route));
          if (verdict === 'available' || verdict === 'blocked') expect(verdicts.get(route), route).not.toBe('not-applicable');
        }
        const opposite: Record<string, readonly string[]> = {
          'no-permit-needed': ['not-possible', 'ask-authority'],
          permit: ['not-possible', 'ask-authority'],
          'not-possible': ['no-permit-needed', 'permit'],
        };
        expect(opposite[known!.outcome] ?? []).not.toContain(unknown!.outcome);
      }),
      { numRuns: RUNS },
    );
  });

  it('does not change by an answer to a question that does not matter in the case', () => {
    const withIdle = arbitraryCompleteAnswers(compiled).chain((answers) => {
      const path = findInterviewPath(compiled, answers, TODAY);
      const idle = compiled.pack.questions.filter((question) => path.answers[question.id] === undefined);
      const other =
        idle.length === 0
          ? fc.constant({})
          : fc.constantFrom(...idle).chain((question) => arbitraryAnswer(question).map((answer) => ({ [question.id]: answer })));
      return other.map((extra) => ({ path, extra }));
    });
    fc.assert(
      fc.property(withIdle, ({ path, extra }) => {
        // While questions are open, others come later; only a finished interview says what does not matter.
        if (path.open.length > 0) return;
        const [plain, more] = [path.answers, { ...path.answers, ...extra }].map((answers) => assess(compiled, answers, TODAY));
        expect([more!.outcome, more!.recommended]).toEqual([plain!.outcome, plain!.recommended]);
        expect(lists(more!)).toEqual(lists(plain!));
      }),
      { numRuns: RUNS },
    );
  });

  it('does not depend on the order of the answers', () => {
    const shuffled = arbitraryAnswers(compiled).chain((answers) => {
      const entries = Object.entries(answers);
      return fc.shuffledSubarray(entries, { minLength: entries.length }).map((mixed) => [answers, Object.fromEntries(mixed)] as const);
    });
    fc.assert(
      fc.property(shuffled, ([answers, mixed]) => {
        expect(assess(compiled, mixed, TODAY)).toEqual(assess(compiled, answers, TODAY));
      }),
      { numRuns: RUNS },
    );
  });

  it('changes neither pack nor answers, gives the same again, and survives JSON', () => {
    const frozen = compilePack(deepFreeze(structuredClone(compiled.pack)));
    fc.assert(
      fc.property(arbitraryAnswers(compiled), (answers) => {
        const given = deepFreeze(structuredClone(answers));
        const first = assess(frozen, given, TODAY);
        expect(assess(frozen, given, TODAY)).toEqual(first);
        expect(JSON.parse(JSON.stringify(first))).toStrictEqual(first);
      }),
      { numRuns: RUNS },
    );
  });

  it('gives reasons for its outcome that are enough, and none too many', () => {
    fc.assert(
      fc.property(inInterview(compiled), (answers) => {
        const { outcome, recommended, because } = assess(compiled, answers, TODAY);
        if (recommended === null) return;
        const decide = (some: Answers): readonly unknown[] => {
          const result = assess(compiled, some, TODAY);
          return [result.outcome, result.recommended];
        };
        const reasons = only(answers, because);
        expect(decide(reasons)).toEqual([outcome, recommended]);
        for (const question of because) expect(decide(without(reasons, question)), question).not.toEqual([outcome, recommended]);
      }),
      { numRuns: RUNS },
    );
  });

  it('gives reasons for each document and fee that are enough, and none too many', () => {
    const anItem = fc.tuple(inInterview(compiled), fc.constantFrom('documents' as const, 'fees' as const, 'steps' as const), fc.nat());
    fc.assert(
      fc.property(anItem, ([answers, list, pick]) => {
        const { recommended, ...result } = assess(compiled, answers, TODAY);
        const required = result[list].filter(({ status }) => status === 'required');
        const item = required[pick % Math.max(1, required.length)];
        if (recommended === null || !item) return;
        const follows = (some: Answers): boolean =>
          routesThatApply(compiled, some).has(recommended) &&
          assessRoute(compiled, some, TODAY, recommended)[list].some(({ id: other, status }) => other === item.id && status === 'required');
        const reasons = only(answers, item.because);
        expect(follows(reasons), item.id).toBe(true);
        for (const question of item.because) expect(follows(without(reasons, question)), `${item.id} without ${question}`).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  it('gives reasons for each verdict that are enough, and none too many', () => {
    fc.assert(
      fc.property(inInterview(compiled), fc.nat(), (answers, pick) => {
        const decided = assess(compiled, answers, TODAY).routes.filter(({ verdict }) => verdict === 'not-applicable');
        const route = decided[pick % Math.max(1, decided.length)];
        if (!route) return;
        const verdict = (some: Answers): unknown =>
          assess(compiled, some, TODAY).routes.find(({ id: other }) => other === route.id)?.verdict;
        const reasons = only(answers, route.because);
        expect(verdict(reasons)).toBe('not-applicable');
        for (const question of route.because)
          expect(verdict(without(reasons, question)), `${route.id} without ${question}`).not.toBe('not-applicable');
      }),
      { numRuns: RUNS },
    );
  });

  it('asks no question twice and comes to an end', () => {
    fc.assert(
      fc.property(arbitraryAnswers(compiled), (answers) => {
        const { asked } = findInterviewPath(compiled, answers, TODAY);
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.length).toBeLessThanOrEqual(compiled.pack.questions.length);
      }),
      { numRuns: RUNS },
    );
  });
});
