import type { AssessedDocument, AssessedStep } from '../assessment/index.ts';
import type { Duration, Holidays } from './working-time.ts';
import { addDuration, addPeriod, findFirstIssue, findWorkingDay, findWorkingDayBefore } from './working-time.ts';

/** A document with the step that brings it, where the pack names one. */
export type DocumentToPlan = AssessedDocument & { obtainedAt: string | null };

/** Everything that a plan in time is computed from. Days are days since 1970-01-01. */
export type TimeCase = {
  steps: readonly AssessedStep[];
  documents: readonly DocumentToPlan[];
  /** Days on which offices do not work, besides Saturdays and Sundays. */
  holidays: Holidays;
  /** The first day on which anything can be done. */
  from: number;
  /** The day by which everything should be done, or `null`: as soon as possible. */
  until: number | null;
  /** The user's own estimates in days, by step. */
  estimates: ReadonlyMap<string, number>;
  /** Steps that are done, with the day where it is known. */
  done: ReadonlyMap<string, number | null>;
  /** Dates of issue of papers that are at hand. */
  issued: ReadonlyMap<string, number>;
  /** Steps that are done on one trip, hence on one day. */
  together?: readonly (readonly string[])[];
};

/** How well the length of a step is known. `atLeast`: the rules give no longest time. */
export type KnownTime = 'known' | 'atLeast' | 'estimated' | 'unknown';

export type PlannedStep = {
  step: AssessedStep;
  isDone: boolean;
  time: KnownTime;
  /** The days to plan with: every step takes as long as the rules allow for. */
  start: number;
  end: number;
  /** The same if every step takes the shortest time, from the first possible day. */
  earliestStart: number;
  earliestEnd: number;
  /** The last days that do not delay the end. */
  latestStart: number;
  latestEnd: number;
  /** It has no known longest time, or something that waits on it has none: the last days are not safe, whatever they are. */
  isLatestOpen: boolean;
  isCritical: boolean;
  /** Something that it waits on has no known longest time: its days are "not before". */
  isNotBefore: boolean;
};

export type PlannedDocument = {
  document: DocumentToPlan;
  /** When it is first handed in or shown; `null` where no step asks for it. */
  handIn: number | null;
  /** Not to be issued before this day, or it is too old when it is handed in; `null` = any day. */
  notBefore: number | null;
  /** It is needed by this day. */
  latest: number | null;
  /** The step that takes it waits on something without a known time: that day may come later. */
  isNotBefore: boolean;
  /** Whatever the order, it is too old when it is handed in last: it has to be got twice. */
  lapses: boolean;
  /** The paper at hand will be too old. */
  isTooOld: boolean;
};

export type TimePlan = {
  steps: readonly PlannedStep[];
  documents: readonly PlannedDocument[];
  /** The day to begin on, and the day on which the last step is done. */
  start: number;
  finish: number;
  /** Whether the wanted day can be met: surely, only if offices are quick, or not. `null` without a wanted day. */
  verdict: 'fits' | 'tight' | 'missed' | null;
  /** The first day that can be met if every step takes the shortest time … */
  firstPossible: number;
  /** … and if every step takes as long as the rules allow for. */
  firstSafe: number;
  /** The chain of steps that decides the end. */
  critical: readonly string[];
  /** Steps without a known time: counted as no days, so every date after them is "not before". */
  unknown: readonly string[];
  /** Steps for which only the shortest time is known. */
  atLeast: readonly string[];
};

/**
 * Lays steps and documents out in days: what waits on what, working days where a step counts them, and no paper so early that
 * it lapses before it is handed in.
 */
export function planInTime(plan: TimeCase): TimePlan {
  const graph = buildGraph(plan);
  const soonest = runForward(graph, 'most', { from: plan.from });
  const earliest = runForward(graph, 'least', { from: plan.from, given: soonest.lapsing });
  const open = graph.steps.filter(({ id }) => !plan.done.has(id));
  const unknown = open.filter((step) => findKnownTime(plan, step) === 'unknown').map(({ id }) => id);
  const atLeast = open.filter((step) => findKnownTime(plan, step) === 'atLeast').map(({ id }) => id);
  // To begin as late as the known times allow would bet on unknown ones being none.
  const begin = plan.until === null || unknown.length > 0 ? plan.from : findLatestBegin(graph, plan.from, plan.until);
  const planned = begin === plan.from ? soonest : runForward(graph, 'most', { from: begin });
  const goal = plan.until === null ? planned.finish : Math.max(plan.until, planned.finish);
  const latest = runBackward(graph, goal);
  const critical = findCriticalPath(graph, planned);
  const endless = new Set([...unknown, ...atLeast]);
  const late = findOpenEnded(graph, endless);
  const early = findBeforeOpenEnded(graph, endless);
  const steps = graph.steps.map((step): PlannedStep => {
    const [own, first, last] = [timeOf(planned, step), timeOf(earliest, step), latest.get(step.id) ?? timeOf(planned, step)];
    return {
      step,
      isDone: plan.done.has(step.id),
      time: findKnownTime(plan, step),
      start: own.start,
      end: own.end,
      earliestStart: first.start,
      earliestEnd: first.end,
      latestStart: Math.max(last.start, own.start),
      latestEnd: Math.max(last.end, own.end),
      isLatestOpen: early.has(step.id),
      isCritical: critical.includes(step.id),
      isNotBefore: late.has(step.id),
    };
  });
  return {
    // What cures a blocker comes first on its day; the rest keeps the order in which one step waits on the other.
    steps: [...steps].sort((a, b) => a.start - b.start || isCure(b) - isCure(a) || a.end - b.end),
    documents: plan.documents.map((document) => planDocument({ graph, pass: planned, late }, document)),
    start: Math.min(...steps.filter(({ isDone }) => !isDone).map(({ start }) => start), planned.finish),
    finish: planned.finish,
    verdict: plan.until === null ? null : soonest.finish <= plan.until ? 'fits' : earliest.finish <= plan.until ? 'tight' : 'missed',
    firstPossible: earliest.finish,
    firstSafe: soonest.finish,
    critical,
    unknown,
    atLeast,
  };
}

/** Steps after one that has no known longest time. */
function findOpenEnded({ steps }: Graph, endless: ReadonlySet<string>): ReadonlySet<string> {
  const late = new Set<string>();
  for (const { id, after } of steps) if (after.some((before) => endless.has(before) || late.has(before))) late.add(id);
  return late;
}

/** Steps without a known longest time, and all that come before one. */
function findBeforeOpenEnded({ steps }: Graph, endless: ReadonlySet<string>): ReadonlySet<string> {
  const early = new Set(endless);
  for (const { id, after } of [...steps].reverse()) if (early.has(id)) for (const before of after) early.add(before);
  return early;
}

const isCure = ({ step }: PlannedStep): number => Number(step.only === 'remedy');

/** Whether the time of a step is known from the rules or from the user. */
function findKnownTime({ estimates }: TimeCase, { id, days }: AssessedStep): KnownTime {
  if (estimates.has(id)) return 'estimated';
  if (days === null || (days.least === null && days.most === null)) return 'unknown';
  return days.most === null ? 'atLeast' : 'known';
}

type Span = { start: number; end: number };
type Pass = { spans: ReadonlyMap<string, Span>; finish: number; lapsing: ReadonlySet<string> };

/** A paper that may not be older than so much when it is handed in, and the step that brings it. */
type Window = { id: string; maxAge: NonNullable<AssessedDocument['maxAge']>; getter: string; handIns: readonly string[] };

type Graph = {
  plan: TimeCase;
  /** Every step after those it waits on. */
  steps: readonly AssessedStep[];
  windows: readonly Window[];
  groups: readonly (readonly string[])[];
};

function buildGraph(plan: TimeCase): Graph {
  const steps = sortSteps(plan.steps.filter(({ only }) => only !== 'ifRefused'));
  const isOpen = (id: string): boolean => steps.some((step) => step.id === id) && !plan.done.has(id);
  const windows = plan.documents.flatMap(({ id, maxAge, obtainedAt, steps: handIns }): Window[] => {
    const open = handIns.filter((step) => isOpen(step) && step !== obtainedAt);
    if (maxAge === null || obtainedAt === null || !isOpen(obtainedAt) || open.length === 0 || plan.issued.has(id)) return [];
    return [{ id, maxAge, getter: obtainedAt, handIns: open }];
  });
  return { plan, steps, windows, groups: (plan.together ?? []).map((group) => group.filter(isOpen)).filter((group) => group.length > 1) };
}

/** Every step after those it waits on; steps in a circle keep their place. */
function sortSteps(steps: readonly AssessedStep[]): readonly AssessedStep[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const sorted = new Set<AssessedStep>();
  const visit = (step: AssessedStep, path: ReadonlySet<string>): void => {
    if (sorted.has(step) || path.has(step.id)) return;
    for (const id of step.after) {
      const before = byId.get(id);
      if (before) visit(before, new Set([...path, step.id]));
    }
    sorted.add(step);
  };
  for (const step of steps) visit(step, new Set());
  return [...sorted];
}

/** More rounds than this means that the step that brings a paper pushes the step that hands it in. */
const MOST_ROUNDS = 24;

type Length = 'least' | 'most';

/** Earliest days of every step, with papers held back until they last. @param given papers that are known to lapse */
function runForward(graph: Graph, length: Length, { from, given = [] }: { from: number; given?: Iterable<string> }): Pass {
  const lapsing = new Set<string>(given);
  // Whatever cannot be had in time even alone is left out first: it would push the others along.
  for (const window of graph.windows) if ('pushing' in holdBack(graph, length, { from, windows: [window] })) lapsing.add(window.id);
  for (;;) {
    const held = holdBack(graph, length, { from, windows: graph.windows.filter(({ id }) => !lapsing.has(id)) });
    if ('spans' in held) return { spans: held.spans, finish: Math.max(from, ...[...held.spans.values()].map(({ end }) => end)), lapsing };
    lapsing.add(held.pushing);
  }
}

/** Moves the steps that bring papers to later days until every paper lasts; or names a paper for which that never ends. */
function holdBack(
  graph: Graph,
  length: Length,
  { from, windows }: { from: number; windows: readonly Window[] },
): { spans: ReadonlyMap<string, Span> } | { pushing: string } {
  const holds = new Map<string, Map<string, number>>();
  const rounds = new Map<string, number>();
  for (;;) {
    const spans = runOnce(graph, length, { from, holds });
    const early = windows
      .map((window) => ({ ...window, wanted: findWantedEnd(graph, window, spans) }))
      .find(({ wanted }) => wanted !== null);
    if (!early || early.wanted === null) return { spans };
    const { id, getter, wanted } = early;
    const count = (rounds.get(id) ?? 0) + 1;
    if (count > MOST_ROUNDS) return { pushing: id };
    rounds.set(id, count);
    holds.set(getter, (holds.get(getter) ?? new Map<string, number>()).set(id, findStartFor(graph, getter, { end: wanted, length })));
  }
}

/** The day before which the paper must not be issued, if it is planned for an earlier one; otherwise `null`. */
function findWantedEnd({ plan }: Graph, { maxAge, getter, handIns }: Window, spans: ReadonlyMap<string, Span>): number | null {
  const last = Math.max(...handIns.map((id) => spans.get(id)?.start ?? -Infinity));
  const first = findFirstIssue(last, maxAge, plan.holidays);
  return (spans.get(getter)?.end ?? first) < first ? first : null;
}

/**
 * A start of a step with which it ends on a day or later. Holidays are left out of the count, or one more of them would make the
 * step begin earlier; the paper is then a little younger than it must be.
 */
function findStartFor(graph: Graph, id: string, { end, length }: { end: number; length: Length }): number {
  const step = graph.steps.find((candidate) => candidate.id === id);
  if (!step) return end;
  const weekdays = { ...graph, plan: { ...graph.plan, holidays: NO_HOLIDAYS } };
  let start = findStartBefore(weekdays, step, { end, length });
  while (spanFrom(weekdays, step, { ready: start, length }).end < end) start += 1;
  return start;
}

const NO_HOLIDAYS: Holidays = new Set();

function runOnce(
  graph: Graph,
  length: Length,
  { from, holds }: { from: number; holds: ReadonlyMap<string, ReadonlyMap<string, number>> },
): ReadonlyMap<string, Span> {
  const { plan, steps, groups } = graph;
  const shared = new Map<string, number>();
  for (let round = 0; ; round += 1) {
    const spans = new Map<string, Span>();
    for (const step of steps) {
      const doneOn = plan.done.get(step.id);
      if (doneOn !== undefined) {
        spans.set(step.id, { start: doneOn ?? from, end: Math.min(doneOn ?? from, from) });
        continue;
      }
      const ready = Math.max(
        from,
        shared.get(step.id) ?? from,
        ...(holds.get(step.id)?.values() ?? []),
        ...step.after.flatMap((id) => spans.get(id)?.end ?? []),
      );
      spans.set(step.id, spanFrom(graph, step, { ready, length }));
    }
    const late = groups.filter((group) => new Set(group.map((id) => spans.get(id)?.start)).size > 1);
    if (late.length === 0 || round > MOST_ROUNDS) return spans;
    for (const group of late) {
      const day = Math.max(...group.map((id) => spans.get(id)?.start ?? from));
      for (const id of group) shared.set(id, day);
    }
  }
}

function spanFrom({ plan }: Graph, step: AssessedStep, { ready, length }: { ready: number; length: Length }): Span {
  const duration = findDuration(plan, step, length);
  const start = needsOpenOffice(step, duration) ? findWorkingDay(ready, plan.holidays) : ready;
  return { start, end: addDuration(start, duration, plan.holidays) };
}

/** Where working days are counted or an office is visited, nothing begins on a Sunday. */
function needsOpenOffice(step: AssessedStep, { kind }: Duration): boolean {
  return kind === 'working' || step.offices.length > 0;
}

/** An unknown time counts as no days here; whoever shows a date says so. */
function findDuration({ estimates }: TimeCase, { id, days }: AssessedStep, length: Length): Duration {
  const kind = days?.kind ?? 'calendar';
  const estimate = estimates.get(id);
  if (estimate !== undefined) return { days: estimate, kind };
  const [first, second] = length === 'least' ? [days?.least, days?.most] : [days?.most, days?.least];
  // "At most 30 days" says nothing about the shortest time.
  const known = length === 'least' && days?.least === null ? 0 : (first ?? second ?? 0);
  return { days: known, kind };
}

/** The latest begin with which everything is done in time, or `from` if it cannot be. */
function findLatestBegin(graph: Graph, from: number, until: number): number {
  if (until <= from || runForward(graph, 'most', { from }).finish > until) return from;
  let [good, bad] = [from, until + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (runForward(graph, 'most', { from: middle }).finish <= until) good = middle;
    else bad = middle;
  }
  return good;
}

/** The last days of every step that do not delay the goal. */
function runBackward(graph: Graph, goal: number): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const step of [...graph.steps].reverse()) {
    const followers = graph.steps.filter(({ after }) => after.includes(step.id));
    const end = Math.min(goal, ...followers.flatMap(({ id }) => spans.get(id)?.start ?? []));
    const start = findStartBefore(graph, step, { end, length: 'most' });
    spans.set(step.id, { start, end: addDuration(start, findDuration(graph.plan, step, 'most'), graph.plan.holidays) });
  }
  return spans;
}

/** The last start with which a step ends on a day or earlier. */
function findStartBefore({ plan }: Graph, step: AssessedStep, { end, length }: { end: number; length: Length }): number {
  const duration = findDuration(plan, step, length);
  const back = addDuration(end, { ...duration, days: -duration.days }, plan.holidays);
  if (!needsOpenOffice(step, duration)) return back;
  let start = findWorkingDayBefore(back, plan.holidays);
  while (addDuration(start, duration, plan.holidays) > end) start = findWorkingDayBefore(start - 1, plan.holidays);
  return start;
}

/** From the step that ends last back to the first, each time to the step that held it up. */
function findCriticalPath({ plan, steps }: Graph, { spans, finish }: Pass): readonly string[] {
  const path: string[] = [];
  let current = [...steps].reverse().find(({ id }) => !plan.done.has(id) && spans.get(id)?.end === finish);
  while (current) {
    path.unshift(current.id);
    const { start } = timeOf({ spans }, current);
    const before: readonly AssessedStep[] = steps.filter(({ id }) => current?.after.includes(id) && !plan.done.has(id));
    const last = before.reduce<AssessedStep | undefined>(
      (a, b) => (a && timeOf({ spans }, a).end >= timeOf({ spans }, b).end ? a : b),
      undefined,
    );
    // A weekend may lie between; a longer gap means that something else held it up.
    const isBinding: boolean = last !== undefined && findWorkingDay(timeOf({ spans }, last).end, plan.holidays) >= start;
    current = isBinding || (last && timeOf({ spans }, last).end === start) ? last : undefined;
  }
  return path;
}

type Laid = { graph: Graph; pass: Pass; late: ReadonlySet<string> };

function planDocument({ graph: { plan, steps }, pass: { spans, lapsing }, late }: Laid, document: DocumentToPlan): PlannedDocument {
  const handIns = document.steps
    .filter((id) => id !== document.obtainedAt && !plan.done.has(id) && steps.some((step) => step.id === id))
    .map((id) => ({ id, day: timeOf({ spans }, { id }).start }));
  const days = handIns.map(({ day }) => day);
  const isAtHand = plan.issued.has(document.id);
  if (days.length === 0)
    return { document, handIn: null, notBefore: null, latest: null, isNotBefore: false, lapses: false, isTooOld: false };
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const notBefore = document.maxAge === null ? null : findFirstIssue(last, document.maxAge, plan.holidays);
  const issue = plan.issued.get(document.id);
  return {
    document,
    handIn: first,
    notBefore,
    latest: first,
    isNotBefore: handIns.every(({ id, day }) => day > first || late.has(id)),
    lapses: !isAtHand && (lapsing.has(document.id) || (notBefore !== null && notBefore > first)),
    isTooOld: issue !== undefined && document.maxAge !== null && addPeriod(issue, document.maxAge, plan.holidays) < last,
  };
}

const timeOf = ({ spans }: Pick<Pass, 'spans'>, { id }: { id: string }): Span => spans.get(id) ?? { start: 0, end: 0 };
