import { join } from 'node:path';
import type { FaultVerdict, PlantedFault, ScenarioCase } from '../../check/index.ts';
import { createRandom, FaultJudge, plantFaults, SmtEngine } from '../../check/index.ts';
import type { Pack } from '../../rules/index.ts';
import { compilePack, parseAnswers, parseDate } from '../../rules/index.ts';
import { COUNTRIES, findTextFaults } from '../../texts/index.ts';
import { badCall, formatFault } from '../bad-input.ts';
import type { Say } from '../check-texts.ts';
import { readCheckTexts } from '../check-texts.ts';
import type { Output } from '../output.ts';
import { failuresOf, readKnownCases } from '../known-cases.ts';
import { readCommon, readFolder, readPack, readPackTexts } from '../read-pack.ts';

export type MutantsOptions = { rules: string; lang?: string | undefined; seconds?: string | undefined; seed?: string | undefined };

const SECONDS = 120;
const TEXT_FAULTS = 10;

type Judged = { readonly fault: Pick<PlantedFault, 'kind' | 'place' | 'description'>; readonly verdict: FaultVerdict };

/** `mutants <cc>`: plants faults in a pack and reports who caught them. Exit 1 if one that changes an assessment was not caught. */
export async function runMutants([country]: readonly string[], options: MutantsOptions, output: Output): Promise<number> {
  if (country === undefined) throw badCall('mutants', 'a country such as bz', 'nothing');
  const seconds = Number(options.seconds ?? SECONDS);
  if (!(seconds > 0)) throw badCall('--seconds', 'a number of seconds', options.seconds ?? '');
  const say = readCheckTexts(options.lang ?? 'en');
  const pack = readPack(options.rules, country);
  const random = createRandom(Number(options.seed ?? 1));
  const engine = await SmtEngine.start();
  try {
    const settings = { countries: COUNTRIES, today: parseDate(pack.reviewedOn) ?? 0, engine };
    const texts = readPackTexts(pack);
    const judge = FaultJudge.prepare(pack, {
      settings,
      common: readCommon(options.rules),
      scenarios: readScenarioCases(pack),
      listTextFaults: (mutant) => findTextFaults(mutant, texts).map(formatFault),
    });
    const faults = plantFaults(readFolder(join(options.rules, country)), random);
    const started = performance.now();
    const judged: Judged[] = [...judgeTexts(pack, random)];
    for (const fault of faults) {
      if (performance.now() - started > seconds * 1000) break;
      judged.push({ fault, verdict: judge.judge(fault) });
    }
    const left = faults.length + TEXT_FAULTS - judged.length;
    for (const line of tellJudged(judged, { say, pack, seconds: Math.round((performance.now() - started) / 1000) })) output.write(line);
    if (left > 0) output.write(say('mutants.stopped', { seconds, left }));
    return judged.some(({ verdict }) => 'survives' in verdict && verdict.survives === 'unproved') ? 1 : 0;
  } finally {
    engine.stop();
  }
}

function readScenarioCases(pack: Pack): readonly ScenarioCase[] {
  const compiled = compilePack(pack);
  return readKnownCases(pack.id).flatMap(({ file, scenario }): ScenarioCase[] => {
    const asOf = parseDate(scenario.asOf) ?? 0;
    const answers = parseAnswers(compiled, scenario.answers, file, asOf);
    const passes: ScenarioCase['passes'] = (changed) => failuresOf(scenario, changed).length === 0;
    return answers.ok && passes(compiled) ? [{ answers: answers.value, asOf, passes }] : [];
  });
}

/** Texts that are missing: caught by the check of the texts. */
function judgeTexts(pack: Pack, random: () => number): readonly Judged[] {
  const files = readPackTexts(pack) as Record<string, Record<string, Record<string, unknown>>>;
  const [language, tree] = Object.entries(files)[0] ?? [];
  if (language === undefined || tree === undefined) return [];
  const before = findTextFaults(pack, files).length;
  const places = Object.entries(tree).flatMap(([section, items]) =>
    typeof items === 'object' ? Object.keys(items).map((id) => ({ section, id })) : [],
  );
  return Array.from({ length: TEXT_FAULTS }, (): Judged => {
    const { section = '', id = '' } = places[Math.floor(random() * places.length)] ?? {};
    const { [id]: _dropped, ...rest } = tree[section] ?? {};
    const found = findTextFaults(pack, { ...files, [language]: { ...tree, [section]: rest } }).length;
    const verdict: FaultVerdict = found > before ? { caughtBy: 'check' } : { survives: 'harmless' };
    return {
      fault: { kind: 'textMissing', place: `locales/${language}/${pack.id}.json: ${section}.${id}`, description: 'text missing' },
      verdict,
    };
  });
}

type Telling = { readonly say: Say; readonly pack: Pack; readonly seconds: number };

function tellJudged(judged: readonly Judged[], { say, pack, seconds }: Telling): readonly string[] {
  const caught = judged.filter(({ verdict }) => 'caughtBy' in verdict);
  const survivors = judged.filter(({ verdict }) => 'survives' in verdict);
  const unproved = survivors.filter(({ verdict }) => 'survives' in verdict && verdict.survives === 'unproved');
  const kinds = [...new Set(judged.map(({ fault }) => fault.kind))].sort();
  const readers = ['link', 'check', 'scenarios', 'diff', 'proof'] as const;
  return [
    say('mutants.title', {
      pack: pack.id,
      planted: judged.length,
      killed: caught.length,
      meaningful: caught.length + unproved.length,
      seconds,
    }),
    ...readers.map(
      (reader) =>
        `  ${say('mutants.by', { reader: say(`mutants.readers.${reader}`), count: caught.filter(({ verdict }) => 'caughtBy' in verdict && verdict.caughtBy === reader).length })}`,
    ),
    ...kinds.map(
      (kind) =>
        `  ${say('mutants.kind', { kind, killed: caught.filter(({ fault }) => fault.kind === kind).length, planted: judged.filter(({ fault }) => fault.kind === kind).length })}`,
    ),
    say('mutants.survivors', { count: survivors.length }),
    ...survivors.map(
      ({ fault, verdict }) =>
        `  ${say('mutants.survivor', { ...fault, reason: say(`mutants.${'survives' in verdict ? verdict.survives : ''}`, { part: fault.kind }) })}`,
    ),
  ];
}
