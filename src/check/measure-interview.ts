import type { CompiledPack } from '../rules/index.ts';
import { parseDate } from '../rules/index.ts';
import { classifyAnswers } from './answer-classes.ts';
import { AnswerDrawer } from './draw-answers.ts';
import type { Witness } from './finding.ts';
import { createRandom } from './random.ts';
import type { LengthStatistics, Level } from './walk-interview.ts';
import { summariseWalks, walkInterview } from './walk-interview.ts';

const SEED = 1;
const WALKS = 2000;

/**
 * How many questions an interview asks: 2,000 walks on the day of review, with complete answer sets drawn at random. Every option of a
 * choice, every country and every class of numbers or days (values that a rule tells apart) is equally likely, "I don't know" is left out.
 */
export function measureInterview(
  compiled: CompiledPack,
  countries: readonly string[],
): { walks: number; levels: Readonly<Record<Level, LengthStatistics>> } {
  const drawn = drawCases(compiled, countries, WALKS);
  return { walks: drawn.length, levels: summariseWalks(drawn.map((witness) => walkInterview(compiled, witness))) };
}

/** Complete answer sets for interviews on the day of review. */
export function drawCases(compiled: CompiledPack, countries: readonly string[], count: number): readonly Witness[] {
  const asOf = parseDate(compiled.pack.reviewedOn) ?? 0;
  const classes = new Map(classifyAnswers([compiled], countries, asOf));
  for (const { id, type } of compiled.pack.questions) {
    const own = classes.get(id);
    if (own && type === 'country') classes.set(id, { ...own, representatives: countries });
  }
  const drawer = new AnswerDrawer({ compiled, classes, days: [asOf], random: createRandom(SEED) });
  return Array.from({ length: count }, () => drawer.draw()).filter((witness) => witness !== undefined);
}
