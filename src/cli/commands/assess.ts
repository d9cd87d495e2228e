import { assess, assessRoute } from '../../assessment/index.ts';
import { formatDate, parseDate } from '../../rules/index.ts';
import { badCall } from '../bad-input.ts';
import type { Output } from '../output.ts';
import { readAnswers } from '../read-answers.ts';
import { readCompiledPack } from '../read-pack.ts';
import { writeAsText } from '../reporters/text.ts';

type AssessOptions = {
  answers?: string | undefined;
  'as-of'?: string | undefined;
  lang?: string | undefined;
  format?: string | undefined;
  'all-routes'?: boolean | undefined;
  rules: string;
};

/** `assess <cc> --answers <file or ->`: one assessment, as JSON or as text. */
export async function runAssess([country]: readonly string[], options: AssessOptions, output: Output): Promise<number> {
  if (country === undefined) throw badCall('assess', 'a country such as bz', 'nothing');
  if (options.answers === undefined) throw badCall('--answers', 'a file, or - for standard input', 'nothing');
  const format = options.format ?? 'json';
  if (format !== 'json' && format !== 'text') throw badCall('--format', 'json or text', format);
  const compiled = readCompiledPack(options.rules, country);
  const asOf = readAsOf(options['as-of']);
  const answers = readAnswers(compiled, options.answers, asOf);
  const assessment = assess(compiled, answers, asOf);
  if (format === 'text') {
    const { audience } = answers;
    const reader = audience === 'employer' || audience === 'selfEmployed' ? audience : undefined;
    for (const line of await writeAsText(assessment, { language: options.lang ?? 'en', reader })) output.write(line);
    return 0;
  }
  const allRoutes = options['all-routes']
    ? { routeRequirements: Object.fromEntries(assessment.routes.map(({ id }) => [id, assessRoute(compiled, answers, asOf, id)])) }
    : {};
  output.write(JSON.stringify({ ...assessment, ...allRoutes }, null, 2));
  return 0;
}

function readAsOf(text: string | undefined): number {
  if (text === undefined) return parseDate(formatDate(Math.floor(Date.now() / 86_400_000))) ?? 0;
  const day = parseDate(text);
  if (day === undefined) throw badCall('--as-of', 'a date that exists, such as 2026-12-01', text);
  return day;
}
