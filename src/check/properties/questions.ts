import type { Answer, CompiledPack, CompiledQuestion, Question } from '../../rules/index.ts';
import { createState, FALSE, findProblemAmong, TRUE } from '../../rules/index.ts';
import type { CheckContext } from '../check-context.ts';
import { askForCase } from '../check-context.ts';
import { distinguishes } from '../find-idle-questions.ts';
import type { Finding, PropertyReport, Witness } from '../finding.ts';
import { listTrees, questionsIn } from '../list-trees.ts';
import { shuffle } from '../random.ts';
import { sameSummary, summarise } from '../summarise.ts';

const MOST_TRIES = 400;

/** For every question two answers exist that lead to different assessments, and every option can be chosen. */
export function proveQuestionsEarnTheirPlace(context: CheckContext): PropertyReport {
  const findings: Finding[] = [];
  const idle = context.compiled.questions.filter(
    (entry) =>
      !context.memo.recallExample(`difference ${entry.question.id}`, context.digest.space, {
        stillShows: (example: TwoAnswers) => showsDifference(context, entry, example),
        find: () => findDifference(context, entry),
      }),
  );
  for (const { question } of idle) {
    const proved = !isRead(context.compiled, question) || distinguishes(context, question, {}) === 'never';
    findings.push({
      severity: proved ? 'error' : 'warning',
      message: proved ? 'idleQuestion' : 'idleQuestionUnproved',
      values: { id: question.id },
    });
  }
  const options = context.compiled.questions.flatMap((entry) => [...entry.onlyIf].map(([option, { tree }]) => ({ entry, option, tree })));
  for (const { entry, option, tree } of options) {
    const verdict = context.memo.recall(`option ${entry.question.id} ${option}`, context.digest.space, () => {
      const { smt } = context;
      return askForCase(context, [smt.askedOf(entry.question.id).t, smt.read(tree).t]).verdict;
    });
    if (verdict === 'unsat') findings.push({ severity: 'error', message: 'deadOption', values: { id: entry.question.id, option } });
  }
  findings.push(...context.memo.recall('never asked', context.digest.space, () => findNeverAsked(context)));
  return {
    property: 'questions',
    findings,
    provers: ['witness'],
    figures: { questions: context.compiled.questions.length, options: options.length },
  };
}

/** Two answers to one question, all others equal. */
type TwoAnswers = { readonly witness: Witness; readonly other: Answer };

function showsDifference({ compiled }: CheckContext, { question, index }: CompiledQuestion, { witness, other }: TwoAnswers): boolean {
  const { answers, asOf } = witness;
  const changed = { ...answers, [question.id]: other };
  if (createState(compiled, answers, asOf).askedOf(index) === FALSE) return false;
  if ([answers, changed].some((own) => findProblemAmong(compiled, own, question.id, asOf))) return false;
  return !sameSummary(summarise(compiled, answers, asOf), summarise(compiled, changed, asOf));
}

const MOST_ANSWERS = 16;

/** Two lawful answers to the question, all others equal, with different results. */
function findDifference(context: CheckContext, entry: CompiledQuestion): TwoAnswers | undefined {
  const { compiled, classes, samples, drawer, random } = context;
  const all = classes.get(entry.question.id)?.representatives ?? [];
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const witness = tries < MOST_TRIES / 2 ? samples[tries] : drawer.drawTowards([entry.asked.tree, routeThatReads(context, entry, tries)]);
    if (!witness || createState(compiled, witness.answers, witness.asOf).askedOf(entry.index) === FALSE) continue;
    const base = summarise(compiled, witness.answers, witness.asOf);
    for (const other of all.length > MOST_ANSWERS ? shuffle(all, random).slice(0, MOST_ANSWERS) : all) {
      const answers = { ...witness.answers, [entry.question.id]: other };
      if (findProblemAmong(compiled, answers, entry.question.id, witness.asOf)) continue;
      if (!sameSummary(base, summarise(compiled, answers, witness.asOf))) return { witness, other };
    }
  }
  return undefined;
}

/** Routes whose lists read the question, one after the other. */
function routeThatReads(
  { compiled }: CheckContext,
  { index }: CompiledQuestion,
  turn: number,
): CompiledPack['routes'][number]['when']['tree'] {
  const reading = compiled.routes.filter((route) => {
    const lists = [route.documents, route.fees, route.steps, route.deadlines, route.duties, route.warnings, route.blockers].flat();
    return (
      route.when.reads.includes(index) ||
      lists.some(({ when }) => when.reads.includes(index)) ||
      route.deadlines.some(({ date }) => date?.reads.includes(index)) ||
      route.documents.some(({ copies }) => copies.some((own) => own?.reads.includes(index))) ||
      route.fees.some(({ quantities }) => quantities.some(({ reads }) => reads.includes(index)))
    );
  });
  return reading[turn % Math.max(1, reading.length)]?.when.tree ?? { kind: 'constant', value: true };
}

function isRead(compiled: CompiledPack, question: Question): boolean {
  return listTrees(compiled).some(({ tree, decides }) => decides && questionsIn(compiled, tree).has(question.id));
}

/** Questions that no sample could make sense of. */
function findNeverAsked({ compiled, samples }: CheckContext): readonly Finding[] {
  return compiled.questions.flatMap((entry): Finding[] => {
    if (entry.asked.tree.kind === 'constant') return [];
    const everAsked = samples.some(({ answers, asOf }) => createState(compiled, answers, asOf).askedOf(entry.index) === TRUE);
    return everAsked ? [] : [{ severity: 'error', message: 'neverAsked', values: { id: entry.question.id } }];
  });
}
