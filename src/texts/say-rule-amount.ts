import type { CompiledAmount, CompiledExpression } from '../rules/index.ts';
import { assertNever, formatDate } from '../rules/index.ts';
import { sayCondition, sayExpression } from './say-condition.ts';
import type { Said, Speaker } from './speaker.ts';

/** The rule of an amount: a figure, a range, cases, a tariff by date. What is not confirmed says so, and is never zero. */
export function sayRuleAmount(speaker: Speaker, amount: CompiledAmount, currency: string): Said {
  const { texts } = speaker;
  switch (amount.kind) {
    case 'exact':
      return { text: sayExact(speaker, amount.value, currency) };
    case 'indicative':
      return { text: sayRange(speaker, 'indicative', { ...amount, currency }) };
    case 'unconfirmed':
      return {
        text: amount.estimate ? sayRange(speaker, 'estimate', { ...amount.estimate, currency }) : texts.ui('rulebook.amount.unconfirmed'),
      };
    case 'cases':
      return {
        text: texts.ui('rulebook.amount.cases'),
        parts: amount.cases.map((entry) => {
          const said = sayRuleAmount(speaker, entry.amount, currency);
          const below = said.parts ?? [];
          if (entry.when.tree.kind === 'constant')
            return { text: texts.ui('rulebook.amount.rest', { amount: said.text }), ...(below.length > 0 ? { parts: below } : {}) };
          return {
            text: texts.ui('rulebook.amount.case', { amount: said.text }),
            parts: [sayCondition(speaker, entry.when.tree), ...below],
          };
        }),
      };
    case 'tariff':
      return {
        text: texts.ui('rulebook.amount.tariff', { date: sayExpression(speaker, amount.on.tree) }),
        parts: amount.periods.map((period) => {
          const said = sayRuleAmount(speaker, period.amount, currency);
          return {
            text: texts.ui('rulebook.amount.period', { period: sayBetweenDays(speaker, period), amount: said.text }),
            ...(said.parts ? { parts: said.parts } : {}),
          };
        }),
      };
    default:
      return assertNever(amount);
  }
}

function sayExact(speaker: Speaker, { tree }: CompiledExpression, currency: string): string {
  const { texts } = speaker;
  if (tree.kind !== 'number') return texts.ui('rulebook.amount.computed', { value: sayExpression(speaker, tree), currency });
  return tree.value === 0 ? texts.ui('rulebook.amount.free') : texts.money(tree.value, currency);
}

function sayRange(
  { texts }: Speaker,
  key: 'indicative' | 'estimate',
  { least, most, currency }: { least: number; most: number; currency: string },
): string {
  if (least === most) return texts.ui(`rulebook.amount.${key}One`, { amount: texts.money(least, currency) });
  return texts.ui(`rulebook.amount.${key}`, { least: texts.money(least, currency), most: texts.money(most, currency) });
}

/** The days between which a tariff is in force; either end may be open. */
function sayBetweenDays({ texts }: Speaker, { from, until }: { from: number; until: number }): string {
  const [first, last] = [from, until].map((day) => (Number.isFinite(day) ? texts.day(formatDate(day)) : undefined));
  if (first !== undefined && last !== undefined) return texts.ui('rulebook.forceBetween', { from: first, until: last });
  if (first !== undefined) return texts.ui('rulebook.forceFrom', { date: first });
  return last === undefined ? texts.ui('rulebook.say.always') : texts.ui('rulebook.forceUntil', { date: last });
}
