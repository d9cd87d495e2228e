import type { AssessedFee } from '../assessment/index.ts';
import type { Actor } from '../rules/index.ts';
import type { DocumentToPlan, PlannedStep, TimeCase, TimePlan } from './plan-in-time.ts';
import { planInTime } from './plan-in-time.ts';

/** One trip: who goes where on which day, for which steps, carrying and paying what. */
export type Visit = {
  actor: Actor;
  /** Offices that all steps of the trip have in common. */
  offices: readonly string[];
  day: number;
  /** It waits on something without a known time: the day is "not before". */
  isNotBefore: boolean;
  steps: readonly string[];
  carries: readonly DocumentToPlan[];
  pays: readonly AssessedFee[];
};

export type VisitCase = {
  time: TimeCase;
  fees: readonly AssessedFee[];
  /** Steps that are done online, by post or by telephone. */
  remote: ReadonlySet<string>;
};

export type VisitPlan = { visits: readonly Visit[]; time: TimePlan };

/** Beyond so many attempts the best grouping found so far is taken. */
const MOST_ATTEMPTS = 150;

/**
 * Groups the steps at offices into as few trips as the order permits. Two steps share a trip if the same person goes to the same
 * office, neither has to wait for the other, both wait on the same things without a known time, and the end of the plan does not move.
 */
export function planVisits({ time, fees, remote }: VisitCase): VisitPlan {
  const alone = planInTime(time);
  const away = alone.steps.filter((planned) => isTrip(planned, remote));
  const groups = findFewestGroups(time, alone, away);
  const together = planInTime({ ...time, together: groups.map((group) => group.map(({ step }) => step.id)) });
  const days = new Map(together.steps.map(({ step, start }) => [step.id, start]));
  const visits = groups.map((group): Visit => {
    const steps = group.map(({ step }) => step.id);
    return {
      actor: findActor(group) ?? 'either',
      offices: group.map(({ step }) => step.offices).reduce(intersect),
      day: Math.max(...steps.map((id) => days.get(id) ?? time.from)),
      isNotBefore: together.steps.some((planned) => planned.isNotBefore && steps.includes(planned.step.id)),
      steps,
      carries: time.documents.filter(
        (document) => document.steps.some((id) => steps.includes(id)) && !steps.includes(document.obtainedAt ?? ''),
      ),
      pays: fees.filter((fee) => fee.step !== null && steps.includes(fee.step)),
    };
  });
  return { visits: sortVisits(visits, together.steps), time: together };
}

/** By day; on the same day a trip comes after those that it waits on. */
function sortVisits(visits: readonly Visit[], steps: readonly PlannedStep[]): readonly Visit[] {
  const byId = new Map(steps.map((planned) => [planned.step.id, planned]));
  const before = new Map(visits.map((visit) => [visit, new Set(visit.steps.flatMap((id) => [...listAllBefore(byId, id)]))]));
  const comesLater = (a: Visit, b: Visit): boolean => b.steps.some((id) => before.get(a)?.has(id));
  const sorted: Visit[] = [];
  const left = [...visits].sort((a, b) => a.day - b.day);
  while (left.length > 0) {
    const index = left.findIndex((visit) => !left.some((other) => other !== visit && comesLater(visit, other)));
    sorted.push(...left.splice(Math.max(index, 0), 1));
  }
  return sorted;
}

function isTrip({ step, isDone }: PlannedStep, remote: ReadonlySet<string>): boolean {
  return !isDone && step.offices.length > 0 && step.actor !== 'authority' && !remote.has(step.id);
}

type Group = readonly PlannedStep[];

/** Puts every step into a trip that is there already or into a new one, and keeps the way with the fewest trips. */
function findFewestGroups(time: TimeCase, alone: TimePlan, away: readonly PlannedStep[]): readonly Group[] {
  const order = { waits: findWaits(alone.steps), unknown: findUnknownWaits(alone.steps) };
  let best: readonly Group[] = away.map((planned) => [planned]);
  let attempts = 0;
  const keepsTheEnd = (groups: readonly Group[]): boolean => {
    attempts += 1;
    const joined = planInTime({ ...time, together: groups.map((group) => group.map(({ step }) => step.id)) });
    const isOneDay = (group: Group): boolean =>
      new Set(group.map(({ step }) => joined.steps.find((planned) => planned.step.id === step.id)?.start)).size === 1;
    return (
      joined.finish <= alone.finish &&
      joined.firstSafe <= alone.firstSafe &&
      joined.firstPossible <= alone.firstPossible &&
      groups.every(isOneDay)
    );
  };
  const place = (index: number, groups: readonly Group[]): void => {
    if (groups.length >= best.length || attempts > MOST_ATTEMPTS) return;
    const next = away[index];
    if (!next) {
      best = groups;
      return;
    }
    groups.forEach((group, position) => {
      if (!canJoin(group, next, order)) return;
      const joined = groups.map((other, at) => (at === position ? [...group, next] : other));
      if (keepsTheEnd(joined)) place(index + 1, joined);
    });
    place(index + 1, [...groups, [next]]);
  };
  place(0, []);
  return best;
}

/** What every step waits on for longer than a moment, and what of that has no known time. */
type Order = { waits: ReadonlyMap<string, ReadonlySet<string>>; unknown: ReadonlyMap<string, string> };

function canJoin(group: Group, { step }: PlannedStep, { waits, unknown }: Order): boolean {
  const offices = group.map((planned) => planned.step.offices).reduce(intersect);
  if (!offices.some((office) => step.offices.includes(office))) return false;
  const actor = findActor(group);
  if (actor === null || joinActors(actor, step.actor) === null) return false;
  return group.every(
    ({ step: { id } }) => !waits.get(step.id)?.has(id) && !waits.get(id)?.has(step.id) && unknown.get(step.id) === unknown.get(id),
  );
}

/**
 * For each step, the steps without a known longest time that it waits on. What can be done now must not share a trip with what
 * comes after one of them: both would be planned for today, and the trip would be put off without end.
 */
function findUnknownWaits(steps: readonly PlannedStep[]): ReadonlyMap<string, string> {
  const byId = new Map(steps.map((planned) => [planned.step.id, planned]));
  const isOpenEnded = (id: string): boolean => {
    const { time, isDone = true } = byId.get(id) ?? {};
    return !isDone && (time === 'unknown' || time === 'atLeast');
  };
  return new Map(steps.map(({ step: { id } }) => [id, [...listAllBefore(byId, id)].filter(isOpenEnded).sort().join()]));
}

/** Who goes on a trip; `null` if its steps are for different people. */
function findActor(group: Group): Actor | null {
  const [first, ...rest] = group.map(({ step }) => step.actor);
  return rest.reduce<Actor | null>((joined, actor) => joined && joinActors(joined, actor), first ?? null);
}

/** "Employer or worker" goes with either of them, and each of them along with both; everybody else only with himself. */
function joinActors(a: Actor, b: Actor): Actor | null {
  if (a === b) return a;
  const isParty = (actor: Actor): boolean => actor === 'employer' || actor === 'worker';
  if (a === 'either' && (isParty(b) || b === 'both')) return b;
  if (b === 'either' && (isParty(a) || a === 'both')) return a;
  return (a === 'both' && isParty(b)) || (b === 'both' && isParty(a)) ? 'both' : null;
}

const intersect = (a: readonly string[], b: readonly string[]): readonly string[] => a.filter((id) => b.includes(id));

/** For each step, the steps that it waits on for longer than a moment: their time is not known to be none. */
function findWaits(steps: readonly PlannedStep[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byId = new Map(steps.map((planned) => [planned.step.id, planned]));
  const isMoment = ({ start, end, time, isDone }: PlannedStep): boolean =>
    isDone || (start === end && (time === 'known' || time === 'estimated'));
  const waits = new Map<string, ReadonlySet<string>>();
  const listWaits = (id: string, path: readonly string[]): ReadonlySet<string> => {
    const known = waits.get(id);
    if (known) return known;
    const found = new Set<string>();
    for (const before of byId.get(id)?.step.after ?? []) {
      const planned = byId.get(before);
      if (!planned || path.includes(before)) continue;
      const earlier = listWaits(before, [...path, id]);
      for (const other of earlier) found.add(other);
      if (!isMoment(planned)) for (const other of [before, ...listAllBefore(byId, before)]) found.add(other);
    }
    waits.set(id, found);
    return found;
  };
  for (const { step } of steps) listWaits(step.id, []);
  return waits;
}

function listAllBefore(byId: ReadonlyMap<string, PlannedStep>, id: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const before of byId.get(id)?.step.after ?? []) {
    if (seen.has(before)) continue;
    seen.add(before);
    listAllBefore(byId, before, seen);
  }
  return seen;
}
