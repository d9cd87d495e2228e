import { statSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, PackReport, PropertyReport, Witness } from '../../check/index.ts';
import { checkPack, holds, measureInterview, ProofMemo, sayResult, SmtEngine } from '../../check/index.ts';
import type { Answers, Fault, Pack } from '../../rules/index.ts';
import { compilePack, formatDate, parseDate } from '../../rules/index.ts';
import { COUNTRIES, findTextFaults } from '../../texts/index.ts';
import { BadInput, badCall, formatFault } from '../bad-input.ts';
import { checkSideBySide } from '../check-side-by-side.ts';
import type { Say } from '../check-texts.ts';
import { readCheckTexts } from '../check-texts.ts';
import type { Output } from '../output.ts';
import { listPackIds, readPack, readPackTexts } from '../read-pack.ts';
import { failuresOf, readKnownCases } from '../known-cases.ts';
import type { SayAnswers } from '../say-answers.ts';
import { readAnswerTexts } from '../say-answers.ts';

export type CheckOptions = {
  rules: string;
  lang?: string | undefined;
  today?: string | undefined;
  format?: string | undefined;
  interview?: boolean | undefined;
  watch?: boolean | undefined;
};

/** What the lines of a report are made with. */
type Teller = { readonly say: Say; readonly sayAnswers: SayAnswers; readonly options: CheckOptions };

/** `check [<cc>…]`: proves packs; 0 = all hold, 1 = a property fails or a file of a pack has a fault, 2 = no such pack. */
export async function runCheck(countries: readonly string[], options: CheckOptions, output: Output): Promise<number> {
  const ids = countries.length > 0 ? countries : listPackIds(options.rules);
  const say = readCheckTexts(options.lang ?? 'en');
  readToday(options.today);
  if (options.interview) return tellInterviews(ids, { say, options }, output);
  if (options.watch) return watchPacks(ids, options, output);
  const known = listPackIds(options.rules);
  if (ids.length === 1 || ids.some((id) => !known.includes(id))) return checkInTurn(ids, options, output);
  const code = await checkSideBySide(ids, options, output);
  output.write(say(code === 0 ? 'check.allHold' : 'check.someFail', { packs: ids.length }));
  return code;
}

async function checkInTurn(ids: readonly string[], options: CheckOptions, output: Output): Promise<number> {
  const checker = await PackChecker.start(ids, options);
  try {
    return Math.max(0, ...ids.map((id) => checker.check(id, output)));
  } finally {
    checker.stop();
  }
}

/** Checks packs with one prover, which remembers what it has proven. */
export class PackChecker {
  private readonly memos = new Map<string, ProofMemo>();

  private constructor(
    private readonly teller: Teller,
    private readonly engine: SmtEngine,
    private readonly today: number,
  ) {}

  static async start(ids: readonly string[], options: CheckOptions): Promise<PackChecker> {
    const language = options.lang ?? 'en';
    const teller: Teller = { say: readCheckTexts(language), sayAnswers: await readAnswerTexts(language, ids), options };
    return new PackChecker(teller, await SmtEngine.start(), readToday(options.today));
  }

  /** Writes the report of a pack. @returns 0 if it is sound, otherwise 1 */
  check(id: string, output: Output): number {
    const started = performance.now();
    const memo = this.memos.get(id) ?? new ProofMemo();
    this.memos.set(id, memo);
    return checkOne(id, { teller: this.teller, output, engine: this.engine, today: this.today, memo, started });
  }

  stop(): void {
    this.engine.stop();
  }
}

function readToday(text: string | undefined): number {
  if (text === undefined) return Math.floor(Date.now() / 86_400_000);
  const day = parseDate(text);
  if (day === undefined) throw badCall('--today', 'a date that exists, such as 2026-12-01', text);
  return day;
}

type Run = {
  readonly teller: Teller;
  readonly output: Output;
  readonly engine: SmtEngine;
  readonly today: number;
  readonly memo: ProofMemo;
  readonly started: number;
};

function checkOne(id: string, { teller, output, engine, today, memo, started }: Run): number {
  let pack: Pack;
  try {
    pack = readPack(teller.options.rules, id);
  } catch (error) {
    if (!(error instanceof BadInput) || error.faults.some(({ file }) => file === 'command line')) throw error;
    output.write(teller.say('check.unreadable', { pack: id, faults: error.faults.length }));
    for (const fault of error.faults) output.write(`  ${formatFault(fault)}`);
    return 1;
  }
  const report = checkPack(pack, { countries: COUNTRIES, today, engine, memo });
  const textFaults = findTextFaults(pack, readPackTexts(pack));
  const cases = runKnownCases(pack, memo);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  const sound = report.sound && textFaults.length === 0 && cases.failures.length === 0;
  if (teller.options.format === 'json')
    output.write(JSON.stringify({ ...report, textFaults, knownCases: cases, sound, seconds: Number(seconds) }));
  else for (const line of tellReport(pack, { report, textFaults, cases, sound, seconds, teller })) output.write(line);
  return sound ? 0 : 1;
}

type KnownCases = { readonly cases: number; readonly failures: readonly string[] };

/** The known cases of the pack, each run again only if its result is another one than before. */
function runKnownCases(pack: Pack, memo: ProofMemo): KnownCases {
  const compiled = compilePack(pack);
  const cases = readKnownCases(pack.id);
  const failures = cases.flatMap(({ file, scenario }) => {
    const restsOn = sayResult(compiled, scenario.answers as Answers, parseDate(scenario.asOf) ?? 0);
    return memo.recall(file, restsOn, () => failuresOf(scenario, compiled).map((failure) => `${file}: ${failure}`));
  });
  return { cases: cases.length, failures };
}

type Told = {
  readonly report: PackReport;
  readonly textFaults: readonly Fault[];
  readonly cases: KnownCases;
  readonly sound: boolean;
  readonly seconds: string;
  readonly teller: Teller;
};

function tellReport(pack: Pack, { report, textFaults, cases, sound, seconds, teller }: Told): readonly string[] {
  const { say } = teller;
  return [
    say('check.pack', { pack: pack.id, version: pack.version, questions: pack.questions.length, routes: pack.routes.length }),
    ...report.reports.flatMap((entry) => tellProperty(pack, entry, teller)),
    ...tellFaults('texts', { faults: textFaults.map(formatFault), figures: {} }, say),
    ...tellFaults('scenarios', { faults: cases.failures, figures: { cases: cases.cases } }, say),
    `  ${say(sound ? 'check.sound' : 'check.unsound', { pack: pack.id, seconds, checks: report.solverChecks, examples: report.examples.length })}`,
  ];
}

/** A property that is found in files, not proven: every fault is told, because each wants an edit. */
function tellFaults(
  property: string,
  { faults, figures }: { readonly faults: readonly string[]; readonly figures: Readonly<Record<string, number>> },
  say: Say,
): readonly string[] {
  const verdict = faults.length === 0 ? say('check.holds') : `${say('check.fails')} (${say('check.faults', { faults: faults.length })})`;
  return [
    `  ${say(`properties.${property}`)}: ${verdict}${Object.keys(figures).length > 0 ? ` (${say(`figures.${property}`, figures)})` : ''}`,
    ...faults.map((fault) => `    ${fault}`),
  ];
}

const MOST_PER_MESSAGE = 6;

function tellProperty(pack: Pack, report: PropertyReport, teller: Teller): readonly string[] {
  const { say } = teller;
  const verdict = say(holds(report) ? 'check.holds' : 'check.fails');
  const provers = report.provers.length === 0 ? say('provers.none') : report.provers.map((prover) => say(`provers.${prover}`)).join(' + ');
  const alone =
    report.provers.length < 2 && !report.provers.includes('structure') && !report.provers.includes('witness')
      ? `, ${say('check.oneProver')}`
      : '';
  const head = `  ${say(`properties.${report.property}`)}: ${verdict} (${provers}${alone}; ${say(`figures.${report.property}`, report.figures)})`;
  const counts = new Map<string, number>();
  const shown = report.findings.filter(({ message }) => {
    counts.set(message, (counts.get(message) ?? 0) + 1);
    return (counts.get(message) ?? 0) <= MOST_PER_MESSAGE;
  });
  const hidden = report.findings.length - shown.length;
  return [
    head,
    ...shown.flatMap((finding) => tellFinding(pack, finding, teller)),
    ...(hidden > 0 ? [`    ${say('check.more', { count: hidden })}`] : []),
  ];
}

function tellFinding(pack: Pack, finding: Finding, { say, sayAnswers, options }: Teller): readonly string[] {
  const line = `    ${say(`severity.${finding.severity}`)}: ${say(`findings.${finding.message}`, finding.values)}`;
  const { witness } = finding;
  if (!witness || finding.severity === 'note') return [line];
  return [line, `      ${say('check.witness')}: ${sayAnswers(pack, witness.answers)}`, `      ${reproduce(pack, witness, options.rules)}`];
}

/** The command that shows the witness in the program itself. */
export function reproduce(pack: Pack, { answers, asOf }: Witness, rules: string): string {
  const folder = rules === 'rules' ? '' : ` --rules ${rules}`;
  return `echo '${JSON.stringify(answers)}' | npm run --silent permiso -- assess ${pack.id} --answers - --as-of ${formatDate(asOf)}${folder}`;
}

function tellInterviews(ids: readonly string[], { say, options }: Pick<Teller, 'say' | 'options'>, output: Output): number {
  for (const id of ids) {
    const lengths = measureInterview(compilePack(readPack(options.rules, id)), COUNTRIES);
    output.write(say('interview.pack', { pack: id, walks: lengths.walks }));
    for (const level of ['route', 'outcome', 'list'] as const) {
      const { median, mean, longest, longestPath } = lengths.levels[level];
      output.write(`  ${say(`interview.${level}`, { median, mean, longest })}`);
      output.write(`    ${longestPath.join(' → ')}`);
    }
  }
  output.write(say('interview.how'));
  return 0;
}

const POLL = 100;

/** Checks a pack again whenever one of its files is saved, as far as the edit reaches; ends with the program. */
async function watchPacks(ids: readonly string[], options: CheckOptions, output: Output): Promise<never> {
  const checker = await PackChecker.start(ids, options);
  const seen = new Map<string, number>();
  for (;;) {
    for (const id of ids) {
      const changed = lastChange(options.rules, id);
      if (changed === seen.get(id)) continue;
      const isFirst = !seen.has(id);
      seen.set(id, changed);
      checker.check(id, output);
      if (isFirst && id === ids.at(-1)) output.write(readCheckTexts(options.lang ?? 'en')('check.watching', { packs: ids.join(', ') }));
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

/** When the rules, texts or known cases of a pack were last saved. */
function lastChange(rules: string, id: string): number {
  const languages = existsSync('locales') ? readdirSync('locales', { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
  const texts = languages.map(({ name }) => join('locales', name, `${id}.json`));
  const folders = [join(rules, 'common'), join(rules, id), join('tests/scenarios', id)];
  const files = folders.flatMap((folder) => (existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : []));
  return Math.max(0, ...[...files, ...texts].map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0));
}
