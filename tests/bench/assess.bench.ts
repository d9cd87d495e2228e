/** Assessments per second, for each pack; compare ratios within one run, not figures of two machines: `npm run bench`. */
import { bench, describe } from 'vitest';
import { assess, assessOutcome, findInterviewPath } from '../../src/assessment/index.ts';
import { compilePack } from '../../src/rules/index.ts';
import { getPack, PACK_IDS, readScenarios } from '../support/packs.ts';

describe.each(PACK_IDS)('%s', (id) => {
  const compiled = getPack(id);
  const cases = readScenarios(id);
  let next = 0;
  const take = () => cases[next++ % cases.length]!;

  bench('outcome, recommended route and next question', () => {
    const { answers, asOf } = take();
    assessOutcome(compiled, answers, asOf);
  });

  bench('everything: lists, reasons, what would change', () => {
    const { answers, asOf } = take();
    assess(compiled, answers, asOf);
  });

  bench('one whole interview', () => {
    const { answers, asOf } = take();
    findInterviewPath(compiled, answers, asOf);
  });

  bench('compiling the pack', () => {
    compilePack(compiled.pack);
  });
});
