import type { CheckContext } from '../check-context.ts';
import { canMatter, distinguishes } from '../find-idle-questions.ts';
import type { Finding, PropertyReport, Witness } from '../finding.ts';
import type { InterviewStep } from '../walk-interview.ts';
import { summariseWalks, walkInterview } from '../walk-interview.ts';

const WALKS = 150;
const MOST_PROOFS = 4;

/** The interview ends, and never asks a question whose every answer leads to the same assessment. */
export function proveInterview(context: CheckContext): PropertyReport {
  const { compiled, samples } = context;
  const chosen = samples.slice(0, WALKS);
  const walks = chosen.map((witness) => ({ witness, walk: walkInterview(compiled, witness) }));
  const suspects: { step: InterviewStep; witness: Witness }[] = [];
  let steps = 0;
  for (const { witness, walk } of walks) {
    for (const step of walk.steps) {
      steps += 1;
      if (!suspects.some((suspect) => suspect.step.question === step.question) && !canMatter(context, step, witness))
        suspects.push({ step, witness });
    }
  }
  const findings: Finding[] = [];
  for (const { step, witness } of suspects) {
    const question = compiled.pack.questions.find(({ id }) => id === step.question);
    const verdict = question && findings.length < MOST_PROOFS ? distinguishes(context, question, step.before) : 'unclear';
    if (verdict === 'sometimes') continue;
    findings.push({
      severity: verdict === 'never' ? 'error' : 'warning',
      message: verdict === 'never' ? 'askedInVain' : 'perhapsAskedInVain',
      values: { id: step.question },
      witness: { answers: step.before, asOf: witness.asOf },
    });
  }
  const { route, outcome, list } = summariseWalks(walks.map(({ walk }) => walk));
  const figures = {
    walks: walks.length,
    steps,
    routeMedian: route.median,
    outcomeMedian: outcome.median,
    listMedian: list.median,
    longest: list.longest,
    longestPath: list.longestPath.join(' → '),
  };
  return { property: 'interview', findings, provers: suspects.length === 0 ? ['witness'] : ['witness', 'solver'], figures };
}
