import type { AssessedStep } from '../assessment/index.ts';
import type { Timeline, TimedStep } from './checklist.ts';

/** A working week has five of seven days; used only where no start date fixes the calendar. */
const CALENDAR_DAYS_PER_WORKING_DAY = 7 / 5;

/** Lays the steps out in time, counted in calendar days from the first one; steps that share no "after" run side by side. */
export function buildTimeline(steps: readonly AssessedStep[]): Timeline {
  const timed = new Map<string, TimedStep>();
  for (const step of steps.filter(({ only }) => only === null)) {
    const before = step.after.flatMap((id) => timed.get(id) ?? []);
    const earliestStart = Math.max(0, ...before.map((other) => other.earliestEnd));
    const latestStart = Math.max(0, ...before.map((other) => other.latestEnd));
    const least = toCalendarDays(step, step.days?.least ?? step.days?.most ?? 0);
    const most = toCalendarDays(step, step.days?.most ?? step.days?.least ?? 0);
    timed.set(step.id, {
      step,
      level: Math.max(0, ...before.map((other) => other.level + 1)),
      earliestStart,
      earliestEnd: earliestStart + least,
      latestEnd: latestStart + most,
      openEnded: step.days === null || step.days.most === null || before.some((other) => other.openEnded),
    });
  }
  const all = [...timed.values()];
  return {
    steps: all,
    remedies: steps.filter((step) => step.only === 'remedy'),
    ifRefused: steps.filter((step) => step.only === 'ifRefused'),
    least: Math.max(0, ...all.map((entry) => entry.earliestEnd)),
    most: Math.max(0, ...all.map((entry) => entry.latestEnd)),
    openEnded: all.some((entry) => entry.openEnded),
  };
}

function toCalendarDays(step: AssessedStep, days: number): number {
  return step.days?.kind === 'working' ? Math.ceil(days * CALENDAR_DAYS_PER_WORKING_DAY) : days;
}
