import type {
  CompiledAmount,
  CompiledQuestion,
  Conflict,
  Deadline,
  Document,
  Duty,
  Fee,
  Office,
  Remedy,
  Route,
  Source,
  Step,
  Warning,
  Blocker,
} from '../rules/index.ts';
import type { RuleFact, RuleText } from './rulebook.ts';
import { sayAnswer } from './say-answer.ts';
import { sayCondition, sayExpression } from './say-condition.ts';
import { sayDays, sayPeriod } from './say-period.ts';
import { sayRuleAmount } from './say-rule-amount.ts';
import type { Speaker } from './speaker.ts';

type Value = string | RuleText | readonly RuleText[] | undefined;

/** What a question asks, which answers it takes, and when it makes sense. */
export function listQuestionFacts(
  speaker: Speaker,
  { question, asked, mustHold, onlyIf, least, most }: CompiledQuestion,
): readonly RuleFact[] {
  const { texts, compiled } = speaker;
  const { id, type, unit } = question;
  const kind = texts.ui(`rulebook.type.${type}`);
  const unitOf = { kind: 'answer', question: id } as const;
  const options = (question.options ?? []).map((option): RuleText => {
    const label = sayAnswer(texts, compiled.pack.id, question, type === 'any' ? [option.id] : option.id);
    const only = onlyIf.get(option.id);
    const text = option.alone ? `${label} (${texts.ui('rulebook.alone')})` : label;
    return only ? { text, parts: [{ text: texts.ui('rulebook.offered'), parts: [sayCondition(speaker, only.tree)] }] } : { text };
  });
  return toFacts(speaker, {
    asked: texts.find(compiled.pack.id, `questions.${id}.ask`),
    answer: unit === undefined ? kind : texts.ui('rulebook.unit', { type: kind, unit: texts.ui(`unit.${unit}`) }),
    options: options.length > 0 ? options : undefined,
    limits:
      least && most
        ? texts.ui('rulebook.limits', {
            least: sayExpression(speaker, least.tree, { unitOf }),
            most: sayExpression(speaker, most.tree, { unitOf }),
          })
        : undefined,
    mustHold: mustHold.length > 0 ? mustHold.map(({ tree }) => sayCondition(speaker, tree)) : undefined,
    askedWhen: asked.tree.kind === 'constant' ? undefined : sayCondition(speaker, asked.tree),
    unknown: question.unknown === false ? texts.ui('rulebook.notOffered') : undefined,
    changeable: question.changeable ? texts.ui('rulebook.changeable') : undefined,
    note: texts.find(compiled.pack.id, `questions.${id}.hint`),
  });
}

export function listRouteFacts(speaker: Speaker, route: Route): readonly RuleFact[] {
  const { texts, compiled } = speaker;
  const find = (part: string): string | undefined => texts.find(compiled.pack.id, `routes.${route.id}.${part}`);
  return toFacts(speaker, {
    validity: find('validity') ?? sayValidity(speaker, route),
    tied: route.tiedTo && texts.ui(`routes.tied.${route.tiedTo}`),
    basis: find('basis'),
    decides: nameAll(speaker, 'offices', route.decides),
    question: find('question'),
    askOffices: nameAll(speaker, 'offices', route.askOffices),
    instead: route.instead && listRemedies(speaker, route.instead),
    residence: listResidence(speaker, route),
    winsOver: nameAll(speaker, 'routes', route.winsOver),
  });
}

/** What states the way to residence; for permits also that no source does. */
function listResidence(speaker: Speaker, { id, kind, pathToResidence }: Route): Value {
  const { texts, compiled } = speaker;
  if (!pathToResidence) return kind === 'permit' ? texts.ui('routes.residence.notSaid') : undefined;
  return pathToResidence.map((name) => {
    if (name === id) return { text: texts.ui('routes.residence.already') };
    const named = (['deadlines', 'warnings'] as const).find((list) => compiled.pack[list].some((item) => item.id === name));
    return nameOne(speaker, named ?? 'routes', name);
  });
}

function sayValidity({ texts }: Speaker, { validity }: Route): string | undefined {
  if (validity?.most) return texts.ui('routes.upTo', { period: sayPeriod(texts, validity.most) });
  return validity?.least && texts.ui('rulebook.validityFrom', { period: sayPeriod(texts, validity.least) });
}

export function listBlockerFacts(speaker: Speaker, blocker: Blocker): readonly RuleFact[] {
  return toFacts(speaker, {
    remedies: listRemedies(speaker, blocker.remedies),
    ifUnknown: blocker.ifUnknown && speaker.texts.ui('rulebook.openIfUnknown'),
  });
}

export function listWarningFacts(speaker: Speaker, warning: Warning): readonly RuleFact[] {
  const { texts, compiled } = speaker;
  return toFacts(speaker, {
    severity: texts.ui(`rulebook.warning.${warning.severity}`),
    do: texts.find(compiled.pack.id, `warnings.${warning.id}.do`),
    remedies: warning.remedies && listRemedies(speaker, warning.remedies),
    ask: nameAll(speaker, 'offices', warning.ask),
  });
}

/** What a clause says besides its routes and its condition; the item itself says the same for all of them. */
type PartOf<Item extends { applies: readonly unknown[] }> = Omit<Item['applies'][number], 'routes' | 'except' | 'when'>;

/** What an item and a clause of a document have in common. */
export function listDocumentPart(speaker: Speaker, part: PartOf<Document>): readonly RuleFact[] {
  const { texts, compiled } = speaker;
  const forms = (part.form ?? []).map((form) => texts.ui(`form.${form}`));
  const copies = typeof part.copies !== 'number' ? [] : [texts.ui('form.copies', { count: part.copies })];
  const age = part.maxAge
    ? texts.ui('documents.maxAge', { period: sayPeriod(texts, part.maxAge) })
    : part.fresh && texts.ui(`documents.${part.fresh}`);
  return toFacts(speaker, {
    provider: part.provider && texts.ui(`actor.${part.provider}`),
    form: forms.length + copies.length > 0 ? texts.list([...forms, ...copies]) : undefined,
    age,
    oneOf: part.oneOf && texts.pack(compiled.pack.id, `oneOf.${part.oneOf}`),
    handedIn: nameAll(speaker, 'steps', part.steps),
  });
}

export function listDocumentFacts(speaker: Speaker, document: Document): readonly RuleFact[] {
  const { texts, compiled } = speaker;
  const find = (part: string): string | undefined => texts.find(compiled.pack.id, `documents.${document.id}.${part}`);
  const said = new Map(listDocumentPart(speaker, document).map((fact) => [fact.id, fact]));
  const own = toFacts(speaker, { form: find('form'), age: find('age') });
  for (const fact of own) said.set(fact.id, fact);
  const rest = toFacts(speaker, {
    where: find('where') ?? nameAll(speaker, 'offices', document.offices),
    obtainedAt: document.obtainedAt === undefined ? undefined : nameAll(speaker, 'steps', [document.obtainedAt]),
    issuedOn: document.issuedOn === undefined ? undefined : nameOne(speaker, 'questions', document.issuedOn),
    note: find('note'),
  });
  return [...said.values(), ...rest];
}

export function listFeePart(speaker: Speaker, part: Omit<PartOf<Fee>, 'quantity'>): readonly RuleFact[] {
  return toFacts(speaker, { payer: part.payer && speaker.texts.ui(`actor.${part.payer}`), paidAt: nameAll(speaker, 'steps', part.steps) });
}

export function listFeeFacts(speaker: Speaker, fee: Fee, amount: CompiledAmount | undefined): readonly RuleFact[] {
  const { texts, compiled } = speaker;
  const before = toFacts(speaker, {
    amount: amount && sayRuleAmount(speaker, amount, fee.currency),
    per: fee.per && texts.ui(`rulebook.per.${fee.per}`),
  });
  const after = toFacts(speaker, {
    figureOf: fee.asOf,
    refund: fee.refundable ? texts.ui('rulebook.refund') : undefined,
    charge: fee.notFromWorker && texts.ui(`fees.notFromWorker.${fee.notFromWorker}`),
    note: texts.find(compiled.pack.id, `fees.${fee.id}.note`),
  });
  return [...before, ...listFeePart(speaker, fee), ...after];
}

export function listStepPart(speaker: Speaker, part: PartOf<Step>): readonly RuleFact[] {
  const { texts } = speaker;
  const { days } = part;
  return toFacts(speaker, {
    actor: part.actor && texts.ui(`actor.${part.actor}`),
    where: nameAll(speaker, 'offices', part.offices),
    time: days && sayDays(texts, { least: days.least ?? null, most: days.most ?? null, kind: days.kind }),
    after: nameAll(speaker, 'steps', part.after),
  });
}

export function listStepFacts(speaker: Speaker, step: Step): readonly RuleFact[] {
  const { texts, compiled } = speaker;
  const time = texts.find(compiled.pack.id, `steps.${step.id}.time`);
  const facts = listStepPart(speaker, step).filter(({ id }) => id !== 'time' || time === undefined);
  const rest = toFacts(speaker, {
    time: time ?? (step.days ? undefined : texts.ui('steps.timeUnknown')),
    only: step.only ? texts.ui(`rulebook.only.${step.only}`) : step.later && texts.ui('rulebook.only.later'),
    alone: step.alone && texts.ui(`actor.${step.alone}`),
  });
  return [...facts, ...rest];
}

export function listDeadlineFacts(speaker: Speaker, deadline: Deadline): readonly RuleFact[] {
  const { texts, compiled } = speaker;
  const date = compiled.routes.flatMap(({ deadlines }) => deadlines).find(({ item }) => item.id === deadline.id)?.date;
  const counts = deadline.counts && texts.ui(`rulebook.counts.${deadline.counts}`);
  const period = deadline.period && sayPeriod(texts, deadline.period);
  return toFacts(speaker, {
    rule: texts.find(compiled.pack.id, `deadlines.${deadline.id}.rule`),
    meaning: texts.ui(`rulebook.meaning.${deadline.meaning}`),
    date: date && sayExpression(speaker, date.tree),
    period: period !== undefined && counts !== undefined ? `${period} (${counts})` : (period ?? counts),
  });
}

export function listDutyFacts(speaker: Speaker, duty: Duty): readonly RuleFact[] {
  const { texts } = speaker;
  return toFacts(speaker, { severity: texts.ui(`severity.${duty.severity}`), who: texts.ui(`rulebook.who.${duty.who}`) });
}

/** @param keyOf the rule that an id stands for, whatever its kind */
export function listConflictFacts(speaker: Speaker, conflict: Conflict, keyOf: (id: string) => RuleText | undefined): readonly RuleFact[] {
  const { texts, compiled } = speaker;
  const find = (part: string): string | undefined => texts.find(compiled.pack.id, `conflicts.${conflict.id}.${part}`);
  const items = conflict.items.flatMap((id) => keyOf(id) ?? []);
  return toFacts(speaker, {
    follows: find('follows'),
    ask: find('ask') ?? nameAll(speaker, 'offices', conflict.ask),
    items: items.length > 0 ? items : undefined,
  });
}

export function listSourceFacts(speaker: Speaker, source: Source): readonly RuleFact[] {
  const { texts } = speaker;
  const kind = texts.ui(`source.kind.${source.kind}`);
  return toFacts(speaker, {
    published: source.date === undefined ? kind : `${kind}; ${source.date}`,
    addresses: source.urls.length > 0 ? source.urls.map((url) => ({ text: url, url })) : undefined,
    seenOn: texts.day(source.seenOn),
  });
}

export function listOfficeFacts(speaker: Speaker, office: Office): readonly RuleFact[] {
  const { texts, compiled } = speaker;
  const contacts = (office.contacts ?? []).map(({ kind, value, place, asOf }): RuleText => {
    const text = `${place === undefined ? '' : `${place}: `}${value}${asOf === undefined ? '' : ` (${texts.ui('offices.asOf', { date: asOf })})`}`;
    return kind === 'web' ? { text, url: /^https?:/.test(value) ? value : `https://${value}` } : { text };
  });
  return toFacts(speaker, {
    contacts: contacts.length > 0 ? contacts : texts.ui('offices.noContact'),
    note: texts.find(compiled.pack.id, `offices.${office.id}.note`),
  });
}

/** Facts by the id of their label; what is undefined is left out. */
export function toFacts({ texts }: Speaker, values: Readonly<Record<string, Value>>): readonly RuleFact[] {
  return Object.entries(values).flatMap(([id, value]): readonly RuleFact[] => {
    if (value === undefined) return [];
    const list = typeof value === 'string' ? [{ text: value }] : 'text' in value ? [value] : value;
    return [{ id, label: texts.ui(`rulebook.fact.${id}`), values: list }];
  });
}

type Named = 'offices' | 'steps' | 'routes' | 'documents' | 'questions' | 'deadlines' | 'warnings';

function nameOne({ texts, compiled }: Speaker, kind: Named, id: string): RuleText {
  return { text: texts.pack(compiled.pack.id, `${kind}.${id}.${kind === 'questions' ? 'short' : 'name'}`), rule: `${kind}.${id}` };
}

function nameAll(speaker: Speaker, kind: Named, ids: readonly string[] | undefined): readonly RuleText[] | undefined {
  return ids && ids.length > 0 ? ids.map((id) => nameOne(speaker, kind, id)) : undefined;
}

function listRemedies(speaker: Speaker, remedies: readonly Remedy[]): readonly RuleText[] {
  return remedies.map((remedy) => {
    if ('step' in remedy) return nameOne(speaker, 'steps', remedy.step);
    if ('document' in remedy) return nameOne(speaker, 'documents', remedy.document);
    if ('route' in remedy) return nameOne(speaker, 'routes', remedy.route);
    if ('office' in remedy) return nameOne(speaker, 'offices', remedy.office);
    return { text: speaker.texts.pack(speaker.compiled.pack.id, `advice.${remedy.advice}`) };
  });
}
