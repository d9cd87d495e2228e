import { UNKNOWN_ANSWER } from './answers.ts';
import type { Condition, Expression } from './condition.ts';
import { walk } from './condition.ts';
import type { Checked, Fault } from './fault.ts';
import { scopeOf } from './compile-pack.ts';
import { linkRecruitment } from './link-recruitment.ts';
import { ConditionReader } from './read-condition.ts';
import type { ConditionJson } from './schema/condition-schema.ts';
import type { AmountJson, Remedy } from './schema/item-schema.ts';
import type { Common, Pack, PackFileName, Question, Route } from './schema/pack-schema.ts';
import type { Scope } from './scope.ts';
import { expandRoutes, FaultList } from './scope.ts';

/** Joins a pack with what it uses of `rules/common`, and refuses every id that leads nowhere. */
export function linkPack(folder: string, own: Pack, common: Common): Checked<Pack> {
  const pack = joinCommon(own, common);
  const linker = new Linker(folder, pack);
  linker.link();
  const recruitment = linkRecruitment(`${folder.replace(/[^/]+$/, '')}common/recruitment.json`, common.recruitment, pack);
  const faults = [...linker.faults, ...(recruitment.ok ? [] : recruitment.faults)];
  return faults.length > 0 || !recruitment.ok ? { ok: false, faults } : { ok: true, value: { ...keepUsed(pack, own), recruitment: recruitment.value } };
}

function joinCommon(own: Pack, common: Common): Pack {
  const ownGroups = new Set(own.groups.map((group) => group.id));
  const ownSources = new Set(own.sources.map((source) => source.id));
  return {
    ...own,
    groups: [...own.groups, ...common.groups.filter((group) => !ownGroups.has(group.id))],
    sources: [...own.sources, ...common.sources.filter((source) => !ownSources.has(source.id))],
    holidays: common.holidays.filter((holiday) => holiday.country === own.id),
  };
}

/** Leaves out the shared groups and sources that nothing in the pack names. */
function keepUsed(pack: Pack, own: Pack): Pack {
  const { groups, sources, ...rest } = pack;
  const text = JSON.stringify(rest);
  const usedGroups = groups.filter((group) => own.groups.includes(group) || text.includes(`"${group.id}"`));
  const cited = JSON.stringify([rest, usedGroups]);
  return { ...pack, groups: usedGroups, sources: sources.filter((source) => own.sources.includes(source) || cited.includes(`"${source.id}"`)) };
}

/** In a condition or an expression these mean something else than a question or a derived value. */
const WORDS_OF_THE_LANGUAGE: ReadonlySet<string> = new Set(['all', 'any', 'not', 'compare', 'share', 'route', 'asOf']);

type Clause = { routes: readonly string[]; except?: readonly string[] | undefined; when?: ConditionJson | undefined };
/** Ids that exist, and what they are the ids of. */
type Known = { what: string; ids: ReadonlySet<string> };
type Cited = { id: string; sources: readonly string[] };

class Linker {
  readonly faults: Fault[] = [];
  private readonly scope: Scope;
  private readonly routes: Known;
  private readonly steps: Known;
  private readonly documents: Known;
  private readonly offices: Known;
  private readonly sources: Known;

  constructor(
    private readonly folder: string,
    private readonly pack: Pack,
  ) {
    this.scope = scopeOf(pack);
    this.routes = { what: 'a route', ids: this.scope.routeIds };
    this.steps = { what: 'a step', ids: ids(pack.steps) };
    this.documents = { what: 'a document', ids: ids(pack.documents) };
    this.offices = { what: 'an office', ids: ids(pack.offices) };
    this.sources = { what: 'a source', ids: ids(pack.sources) };
  }

  link(): void {
    this.linkNames();
    this.linkQuestions();
    this.linkDerived();
    this.linkRoutes();
    this.linkRequirements();
    this.linkConflicts();
    if (this.faults.length === 0) this.refuseCycles();
  }

  private inFile(name: PackFileName, check: (list: FaultList, reader: ConditionReader) => void): void {
    const list = new FaultList(`${this.folder}/${name}`);
    check(list, new ConditionReader(this.scope, list));
    this.faults.push(...list.faults);
  }

  private linkNames(): void {
    const { pack } = this;
    const named: [PackFileName, readonly { id: string }[]][] = [
      ['offices.json', pack.offices],
      ['questions.json', pack.questions],
      ['derived.json', pack.derived],
      ['routes.json', pack.routes],
      ['blockers.json', pack.blockers],
      ['warnings.json', pack.warnings],
      ['documents.json', pack.documents],
      ['fees.json', pack.fees],
      ['steps.json', pack.steps],
      ['deadlines.json', pack.deadlines],
      ['duties.json', pack.duties],
      ['conflicts.json', pack.conflicts],
      ['sources.json', pack.sources],
    ];
    for (const [file, items] of named) {
      this.inFile(file, (list) => {
        const seen = new Set<string>();
        items.forEach((item, index) => {
          if (seen.has(item.id)) list.add(`[${index}].id`, 'an id used once; several cases of one thing are clauses under "applies"', item.id);
          seen.add(item.id);
        });
      });
    }
    for (const [file, items] of [['questions.json', pack.questions], ['derived.json', pack.derived]] as const) {
      this.inFile(file, (list) => {
        for (const { id } of items) if (WORDS_OF_THE_LANGUAGE.has(id)) list.add(id, 'an id that is not a word of the rule language', id);
      });
    }
    this.inFile('derived.json', (list) => {
      for (const derived of pack.derived) {
        if (this.scope.questions.has(derived.id)) list.add(derived.id, 'an id that is not also a question', derived.id);
      }
    });
    const cited: [PackFileName, readonly Cited[]][] = [
      ['offices.json', pack.offices],
      ['groups.json', pack.groups],
      ['questions.json', pack.questions],
      ['routes.json', pack.routes],
      ['blockers.json', pack.blockers],
      ['warnings.json', pack.warnings],
      ['documents.json', pack.documents],
      ['fees.json', pack.fees],
      ['steps.json', pack.steps],
      ['deadlines.json', pack.deadlines],
      ['duties.json', pack.duties],
      ['conflicts.json', pack.conflicts],
    ];
    for (const [file, items] of cited) {
      this.inFile(file, (list) => {
        for (const item of items) this.expectIds(list, `${item.id}.sources`, item.sources, this.sources);
      });
    }
  }

  private linkQuestions(): void {
    this.inFile('questions.json', (list, reader) => {
      for (const question of this.pack.questions) {
        reader.readCondition(question.askedWhen, `${question.id}.askedWhen`);
        (question.mustHold ?? []).forEach((json, index) => reader.readCondition(json, `${question.id}.mustHold[${index}]`));
        for (const option of question.options ?? []) reader.readCondition(option.onlyIf, `${question.id}.options.${option.id}.onlyIf`);
        for (const limit of [question.range?.least, question.range?.most]) {
          if (limit !== undefined) reader.readExpression(limit, `${question.id}.range`);
        }
        checkShape(list, question);
      }
    });
  }

  private linkDerived(): void {
    this.inFile('derived.json', (list, reader) => {
      for (const derived of this.pack.derived) {
        const tree = 'when' in derived ? reader.readCondition(derived.when, derived.id) : reader.readExpression(derived.value, derived.id).tree;
        walk(tree, (node) => {
          if (node.kind === 'route') list.add(derived.id, 'no test of the route: named conditions and derived values hold for all routes', 'route');
        });
        this.expectIds(list, `${derived.id}.sources`, derived.sources ?? [], this.sources);
      }
    });
  }

  private linkRoutes(): void {
    this.inFile('routes.json', (list, reader) => {
      for (const [set, names] of Object.entries(this.pack.routeSets)) {
        if (this.scope.routeIds.has(set)) list.add(`sets.${set}`, 'a name that is not also a route', set);
        this.expectRoutes(list, `sets.${set}`, names);
      }
      const loop = Object.keys(this.pack.routeSets).map((set) => findLoop(new Map(Object.entries(this.pack.routeSets)), set)).find((found) => found !== undefined);
      if (loop) list.add(`sets.${loop[0] ?? ''}`, 'a set that does not lead back to itself', loop.join(' → '));
      for (const route of this.pack.routes) {
        reader.readCondition(route.when, `${route.id}.when`);
        this.expectIds(list, `${route.id}.decides`, route.decides ?? [], this.offices);
        this.expectIds(list, `${route.id}.askOffices`, route.askOffices ?? [], this.offices);
        this.expectIds(list, `${route.id}.winsOver`, route.winsOver ?? [], this.routes);
        this.linkRemedies(list, `${route.id}.instead`, route.instead ?? []);
        this.linkPathToResidence(list, route);
        if (route.kind === 'refer' && !route.askOffices?.length) list.add(`${route.id}.askOffices`, 'the office that can answer', 'nothing');
      }
    });
  }

  /** One id stands for one thing here: who reads it must not have to guess which. */
  private linkPathToResidence(list: FaultList, route: Route): void {
    const { pack } = this;
    const known = [pack.deadlines, pack.warnings, pack.routes].flatMap((items) => items.map(({ id }) => id));
    const path = `${route.id}.pathToResidence`;
    const named = route.pathToResidence ?? [];
    this.expectIds(list, path, named, { what: 'a deadline, a warning or a route', ids: new Set(known) });
    for (const id of named) {
      if (known.indexOf(id) !== known.lastIndexOf(id)) list.add(path, 'an id of one thing; a deadline, warning or route has the same', id);
    }
  }

  private linkRequirements(): void {
    const { pack } = this;
    this.inFile('blockers.json', (list, reader) => {
      for (const item of pack.blockers) {
        this.linkClauses(list, reader, item);
        this.linkRemedies(list, `${item.id}.remedies`, item.remedies);
      }
    });
    this.inFile('warnings.json', (list, reader) => {
      for (const item of pack.warnings) {
        this.linkClauses(list, reader, item);
        this.expectIds(list, `${item.id}.ask`, item.ask ?? [], this.offices);
        this.linkRemedies(list, `${item.id}.remedies`, item.remedies ?? []);
      }
    });
    this.inFile('documents.json', (list, reader) => {
      for (const item of pack.documents) {
        this.linkClauses(list, reader, item);
        this.expectIds(list, `${item.id}.offices`, item.offices ?? [], this.offices);
        for (const clause of [item, ...item.applies]) this.expectIds(list, `${item.id}.steps`, clause.steps ?? [], this.steps);
        if (item.obtainedAt) this.expectIds(list, `${item.id}.obtainedAt`, [item.obtainedAt], this.steps);
        if (item.issuedOn && this.scope.questions.get(item.issuedOn)?.type !== 'date') list.add(`${item.id}.issuedOn`, 'a question of type date', item.issuedOn);
      }
    });
    this.inFile('fees.json', (list, reader) => {
      for (const item of pack.fees) {
        this.linkClauses(list, reader, item);
        this.linkAmount(list, reader, item.amount, `${item.id}.amount`);
        for (const clause of [item, ...item.applies]) {
          this.expectIds(list, `${item.id}.steps`, clause.steps ?? [], this.steps);
          if (clause.quantity !== undefined) reader.readNumber(clause.quantity, `${item.id}.quantity`);
        }
      }
    });
    this.inFile('steps.json', (list, reader) => {
      for (const item of pack.steps) {
        this.linkClauses(list, reader, item);
        for (const clause of [item, ...item.applies]) {
          this.expectIds(list, `${item.id}.after`, clause.after ?? [], this.steps);
          this.expectIds(list, `${item.id}.offices`, clause.offices ?? [], this.offices);
        }
      }
    });
    this.inFile('deadlines.json', (list, reader) => {
      for (const item of pack.deadlines) {
        this.linkClauses(list, reader, item);
        if (item.date !== undefined && reader.readExpression(item.date, `${item.id}.date`).kind !== 'date') list.add(`${item.id}.date`, 'a date', item.date);
      }
    });
    this.inFile('duties.json', (list, reader) => {
      for (const item of pack.duties) this.linkClauses(list, reader, item);
    });
  }

  private linkConflicts(): void {
    const { pack } = this;
    const known = new Set(
      [pack.routes, pack.questions, pack.derived, pack.blockers, pack.warnings, pack.documents, pack.fees, pack.steps, pack.deadlines, pack.duties, pack.groups, pack.offices].flatMap((items) => items.map((item) => item.id)),
    );
    for (const set of Object.keys(pack.routeSets)) known.add(set);
    this.inFile('conflicts.json', (list) => {
      for (const conflict of pack.conflicts) {
        this.expectIds(list, `${conflict.id}.items`, conflict.items, { what: 'an item of the pack', ids: known });
        this.expectIds(list, `${conflict.id}.ask`, conflict.ask ?? [], this.offices);
      }
    });
  }

  private linkClauses(list: FaultList, reader: ConditionReader, item: { id: string; applies: readonly Clause[] }): void {
    item.applies.forEach((clause, index) => {
      const path = `${item.id}.applies[${index}]`;
      this.expectRoutes(list, `${path}.routes`, clause.routes);
      this.expectRoutes(list, `${path}.except`, clause.except ?? []);
      reader.readCondition(clause.when, `${path}.when`);
    });
  }

  private linkAmount(list: FaultList, reader: ConditionReader, amount: AmountJson, path: string): void {
    if ('exact' in amount) reader.readNumber(amount.exact, `${path}.exact`);
    if ('cases' in amount) {
      amount.cases.forEach((entry, index) => {
        reader.readCondition(entry.when as ConditionJson | undefined, `${path}.cases[${index}].when`);
        this.linkAmount(list, reader, entry.amount, `${path}.cases[${index}].amount`);
      });
    }
    if ('tariff' in amount) {
      if (reader.readExpression(amount.on, `${path}.on`).kind !== 'date') list.add(`${path}.on`, '"asOf" or a question of type date', amount.on);
      amount.tariff.forEach((period, index) => { this.linkAmount(list, reader, period.amount, `${path}.tariff[${index}].amount`); });
    }
  }

  private linkRemedies(list: FaultList, path: string, remedies: readonly Remedy[]): void {
    for (const remedy of remedies) {
      if ('step' in remedy) this.expectIds(list, path, [remedy.step], this.steps);
      if ('document' in remedy) this.expectIds(list, path, [remedy.document], this.documents);
      if ('route' in remedy) this.expectIds(list, path, [remedy.route], this.routes);
      if ('office' in remedy) this.expectIds(list, path, [remedy.office], this.offices);
    }
  }

  private expectRoutes(list: FaultList, path: string, names: readonly string[]): void {
    const known = new Set([...this.scope.routeIds, ...Object.keys(this.scope.routeSets)]);
    this.expectIds(list, path, names, { what: 'a route or a set of routes', ids: known });
    if (names.every((name) => known.has(name))) this.expectIds(list, path, expandRoutes(names, this.scope), this.routes);
  }

  private expectIds(list: FaultList, path: string, found: readonly string[], known: Known): void {
    for (const id of found) {
      if (known.ids.has(id)) continue;
      // S7 is near every other S: a guess would mislead.
      if (known.what === 'a source' && /^[A-Z]\d/.test(id)) list.add(path, 'the id of a source in sources.json; add the source there, or correct the id', id);
      else list.addUnknownId(path, known.what, id, known.ids);
    }
  }

  /** Named conditions, derived values and the order of asking must not lead back to themselves. */
  private refuseCycles(): void {
    this.inFile('derived.json', (list, reader) => {
      const edges = new Map<string, readonly string[]>();
      for (const derived of this.pack.derived) {
        const tree = 'when' in derived ? reader.readCondition(derived.when, '') : reader.readExpression(derived.value, '').tree;
        edges.set(derived.id, namesIn(tree));
      }
      for (const question of this.pack.questions) edges.set(question.id, namesIn(reader.readCondition(question.askedWhen, '')));
      for (const start of edges.keys()) {
        const loop = findLoop(edges, start);
        if (loop) {
          list.add(start, 'a definition that does not lead back to itself', loop.join(' → '));
          return;
        }
      }
    });

  }
}

function namesIn(tree: Condition | Expression): readonly string[] {
  const names: string[] = [];
  walk(tree, (node) => {
    if (node.kind === 'named' || node.kind === 'derived') names.push(node.id);
    else if ('question' in node) names.push(node.question);
  });
  return names;
}

function findLoop(edges: ReadonlyMap<string, readonly string[]>, start: string): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const next of edges.get(id) ?? []) {
      const loop = visit(next, [...path, id]);
      if (loop) return loop;
    }
    done.add(id);
    return undefined;
  };
  return visit(start, []);
}

function checkShape(list: FaultList, question: Question): void {
  const needsOptions = question.type === 'choice' || question.type === 'any';
  if (needsOptions !== (question.options !== undefined)) list.add(`${question.id}.options`, needsOptions ? 'the options' : 'no options', question.type);
  for (const option of question.options ?? []) {
    if (option.id === UNKNOWN_ANSWER) list.add(`${question.id}.options`, 'an option of another name: "unknown" is the answer "I don\'t know"', option.id);
  }
  const needsRange = ['integer', 'number', 'money', 'date'].includes(question.type);
  if (needsRange && !question.range) list.add(`${question.id}.range`, 'the least and the greatest answer', 'nothing');
}

const ids = (items: readonly { id: string }[]): ReadonlySet<string> => new Set(items.map((item) => item.id));
