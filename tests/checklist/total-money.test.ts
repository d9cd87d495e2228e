import { describe, expect, it } from 'vitest';
import { countPeople } from '../../src/checklist/total-money.ts';

type Fees = Parameters<typeof countPeople>[0];

const fees = (counts: readonly (readonly [per: string, quantity: number])[]): Fees =>
  counts.map(([per, quantity]) => ({ per, quantity }) as Fees[number]);

describe('countPeople', () => {
  it('counts the first of a band too, whom the fee for each further performer leaves out', () => {
    const band = fees([
      ['worker', 7],
      ['person', 6],
    ]);
    expect(countPeople(band)).toBe(7);
  });

  it('goes by the fees for each person where none is for a worker', () => {
    expect(countPeople(fees([['person', 3]]))).toBe(3);
  });

  it('counts one where no fee is for a number of people', () => {
    expect(countPeople([])).toBe(1);
  });
});
