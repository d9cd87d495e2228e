import type { Answer, Answers, Compiled, CompiledAmount, CompiledRoute, Condition, Question, State } from '../rules/index.ts';
import { createState, FALSE, findProblemAmong, UNKNOWN_ANSWER } from '../rules/index.ts';
import type { CheckContext } from './check-context.ts';
import type { Witness } from './finding.ts';
import { ITEM_KINDS } from './list-trees.ts';
import { SmtAnswers } from './smt-answers.ts';
import { SmtPack } from './smt-pack.ts';
import type { Formula } from './solver.ts';
import { sameSummary, sayVerdicts, summarise } from './summarise.ts';
import type { InterviewStep } from './walk-interview.ts';

const MOST_COMPLETIONS = 40;
/** Answers tried in one completion; with as many completions as there are, all of them are met. */
const MOST_ANSWERS = 12;

/**
 * Can the answer to this step's question change anything, whatever is answered later? Tries the answers of the walk itself, then
 * completions that are steered towards what the question is asked for.
 *
 * @returns the routes whose lists show the difference (none if the verdicts do); `undefined` if no difference was met
 */
export function findWhereItMatters(context: CheckContext, step: InterviewStep, rest: Witness): readonly string[] | undefined {
  const own = findDifference(context, step, rest);
  if (own) return own;
  const targets = listTargets(context, step, rest.asOf);
  for (let tries = 0; tries < MOST_COMPLETIONS; tries += 1) {
    const target = targets[tries % targets.length];
    const completion = target && context.drawer.drawTowards(target, step.before);
    const found = completion && findDifference(context, step, { answers: completion.answers, asOf: rest.asOf });
    if (found) return found;
  }
  return undefined;
}

/** What is still undecided before the question and rests on it, each with the condition of its route. */
function listTargets({ compiled }: CheckContext, step: InterviewStep, asOf: number): readonly (readonly Condition[])[] {
  const state = createState(compiled, step.before, asOf);
  const index = compiled.questions.findIndex(({ question }) => question.id === step.question);
  return compiled.routes.flatMap((route) => {
    state.route = route.route.id;
    if (route.when.node.evaluate(state) === FALSE) return [];
    const items = ITEM_KINDS.flatMap((kind) =>
      route[kind].filter(({ when }) => when.reads.includes(index) && when.node.evaluate(state) !== FALSE),
    );
    const fees = route.fees.filter(
      (fee) => amountConditions(fee.amount).length > 0 || fee.quantities.some(({ reads }) => reads.includes(index)),
    );
    const own = route.when.reads.includes(index) ? [[route.when.tree]] : [];
    const copied = route.documents.filter(({ copies }) => copies.some((many) => many?.reads.includes(index)));
    return [...own, ...[...items, ...fees, ...copied].map(({ when }) => [route.when.tree, when.tree])];
  });
}

function findDifference(
  { compiled, classes, random }: CheckContext,
  { question }: InterviewStep,
  { answers, asOf }: Witness,
): readonly string[] | undefined {
  const entry = compiled.questions.find((candidate) => candidate.question.id === question);
  const unknown = entry?.question.unknown === false ? [] : [UNKNOWN_ANSWER];
  const own = answers[question];
  const others: readonly Answer[] = [...(classes.get(question)?.representatives ?? []), ...unknown];
  const from = others.length > MOST_ANSWERS ? Math.floor(random() * others.length) : 0;
  const candidates = [...(own === undefined ? [] : [own]), ...others.slice(from), ...others.slice(0, from)].slice(0, MOST_ANSWERS);
  const trials: Answers[] = [];
  let verdicts: string | undefined;
  for (const answer of candidates) {
    const trial = { ...answers, [question]: answer };
    if (findProblemAmong(compiled, trial, question, asOf)) continue;
    const own = sayVerdicts(compiled, trial, asOf);
    verdicts ??= own;
    if (own !== verdicts) return [];
    trials.push(trial);
  }
  const [first, ...rest] = trials.map((trial) => () => summarise(compiled, trial, asOf));
  const summary = first?.();
  return summary && rest.some((other) => !sameSummary(summary, other())) ? [summary.route ?? ''] : undefined;
}

/**
 * Asks the solver for two cases that differ in one answer only and lead to different results. `never` is a proof.
 *
 * @param before answers that both cases share
 */
export function distinguishes(context: CheckContext, question: Question, before: Answers): 'sometimes' | 'never' | 'unclear' {
  const { settings, compiled, classes, days } = context;
  const { engine } = settings;
  const solver = engine.createSolver();
  const span: readonly [number, number] = [days[0] ?? 0, Math.max(...days)];
  const name = `twin ${question.id} `;
  const [one, other] = ['first ', 'second '].map((own) => {
    const answers = new SmtAnswers(engine, { classes, days: span, prefix: name, own: { prefix: own, question: question.id } });
    return new SmtPack(engine, compiled, answers);
  }) as [SmtPack, SmtPack];
  const state = createState(compiled, before, span[0]);
  const differences = listDifferences(one, other, state);
  const fixed = compiled.pack.questions.flatMap((entry) => {
    const answer = before[entry.id];
    return answer === undefined ? [] : [one.answers.equals(entry, answer)];
  });
  const space = [one.lawful(), other.lawful(), ...fixed];
  for (const pack of [one, other]) for (const formula of pack.answers.domain.splice(0)) solver.assert(formula);
  const { verdict } = solver.ask([...space, one.or(...differences)]);
  if (verdict === 'unknown') return 'unclear';
  return verdict === 'sat' ? 'sometimes' : 'never';
}

/** Where two readings of a pack can say different things to the user, of what the given answers have not ruled out. */
function listDifferences(one: SmtPack, other: SmtPack, state: State): readonly Formula[] {
  const unequal = (a: { t: Formula; f: Formula }, b: { t: Formula; f: Formula }): Formula =>
    one.or(one.not(a.t.eq(b.t)), one.not(a.f.eq(b.f)));
  const stillMay = (route: CompiledRoute, when: Compiled): boolean => {
    state.route = route.route.id;
    return when.node.evaluate(state) !== FALSE;
  };
  const routes = one.compiled.routes.filter((route) => stillMay(route, route.when));
  return routes.flatMap((route) => {
    const applies = one.or(one.when(route).t, other.when(route).t);
    const lists = ITEM_KINDS.flatMap((kind) =>
      route[kind].flatMap(({ clauses }) => clauses.filter(({ when }) => stillMay(route, when)).map(({ when }) => when.tree)),
    );
    const fees = route.fees.filter((fee) => stillMay(route, fee.when));
    const terms = [
      ...fees.flatMap((fee) => [...fee.quantities.map(({ tree }) => tree), ...amountTerms(fee.amount)]),
      ...route.deadlines.flatMap(({ date }) => (date ? [date.tree] : [])),
      ...route.documents.flatMap(({ copies }) => copies.flatMap((own) => (own ? [own.tree] : []))),
    ];
    const cases = fees.flatMap((fee) => amountConditions(fee.amount));
    const inLists = [...lists, ...cases].map((tree) => unequal(one.read(tree, route.route.id), other.read(tree, route.route.id)));
    const inTerms = terms.map((tree) => {
      const [a, b] = [one.compute(tree), other.compute(tree)];
      return one.or(one.not(a.known.eq(b.known)), one.and(a.known, one.not(a.term.eq(b.term))));
    });
    return [unequal(one.when(route), other.when(route)), one.and(applies, one.or(...inLists, ...inTerms))];
  });
}

function amountTerms(amount: CompiledAmount): readonly CompiledRoute['fees'][number]['quantities'][number]['tree'][] {
  if (amount.kind === 'exact') return [amount.value.tree];
  if (amount.kind === 'cases') return amount.cases.flatMap((entry) => amountTerms(entry.amount));
  return amount.kind === 'tariff' ? [amount.on.tree, ...amount.periods.flatMap((period) => amountTerms(period.amount))] : [];
}

export function amountConditions(amount: CompiledAmount): readonly CompiledRoute['when']['tree'][] {
  return amount.kind === 'cases' ? amount.cases.flatMap((entry) => [entry.when.tree, ...amountConditions(entry.amount)]) : [];
}
