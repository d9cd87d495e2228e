import type { CheckContext } from '../check-context.ts';
import { distinguishes, findWhereItMatters } from '../find-idle-questions.ts';
import type { Finding, PropertyReport, Witness } from '../finding.ts';
import type { InterviewStep, InterviewWalk, LengthStatistics } from '../walk-interview.ts';
import { summariseWalks, walkInterview } from '../walk-interview.ts';

const WALKS = 150;
const MOST_PROOFS = 4;

type Suspect = { readonly step: InterviewStep; readonly witness: Witness };

/** What was searched for in this check: questions that no case was found for, and what was found for steps that many walks share. */
type Searched = { readonly suspected: Set<string>; readonly found: Map<string, readonly string[]> };

/** A walk, the steps that no case was found for, and the routes whose lists were read to know it. */
type WalkProof = {
  readonly walk: InterviewWalk;
  readonly suspects: readonly Suspect[];
  readonly routes: readonly string[];
  readonly restsOn: string;
};

/** The interview ends, and never asks a question whose every answer leads to the same assessment. */
export function proveInterview(context: CheckContext): PropertyReport {
  const { digest, memo, samples } = context;
  const searched: Searched = { suspected: new Set(), found: new Map() };
  const proofs = samples.slice(0, WALKS).flatMap((witness, index) => {
    const stillCounts = ({ routes, restsOn }: WalkProof): boolean => restsOn === textOf(context, routes);
    const find = (): WalkProof => proveWalk(context, witness, searched);
    return memo.recallExample(`walk ${index}`, digest.space, { stillShows: stillCounts, find }) ?? [];
  });
  const suspects = new Map(proofs.flatMap((proof) => proof.suspects).map((suspect) => [suspect.step.question, suspect]));
  const findings: Finding[] = [];
  for (const suspect of suspects.values()) {
    const finding = describeSuspect(context, suspect, findings.length < MOST_PROOFS);
    if (finding) findings.push(finding);
  }
  const { route, outcome, list } = summariseWalks(proofs.map(({ walk }) => walk));
  const figures = {
    walks: proofs.length,
    steps: proofs.reduce((sum, { walk }) => sum + walk.steps.length, 0),
    route: sayLengths(route),
    outcome: sayLengths(outcome),
    list: sayLengths(list),
    longestPath: list.longestPath.join(' → '),
  };
  return { property: 'interview', findings, provers: suspects.size === 0 ? ['witness'] : ['witness', 'solver'], figures };
}

const sayLengths = ({ median, mean, longest }: LengthStatistics): string => `${median} / ${mean} / ${longest}`;

/** What a walk rests on: the outcomes, and the lists of some routes. */
function textOf({ compiled, digest }: CheckContext, routes: readonly string[]): string {
  const lists = compiled.routes.filter(({ route }) => routes.includes(route.id)).map((route) => digest.lists(route));
  return [digest.routes, ...lists].join(' ');
}

function proveWalk(context: CheckContext, witness: Witness, searched: Searched): WalkProof {
  const walk = walkInterview(context.compiled, witness);
  const suspects: Suspect[] = [];
  const routes = new Set(walk.shown);
  for (const step of walk.steps) {
    const lists = findOnce(context, { step, witness }, searched);
    if (lists) for (const route of lists) routes.add(route);
    else suspects.push({ step, witness });
  }
  const read = suspects.length > 0 ? context.compiled.routes.map(({ route }) => route.id) : [...routes];
  return { walk, suspects, routes: read, restsOn: textOf(context, read) };
}

function findOnce(context: CheckContext, { step, witness }: Suspect, { suspected, found }: Searched): readonly string[] | undefined {
  if (suspected.has(step.question)) return undefined;
  const key = `${step.question} ${JSON.stringify(step.before)}`;
  const lists = found.get(key) ?? findWhereItMatters(context, step, witness);
  if (lists) found.set(key, lists);
  else suspected.add(step.question);
  return lists;
}

function describeSuspect(context: CheckContext, { step, witness }: Suspect, mayAsk: boolean): Finding | undefined {
  const { compiled, digest, memo } = context;
  const question = compiled.pack.questions.find(({ id }) => id === step.question);
  const restsOn = `${JSON.stringify(step.before)} ${compiled.routes.map((route) => digest.lists(route)).join(' ')}`;
  const verdict =
    question && mayAsk ? memo.recall(`suspect ${step.question}`, restsOn, () => distinguishes(context, question, step.before)) : 'unclear';
  if (verdict === 'sometimes') return undefined;
  return {
    severity: verdict === 'never' ? 'error' : 'warning',
    message: verdict === 'never' ? 'askedInVain' : 'perhapsAskedInVain',
    values: { id: step.question },
    witness: { answers: step.before, asOf: witness.asOf },
  };
}
