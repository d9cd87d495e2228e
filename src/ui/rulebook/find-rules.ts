import type { Rulebook } from '../../texts/index.ts';
import { textOfRule } from '../../texts/index.ts';

/** Text as people search it: small letters, without accents. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Searchable texts by rule; made when somebody searches for the first time. */
export function indexRules({ parts }: Rulebook): ReadonlyMap<string, string> {
  return new Map(parts.flatMap(({ rules }) => rules.map((rule) => [rule.key, fold(`${rule.key} ${textOfRule(rule)}`)] as const)));
}

/** Keys of the rules that contain every word. */
export function findRules(index: ReadonlyMap<string, string>, wanted: string): ReadonlySet<string> {
  const words = fold(wanted).split(/\s+/).filter(Boolean);
  return new Set([...index].filter(([, text]) => words.every((word) => text.includes(word))).map(([key]) => key));
}
