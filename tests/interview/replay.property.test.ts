/** The interview and `assess` say the same about the same answers, and what the interview says early stays true. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assessment/index.ts';
import { assess, assessOutcome, findInterviewPath } from '../../src/assessment/index.ts';
import type { Answer, Answers, CompiledPack } from '../../src/rules/index.ts';
import { parseAnswers } from '../../src/rules/index.ts';
import { arbitraryCompleteAnswers } from '../support/arbitrary-answers.ts';
import { TODAY } from '../support/make-pack.ts';
import { getPack, PACK_IDS } from '../support/packs.ts';

/** More runs hunt for rare cases: `PROPERTY_RUNS=500 npm run units -- replay.property`. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 25);

/** Answers that the command line accepts: what contradicts the others is left out, as often as that leaves something else without its tie. */
function dropMisfits(compiled: CompiledPack, answers: Answers): Answers {
  const checked = parseAnswers(compiled, answers, 'answers', TODAY);
  if (checked.ok) return checked.value;
  const misfits = new Set(checked.faults.map(({ path }) => path));
  return dropMisfits(compiled, Object.fromEntries(Object.entries(answers).filter(([id]) => !misfits.has(id))));
}

/** Answers to all questions, many of them "I don't know", with which the interview comes to its end. */
const finished = (compiled: CompiledPack): fc.Arbitrary<Answers> =>
  arbitraryCompleteAnswers(compiled)
    .map((answers) => dropMisfits(compiled, answers))
    .filter((answers) => findInterviewPath(compiled, answers, TODAY).open.length === 0);

const summary = ({ outcome, recommended, documents }: Assessment): unknown => [outcome, recommended, documents.map(({ id }) => id)];

describe.each(PACK_IDS)('the interview of %s', (id) => {
  const compiled = getPack(id);

  it('comes to the same outcome, route and documents as an assessment of all the answers', () => {
    fc.assert(
      fc.property(finished(compiled), (answers) => {
        const path = findInterviewPath(compiled, answers, TODAY);
        expect(summary(assess(compiled, path.answers, TODAY))).toEqual(summary(assess(compiled, answers, TODAY)));
      }),
      { numRuns: RUNS },
    );
  });

  it('names what to find out whenever it ends without an outcome', () => {
    fc.assert(
      fc.property(finished(compiled), (answers) => {
        const path = findInterviewPath(compiled, answers, TODAY);
        const { outcome, findOut } = assess(compiled, path.answers, TODAY);
        if (outcome === 'undetermined') expect(findOut).not.toEqual([]);
        for (const question of findOut) expect(path.answers[question]).toBe('unknown');
      }),
      { numRuns: RUNS },
    );
  });

  it('never takes back the route that it shows early, unless something stops that route', () => {
    fc.assert(
      fc.property(finished(compiled), (answers) => {
        const path = findInterviewPath(compiled, answers, TODAY);
        const said: Record<string, Answer> = {};
        let settled: string | null = null;
        for (const question of path.asked) {
          said[question] = path.answers[question]!;
          const { settledRoute } = assessOutcome(compiled, said, TODAY);
          if (settled !== null) expect(settledRoute, question).toBe(settled);
          settled = settledRoute;
        }
        const { recommended, routes } = assess(compiled, path.answers, TODAY);
        if (settled === null || settled === recommended) return;
        const route = routes.find((candidate) => candidate.id === settled);
        expect([...route!.blockers, ...route!.possibleBlockers], settled).not.toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
