import { drawCases, drawInterview } from '../../check/index.ts';
import { COUNTRIES } from '../../texts/index.ts';
import { badCall } from '../bad-input.ts';
import { readCheckTexts } from '../check-texts.ts';
import type { Output } from '../output.ts';
import { readCompiledPack } from '../read-pack.ts';
import { readItemNames } from '../say-answers.ts';

const CASES = 600;

/** `graph <cc>`: the interview as a Mermaid flowchart. */
export async function runGraph(
  [country]: readonly string[],
  options: { rules: string; lang?: string | undefined },
  output: Output,
): Promise<number> {
  if (country === undefined) throw badCall('graph', 'a country such as bz', 'nothing');
  const language = options.lang ?? 'en';
  const say = readCheckTexts(language);
  const compiled = readCompiledPack(options.rules, country);
  const nameOf = await readItemNames(language, country);
  const labels = {
    question: (id: string): string => nameOf(`questions.${id}.short`) ?? id,
    route: (id: string): string => nameOf(`routes.${id}.name`) ?? id,
    level: (level: string): string => say(`graph.${level}`),
  };
  output.write(drawInterview(compiled, drawCases(compiled, COUNTRIES, CASES), labels));
  return 0;
}
