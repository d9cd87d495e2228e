import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCountry, formatDay, formatList, formatMoney, formatNumber } from '../../src/texts/format.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('formatMoney', () => {
  it.each([
    [2000, 'BZD', 'en', 'BZ$2,000'],
    [4.5, 'BZD', 'en', 'BZ$4.50'],
    [5125, 'GYD', 'en', 'G$5,125'],
    [125, 'CRC', 'es', '₡125'],
    [200, 'HNL', 'es', 'L 200'],
    [100, 'EUR', 'en', '100 EUR'],
    [0, 'USD', 'en', 'US$0'],
  ] as const)('writes %s %s in %s as %s', (amount, currency, language, text) => {
    expect(plain(formatMoney(amount, currency, language))).toBe(text);
  });

  it('always says which dollar is meant', () => {
    const dollars = ['BZD', 'GYD', 'USD', 'JMD', 'TTD', 'CAD'].map((currency) => formatMoney(10, currency, 'en'));
    expect(new Set(dollars).size).toBe(dollars.length);
  });

  it('never hides a cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (cents) => {
        const digits = plain(formatMoney(cents / 100, 'USD', 'en')).replace(/[^\d.]/g, '');
        expect(Math.round(Number(digits) * 100)).toBe(cents);
      }),
    );
  });
});

describe('formatDay', () => {
  it.each([
    ['2026-12-01', 'en', /1 December 2026|December 1, 2026/],
    ['2026-12-01', 'es', /1 de diciembre de 2026/],
    ['2028-02-29', 'es', /29 de febrero de 2028/],
  ])('writes %s in %s in words', (iso, language, text) => {
    expect(plain(formatDay(iso, language))).toMatch(text);
  });

  it('writes the day that stands there, in every time zone', () => {
    const zone = process.env['TZ'];
    try {
      const written = ['America/Los_Angeles', 'Pacific/Kiritimati'].map((name) => {
        process.env['TZ'] = name;
        return formatDay('2027-01-01', 'en');
      });
      expect(written[0]).toBe(written[1]);
      expect(written[0]).toContain('2027');
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

describe('other formats', () => {
  it('join lists as each language does', () => {
    expect([formatList(['passport', 'photo'], 'en'), formatList(['pasaporte', 'foto'], 'es')]).toEqual([
      'passport and photo',
      'pasaporte y foto',
    ]);
  });

  it('name countries in the language of the reader, and fall back on the code', () => {
    expect([formatCountry('ES', 'en'), formatCountry('ES', 'es'), formatCountry('nonsense', 'en')]).toEqual([
      'Spain',
      'España',
      'nonsense',
    ]);
  });

  it('group the digits of large numbers', () => {
    expect(formatNumber(1234567, 'en')).toBe('1,234,567');
  });
});
