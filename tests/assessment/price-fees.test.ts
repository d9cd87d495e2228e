import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessedFee } from '../../src/assessment/index.ts';
import { totalFees } from '../../src/assessment/index.ts';
import { ALL_CASES, assessMade, BASIS } from '../support/make-pack.ts';

const fee = (id: string, amount: object, more: object = {}): object => ({
  id,
  payer: 'worker',
  currency: 'USD',
  amount,
  applies: ALL_CASES,
  ...more,
  ...BASIS,
});
const hasFamily = { id: 'hasFamily', type: 'yesNo', section: 'who', ...BASIS };
const stay = { id: 'stayMonths', type: 'integer', range: { least: 0, most: 60 }, section: 'who', ...BASIS };
const assessFees = (fees: readonly object[], answers = {}) =>
  assessMade({ 'questions.json': [hasFamily, stay], 'fees.json': fees }, answers);

describe('fee totals', () => {
  it('add confirmed amounts and leave ranges and unconfirmed fees apart', () => {
    const result = assessFees([
      fee('filing-fee', { exact: 100 }),
      fee('lawyer-fee', { indicative: { least: 200, most: 300 } }),
      fee('card-fee', { unconfirmed: true }),
    ]);
    expect(result.feeTotals).toEqual([{ currency: 'USD', known: 100, atMost: 100, indicative: { least: 200, most: 300 } }]);
    expect(result.unconfirmedFees).toEqual(['lawyer-fee', 'card-fee']);
  });

  it('count what is only possible in the upper limit alone', () => {
    const fees = [
      fee('filing-fee', { exact: 100 }),
      fee('family-fee', { exact: 40 }, { applies: [{ routes: ['work-permit'], when: { hasFamily: true } }] }),
    ];
    expect(assessFees(fees, { hasFamily: 'unknown' }).feeTotals).toMatchObject([{ known: 100, atMost: 140 }]);
    expect(assessFees(fees, { hasFamily: true }).feeTotals).toMatchObject([{ known: 140, atMost: 140 }]);
    expect(assessFees(fees, { hasFamily: false }).feeTotals).toMatchObject([{ known: 100, atMost: 100 }]);
  });

  it('stand apart for each currency', () => {
    const result = assessFees([fee('filing-fee', { exact: 100 }), fee('stamp', { exact: 125 }, { currency: 'CRC' })]);
    expect(result.feeTotals.map(({ currency, known }) => [currency, known])).toEqual([
      ['USD', 100],
      ['CRC', 125],
    ]);
  });

  it('are exact to the cent', () => {
    expect(assessFees([fee('first', { exact: 0.1 }), fee('second', { exact: 0.2 })]).feeTotals[0]?.known).toBe(0.3);
  });

  it('multiply by the quantity', () => {
    expect(assessFees([fee('monthly', { exact: 12.5 }, { quantity: 'stayMonths' })], { stayMonths: 6 }).feeTotals[0]?.known).toBe(75);
  });

  it('never depend on the order of the fees', () => {
    const line = fc.record({
      amount: fc.option(fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100)),
      quantity: fc.option(fc.integer({ min: 0, max: 50 })),
      currency: fc.constantFrom('USD', 'BZD'),
      status: fc.constantFrom('required' as const, 'possible' as const),
    });
    const toFee = (parts: {
      amount: number | null;
      quantity: number | null;
      currency: string;
      status: 'required' | 'possible';
    }): AssessedFee => ({
      id: 'fee',
      payer: 'worker',
      confirmed: parts.amount !== null,
      range: null,
      step: null,
      refundable: false,
      notFromWorker: null,
      because: [],
      dependsOn: [],
      sources: ['S1'],
      confidence: 'high',
      ...parts,
    });
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const byCurrency = (fees: readonly AssessedFee[]) => [...totalFees(fees)].sort((a, b) => a.currency.localeCompare(b.currency));
        const fees = lines.map(toFee);
        expect(byCurrency([...fees].reverse())).toEqual(byCurrency(fees));
      }),
    );
  });
});

describe('a fee', () => {
  const cases = {
    cases: [
      { when: { stayMonths: { atMost: 6 } }, amount: { exact: 50 } },
      { when: { stayMonths: { atMost: 12 } }, amount: { exact: 80 } },
      { amount: { exact: 120 } },
    ],
  };

  it('with cases costs what the first case that holds says', () => {
    const amount = (stayMonths: number): unknown => assessFees([fee('permit-fee', cases)], { stayMonths }).fees[0]?.amount;
    expect([6, 12, 13].map(amount)).toEqual([50, 80, 120]);
  });

  it('with cases is a range while the answer is not known', () => {
    expect(assessFees([fee('permit-fee', cases)], { stayMonths: 'unknown' }).fees[0]).toMatchObject({
      amount: null,
      confirmed: false,
      range: { least: 50, most: 120 },
    });
  });

  it('with a tariff is not confirmed outside its periods', () => {
    const tariff = { on: 'asOf', tariff: [{ from: '2027-01-01', amount: { exact: 10 } }] };
    expect(assessFees([fee('permit-fee', tariff)]).fees[0]).toMatchObject({ amount: null, confirmed: false });
  });

  it('of unknown amount is never zero, and is listed by name', () => {
    const result = assessFees([fee('card-fee', { unconfirmed: true, estimate: { least: 10, most: 20 } })]);
    expect(result.fees[0]).toMatchObject({ amount: null, confirmed: false, range: { least: 10, most: 20 } });
    expect(result.unconfirmedFees).toEqual(['card-fee']);
  });

  it('that is free is confirmed', () => {
    expect(assessFees([fee('card-fee', { exact: 0 })])).toMatchObject({ fees: [{ amount: 0, confirmed: true }], unconfirmedFees: [] });
  });

  it('whose quantity is not known is not confirmed', () => {
    expect(assessFees([fee('monthly', { exact: 10 }, { quantity: 'stayMonths' })], { stayMonths: 'unknown' }).fees[0]).toMatchObject({
      amount: 10,
      quantity: null,
      confirmed: false,
    });
  });

  it('is paid by whom the clause that holds says', () => {
    const applies = [{ routes: ['work-permit'], when: { hasFamily: true }, payer: 'employer' }, ...ALL_CASES];
    const payer = (family: boolean): unknown =>
      assessFees([fee('card-fee', { exact: 5 }, { applies })], { hasFamily: family }).fees[0]?.payer;
    expect([payer(true), payer(false)]).toEqual(['employer', 'worker']);
  });
});
