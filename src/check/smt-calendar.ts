import { parseDate } from '../rules/index.ts';
import type { Term, Z3 } from './solver.ts';

/**
 * Calendar months in linear integer arithmetic: divisions by constants only, so the solver stays decidable. Years start in March,
 * which puts the leap day last (Hinnant, "chrono-compatible low-level date algorithms"); exact from March 1900 to February 2100, in
 * which every fourth year is a leap year. `tests/check/smt.test.ts` compares it with the calendar module.
 */
const EPOCH = parseDate('1900-03-01') ?? 0;
export const FIRST_DAY = EPOCH;
export const LAST_DAY = parseDate('2100-02-28') ?? 0;

export class SmtCalendar {
  constructor(private readonly z3: Z3) {}

  /** The date moved by months; a day that does not exist becomes the last of the month. */
  addMonths(day: Term, months: Term | number): Term {
    const { month, date } = this.split(day);
    const target = month.add(months);
    return this.firstOf(target).add(this.least(date, this.lengthOf(target).sub(1)));
  }

  /** Complete months from one day to another; negative when the second comes first. */
  countMonths(from: Term, to: Term): Term {
    const forward = this.countForward(from, to);
    return this.z3.If(to.ge(from), forward, this.countForward(to, from).neg());
  }

  /** Months of which a started one counts. */
  countBegunMonths(from: Term, to: Term): Term {
    const whole = this.countMonths(from, to);
    return this.z3.If(this.addMonths(from, whole).lt(to), whole.add(1), whole);
  }

  private countForward(from: Term, to: Term): Term {
    const [a, b] = [this.split(from), this.split(to)];
    const months = b.month.sub(a.month);
    const lastOfTarget = this.lengthOf(b.month).sub(1);
    return this.z3.If(this.least(a.date, lastOfTarget).gt(b.date), months.sub(1), months);
  }

  /** Months since March 1900, and days since the first of the month. */
  private split(day: Term): { month: Term; date: Term } {
    const since = day.sub(EPOCH);
    const cycle = since.div(1461);
    const inCycle = since.mod(1461);
    const year = inCycle.sub(inCycle.div(1460)).div(365);
    const dayOfYear = inCycle.sub(year.mul(365));
    const month = dayOfYear.mul(5).add(2).div(153);
    const first = month.mul(153).add(2).div(5);
    return { month: cycle.mul(4).add(year).mul(12).add(month), date: dayOfYear.sub(first) };
  }

  private firstOf(month: Term): Term {
    const year = month.div(12);
    const inYear = month.mod(12);
    return year.mul(365).add(year.div(4)).add(inYear.mul(153).add(2).div(5)).add(EPOCH);
  }

  private lengthOf(month: Term): Term {
    return this.firstOf(month.add(1)).sub(this.firstOf(month));
  }

  private least(a: Term, b: Term): Term {
    return this.z3.If(a.le(b), a, b) as Term;
  }
}
