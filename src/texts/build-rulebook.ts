import type { CompiledRoute, Condition, Confidence, Expression } from '../rules/index.ts';
import { concerns } from '../rules/index.ts';
import {
  listBlockerFacts,
  listConflictFacts,
  listDeadlineFacts,
  listDocumentFacts,
  listDocumentPart,
  listDutyFacts,
  listFeeFacts,
  listFeePart,
  listOfficeFacts,
  listQuestionFacts,
  listRouteFacts,
  listSourceFacts,
  listStepFacts,
  listStepPart,
  listWarningFacts,
  toFacts,
} from './list-rule-facts.ts';
import type { Texts } from './create-texts.ts';
import type { PartId, Rule, Rulebook, RuleClause, RuleFact, RuleList, RuleText, Witnesses } from './rulebook.ts';
import { PARTS } from './rulebook.ts';
import { sayAnswer } from './say-answer.ts';
import { sayCondition, sayConditionLine, sayExpression, sayValue } from './say-condition.ts';
import type { Speaker } from './speaker.ts';
import { sayName } from './speaker.ts';

/** A whole pack as a readable rulebook. The page and the reference in prose are two looks of it. */
export function buildRulebook({ texts: own, compiled }: Speaker, witnesses: Witnesses = {}): Rulebook {
  const texts = rememberTexts(own);
  const builder = new RulebookBuilder({ texts, compiled }, witnesses);
  return {
    parts: PARTS.map((id) => ({ id, title: texts.ui(`rulebook.part.${id}`), rules: builder.build(id) })).filter(
      ({ rules }) => rules.length > 0,
    ),
    notChecked: compiled.pack.notChecked.map((id) => texts.pack(compiled.pack.id, `notChecked.${id}`)),
  };
}

/** The lists of a route, in the order in which people need them. */
const LISTS = ['blockers', 'warnings', 'steps', 'documents', 'fees', 'deadlines', 'duties'] as const;

type Clause = { routes: readonly string[]; except?: readonly string[] | undefined };
type Basis = { sources: readonly string[]; confidence?: Confidence; verifiedOn?: string | undefined; reading?: boolean | undefined };
type Item = Basis & { id: string; applies: readonly Clause[] };
type Draft = Partial<Rule> & Pick<Rule, 'key' | 'name'> & { basis?: Basis | undefined };

class RulebookBuilder {
  private readonly pack: string;
  /** When each clause holds; one clause of an item serves many routes. */
  private readonly whenOf = new Map<Clause, Condition>();
  private readonly quantityOf = new Map<Clause, Expression>();
  /** How many copies, where that is computed from answers. */
  private readonly copiesOf = new Map<Clause, Expression>();
  private readonly lines = new Map<string, string>();

  constructor(
    private readonly speaker: Speaker,
    private readonly witnesses: Witnesses,
  ) {
    this.pack = speaker.compiled.pack.id;
    for (const route of speaker.compiled.routes) {
      for (const kind of LISTS)
        for (const { clauses } of route[kind]) for (const { clause, when } of clauses) this.whenOf.set(clause, when.tree);
      for (const { clauses, copies } of route.documents) {
        clauses.forEach(({ clause }, index) => {
          const tree = copies[index]?.tree;
          if (tree && tree.kind !== 'number') this.copiesOf.set(clause, tree);
        });
      }
      for (const { item, clauses, quantities } of route.fees) {
        clauses.forEach(({ clause }, index) => {
          const quantity = quantities[index];
          if (quantity && (clause.quantity !== undefined || item.quantity !== undefined)) this.quantityOf.set(clause, quantity.tree);
        });
      }
    }
  }

  build(part: PartId): readonly Rule[] {
    const { speaker } = this;
    const { compiled } = speaker;
    const { pack } = compiled;
    switch (part) {
      case 'routes':
        return compiled.routes.map((route) => this.route(route));
      case 'questions':
        return compiled.questions.map((entry) => {
          const { id } = entry.question;
          return this.rule({
            key: `questions.${id}`,
            name: this.say(`questions.${id}.short`),
            paragraphs: this.texts('questions', id, ['why']),
            facts: listQuestionFacts(speaker, entry),
            basis: entry.question,
          });
        });
      case 'conditions':
        return [...compiled.conditions].map(([id, tree]) => this.defined('conditions', id, { means: sayCondition(speaker, tree) }));
      case 'values':
        return [...compiled.values].map(([id, tree]) => this.defined('values', id, { value: sayValue(speaker, tree) }));
      case 'groups':
        return pack.groups.map((group) =>
          this.rule({
            key: `groups.${group.id}`,
            name: sayName(speaker, 'groups', group.id),
            facts: this.facts({ members: speaker.texts.list(group.members.map((code) => speaker.texts.country(code))) }),
            basis: group,
          }),
        );
      case 'blockers':
        return pack.blockers.map((item) => this.item(part, item, { paragraphs: ['why'], facts: listBlockerFacts(speaker, item) }));
      case 'warnings':
        return pack.warnings.map((item) => this.item(part, item, { paragraphs: ['text'], facts: listWarningFacts(speaker, item) }));
      case 'documents':
        return pack.documents.map((item) =>
          this.item(part, item, {
            facts: listDocumentFacts(speaker, item),
            here: (clause) => [...listDocumentPart(speaker, clause), ...this.copies(clause)],
          }),
        );
      case 'fees':
        return pack.fees.map((item) => {
          const amount = compiled.routes.flatMap(({ fees }) => fees).find((fee) => fee.item.id === item.id)?.amount;
          return this.item(part, item, {
            facts: listFeeFacts(speaker, item, amount),
            here: (clause) => [...listFeePart(speaker, clause), ...this.quantity(clause)],
          });
        });
      case 'steps':
        return pack.steps.map((item) =>
          this.item(part, item, {
            paragraphs: ['how'],
            facts: listStepFacts(speaker, item),
            here: (clause) => listStepPart(speaker, clause),
          }),
        );
      case 'deadlines':
        return pack.deadlines.map((item) => this.item(part, item, { facts: listDeadlineFacts(speaker, item) }));
      case 'duties':
        return pack.duties.map((item) => this.item(part, item, { paragraphs: ['text'], facts: listDutyFacts(speaker, item) }));
      case 'conflicts':
        return pack.conflicts.map((item) =>
          this.rule({
            key: `conflicts.${item.id}`,
            name: this.say(`conflicts.${item.id}.matter`),
            paragraphs: this.texts(part, item.id, ['say']),
            facts: listConflictFacts(speaker, item, (id) => this.findRule(id)),
            basis: item,
          }),
        );
      case 'offices':
        return pack.offices.map((item) =>
          this.rule({ key: `offices.${item.id}`, ...this.names('offices', item.id), facts: listOfficeFacts(speaker, item), basis: item }),
        );
      case 'sources':
        return pack.sources.map((item) =>
          this.rule({
            key: `sources.${item.id}`,
            name: item.kind === 'unverified' ? speaker.texts.ui('source.unverified') : item.title,
            facts: listSourceFacts(speaker, item),
          }),
        );
    }
  }

  private route(compiled: CompiledRoute): Rule {
    const { route, when } = compiled;
    const { texts } = this.speaker;
    const witness = this.witnesses[`routes.${route.id}`];
    return this.rule(
      {
        key: `routes.${route.id}`,
        ...this.names('routes', route.id),
        tags: [texts.ui(`rulebook.kind.${route.kind}`)],
        paragraphs: this.texts('routes', route.id, ['answer', 'summary']),
        facts: [...this.facts({ when: sayCondition(this.speaker, when.tree) }), ...listRouteFacts(this.speaker, route)],
        lists: () => LISTS.flatMap((kind) => this.list(compiled, kind)),
        basis: route,
      },
      witness?.comesOut === false ? 'rulebook.exampleFits' : 'rulebook.exampleRoute',
    );
  }

  /** What a route asks for, of one kind; each with its condition in one line. */
  private list(route: CompiledRoute, kind: (typeof LISTS)[number]): readonly RuleList[] {
    const { texts } = this.speaker;
    const rows = route[kind].map(({ item, clauses, when }) => {
      const places = (item.applies as readonly Clause[]).flatMap((clause, index) =>
        clauses.some((entry) => entry.clause === clause) ? [index] : [],
      );
      const place = `${kind} ${item.id} ${places.join(',')}`;
      const known = this.lines.get(place);
      const said =
        known ?? (when.tree.kind === 'constant' ? '' : texts.ui('rulebook.row.when', { when: sayConditionLine(this.speaker, when.tree) }));
      this.lines.set(place, said);
      return { key: `${kind}.${item.id}`, name: this.say(`${kind}.${item.id}.name`), when: said === '' ? undefined : said };
    });
    return rows.length === 0
      ? []
      : [{ id: kind, title: texts.ui('rulebook.partTitle', { part: texts.ui(`rulebook.part.${kind}`), count: rows.length }), rows }];
  }

  /** A document, fee, step …: its facts, and for which ways it applies when. */
  private item<One extends Item>(
    part: PartId,
    item: One,
    about: { paragraphs?: readonly string[]; facts: readonly RuleFact[]; here?: (clause: One['applies'][number]) => readonly RuleFact[] },
  ): Rule {
    const clauses = item.applies.map((clause): RuleClause => {
      const when = this.whenOf.get(clause);
      return {
        ways: this.sayWays(clause),
        here: this.sayHere(about.here?.(clause) ?? []),
        when: when && when.kind !== 'constant' ? sayCondition(this.speaker, when) : undefined,
      };
    });
    return this.rule({
      key: `${part}.${item.id}`,
      ...this.names(part, item.id),
      paragraphs: this.texts(part, item.id, about.paragraphs ?? []),
      facts: about.facts,
      clauses,
      basis: item,
    });
  }

  private copies(clause: Clause): readonly RuleFact[] {
    const copies = this.copiesOf.get(clause);
    return copies ? this.facts({ copies: sayExpression(this.speaker, copies) }) : [];
  }

  private quantity(clause: Clause): readonly RuleFact[] {
    const quantity = this.quantityOf.get(clause);
    return quantity ? this.facts({ quantity: sayExpression(this.speaker, quantity) }) : [];
  }

  private sayHere(facts: readonly RuleFact[]): string | undefined {
    const { texts } = this.speaker;
    if (facts.length === 0) return undefined;
    const said = facts.map(({ label, values }) =>
      texts.ui('rulebook.fact.labelled', { label, value: texts.list(values.map(({ text }) => text)) }),
    );
    return texts.ui('rulebook.clause.override', { facts: said.join('; ') });
  }

  private sayWays(clause: Clause): string {
    const { texts, compiled } = this.speaker;
    const concerned = compiled.routes.filter(({ route }) => concerns(clause, route.id, compiled.scope));
    const rest = compiled.routes.filter((route) => !concerned.includes(route));
    const name = (routes: readonly CompiledRoute[]): string => routes.map(({ route }) => this.say(`routes.${route.id}.name`)).join('; ');
    if (rest.length === 0) return texts.ui('rulebook.clause.allWays');
    return rest.length * 4 < concerned.length
      ? texts.ui('rulebook.clause.allBut', { ways: name(rest) })
      : texts.ui('rulebook.clause.ways', { ways: name(concerned) });
  }

  /** A named condition or a derived value. */
  private defined(part: 'conditions' | 'values', id: string, facts: Record<string, RuleText>): Rule {
    const derived = this.speaker.compiled.scope.derived.get(id);
    return this.rule({
      key: `${part}.${id}`,
      name: sayName(this.speaker, part, id),
      facts: this.facts(facts),
      basis: { sources: derived?.sources ?? [], reading: derived?.reading },
    });
  }

  private rule({ basis, ...draft }: Draft, example = 'rulebook.exampleItem'): Rule {
    const facts = [...(draft.facts ?? []), ...(basis ? this.grounds(draft.key, basis) : [])];
    return {
      official: undefined,
      tags: [],
      paragraphs: [],
      clauses: [],
      lists: () => [],
      ...draft,
      facts,
      example: this.example(draft.key, example),
    };
  }

  /** Where a rule comes from, and how sure that is. */
  private grounds(key: string, { sources, confidence, verifiedOn, reading }: Basis): readonly RuleFact[] {
    const { texts, compiled } = this.speaker;
    const cited = compiled.pack.sources
      .filter(({ id }) => sources.includes(id))
      .map((source): RuleText => {
        return source.kind === 'unverified'
          ? { text: texts.ui('source.unverified') }
          : { text: source.title, rule: `sources.${source.id}` };
      });
    return this.facts({
      reading: reading ? texts.find(this.pack, `${key}.reading`) : undefined,
      sure: confidence && texts.ui(`confidence.${confidence}`),
      checked: confidence && texts.day(verifiedOn ?? compiled.pack.reviewedOn),
      sources: cited.length > 0 ? cited : undefined,
    });
  }

  private example(key: string, intro: string): Rule['example'] {
    const { texts, compiled } = this.speaker;
    const witness = this.witnesses[key];
    if (!witness) return undefined;
    const answers = compiled.questions.flatMap(({ question }) => {
      const answer = witness.answers[question.id];
      if (answer === undefined) return [];
      return [
        texts.ui('rulebook.exampleAnswer', {
          question: this.say(`questions.${question.id}.short`),
          answer: sayAnswer(texts, this.pack, question, answer),
        }),
      ];
    });
    const isOtherDay = witness.asOf !== compiled.pack.reviewedOn;
    return {
      intro: isOtherDay ? `${texts.ui('rulebook.exampleOn', { date: texts.day(witness.asOf) })} ${texts.ui(intro)}` : texts.ui(intro),
      answers,
    };
  }

  /** The rule of an id that a conflict names, whatever its kind. */
  private findRule(id: string): RuleText | undefined {
    const { pack } = this.speaker.compiled;
    const kind = (
      ['routes', 'documents', 'fees', 'steps', 'deadlines', 'duties', 'blockers', 'warnings', 'offices', 'questions'] as const
    ).find((name) => (pack[name] as readonly { id: string }[]).some((item) => item.id === id));
    if (kind) return { text: this.say(`${kind}.${id}.${kind === 'questions' ? 'short' : 'name'}`), rule: `${kind}.${id}` };
    const derived = this.speaker.compiled.scope.derived.get(id);
    if (derived)
      return 'when' in derived
        ? { text: sayName(this.speaker, 'conditions', id), rule: `conditions.${id}` }
        : { text: sayName(this.speaker, 'values', id), rule: `values.${id}` };
    return this.speaker.compiled.scope.groups.has(id) ? { text: sayName(this.speaker, 'groups', id), rule: `groups.${id}` } : undefined;
  }

  private names(kind: string, id: string): Pick<Rule, 'name' | 'official'> {
    const name = this.say(`${kind}.${id}.name`);
    const official = this.speaker.texts.find(this.pack, `${kind}.${id}.official`);
    return { name, official: official === name ? undefined : official };
  }

  private texts(kind: string, id: string, parts: readonly string[]): readonly string[] {
    return parts.flatMap((part) => this.speaker.texts.find(this.pack, `${kind}.${id}.${part}`) ?? []);
  }

  private facts(values: Parameters<typeof toFacts>[1]): readonly RuleFact[] {
    return toFacts(this.speaker, values);
  }

  private say(key: string): string {
    return this.speaker.texts.pack(this.pack, key);
  }
}

/** A rulebook says the same names thousands of times; looking each up once makes it twice as fast. */
function rememberTexts(texts: Texts): Texts {
  const said = new Map<string, string | undefined>();
  const remember = <Result extends string | undefined>(key: string, say: () => Result): Result => {
    if (!said.has(key)) said.set(key, say());
    return said.get(key) as Result;
  };
  return {
    ...texts,
    ui: (key, values) => remember(`ui ${key} ${values ? JSON.stringify(values) : ''}`, () => texts.ui(key, values)),
    find: (namespace, key, reader) => remember(`find ${namespace} ${key} ${reader ?? ''}`, () => texts.find(namespace, key, reader)),
    pack: (namespace, key, reader) => remember(`pack ${namespace} ${key} ${reader ?? ''}`, () => texts.pack(namespace, key, reader)),
  };
}
