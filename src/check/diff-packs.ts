import { chooseOutcome, judgeRoutes } from '../assessment/index.ts';
import type { Answer, Answers, CompiledPack, Condition, Pack, Question } from '../rules/index.ts';
import { compilePack, createState, FALSE, findAnswerProblem, parseDate, TRUE } from '../rules/index.ts';
import type { AnswerClasses } from './answer-classes.ts';
import { classifyAnswers } from './answer-classes.ts';
import type { CheckSettings } from './check-context.ts';
import { formulaOfChange } from './diff-formulas.ts';
import type { ItemChange } from './diff-items.ts';
import { canonical, diffItems } from './diff-items.ts';
import { AnswerDrawer } from './draw-answers.ts';
import type { Witness } from './finding.ts';
import { createRandom } from './random.ts';
import type { ChangedRule } from './rule-meaning.ts';
import { findChangedRules } from './rule-meaning.ts';
import { SmtAnswers } from './smt-answers.ts';
import { SmtPack } from './smt-pack.ts';
import type { Formula, SolverModel } from './solver.ts';
import type { Summary } from './summarise.ts';
import { describeLists, summarise } from './summarise.ts';
import { walkInterview } from './walk-interview.ts';

/** A kind of person for whom something changes. */
export type AffectedClass = {
  readonly change: 'outcome' | 'route' | 'verdicts' | 'answer' | 'itemAdded' | 'itemRemoved' | 'itemChanged' | 'questionPath';
  /** `documents` and `passport`, for changes of a list. */
  readonly kind: string;
  readonly id: string;
  readonly before: string;
  readonly after: string;
  readonly routes: readonly string[];
  /** How many of the sampled interviews change; 0 if only the solver found a case. */
  readonly cases: number;
  readonly witness: Witness;
  /** The answers that alone bring the change about, each with all the answers that would do as well. */
  readonly who: Readonly<Record<string, AnswerRange>>;
};

/** Answers that bring a change about: `some` of them, all from the first `upTo` the second, or all `except` these. */
export type AnswerRange = { readonly form: 'some' | 'upTo' | 'except'; readonly answers: readonly Answer[] };

export type PackDiff = {
  readonly items: readonly ItemChange[];
  readonly classes: readonly AffectedClass[];
  readonly samples: number;
  /** Sampled interviews that end with another result. */
  readonly affected: number;
  /** Rules whose wording changed, and what the solver says of them. */
  readonly changedRules: number;
  readonly proved: boolean;
  readonly unproved: readonly string[];
};

const SAMPLES = 2000;
const SEED = 7;
const MOST_ASKED = 40;
const MOST_STEERED = 40;
const STEERED_TRIES = 24;

/** Two versions of a pack → what changed, for whom, with witnesses. */
export function diffPacks(before: Pack, after: Pack, settings: CheckSettings): PackDiff {
  const space = new DiffSpace(before, after, settings);
  const groups = new Map<string, Group>();
  const samples = space.drawSamples();
  let affected = 0;
  for (const witness of samples) if (space.addDifferences(witness, groups, 1) > 0) affected += 1;
  space.addAnswerChanges(groups);
  const rules = findChangedRules(space.before, space.after);
  space.addSteered(rules, groups);
  const { proved, unproved } = rules.length === 0 ? { proved: true, unproved: [] } : space.prove(rules, groups);
  space.addPaths(samples.slice(0, 150), groups);
  const classes = [...groups.values()]
    .map((group) => space.describe(group))
    .sort((a, b) => HARM.indexOf(a.change) - HARM.indexOf(b.change) || b.cases - a.cases);
  return { items: diffItems(before, after), classes, samples: samples.length, affected, changedRules: rules.length, proved, unproved };
}

/** The gravest first. */
const HARM: readonly AffectedClass['change'][] = [
  'outcome',
  'route',
  'answer',
  'itemAdded',
  'itemChanged',
  'itemRemoved',
  'verdicts',
  'questionPath',
];

type Difference = Omit<AffectedClass, 'cases' | 'witness' | 'who' | 'routes'> & { readonly route: string };
export type Group = {
  readonly difference: Difference;
  readonly routes: Set<string>;
  cases: number;
  witness: Witness;
  /** It was found on a route beside the recommended one. */
  readonly isBeside?: boolean;
};

/** Both versions over one answer space. */
export class DiffSpace {
  readonly before: CompiledPack;
  readonly after: CompiledPack;
  private readonly classes: AnswerClasses;
  private readonly asOf: number;

  constructor(
    before: Pack,
    after: Pack,
    private readonly settings: CheckSettings,
  ) {
    this.before = compilePack(before);
    this.after = compilePack(after);
    this.asOf = parseDate(after.reviewedOn) ?? settings.today;
    this.classes = classifyAnswers([this.before, this.after], settings.countries, this.asOf);
  }

  /** Complete answer sets for both versions; a quarter of them with some "I don't know". */
  drawSamples(count = SAMPLES): readonly Witness[] {
    const random = createRandom(SEED);
    const drawers = [this.before, this.after].map(
      (compiled) => new AnswerDrawer({ compiled, classes: this.classes, days: [this.asOf], random }),
    );
    const samples: Witness[] = [];
    for (let index = 0; index < count; index += 1) {
      const route = index % 2 === 0 ? undefined : this.after.routes[(index >> 1) % this.after.routes.length];
      const [old, now] = drawers.map((drawer) => {
        drawer.unknownShare = index % 4 === 2 ? 0.1 : 0;
        return route ? drawer.drawTowards([route.when.tree]) : drawer.draw();
      });
      if (old && now) samples.push({ answers: { ...old.answers, ...now.answers }, asOf: this.asOf });
    }
    return samples;
  }

  /** Notes every difference of a case. @returns how many there are */
  addDifferences(witness: Witness, groups: Map<string, Group>, weight: number): number {
    const differences = this.compare(witness);
    for (const difference of differences) {
      const key = keyOf(difference);
      const group = groups.get(key) ?? { difference, routes: new Set(), cases: 0, witness };
      group.routes.add(difference.route);
      group.cases += weight;
      groups.set(key, group);
    }
    return differences.length;
  }

  compare(witness: Witness): readonly Difference[] {
    return listDifferences(
      summarise(this.before, fit(this.before, witness.answers), witness.asOf),
      summarise(this.after, fit(this.after, witness.answers), witness.asOf),
    );
  }

  /** Differences in the lists of a route that is not the recommended one, as the comparison of routes shows them. */
  private compareOn(rule: Pick<ChangedRule, 'route'>, { answers, asOf }: Witness): readonly Difference[] {
    const [old, now] = [this.before, this.after].map((compiled): Summary => {
      const state = createState(compiled, fit(compiled, answers), asOf);
      const judgement = judgeRoutes(compiled, state).find(({ route }) => route.route.id === rule.route);
      const items = new Map<string, string>();
      if (judgement) {
        describeLists(judgement.route, state, items);
        judgement.blockers.forEach((blocker, index) => {
          if (blocker !== FALSE)
            items.set(`blockers/${judgement.route.blockers[index]?.item.id ?? ''}`, blocker === TRUE ? 'required' : 'possible');
        });
      }
      return { outcome: '', route: rule.route, verdicts: judgement?.verdict ?? '', items };
    });
    return old && now ? listDifferences(old, now) : [];
  }

  /** Answers that one version takes and the other refuses: other limits, other options, other ties between answers. */
  addAnswerChanges(groups: Map<string, Group>): void {
    const add = (id: string, witness: Witness): void => {
      const difference: Difference = { change: 'answer', kind: 'questions', id, before: '', after: '', route: '' };
      groups.set(keyOf(difference), { difference, routes: new Set(), cases: 0, witness });
    };
    for (const question of this.before.pack.questions) {
      const other = this.after.pack.questions.find(({ id }) => id === question.id);
      const tried = other && [...listEdges(question), ...listEdges(other), ...(this.classes.get(question.id)?.representatives ?? [])];
      const differing =
        other &&
        tried?.find((answer) => (findAnswerProblem(question, answer) === undefined) !== (findAnswerProblem(other, answer) === undefined));
      if (differing !== undefined) add(question.id, { answers: { [question.id]: differing }, asOf: this.asOf });
    }
    const tied = this.before.pack.questions.filter((question) => {
      const other = this.after.pack.questions.find(({ id }) => id === question.id);
      return other !== undefined && tiesOf(question) !== tiesOf(other);
    });
    if (tied.length === 0) return;
    const { pair, answers } = this.createPair('ties ');
    const solver = this.settings.engine.createSolver();
    const [old, now] = [pair.before.lawful(), pair.after.lawful()];
    for (const formula of answers.domain.splice(0)) solver.assert(formula);
    const { model } = solver.ask([pair.before.not(old.eq(now))]);
    if (model) add(tied.map(({ id }) => id).join(', '), answers.read(model, this.before.pack.questions));
  }

  private createPair(prefix: string): { pair: { before: SmtPack; after: SmtPack }; answers: SmtAnswers } {
    const { engine } = this.settings;
    const answers = new SmtAnswers(engine, { classes: this.classes, days: [this.asOf, this.asOf], prefix });
    return { pair: { before: new SmtPack(engine, this.before, answers), after: new SmtPack(engine, this.after, answers) }, answers };
  }

  /** Looks for cases in which a changed rule holds in one version only, which random answers meet too rarely. */
  addSteered(rules: readonly ChangedRule[], groups: Map<string, Group>): void {
    const drawer = new AnswerDrawer({ compiled: this.after, classes: this.classes, days: [this.asOf], random: createRandom(SEED) });
    for (const rule of [...rules].sort((a, b) => Number(isDeciding(b)) - Number(isDeciding(a))).slice(0, MOST_STEERED)) {
      const [old, now] = [this.before, this.after].map((compiled) => conditionsOf(compiled, rule));
      if (!old || !now) continue;
      for (let tries = 0; tries < STEERED_TRIES; tries += 1) {
        const [holds, fails] = tries % 2 === 0 ? [old, now] : [now, old];
        const witness = drawer.drawTowards([...holds.needs, { kind: 'not', of: { kind: 'all', of: fails.needs } }, ...holds.clears]);
        if (witness) this.addDifferences(witness, groups, 0);
      }
    }
  }

  /**
   * Asks the solver for differences that no drawn case has shown, at first without "I don't know", because that makes better examples;
   * ends with a proof that there are no others.
   */
  prove(rules: readonly ChangedRule[], groups: Map<string, Group>): { proved: boolean; unproved: readonly string[] } {
    const { pair, answers } = this.createPair('diff ');
    const left = new Map<ChangedRule, Formula>(
      rules.filter((rule) => !isKnown(rule, groups)).map((rule) => [rule, formulaOfChange(pair, rule)]),
    );
    const solver = this.settings.engine.createSolver();
    const lawful = [pair.before.lawful(), pair.after.lawful()];
    for (const formula of [...answers.domain.splice(0), ...lawful]) solver.assert(formula);
    const questions = [
      ...new Map([...this.before.pack.questions, ...this.after.pack.questions].map((question) => [question.id, question])).values(),
    ];
    const certain = pair.after.noUnknowns();
    const read = (model: SolverModel): Witness => answers.read(model, questions);
    if (rules.some(isDeciding)) this.addOutcomes(pair, { ask: (formula) => solver.ask([certain, formula]).model, read }, groups);
    const spaces = [[certain], []];
    const unconfirmed: ChangedRule[] = [];
    for (let asked = 0; left.size > 0 && asked < MOST_ASKED; asked += 1) {
      const { verdict, model } = solver.ask([...(spaces[0] ?? []), pair.before.or(...left.values())]);
      if (!model) {
        if (spaces.length === 1 && verdict === 'unsat') left.clear();
        if (spaces.length === 1) break;
        spaces.shift();
        continue;
      }
      const witness = read(model);
      const isShown = this.addDifferences(witness, groups, 0) > 0;
      const hits = [...left.keys()].filter((rule) => model.eval(left.get(rule) as Formula, true).toString() === 'true');
      if (hits.length === 0) break;
      for (const rule of hits) {
        // What the solver says must be seen on the engine; otherwise the two disagree, and nothing is proved.
        if (this.addBeside(rule, witness, groups) === 0 && !isShown) unconfirmed.push(rule);
        left.delete(rule);
      }
    }
    const unproved = [...left.keys(), ...unconfirmed].map(({ kind, id }) => `${kind}/${id}`);
    return { proved: unproved.length === 0, unproved };
  }

  /** One case for every pair of outcomes that somebody who knows all answers can be moved between. */
  private addOutcomes(
    pair: { before: SmtPack; after: SmtPack },
    solver: { ask: (formula: Formula) => SolverModel | undefined; read: (model: SolverModel) => Witness },
    groups: Map<string, Group>,
  ): void {
    const [old, now] = [pair.before.outcomes(), pair.after.outcomes()];
    const left = new Map<string, Formula>();
    for (const [before, was] of Object.entries(old))
      for (const [after, is] of Object.entries(now)) if (before !== after) left.set(`${before} ${after}`, pair.before.and(was, is));
    for (const { difference } of groups.values())
      if (difference.change === 'outcome') left.delete(`${difference.before} ${difference.after}`);
    while (left.size > 0) {
      const model = solver.ask(pair.before.or(...left.values()));
      if (!model) return;
      const witness = solver.read(model);
      this.addDifferences(witness, groups, 0);
      const hit = [...left.keys()].find((key) => model.eval(left.get(key) as Formula, true).toString() === 'true');
      if (hit === undefined) return;
      left.delete(hit);
    }
  }

  /** @returns how many differences the lists of the rule's route show */
  private addBeside(rule: ChangedRule, witness: Witness, groups: Map<string, Group>): number {
    const differences = this.compareOn(rule, witness);
    for (const difference of differences) {
      const key = keyOf(difference);
      const known = groups.get(key);
      if (known) known.routes.add(rule.route);
      else groups.set(key, { difference, routes: new Set([rule.route]), cases: 0, witness, isBeside: true });
    }
    return differences.length;
  }

  /** Interviews that ask other questions. */
  addPaths(samples: readonly Witness[], groups: Map<string, Group>): void {
    for (const witness of samples) {
      const [old, now] = [this.before, this.after].map((compiled) =>
        walkInterview(compiled, witness).steps.map(({ question }) => question),
      );
      const changed = [
        ...(now ?? []).filter((id) => !old?.includes(id)).map((id) => `+${id}`),
        ...(old ?? []).filter((id) => !now?.includes(id)).map((id) => `−${id}`),
      ];
      if (changed.length === 0) continue;
      const difference: Difference = {
        change: 'questionPath',
        kind: 'questions',
        id: changed.join(', '),
        before: '',
        after: '',
        route: '',
      };
      const group = groups.get(keyOf(difference)) ?? { difference, routes: new Set(), cases: 0, witness };
      group.cases += 1;
      groups.set(keyOf(difference), group);
    }
  }

  describe({ difference, routes, cases, witness, isBeside }: Group): AffectedClass {
    const { route: _route, ...rest } = difference;
    const shows: Shows = (other) => (isBeside ? this.showsBeside(difference, other) : this.shows(difference, other));
    const shrunk = shrink(witness, shows);
    return { ...rest, routes: [...routes].filter(Boolean), cases, witness: shrunk, who: this.grow(shrunk, shows) };
  }

  private showsBeside(difference: Difference, witness: Witness): boolean {
    return this.isOn(difference.route, witness) && this.compareOn(difference, witness).some(isSame(difference));
  }

  private shows(difference: Difference, witness: Witness): boolean {
    const own = (compiled: CompiledPack): boolean =>
      chooseOutcome(judgeRoutes(compiled, createState(compiled, fit(compiled, witness.answers), witness.asOf))).outcome !== 'undetermined';
    if (difference.change !== 'outcome' && difference.change !== 'verdicts' && !(own(this.before) && own(this.after))) return false;
    return this.compare(witness).some(isSame(difference));
  }

  /** Does the route certainly apply in both versions? */
  private isOn(id: string, { answers, asOf }: Witness): boolean {
    return [this.before, this.after].every((compiled) => {
      const judgements = judgeRoutes(compiled, createState(compiled, fit(compiled, answers), asOf));
      return judgements.find(({ route }) => route.route.id === id)?.when === TRUE;
    });
  }

  /** For each answer that matters, the other answers that change nothing about the difference. */
  private grow(witness: Witness, shows: Shows): Readonly<Record<string, AnswerRange>> {
    if (Object.keys(witness.answers).length > MOST_GROWN) return {};
    return Object.fromEntries(
      Object.keys(witness.answers).flatMap((id) => {
        const all = this.classes.get(id)?.representatives ?? [];
        const fitting = all.filter((answer) => shows({ answers: { ...witness.answers, [id]: answer }, asOf: witness.asOf }));
        return fitting.length === 0 || fitting.length === all.length ? [] : [[id, this.rangeOf(id, fitting)]];
      }),
    );
  }

  private rangeOf(id: string, fitting: readonly Answer[]): AnswerRange {
    const own = this.classes.get(id);
    const all = own?.representatives ?? [];
    const spread = (answers: readonly Answer[]): readonly Answer[] =>
      answers.flatMap((answer): readonly Answer[] => own?.members.get(String(answer)) ?? [answer]);
    if (own && own.members.size > 0) {
      const rest = spread(all.filter((answer) => !fitting.includes(answer)));
      return rest.length < spread(fitting).length ? { form: 'except', answers: rest } : { form: 'some', answers: spread(fitting) };
    }
    const type = [...this.after.pack.questions, ...this.before.pack.questions].find((question) => question.id === id)?.type ?? '';
    if (!['integer', 'number', 'money', 'date'].includes(type) || fitting.length < 2) return { form: 'some', answers: fitting };
    const sorted = [...all].sort(byValue);
    const places = fitting.map((answer) => sorted.indexOf(answer)).sort((a, b) => a - b);
    const [first = 0, last = 0] = [places[0], places.at(-1)];
    const isWhole = last - first === places.length - 1;
    return isWhole
      ? { form: 'upTo', answers: [sorted[first] as Answer, sorted[last] as Answer] }
      : { form: 'some', answers: [...fitting].sort(byValue) };
  }
}

/** Does the rule have a say in the outcome? */
const isDeciding = ({ kind }: ChangedRule): boolean => kind === 'routes' || kind === 'blockers';

/** What must hold for a rule to be seen: its conditions and those of its route, and that nothing else stops the route. */
type RuleConditions = { readonly needs: readonly Condition[]; readonly clears: readonly Condition[] };

/** With the definitions of all names in place of the names, so that another version can read them. */
function conditionsOf(compiled: CompiledPack, { route: at, kind, id }: ChangedRule): RuleConditions | undefined {
  const route = compiled.routes.find((candidate) => candidate.route.id === at);
  const entry = kind === 'routes' ? undefined : route?.[kind].find(({ item }) => item.id === id);
  if (!route || (kind !== 'routes' && !entry)) return undefined;
  const others = route.blockers.filter(({ item }) => item.id !== id);
  return {
    needs: [route.when.tree, ...(entry ? [entry.when.tree] : [])].map((tree) => inline(compiled, tree)),
    clears: others.map(({ when }) => ({ kind: 'not', of: inline(compiled, when.tree) })),
  };
}

function inline(compiled: CompiledPack, tree: Condition): Condition {
  const text = JSON.stringify(tree, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('kind' in value && 'id' in value)) return value;
    if (value.kind === 'named') return compiled.conditions.get(String(value.id));
    return value.kind === 'derived' ? compiled.values.get(String(value.id)) : value;
  });
  return JSON.parse(text) as Condition;
}

/** Does a case show a difference for certain? */
type Shows = (witness: Witness) => boolean;

/** Drops answers while the difference is still certain. */
function shrink(witness: Witness, shows: Shows): Witness {
  if (!shows(witness)) return witness;
  const kept: Record<string, Answer> = { ...witness.answers };
  for (const id of Object.keys(kept).reverse()) {
    const answer = kept[id] as Answer;
    Reflect.deleteProperty(kept, id);
    if (!shows({ answers: kept, asOf: witness.asOf })) kept[id] = answer;
  }
  const inOrder = Object.keys(witness.answers).filter((id) => Object.hasOwn(kept, id));
  return { answers: Object.fromEntries(inOrder.map((id) => [id, kept[id] as Answer])), asOf: witness.asOf };
}

const MOST_GROWN = 20;

const byValue = (a: Answer, b: Answer): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));

const isSame =
  (difference: Difference) =>
  (other: Difference): boolean =>
    keyOf(other) === keyOf(difference);

const keyOf = ({ change, kind, id, before, after }: Difference): string => [change, kind, id, before, after].join('\u0000');

/** Is a change of this rule already shown by a case? */
function isKnown({ kind, id, route }: ChangedRule, groups: ReadonlyMap<string, Group>): boolean {
  return [...groups.values()].some(({ difference, routes }) => difference.kind === kind && difference.id === id && routes.has(route));
}

/** The least and the greatest answer, and all options. */
function listEdges({ range, options, type }: Question): readonly Answer[] {
  const ends = [range?.least, range?.most].filter(
    (end) => typeof end === 'number' || (typeof end === 'string' && parseDate(end) !== undefined),
  ) as Answer[];
  return [...ends, ...(options ?? []).map(({ id }) => (type === 'any' ? [id] : id)), 'unknown'];
}

function tiesOf({ mustHold, options, range, askedWhen }: Question): string {
  return canonical([mustHold, options, range, askedWhen]);
}

/** The answers that a version of the pack can take: questions and options that it does not know are left out. */
function fit(compiled: CompiledPack, answers: Answers): Answers {
  return Object.fromEntries(
    compiled.pack.questions.flatMap((question) => {
      const answer = answers[question.id];
      return answer === undefined || findAnswerProblem(question, answer) ? [] : [[question.id, answer]];
    }),
  );
}

function listDifferences(old: Summary, now: Summary): readonly Difference[] {
  const none = { kind: '', id: '', route: now.route ?? old.route ?? '' };
  if (old.outcome !== now.outcome) return [{ ...none, change: 'outcome', before: old.outcome, after: now.outcome }];
  if (old.route !== now.route) return [{ ...none, change: 'route', before: old.route ?? '', after: now.route ?? '' }];
  const items = [...new Set([...old.items.keys(), ...now.items.keys()])].flatMap((key): Difference[] => {
    const [before, after] = [old.items.get(key), now.items.get(key)];
    if (before === after) return [];
    const [kind = '', id = ''] = key.split('/');
    const change = before === undefined ? 'itemAdded' : after === undefined ? 'itemRemoved' : 'itemChanged';
    return [{ ...none, kind, id, change, ...(change === 'itemChanged' ? shorten(before ?? '', after ?? '') : { before: '', after: '' }) }];
  });
  return old.verdicts === now.verdicts ? items : [...items, { ...none, change: 'verdicts', ...shorten(old.verdicts, now.verdicts) }];
}

/** The parts of two lines that differ; a price without the number of times that it is due, where only the price changes. */
function shorten(before: string, after: string): { before: string; after: string } {
  const [old, now] = [before, after].map((line) => /^(.*?)(\S+) × (\S+)$/.exec(line));
  if (old && now && old[1] === now[1] && old[3] === now[3]) return { before: old[2] ?? '', after: now[2] ?? '' };
  const split = (line: string): readonly string[] =>
    line.split(/ (?=\[\[)|(?<=\]\]) |(?<=^(?:required|possible)) | (?=[a-z-]+=)|(?<=\]),(?=\[)/);
  const [a, b] = [split(before), split(after)];
  return { before: a.filter((part) => !b.includes(part)).join(' '), after: b.filter((part) => !a.includes(part)).join(' ') };
}
