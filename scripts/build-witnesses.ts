/**
 * Finds an example person for every rule of a pack: answers under which it holds, as few as possible.
 * `npx tsx scripts/build-witnesses.ts [<cc>…]` writes rules/witnesses/<cc>.json; the same pack gives the same file.
 */
import { writeFileSync } from 'node:fs';
import { listPackIds, readCompiledPack } from '../src/cli/read-pack.ts';
import type { Answers, CompiledPack, Condition, State } from '../src/rules/index.ts';
import { formatDate, parseDate } from '../src/rules/index.ts';
import type { Witness, Witnesses } from '../src/texts/index.ts';
import { createRandom, WitnessSearch } from './witness-search.ts';

const SEED = 20_261_122;
const KINDS = ['blockers', 'warnings', 'documents', 'fees', 'steps', 'deadlines', 'duties'] as const;
const STEPS = 80;
const TRIES = 16;

/** A rule that wants an example, and the conditions of which one must hold: one per route that it is on. */
export type Wanted = { key: string; route?: string; ways: readonly Condition[] };

/** Examples for every rule that can hold, in the order of the pack. */
export function buildWitnesses(compiled: CompiledPack): Witnesses {
  const wanted = listWanted(compiled);
  const found = new Map<string, Witness>();
  for (const day of listDays(compiled)) {
    const finder = new WitnessFinder(compiled, day);
    for (const rule of wanted.filter(({ key }) => !found.has(key))) {
      const witness = finder.find(rule);
      if (witness) found.set(rule.key, witness);
    }
  }
  return Object.fromEntries([...found].sort(([a], [b]) => position(wanted, a) - position(wanted, b)));
}

const position = (wanted: readonly Wanted[], key: string): number => wanted.findIndex((rule) => rule.key === key);

/** A complete, lawful set of answers that was good for some rule; it often is for others. */
type Case = { readonly answers: Answers; readonly state: State; readonly recommended: string | undefined };
type Test = (found: Case) => boolean;

class WitnessFinder {
  private readonly search: WitnessSearch;
  private readonly pool: Case[] = [];

  constructor(
    compiled: CompiledPack,
    private readonly day: number,
  ) {
    this.search = new WitnessSearch(compiled, day, createRandom(SEED));
  }

  find({ route, ways }: Wanted): Witness | undefined {
    const holds: Test = ({ state }) => ways.some((condition) => this.search.holds(condition, state));
    if (route === undefined) return this.describe(ways, holds);
    return this.describe(ways, (found) => holds(found) && found.recommended === route, true) ?? this.describe(ways, holds, false);
  }

  private describe(ways: readonly Condition[], isGood: Test, comesOut?: boolean): Witness | undefined {
    const found = this.pool.find(isGood) ?? this.tryOften(ways, isGood);
    if (!found) return undefined;
    const answers = this.search.shrink(found.answers, (fewer) => this.search.isLawful(fewer) && isGood(this.toCase(fewer)));
    return { asOf: formatDate(this.day), answers, ...(comesOut === undefined ? {} : { comesOut }) };
  }

  private tryOften(ways: readonly Condition[], isGood: Test): Case | undefined {
    for (let attempt = 0; attempt < Math.max(TRIES, ways.length * 2); attempt += 1) {
      const condition = ways[attempt % ways.length];
      const answers = condition && this.search.find(condition, STEPS);
      const found = answers && this.search.isLawful(answers) ? this.toCase(answers) : undefined;
      if (!found) continue;
      this.pool.push(found);
      if (isGood(found)) return found;
    }
    return undefined;
  }

  private toCase(answers: Answers): Case {
    const state = this.search.stateOf(answers);
    return { answers, state, recommended: this.search.recommend(state) };
  }
}

/** Every rule that wants an example, in the order of the pack. */
export function listWanted(compiled: CompiledPack): readonly Wanted[] {
  const routes = compiled.routes.map(({ route, when }): Wanted => ({ key: `routes.${route.id}`, route: route.id, ways: [when.tree] }));
  const questions = compiled.questions
    .filter(({ asked }) => asked.tree.kind !== 'constant')
    .map(({ question, asked }): Wanted => ({ key: `questions.${question.id}`, ways: [asked.tree] }));
  const conditions = [...compiled.conditions].map(([id, tree]): Wanted => ({ key: `conditions.${id}`, ways: [tree] }));
  const items = KINDS.flatMap((kind) =>
    compiled.pack[kind].map(({ id }): Wanted => {
      const on = compiled.routes.flatMap((route) => {
        const entry = route[kind].find(({ item }) => item.id === id);
        return entry ? [onRoute({ kind: 'all', of: [route.when.tree, entry.when.tree] }, route.route.id)] : [];
      });
      return { key: `${kind}.${id}`, ways: on };
    }),
  );
  return [...routes, ...questions, ...conditions, ...items];
}

/** The condition on one route: a test of the route is settled. */
function onRoute(condition: Condition, route: string): Condition {
  switch (condition.kind) {
    case 'route':
      return { kind: 'constant', value: condition.ids.includes(route) };
    case 'not':
      return { kind: 'not', of: onRoute(condition.of, route) };
    case 'all':
    case 'any':
      return { kind: condition.kind, of: condition.of.map((part) => onRoute(part, route)) };
    default:
      return condition;
  }
}

/** The day of the review, then the days on which something comes into force. */
function listDays({ pack }: CompiledPack): readonly number[] {
  const dated = [pack.routes, ...KINDS.map((kind) => pack[kind])].flat();
  const days = [pack.reviewedOn, ...dated.flatMap(({ from, until }) => [from, until]).filter((day) => day !== undefined)];
  return [...new Set(days)].map((day) => parseDate(day) ?? 0);
}

/** Does the rule hold for this person? For a way: does it come out, if the example says so? */
export function holdsIn(compiled: CompiledPack, { route, ways }: Wanted, { asOf, answers, comesOut }: Witness): boolean {
  const search = new WitnessSearch(compiled, parseDate(asOf) ?? 0, createRandom(SEED));
  const state = search.stateOf(answers);
  return (
    search.isLawful(answers) &&
    ways.some((condition) => search.holds(condition, state)) &&
    (comesOut !== true || search.recommend(state) === route)
  );
}

/** One rule a line, so that a change of a rule is a change of a line. */
export function formatWitnesses(witnesses: Witnesses): string {
  const lines = Object.entries(witnesses).map(([key, witness]) => `  ${JSON.stringify(key)}: ${JSON.stringify(witness)}`);
  return lines.length === 0 ? '{}\n' : `{\n${lines.join(',\n')}\n}\n`;
}

if (process.argv[1]?.endsWith('build-witnesses.ts')) {
  const asked = process.argv.slice(2);
  for (const id of asked.length > 0 ? asked : listPackIds('rules')) {
    const started = performance.now();
    const compiled = readCompiledPack('rules', id);
    const witnesses = buildWitnesses(compiled);
    writeFileSync(`rules/witnesses/${id}.json`, formatWitnesses(witnesses));
    const missing = listWanted(compiled)
      .filter(({ key }) => !(key in witnesses))
      .map(({ key }) => key);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `${id}: ${Object.keys(witnesses).length} examples in ${seconds} s${missing.length > 0 ? `; none for ${missing.join(', ')}` : ''}`,
    );
  }
}
