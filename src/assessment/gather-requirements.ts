import type { ClauseOf, CompiledRoute, DocumentOnRoute, ItemOnRoute, State } from '../rules/index.ts';
import { FALSE, formatDate, toNumber, TRUE } from '../rules/index.ts';
import type {
  AssessedDeadline,
  AssessedDocument,
  AssessedDuty,
  AssessedFee,
  AssessedStep,
  AssessedWarning,
  Grounds,
  RouteRequirements,
  Status,
} from './assessment.ts';
import type { Explainer } from './explain.ts';
import { countFee, priceFee, totalFees } from './price-fees.ts';

type Item = { id: string; sources: readonly string[]; confidence: Grounds['confidence']; applies: readonly unknown[] };

/** Documents, fees, steps, deadlines, duties and warnings of one route: required, or possible while something is unknown. */
export function gatherRequirements(route: CompiledRoute, state: State, explainer: Explainer): RouteRequirements {
  state.route = route.route.id;
  const gatherer = new Gatherer(route, state, explainer);
  const fees = gatherer.fees();
  return {
    warnings: gatherer.warnings(),
    documents: gatherer.documents(),
    fees,
    feeTotals: totalFees(fees),
    unconfirmedFees: fees.filter((fee) => fee.status === 'required' && !fee.confirmed).map((fee) => fee.id),
    steps: gatherer.steps(),
    deadlines: gatherer.deadlines(),
    duties: gatherer.duties(),
  };
}

class Gatherer {
  private routeReason: readonly string[] | undefined;

  constructor(
    private readonly route: CompiledRoute,
    private readonly state: State,
    private readonly explainer: Explainer,
  ) {}

  warnings(): readonly AssessedWarning[] {
    return this.shown(this.route.warnings).map(({ entry, status }) => ({
      id: entry.item.id,
      status,
      ...this.grounds(entry, status),
      severity: entry.item.severity,
    }));
  }

  documents(): readonly AssessedDocument[] {
    return this.shown(this.route.documents).map(({ entry, status }): AssessedDocument => {
      const { item } = entry;
      const clauses = this.holding(entry);
      const first = clauses[0];
      const steps = [...new Set(clauses.flatMap((clause) => clause.steps ?? item.steps ?? []))];
      return {
        id: item.id,
        status,
        provider: first?.provider ?? item.provider,
        oneOf: first?.oneOf ?? item.oneOf ?? null,
        step: steps[0] ?? null,
        steps,
        form: first?.form ?? item.form ?? [],
        copies: this.countCopies(entry),
        maxAge: first?.maxAge ?? item.maxAge ?? null,
        ...this.grounds(entry, status),
      };
    });
  }

  /** How many pieces of a document, or `null` where no number is stated or an answer is missing. */
  private countCopies(entry: DocumentOnRoute): number | null {
    const chosen = entry.clauses.findIndex(({ when }) => when.node.evaluate(this.state) === TRUE);
    const value = entry.copies[Math.max(chosen, 0)]?.node.compute(this.state);
    return value === undefined || typeof value === 'string' ? null : toNumber(value);
  }

  fees(): readonly AssessedFee[] {
    return this.shown(this.route.fees).map(({ entry, status }): AssessedFee => {
      const { item } = entry;
      const first = this.holding(entry)[0];
      const price = priceFee(entry.amount, this.state);
      const quantity = countFee(entry, this.state);
      const payer = first?.payer ?? item.payer;
      const confirmed = price.amount !== undefined && quantity !== undefined;
      return {
        id: item.id,
        status,
        amount: price.amount === undefined ? null : toNumber(price.amount),
        quantity: quantity === undefined ? null : toNumber(quantity),
        currency: item.currency,
        payer,
        confirmed,
        range: price.range ?? null,
        step: (first?.steps ?? item.steps ?? [])[0] ?? null,
        refundable: item.refundable ?? false,
        notFromWorker: payer === 'worker' ? null : (item.notFromWorker ?? null),
        ...this.grounds(entry, status),
      };
    });
  }

  steps(): readonly AssessedStep[] {
    const shown = this.shown(this.route.steps);
    const present = new Set(shown.map(({ entry }) => entry.item.id));
    const steps = shown.map(({ entry, status }): AssessedStep => {
      const { item } = entry;
      const first = this.holding(entry)[0];
      const days = first?.days ?? item.days;
      return {
        id: item.id,
        status,
        after: (first?.after ?? item.after ?? []).filter((id) => present.has(id)),
        actor: first?.actor ?? item.actor,
        offices: first?.offices ?? item.offices ?? [],
        days: days ? { least: days.least ?? null, most: days.most ?? null, kind: days.kind } : null,
        only: item.only ?? null,
        ...this.grounds(entry, status),
      };
    });
    return sortByOrder(steps);
  }

  deadlines(): readonly AssessedDeadline[] {
    return this.shown(this.route.deadlines).map(({ entry, status }): AssessedDeadline => {
      const day = entry.date?.node.compute(this.state);
      return {
        id: entry.item.id,
        status,
        meaning: entry.item.meaning,
        date: typeof day === 'number' ? formatDate(day) : null,
        ...this.grounds(entry, status),
      };
    });
  }

  duties(): readonly AssessedDuty[] {
    return this.shown(this.route.duties).map(({ entry, status }) => ({
      id: entry.item.id,
      status,
      severity: entry.item.severity,
      who: entry.item.who,
      ...this.grounds(entry, status),
    }));
  }

  private shown<Entry extends ItemOnRoute<unknown, unknown>>(entries: readonly Entry[]): { entry: Entry; status: Status }[] {
    return entries.flatMap((entry) => {
      const possible = entry.when.node.evaluate(this.state);
      return possible === FALSE ? [] : [{ entry, status: possible === TRUE ? 'required' : 'possible' }];
    });
  }

  /** The clauses that hold; while none does, those that still may. */
  private holding<T extends { applies: readonly unknown[] }>(entry: ItemOnRoute<T, ClauseOf<T>>): readonly ClauseOf<T>[] {
    const by = (test: (possible: number) => boolean): ClauseOf<T>[] =>
      entry.clauses.filter(({ when }) => test(when.node.evaluate(this.state))).map(({ clause }) => clause);
    const holding = by((possible) => possible === TRUE);
    return holding.length > 0 ? holding : by((possible) => possible !== FALSE);
  }

  /** An item follows when its route applies and its own condition holds. */
  private grounds(entry: ItemOnRoute<unknown, unknown>, status: Status): Grounds {
    const item = entry.item as Item;
    const { route } = this;
    const own = { sources: item.sources, confidence: item.confidence };
    if (status === 'possible') {
      const dependsOn = this.explainer.findDependencies((state, into) => {
        entry.when.node.collectOpen(state, into);
      }, route.route.id);
      return { because: [], dependsOn, ...own };
    }
    if (entry.when.reads.length === 0) return { because: this.whyRoute(), dependsOn: [], ...own };
    const decide = (state: State): boolean => route.when.node.evaluate(state) === TRUE && entry.when.node.evaluate(state) === TRUE;
    return { because: this.explainer.explain(decide, [...route.when.reads, ...entry.when.reads], route.route.id), dependsOn: [], ...own };
  }

  /** Why the route applies: the reason of every item that has no condition of its own. */
  private whyRoute(): readonly string[] {
    const { route } = this;
    this.routeReason ??= this.explainer.explain((state) => route.when.node.evaluate(state) === TRUE, route.when.reads, route.route.id);
    return this.routeReason;
  }
}

/** Steps in an order in which each comes after what it waits on, as near to pack order as that allows. */
function sortByOrder(steps: readonly AssessedStep[]): readonly AssessedStep[] {
  const sorted: AssessedStep[] = [];
  const done = new Set<string>();
  const visit = (step: AssessedStep, path: readonly string[]): void => {
    if (done.has(step.id) || path.includes(step.id)) return;
    for (const id of step.after) {
      const before = steps.find((candidate) => candidate.id === id);
      if (before) visit(before, [...path, step.id]);
    }
    if (!done.has(step.id)) sorted.push(step);
    done.add(step.id);
  };
  for (const step of steps) visit(step, []);
  return sorted;
}
