import { chooseOutcome, countFee, judgeRoutes, priceFee } from '../assessment/index.ts';
import type { Answers, CompiledPack, CompiledRoute, FeeOnRoute, State, Value } from '../rules/index.ts';
import { createState, FALSE, formatDate, toNumber, TRUE } from '../rules/index.ts';
import type { ItemKind } from './list-trees.ts';
import { ITEM_KINDS } from './list-trees.ts';

/** An assessment without its reasons: enough to see whether two of them say the same, and a hundred times faster. */
export type Summary = {
  readonly outcome: string;
  /** The route whose lists are shown. */
  readonly route: string | null;
  /** Verdicts of the routes that apply or may apply, in pack order. */
  readonly verdicts: string;
  /** `documents/passport` → what the list says of it. Sources and confidence are left out: they change no checklist. */
  readonly items: ReadonlyMap<string, string>;
};

/** Summarises what a pack says of a set of answers. */
export function summarise(compiled: CompiledPack, answers: Answers, asOf: number): Summary {
  return summariseState(compiled, createState(compiled, answers, asOf));
}

/** Outcome, recommended route and verdicts as one text: where two of them differ, no list need be looked at. */
export function sayVerdicts(compiled: CompiledPack, answers: Answers, asOf: number): string {
  const judgements = judgeRoutes(compiled, createState(compiled, answers, asOf));
  const { outcome, recommended } = chooseOutcome(judgements);
  return `${outcome} ${recommended?.route.route.id ?? ''} ${verdictsText(judgements)}`;
}

function verdictsText(judgements: ReturnType<typeof judgeRoutes>): string {
  return judgements
    .filter(({ verdict }) => verdict !== 'not-applicable')
    .map(({ route, verdict }) => `${route.route.id}=${verdict}(${route.route.kind})`)
    .join(' ');
}

export function summariseState(compiled: CompiledPack, state: State): Summary {
  const judgements = judgeRoutes(compiled, state);
  const { outcome, recommended } = chooseOutcome(judgements);
  const items = new Map<string, string>();
  for (const { route, when, blockers } of judgements) {
    if (when === TRUE)
      route.blockers.forEach(({ item }, index) => {
        if (blockers[index] === TRUE) items.set(`blockers/${item.id}`, JSON.stringify(item.remedies));
      });
  }
  if (recommended) {
    const { kind, validity, tiedTo, decides, askOffices, instead, pathToResidence } = recommended.route.route;
    items.set(
      `routes/${recommended.route.route.id}`,
      JSON.stringify({ kind, validity, tiedTo, decides, askOffices, instead, pathToResidence }),
    );
    describeLists(recommended.route, state, items);
  }
  return { outcome, route: recommended?.route.route.id ?? null, verdicts: verdictsText(judgements), items };
}

/** One line per item of the lists of a route. */
export function describeLists(route: CompiledRoute, state: State, into: Map<string, string>): void {
  state.route = route.route.id;
  for (const kind of ITEM_KINDS) {
    if (kind === 'blockers') continue;
    for (const entry of route[kind]) {
      const possible = entry.when.node.evaluate(state);
      if (possible === FALSE) continue;
      const held = entry.clauses.filter(({ when }) => when.node.evaluate(state) === TRUE);
      const clauses = (held.length > 0 ? held : entry.clauses.filter(({ when }) => when.node.evaluate(state) !== FALSE)).map(({ clause }) =>
        clauseText(clause, entry.item),
      );
      into.set(`${kind}/${entry.item.id}`, [possible === TRUE ? 'required' : 'possible', ...clauses].join(' '));
    }
  }
  for (const document of route.documents) {
    append(into, 'documents', document.item.id, () => document.copies.map((copies) => copiesText(copies?.node.compute(state))).join(' '));
  }
  for (const fee of route.fees) append(into, 'fees', fee.item.id, () => priceText(fee, state));
  for (const { item, date } of route.deadlines) {
    append(into, 'deadlines', item.id, () => {
      const day = date?.node.compute(state);
      return typeof day === 'number' ? formatDate(day) : '';
    });
  }
}

function append(into: Map<string, string>, kind: ItemKind, id: string, text: () => string): void {
  const known = into.get(`${kind}/${id}`);
  if (known !== undefined) into.set(`${kind}/${id}`, `${known} ${text()}`);
}

const clauseTexts = new WeakMap<object, string>();

/** What a clause says, with what it inherits from its item; conditions and places are left out. */
export function clauseText(clause: object, item: object): string {
  const known = clauseTexts.get(clause);
  if (known !== undefined) return known;
  const { routes: _routes, except: _except, when: _when, ...own } = clause as Record<string, unknown>;
  const {
    applies: _applies,
    sources: _sources,
    confidence: _confidence,
    verifiedOn: _verifiedOn,
    reading: _reading,
    from: _from,
    until: _until,
    amount: _amount,
    date: _date,
    quantity: _quantity,
    ...common
  } = item as Record<string, unknown>;
  const { quantity: _ownQuantity, ...rest } = { ...common, ...own } as Record<string, unknown>;
  const text = JSON.stringify(Object.entries(rest).sort(([a], [b]) => a.localeCompare(b)));
  clauseTexts.set(clause, text);
  return text;
}

function priceText(fee: FeeOnRoute, state: State): string {
  const price = priceFee(fee.amount, state);
  const quantity = countFee(fee, state);
  const amount =
    price.amount === undefined ? (price.range ? `${price.range.least}-${price.range.most}` : '?') : String(toNumber(price.amount));
  return `${amount} × ${quantity === undefined ? '?' : toNumber(quantity)}`;
}

/** The whole of what a pack says of a set of answers, as one text. */
export function sayResult(compiled: CompiledPack, answers: Answers, asOf: number): string {
  const { outcome, route, verdicts, items } = summarise(compiled, answers, asOf);
  return JSON.stringify([outcome, route, verdicts, ...items]);
}

/** Do two summaries say the same to the user? */
export function sameSummary(a: Summary, b: Summary): boolean {
  return a.outcome === b.outcome && a.route === b.route && a.verdicts === b.verdicts && sameItems(a.items, b.items);
}

function sameItems(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  if (a.size !== b.size) return false;
  for (const [id, text] of a) if (b.get(id) !== text) return false;
  return true;
}

function copiesText(copies: Value | undefined): string {
  return copies === undefined ? '' : typeof copies === 'string' ? copies : String(toNumber(copies));
}
