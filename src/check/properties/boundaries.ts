import type { Answer, Condition, Question, Truth } from '../../rules/index.ts';
import { createState, formatDate, parseDate, TRUE, truthOf, walk } from '../../rules/index.ts';
import { constantOf } from '../answer-classes.ts';
import type { CheckContext } from '../check-context.ts';
import { askForCase } from '../check-context.ts';
import { compileTree } from '../compile-tree.ts';
import type { Finding, PropertyReport, Witness } from '../finding.ts';
import { listTrees } from '../list-trees.ts';
import { evaluateByReference } from '../reference.ts';

type Comparison = Extract<Condition, { kind: 'compare' }>;

/** For every threshold the values just below, at and just above it give the verdicts that the rule says. */
export function proveBoundaries(context: CheckContext): PropertyReport {
  const placed = listComparisons(context);
  const findings: Finding[] = [];
  let values = 0;
  let computed = 0;
  const { digest, memo } = context;
  for (const { place, tree } of placed) {
    const simple = asThreshold(context, tree);
    const text = digest.tree(tree);
    const result = memo.recall(`limit ${text}`, `${digest.space} ${text}`, () =>
      simple ? checkThreshold(context, place, simple) : checkComputed(context, place, tree),
    );
    values += result.values;
    if (!simple) computed += 1;
    findings.push(...result.findings);
  }
  return { property: 'boundaries', findings, provers: ['engine', 'reference'], figures: { thresholds: placed.length, computed, values } };
}

function listComparisons({ compiled }: CheckContext): readonly { place: string; tree: Comparison }[] {
  const found = new Map<string, { place: string; tree: Comparison }>();
  for (const { place, tree } of listTrees(compiled)) {
    walk(tree, (node) => {
      if (node.kind === 'compare' && !found.has(JSON.stringify(node))) found.set(JSON.stringify(node), { place, tree: node });
    });
  }
  return [...found.values()];
}

type Threshold = { readonly question: Question; readonly limit: number; readonly tree: Comparison };

/** One answer against a fixed number or day. */
function asThreshold({ pack }: CheckContext, tree: Comparison): Threshold | undefined {
  const limit = constantOf(tree.right);
  if (tree.left.kind !== 'answer' || limit === undefined) return undefined;
  const id = tree.left.question;
  const question = pack.questions.find((candidate) => candidate.id === id);
  return question ? { question, limit, tree } : undefined;
}

type Checked = { values: number; findings: readonly Finding[] };

function checkThreshold(context: CheckContext, place: string, { question, limit, tree }: Threshold): Checked {
  const step = question.type === 'integer' || question.type === 'date' ? 1 : 0.01;
  const [least, most] = limitsOf(question);
  const around = [limit - step, limit, limit + step].map((value) => Math.round(value * 100) / 100);
  const tried = [...new Set([least, ...around, most])].filter((value) => value >= least && value <= most);
  const findings: Finding[] = [];
  const truths = new Set<Truth>();
  for (const value of tried) {
    const answer = question.type === 'date' ? formatDate(value) : value;
    const { engine, expected } = readBoth(context, tree, question, answer);
    const stated = says(tree, value, limit);
    truths.add(expected);
    if (engine !== expected || engine !== stated)
      findings.push({
        severity: 'error',
        message: 'wrongAtThreshold',
        values: { place, question: question.id, value: String(answer), expected: stated, found: engine },
      });
  }
  if (truths.size < 2)
    findings.push({
      severity: 'error',
      message: 'deadThreshold',
      values: { place, question: question.id, limit: question.type === 'date' ? formatDate(limit) : limit, always: [...truths].join('') },
    });
  return { values: tried.length, findings };
}

function limitsOf(question: Question): readonly [number, number] {
  const read = (limit: number | string | undefined, otherwise: number): number =>
    typeof limit === 'number' ? limit : typeof limit === 'string' ? (parseDate(limit) ?? otherwise) : otherwise;
  return [read(question.range?.least, -25_000), read(question.range?.most, 1_000_000_000)];
}

function says({ comparison }: Comparison, value: number, limit: number): Truth {
  const holds = {
    '=': value === limit,
    '!=': value !== limit,
    '<': value < limit,
    '<=': value <= limit,
    '>': value > limit,
    '>=': value >= limit,
  };
  return holds[comparison] ? 'true' : 'false';
}

/** The comparison by the engine and by the reference interpreter, in a case in which the question makes sense. */
function readBoth(context: CheckContext, tree: Comparison, question: Question, answer: Answer): { engine: Truth; expected: Truth } {
  const { compiled, samples } = context;
  const entry = compiled.questions.find((candidate) => candidate.question.id === question.id);
  const base =
    samples.find(({ answers, asOf }) => entry && truthOf(createState(compiled, answers, asOf).askedOf(entry.index)) === 'true') ??
    samples[0];
  const witness: Witness = { answers: { ...base?.answers, [question.id]: answer }, asOf: base?.asOf ?? 0 };
  return {
    engine: truthOf(compileTree(compiled, tree).evaluate(createState(compiled, witness.answers, witness.asOf))),
    expected: evaluateByReference(tree, { compiled, ...witness }),
  };
}

/** Quotas, periods and other computed limits: the solver finds cases below, exactly at and above; engine and reference are asked what holds there. */
function checkComputed(context: CheckContext, place: string, tree: Comparison): Checked {
  const { compiled } = context;
  const node = compileTree(compiled, tree);
  const findings: Finding[] = [];
  let values = 0;
  for (const side of ['<', '=', '>'] as const) {
    const { verdict, witness } = findAtLimit(context, tree, side);
    if (!witness) {
      if (side === '=')
        findings.push({
          severity: 'note',
          message: verdict === 'unsat' ? 'limitUnreachable' : 'undecidedLimit',
          values: { place, text: sayTree(tree) },
        });
      continue;
    }
    values += 1;
    const engine = truthOf(node.evaluate(createState(compiled, witness.answers, witness.asOf)));
    const reference = evaluateByReference(tree, { compiled, ...witness });
    const stated = tree.comparison === '!=' ? side !== '=' : tree.comparison.includes(side);
    const expected = stated ? 'true' : 'false';
    if (engine !== expected || reference !== expected)
      findings.push({
        severity: 'error',
        message: 'wrongAtLimit',
        values: { place, side, expected, found: engine, text: sayTree(tree) },
        witness,
      });
  }
  return { values, findings };
}

const STEERED_TRIES = 20;

/** A case at one side of the limit: from the samples where there is one, then from draws steered there, otherwise from the solver. */
function findAtLimit(context: CheckContext, tree: Comparison, side: '<' | '=' | '>'): ReturnType<typeof askForCase> {
  const there: Comparison = { ...tree, comparison: side };
  const node = compileTree(context.compiled, there);
  const isThere = ({ answers, asOf }: Witness): boolean => node.evaluate(createState(context.compiled, answers, asOf)) === TRUE;
  const found = context.samples.find(isThere) ?? drawUntil(context, there, isThere);
  return found ? { verdict: 'sat', witness: found } : askForCase(context, [nearness(context.smt, tree, side)]);
}

function drawUntil({ drawer }: CheckContext, wanted: Comparison, fits: (witness: Witness) => boolean): Witness | undefined {
  for (let tries = 0; tries < STEERED_TRIES; tries += 1) {
    const drawn = drawer.drawTowards([wanted]);
    if (drawn && fits(drawn)) return drawn;
  }
  return undefined;
}

/** The two sides are known and stand as close to each other as this side of the limit allows, within one whole unit of a percentage. */
function nearness(smt: CheckContext['smt'], { left, right }: Comparison, side: '<' | '=' | '>'): ReturnType<CheckContext['smt']['and']> {
  const rails = (comparison: Comparison['comparison']): ReturnType<CheckContext['smt']['and']> =>
    smt.read({ kind: 'compare', left, comparison, right }).t;
  const hundred = { kind: 'arithmetic', operator: 'plus' } as const;
  const within =
    side === '<'
      ? ({ kind: 'compare', left: { ...hundred, of: [left, { kind: 'number', value: 100 }] }, comparison: '>=', right } as const)
      : ({ kind: 'compare', left, comparison: '<=', right: { ...hundred, of: [right, { kind: 'number', value: 100 }] } } as const);
  return side === '=' ? rails('=') : smt.and(rails(side), smt.read(within).t);
}

function sayTree(tree: Comparison): string {
  return JSON.stringify(tree).slice(0, 160);
}
