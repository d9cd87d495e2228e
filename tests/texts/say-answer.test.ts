import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/rules/index.ts';
import { createTexts, sayAnswer, sayDays, sayPeriod } from '../../src/texts/index.ts';
import { BASIS } from '../support/make-pack.ts';
import { readTree } from '../support/locales.ts';

const pack = {
  questions: {
    sector: { ask: '…', options: { farm: 'Farm', shop: 'A shop' }, optionsSelf: { shop: 'Your own shop' } },
    papers: { ask: '…', options: { passport: 'Passport', permit: 'Permit' } },
  },
};
const [english, spanish] = await Promise.all(
  ['en', 'es'].map((language) => createTexts(language, { ui: readTree(language, 'ui'), zz: pack })),
);

const question = (type: Question['type'], id = 'sector'): Question => ({
  id,
  type,
  section: 'work',
  sources: [...BASIS.sources],
  confidence: 'high',
  ...(type === 'money' ? { currency: 'BZD' } : {}),
});

describe('sayAnswer', () => {
  it.each([
    ['yesNo', true, 'Yes'],
    ['yesNo', false, 'No'],
    ['choice', 'farm', 'Farm'],
    ['country', 'GT', 'Guatemala'],
    ['money', 4.5, 'BZ$4.50'],
    ['integer', 1200, '1,200'],
    ['number', 12, '12'],
    ['choice', 'unknown', 'I don’t know'],
    ['date', 'unknown', 'I don’t know'],
  ] as const)('says the %s answer %s as "%s"', (type, answer, text) => {
    expect(sayAnswer(english!, 'zz', question(type), answer)).toBe(text);
  });

  it('says a list of options as a list, and none as "None of these"', () => {
    const papers = question('any', 'papers');
    expect([sayAnswer(english!, 'zz', papers, ['passport', 'permit']), sayAnswer(english!, 'zz', papers, [])]).toEqual([
      'Passport and Permit',
      'None of these',
    ]);
  });

  it('addresses the self-employed where there is a variant for them', () => {
    expect([
      sayAnswer(english!, 'zz', question('choice'), 'shop', 'selfEmployed'),
      sayAnswer(english!, 'zz', question('choice'), 'farm', 'selfEmployed'),
    ]).toEqual(['Your own shop', 'Farm']);
  });

  it('shows the key of a missing text', () => {
    expect(sayAnswer(english!, 'zz', question('choice'), 'mine')).toBe('[[zz:questions.sector.options.mine]]');
  });

  it('speaks Spanish', () => {
    expect([sayAnswer(spanish!, 'zz', question('yesNo'), true), sayAnswer(spanish!, 'zz', question('date'), '2026-12-01')]).toEqual([
      'Sí',
      '1 de diciembre de 2026',
    ]);
  });
});

describe('sayPeriod', () => {
  it('counts one and several', () => {
    expect([sayPeriod(english!, { months: 1 }), sayPeriod(english!, { months: 6 }), sayPeriod(spanish!, { years: 1, months: 6 })]).toEqual([
      '1 month',
      '6 months',
      '1 año y 6 meses',
    ]);
  });
});

describe('sayDays', () => {
  it('says what is known of a duration', () => {
    const say = (least: number | null, most: number | null): string => sayDays(english!, { least, most, kind: 'working' });
    expect([say(10, 20), say(null, 20), say(10, null), say(1, 1)]).toEqual([
      '10 to 20 working days',
      'up to 20 working days',
      'at least 10 working days',
      '1 working day',
    ]);
  });
});
