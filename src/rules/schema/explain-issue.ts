import type { z } from 'zod';
import { findNearest } from '../fault.ts';
import { COMPARISON_WORDS } from './condition-schema.ts';

export type Issue = z.core.$ZodIssue;

/** What people write who know another language, and what this one calls it. */
const SYNONYMS: Readonly<Record<string, string>> = {
  and: 'all',
  allOf: 'all',
  or: 'any',
  anyOf: 'any',
  oneOf: 'any',
  unless: 'not',
  none: 'not',
  '<': 'lessThan',
  '<=': 'atMost',
  '>': 'moreThan',
  '>=': 'atLeast',
  '=': 'equals',
  '==': 'equals',
  '!=': 'isNot',
  is: 'equals',
  not: 'isNot',
  under: 'lessThan',
  below: 'lessThan',
  over: 'moreThan',
  above: 'moreThan',
  min: 'atLeast',
  max: 'atMost',
  until: 'onOrBefore',
  from: 'onOrAfter',
  contains: 'includes',
};
const JOINING_WORDS = new Set(['and', 'allOf', 'or', 'anyOf', 'unless', 'none']);
const AMOUNT_FORMS = '{ "exact": 45 }, { "indicative": { "least": 200, "most": 300 } }, { "unconfirmed": true }, { "cases": [ … ] } or { "on": "asOf", "tariff": [ … ] }';
const DATE = 'a date that exists, such as "2026-12-31" (year-month-day)';
const KINDS: Readonly<Record<string, string>> = {
  array: 'a list in square brackets: [ … ]',
  object: 'an object in curly brackets: { … }',
  record: 'an object in curly brackets: { … }',
  number: 'a number without quotation marks',
  int: 'a whole number without quotation marks',
  string: 'a text in quotation marks',
  boolean: 'true or false without quotation marks',
};

/** What stands under a key, for those who write only a number or a word there. */
const FORMS: Readonly<Record<string, string>> = {
  days: 'a time: { "least": 5, "most": 20, "kind": "working" } (or "calendar")',
  maxAge: 'a period: { "months": 6 } or { "days": 60 }',
  period: 'a period: { "months": 6 } or { "days": 60 }',
  not: 'a condition in curly brackets: "not": { "question": true }; of a named condition "name": false says the same',
  range: 'limits: { "least": 1, "most": 100 }',
  validity: 'how long it is good for: { "least": { "years": 1 }, "most": { "years": 3 } }',
};
const LIMIT_WORDS = new Set(['min', 'max', 'minimum', 'maximum']);
/** What people call those who act. */
const ACTORS: Readonly<Record<string, string>> = { office: 'authority', ministry: 'authority', state: 'authority', company: 'employer', migrant: 'worker', applicant: 'worker' };

export type Explained = { readonly path: readonly PropertyKey[]; readonly expected: string; readonly found?: string };

/** An issue of the schema in words that say what to write instead. */
export function explainIssue(schema: z.ZodType, issue: Issue, value: unknown): Explained {
  const { path } = issue;
  const joiner = path.findIndex((part) => JOINING_WORDS.has(String(part)));
  if (joiner >= 0) {
    const word = String(path[joiner]);
    const right = SYNONYMS[word] ?? 'all';
    return { path: path.slice(0, joiner + 1), expected: right === 'not' ? '"not": { … }' : `"${right}": [ … ]`, found: `"${word}"` };
  }
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = listKeys(schema, path);
      return { path, expected: [...new Set(issue.keys.map((key) => explainKey(key, known)))].join('; '), found: issue.keys.join(', ') };
    }
    case 'invalid_value':
      return { path, expected: explainChoice(issue.values.map(String), value) };
    case 'invalid_type':
      return { path, expected: explainMissing(path, value, KINDS[issue.expected] ?? issue.message) };
    case 'invalid_format':
      return { path, expected: issue.format === 'date' ? DATE : issue.message };
    case 'invalid_union':
      return { path, expected: explainUnion(path, issue.message, value === undefined) };
    default:
      return { path, expected: issue.message };
  }
}

function explainMissing(path: readonly PropertyKey[], value: unknown, kind: string): string {
  const key = String(path.at(-1));
  if (key === 'sources') return `the ids of the sources, such as "sources": ["S1"]; without any: ["unverified"]`;
  const form = FORMS[key];
  if (form !== undefined && kind === KINDS['object']) return form;
  return value === undefined ? `"${key}", ${kind}` : kind;
}

function explainKey(key: string, known: readonly string[]): string {
  if (LIMIT_WORDS.has(key) && known.includes('range')) return `"range", ${FORMS['range'] ?? ''}`;
  const synonym = SYNONYMS[key];
  const nearest = synonym !== undefined && known.includes(synonym) ? synonym : findNearest(key, known);
  const list = `one of the keys ${known.join(', ')}`;
  return nearest === undefined ? list : `${list}; did you mean "${nearest}"?`;
}

function explainChoice(values: readonly string[], value: unknown): string {
  const meant = typeof value === 'string' ? (ACTORS[value] ?? '') : '';
  const nearest = values.includes(meant) ? meant : typeof value === 'string' ? findNearest(value, values) : undefined;
  return `one of ${values.map((one) => `"${one}"`).join(', ')}${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`;
}

function explainUnion(path: readonly PropertyKey[], message: string, isMissing: boolean): string {
  const key = path.at(-1);
  if (key === 'amount' || (path.at(-2) === 'amount' && isMissing)) return `an amount: ${AMOUNT_FORMS}`;
  if (key === 'remedies' || path.at(-2) === 'remedies' || path.at(-2) === 'instead') return 'a remedy: { "step": … }, { "document": … }, { "route": … }, { "office": … } or { "advice": … }, each with an id';
  if (path.at(-2) === 'compare') return path.at(-1) === 1 ? `one of ${COMPARISON_WORDS.join(', ')}` : 'a number, a date, the id of a question or of a derived value, or arithmetic such as { "plus": [ … ] }';
  if (message !== 'Invalid input') return message;
  return path.includes('when') || path.includes('askedWhen')
    ? 'a test: a value, a list of values, or an object such as { "atLeast": 5 }, { "in": "group" }, { "includes": "option" }'
    : 'a number, a date, the id of a question or of a derived value, or arithmetic such as { "plus": [ … ] }';
}

/** The keys that may stand at a place, of all forms that the place can take. */
function listKeys(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let here = [schema];
  for (const part of path) here = here.flatMap(open).flatMap((one) => step(one, part));
  return [...new Set(here.flatMap(open).flatMap((one) => Object.keys(defOf(one).shape ?? {})))];
}

type Def = { type: string; shape?: Record<string, z.ZodType>; catchall?: z.ZodType; element?: z.ZodType; innerType?: z.ZodType; getter?: () => z.ZodType; options?: readonly z.ZodType[]; valueType?: z.ZodType; items?: readonly z.ZodType[] };
const defOf = (schema: z.ZodType): Def => schema.def;

/** A schema without what is wrapped around it; of a union, all its forms. */
function open(schema: z.ZodType): readonly z.ZodType[] {
  const { type, innerType, getter, options } = defOf(schema);
  if (type === 'lazy' && getter) return open(getter());
  if (type === 'union' && options) return options.flatMap(open);
  return innerType ? open(innerType) : [schema];
}

function step(schema: z.ZodType, part: PropertyKey): readonly z.ZodType[] {
  const { shape, catchall, element, valueType, items } = defOf(schema);
  const next = typeof part === 'number' ? (element ?? items?.[part]) : (shape?.[String(part)] ?? catchall ?? valueType);
  return next ? [next] : [];
}
