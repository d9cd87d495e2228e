import type { Answers } from '../rules/index.ts';

/** A piece of text, with what belongs to it below; `rule` and `url` lead to another rule or page. */
export type RuleText = { readonly text: string; readonly rule?: string; readonly url?: string; readonly parts?: readonly RuleText[] };

/** One labelled fact of a rule. */
export type RuleFact = { readonly id: string; readonly label: string; readonly values: readonly RuleText[] };

/** For which ways a rule applies, and when. */
export type RuleClause = { readonly ways: string; readonly here: string | undefined; readonly when: RuleText | undefined };

/** What a way asks for, of one kind. */
export type RuleList = {
  readonly id: PartId;
  readonly title: string;
  readonly rows: readonly { readonly key: string; readonly name: string; readonly when: string | undefined }[];
};

/** One rule of a pack in words. */
export type Rule = {
  /** `documents.passport`: the address of the rule within the rulebook. */
  readonly key: string;
  readonly name: string;
  readonly official: string | undefined;
  readonly tags: readonly string[];
  readonly paragraphs: readonly string[];
  readonly facts: readonly RuleFact[];
  readonly clauses: readonly RuleClause[];
  /** What a way asks for. A function, because the lists of all ways are long and most stay closed. */
  readonly lists: () => readonly RuleList[];
  readonly example: { readonly intro: string; readonly answers: readonly string[] } | undefined;
};

export const PARTS = [
  'routes',
  'questions',
  'conditions',
  'values',
  'groups',
  'blockers',
  'warnings',
  'documents',
  'fees',
  'steps',
  'deadlines',
  'duties',
  'conflicts',
  'offices',
  'sources',
] as const;
export type PartId = (typeof PARTS)[number];

export type RulebookPart = { readonly id: PartId; readonly title: string; readonly rules: readonly Rule[] };

/** A whole pack in words. */
export type Rulebook = { readonly parts: readonly RulebookPart[]; readonly notChecked: readonly string[] };

/** Answers under which a rule holds: the proof that it can, and an example person. */
export type Witness = {
  /** The day of the assessment. */
  readonly asOf: string;
  readonly answers: Answers;
  /** For a way: does it come out, or does it only fit? */
  readonly comesOut?: boolean;
};

/** By the key of the rule, such as `routes.citizen`. Generated: `rules/witnesses/<cc>.json`. */
export type Witnesses = Readonly<Record<string, Witness>>;

/** Everything that a reader can search in a rule, what a way lists apart: the listed rules are found themselves. */
export function textOfRule({ name, official, tags, paragraphs, facts, clauses, example }: Rule): string {
  const collect = ({ text, parts = [] }: RuleText): string => [text, ...parts.map(collect)].join(' ');
  return [
    name,
    official ?? '',
    ...tags,
    ...paragraphs,
    ...facts.flatMap(({ label, values }) => [label, ...values.map(collect)]),
    ...clauses.flatMap(({ ways, here, when }) => [ways, here ?? '', when ? collect(when) : '']),
    ...(example?.answers ?? []),
  ].join(' ');
}
