/** Measures how many questions an interview asks and writes `rules/interviews.json`: `npx tsx scripts/build-interviews.ts`. */
import { writeFileSync } from 'node:fs';
import { measureInterview } from '../src/check/index.ts';
import { listPackIds, readCompiledPack } from '../src/cli/read-pack.ts';
import { COUNTRIES } from '../src/texts/index.ts';

/** Median, mean and longest number of questions per pack, up to the route, the outcome and the exact list. */
export function measureAllInterviews(): string {
  const lengths = Object.fromEntries(
    listPackIds('rules').map((id) => {
      const { levels } = measureInterview(readCompiledPack('rules', id), COUNTRIES);
      return [
        id,
        Object.fromEntries(Object.entries(levels).map(([level, { median, mean, longest }]) => [level, { median, mean, longest }])),
      ];
    }),
  );
  return `${JSON.stringify(lengths, null, 2)}\n`;
}

if (process.argv[1]?.endsWith('build-interviews.ts')) writeFileSync('rules/interviews.json', measureAllInterviews());
