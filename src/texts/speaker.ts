import type { CompiledPack, Expression } from '../rules/index.ts';
import type { Texts } from './create-texts.ts';

/** Who speaks: one pack in one language. */
export type Speaker = { readonly texts: Texts; readonly compiled: CompiledPack };

/** A condition or value in words; what consists of parts is a list, so that long conditions stay readable. */
export type Said = {
  readonly text: string;
  /** The rule of the rulebook that the text names, such as `conditions.needsPermit`. */
  readonly rule?: string;
  readonly parts?: readonly Said[];
};

/** The short name of a question. */
export function sayShort({ texts, compiled }: Speaker, question: string): string {
  return texts.pack(compiled.pack.id, `questions.${question}.short`);
}

/** The text of a named condition, derived value or group: a string, or an object with `text`. */
export function sayName({ texts, compiled }: Speaker, kind: 'conditions' | 'values' | 'groups', id: string): string {
  const { id: pack } = compiled.pack;
  const keys = [`${kind}.${id}.text`, `${kind}.${id}`];
  // The longer key first: asked for the shorter one, i18next would hand out the whole object as a message.
  const found = [pack, 'common'].flatMap((namespace) => keys.map((key) => () => texts.find(namespace, key)));
  for (const find of found) {
    const text = find();
    if (text !== undefined) return text;
  }
  return id;
}

/** Is it a date? A linked pack never mixes the two. */
export function isDate(compiled: CompiledPack, expression: Expression): boolean {
  switch (expression.kind) {
    case 'day':
    case 'asOf':
    case 'shift':
      return true;
    case 'answer':
      return compiled.scope.questions.get(expression.question)?.type === 'date';
    case 'derived': {
      const tree = compiled.values.get(expression.id);
      return tree !== undefined && isDate(compiled, tree);
    }
    case 'if':
      return isDate(compiled, expression.then);
    case 'arithmetic': {
      const [first] = expression.of;
      return (expression.operator === 'least' || expression.operator === 'greatest') && first !== undefined && isDate(compiled, first);
    }
    default:
      return false;
  }
}

/** The unit goes with a number that a question's answer is compared with. */
export function sayNumber({ texts, compiled }: Speaker, value: number, unitOf: Expression | undefined): string {
  const question = unitOf?.kind === 'answer' ? compiled.scope.questions.get(unitOf.question) : undefined;
  if (question?.type === 'money' && question.currency !== undefined) return texts.money(value, question.currency);
  switch (question?.unit) {
    case 'years':
    case 'months':
    case 'days':
      return texts.ui(`period.${question.unit}`, { count: value });
    case 'percent':
      return texts.ui('rulebook.say.percent', { number: texts.number(value) });
    default:
      return texts.number(value);
  }
}
