import type { Answer, Answers, Question } from '../rules/index.ts';
import { formatDate, parseDate, UNKNOWN_ANSWER } from '../rules/index.ts';
import type { AnswerClasses } from './answer-classes.ts';
import type { Formula, SmtEngine, SolverModel, Term, Z3 } from './solver.ts';

/** One question in the solver: is it answered "I don't know", and if not, with what? */
export type SmtAnswer =
  | { kind: 'one'; unknown: Formula; values: ReadonlyMap<string, Formula> }
  | { kind: 'many'; unknown: Formula; options: ReadonlyMap<string, Formula> }
  | { kind: 'number'; unknown: Formula; whole: Term; term: Term; scale: number; isDate: boolean };

/** Decimals are kept as whole hundredths, so that every model can be typed in as an answer. */
const HUNDREDTHS = 100;

type SmtSpace = {
  readonly classes: AnswerClasses;
  /** First and last day of assessment. */
  readonly days: readonly [number, number];
  readonly prefix: string;
  readonly own?: { readonly prefix: string; readonly question: string };
};

/** Solver variables for the answers to a set of questions, shared by all packs that ask them. */
export class SmtAnswers {
  private readonly byQuestion = new Map<string, SmtAnswer>();
  readonly asOf: Term;
  private readonly z3: Z3;
  /** What every answer must satisfy for itself: one option, within the limits. */
  readonly domain: Formula[] = [];

  /**
   * Two copies with the same prefix share their variables, except for the one question that is each copy's own.
   */
  constructor(
    engine: SmtEngine,
    private readonly space: SmtSpace,
  ) {
    this.z3 = engine.z3;
    this.asOf = this.z3.Int.const(`${space.prefix}asOf`);
    this.domain.push(this.asOf.ge(space.days[0]), this.asOf.le(space.days[1]));
  }

  of(question: Question): SmtAnswer {
    const known = this.byQuestion.get(question.id);
    if (known) return known;
    const created = this.create(question);
    this.byQuestion.set(question.id, created);
    return created;
  }

  /** "I don't know" anywhere. */
  get unknowns(): readonly Formula[] {
    return [...this.byQuestion.values()].map((answer) => answer.unknown);
  }

  private create(question: Question): SmtAnswer {
    const { z3 } = this;
    const own = this.space.own?.question === question.id ? this.space.own.prefix : '';
    const name = `${this.space.prefix}${own}${question.id}`;
    const unknown = z3.Bool.const(`${name}?`);
    if (question.unknown === false) this.domain.push(unknown.not());
    const representatives = this.space.classes.get(question.id)?.representatives ?? [];
    if (question.type === 'yesNo' || question.type === 'choice' || question.type === 'country') {
      return { kind: 'one', unknown, values: this.createValues(name, representatives.map(String)) };
    }
    if (question.type === 'any') return { kind: 'many', unknown, options: this.createOptions(name, question) };
    return this.createNumber(name, question, unknown);
  }

  private createValues(name: string, ids: readonly string[]): ReadonlyMap<string, Formula> {
    const { z3 } = this;
    const values = new Map(ids.map((id) => [id, z3.Bool.const(`${name}=${id}`)] as const));
    const all = [...values.values()];
    this.domain.push(z3.Or(...all));
    if (all.length > 1) this.domain.push(z3.AtMost(all as [Formula, ...Formula[]], 1));
    return values;
  }

  private createOptions(name: string, question: Question): ReadonlyMap<string, Formula> {
    const { z3 } = this;
    const options = new Map((question.options ?? []).map((option) => [option.id, z3.Bool.const(`${name}+${option.id}`)] as const));
    for (const option of question.options ?? []) {
      const own = options.get(option.id);
      if (!option.alone || !own) continue;
      for (const [id, other] of options) if (id !== option.id) this.domain.push(z3.Not(z3.And(own, other)));
    }
    return options;
  }

  private createNumber(name: string, question: Question, unknown: Formula): SmtAnswer {
    const { z3 } = this;
    const isDate = question.type === 'date';
    const scale = isDate || question.type === 'integer' ? 1 : HUNDREDTHS;
    const whole = z3.Int.const(name);
    const limits = [question.range?.least, question.range?.most].map((limit) => {
      if (typeof limit === 'number') return Math.round(limit * scale);
      return typeof limit === 'string' && isDate ? parseDate(limit) : undefined;
    });
    const [least = isDate ? -25_000 : 0, most = isDate ? 47_000 : 1_000_000_000] = limits;
    this.domain.push(whole.ge(least), whole.le(most));
    const term = scale === 1 ? whole : z3.ToReal(whole).div(scale);
    return { kind: 'number', unknown, whole, term, scale, isDate };
  }

  /** Writes a set of answers into a model, so that formulas can be read in it; what is left out counts as false or 0. */
  fix(answers: Answers, asOf: number, questions: readonly Question[], model: SolverModel): void {
    const { z3 } = this;
    const yes = z3.Bool.val(true);
    model.updateValue(this.asOf, z3.Int.val(asOf));
    for (const question of questions) {
      const answer = answers[question.id];
      const own = this.of(question);
      if (answer === UNKNOWN_ANSWER) {
        model.updateValue(own.unknown, yes);
      } else if (own.kind === 'one') {
        for (const [id, formula] of own.values) if (this.represents(question, id, answer)) model.updateValue(formula, yes);
      } else if (own.kind === 'many') {
        for (const id of answer as readonly string[]) model.updateValue(own.options.get(id) as Formula, yes);
      } else {
        model.updateValue(own.whole, z3.Int.val(Math.round((own.isDate ? (parseDate(String(answer)) ?? 0) : Number(answer)) * own.scale)));
      }
    }
  }

  /** The question has this answer. */
  equals(question: Question, answer: Answer): Formula {
    const own = this.of(question);
    if (answer === UNKNOWN_ANSWER) return own.unknown;
    const { z3 } = this;
    if (own.kind === 'number')
      return z3.And(
        own.unknown.not(),
        own.whole.eq(Math.round((own.isDate ? (parseDate(String(answer)) ?? 0) : Number(answer)) * own.scale)),
      );
    if (own.kind === 'many')
      return z3.And(
        own.unknown.not(),
        ...[...own.options].map(([id, formula]) => ((answer as readonly string[]).includes(id) ? formula : formula.not())),
      );
    return z3.And(
      own.unknown.not(),
      ...[...own.values].filter(([id]) => this.represents(question, id, answer)).map(([, formula]) => formula),
    );
  }

  private represents(question: Question, id: string, answer: Answer | undefined): boolean {
    const members = this.space.classes.get(question.id)?.members.get(id);
    return members ? members.includes(String(answer)) : String(answer) === id;
  }

  /** The answers of a model, as a person would type them. */
  read(model: SolverModel, questions: readonly Question[]): { answers: Answers; asOf: number } {
    const answers: Record<string, Answer> = {};
    for (const question of questions) answers[question.id] = this.readOne(model, question);
    return { answers, asOf: Number(model.eval(this.asOf, true).toString()) };
  }

  private readOne(model: SolverModel, question: Question): Answer {
    const own = this.of(question);
    const isTrue = (formula: Formula): boolean => model.eval(formula, true).toString() === 'true';
    if (isTrue(own.unknown)) return UNKNOWN_ANSWER;
    if (own.kind === 'many') return [...own.options].filter(([, formula]) => isTrue(formula)).map(([id]) => id);
    if (own.kind === 'one') {
      const id = [...own.values].find(([, formula]) => isTrue(formula))?.[0] ?? UNKNOWN_ANSWER;
      return question.type === 'yesNo' ? id === 'true' : id;
    }
    const whole = Number(
      model
        .eval(own.whole, true)
        .toString()
        .replace(/[()\s]/g, ''),
    );
    return own.isDate ? formatDate(whole) : whole / own.scale;
  }
}
