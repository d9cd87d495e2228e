import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classifyAnswers } from '../../src/check/answer-classes.ts';
import { compareWithReference, compareWithSolver } from '../../src/check/compare-readings.ts';
import { AnswerDrawer } from '../../src/check/draw-answers.ts';
import { createRandom } from '../../src/check/random.ts';
import { SmtAnswers } from '../../src/check/smt-answers.ts';
import { FIRST_DAY, LAST_DAY, SmtCalendar } from '../../src/check/smt-calendar.ts';
import { SmtPack } from '../../src/check/smt-pack.ts';
import type { Term } from '../../src/check/solver.ts';
import { SmtEngine } from '../../src/check/solver.ts';
import { readPack } from '../../src/cli/read-pack.ts';
import { addMonths, compilePack, countBegunMonths, countMonths } from '../../src/rules/index.ts';
import type { Pack } from '../../src/rules/index.ts';
import { COUNTRIES } from '../../src/texts/index.ts';
import { TODAY } from '../support/make-pack.ts';
import { smallPack } from '../support/small-pack.ts';

let engine: SmtEngine;
beforeAll(async () => {
  engine = await SmtEngine.start();
});
afterAll(() => {
  engine.stop();
});

const drawerOf = (pack: Pack, seed: number) => {
  const compiled = compilePack(pack);
  const classes = classifyAnswers([compiled], COUNTRIES, TODAY);
  const random = createRandom(seed);
  return { compiled, classes, random, drawer: new AnswerDrawer({ compiled, classes, days: [TODAY, TODAY + 90], random }) };
};

function countSolverDisagreements(pack: Pack, cases: number): number {
  const { compiled, classes, drawer } = drawerOf(pack, 11);
  const drawn = Array.from({ length: cases }, (_, index) => {
    drawer.unknownShare = index % 2 === 0 ? 0 : 0.25;
    return drawer.draw();
  }).filter((witness) => witness !== undefined);
  const answers = new SmtAnswers(engine, { classes, days: [TODAY, TODAY + 90], prefix: `test ${pack.id} ` });
  return compareWithSolver(engine, new SmtPack(engine, compiled, answers), drawn).length;
}

describe('the solver reads a pack as the engine does', () => {
  it('on 3,000 random answer sets of a small pack', () => {
    expect(countSolverDisagreements(smallPack(), 3000)).toBe(0);
  });

  it('on 1,000 random answer sets of Belize', () => {
    expect(countSolverDisagreements(readPack('rules', 'bz'), 1000)).toBe(0);
  });
});

describe('the reference interpreter reads a pack as the engine does', () => {
  it.each(['small', 'bz'])('on full and partial random answer sets of %s', (name) => {
    const { compiled, random, drawer } = drawerOf(name === 'small' ? smallPack() : readPack('rules', name), 12);
    const { compared, disagreements } = compareWithReference({ compiled, drawer, random, cases: 3000, probesPerCase: 12 });
    expect(compared).toBeGreaterThan(30_000);
    expect(disagreements).toEqual([]);
  });
});

describe('SmtCalendar', () => {
  const evaluate = (term: Term): number =>
    Number(
      new engine.z3.Model()
        .eval(term, true)
        .toString()
        .replace(/[()\s]/g, ''),
    );
  const day = fc.integer({ min: FIRST_DAY + 800, max: LAST_DAY - 800 });

  it('moves dates by months as the calendar module does', () => {
    const calendar = new SmtCalendar(engine.z3);
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -24, max: 24 }),
        (from, months) => evaluate(calendar.addMonths(engine.z3.Int.val(from), months)) === addMonths(from, months),
      ),
      { numRuns: 300 },
    );
  });

  it('counts complete and begun months as the calendar module does', () => {
    const calendar = new SmtCalendar(engine.z3);
    fc.assert(
      fc.property(day, fc.integer({ min: -700, max: 700 }), (from, days) => {
        const [a, b] = [engine.z3.Int.val(from), engine.z3.Int.val(from + days)];
        expect(evaluate(calendar.countMonths(a, b))).toBe(countMonths(from, from + days) + 0);
        expect(evaluate(calendar.countBegunMonths(a, b))).toBe(countBegunMonths(from, from + days) + 0);
      }),
      { numRuns: 300 },
    );
  });
});
