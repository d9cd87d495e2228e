import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/texts/format.ts';
import { parseMonth, parseWhole } from '../../src/ui/questions/read-input.ts';

describe('parseWhole', () => {
  it.each([
    ['1500', 1500],
    ['1,500', 1500],
    ['1 500', 1500],
    ['1\u00a0500', 1500],
    ['1’500', 1500],
    ['1.500,50', 1500.5],
    ['1,500.50', 1500.5],
    ['4.99', 4.99],
    ['4,99', 4.99],
    ['12,5', 12.5],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['-5', -5],
    ['BZ$ 4.50', 4.5],
    ['₡125', 125],
    ['0', 0],
  ])('reads "%s" as %s', (text, value) => {
    expect(parseWhole(text)).toBe(value);
  });

  it.each(['', ' ', 'many', '12a', '1-2', '--5', '.', ',', '1e5', '½'])('does not read "%s"', (text) => {
    expect(parseWhole(text)).toBeUndefined();
  });

  it.each(['en', 'es'])('reads every whole number as the program itself writes it in %s', (language) => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (value) => {
        expect(parseWhole(formatNumber(value, language))).toBe(value);
      }),
    );
  });

  it('never reads anything but a finite number', () => {
    fc.assert(fc.property(fc.string(), (text) => parseWhole(text) === undefined || Number.isFinite(parseWhole(text))));
  });
});

describe('parseMonth', () => {
  it.each([
    ['1', 1],
    ['01', 1],
    ['12', 12],
    ['March', 3],
    ['marzo', 3],
    ['MAR', 3],
    ['mar.', 3],
    ['ene', 1],
    ['sept', 9],
    ['setiembre', 9],
    ['dic', 12],
    [' dec ', 12],
  ])('reads "%s" as month %i', (text, month) => {
    expect(parseMonth(text)).toBe(month);
  });

  it.each(['0', '13', '', 'm', 'ma', 'Smarch', '1.5'])('does not read "%s"', (text) => {
    expect(parseMonth(text)).toBeUndefined();
  });
});
