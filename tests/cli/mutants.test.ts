import { describe, expect, it } from 'vitest';
import { runPermiso } from '../support/run-permiso.ts';

describe('mutants', () => {
  it('counts who caught the planted faults, and says how many were left when the time was up', () => {
    const { code, out } = runPermiso(['mutants', 'bz', '--seconds', '2']);
    expect(code).toBe(0);
    const [, planted, killed, meaningful] = /bz: (\d+) faults planted, (\d+) caught of (\d+) that change anything/.exec(out) ?? [];
    expect(Number(planted)).toBeGreaterThan(5);
    expect(killed).toBe(meaningful);
    expect(out).toMatch(/stopped after 2 s: \d+ planted faults were not tried/);
  }, 60_000);

  it('ends with 2 without a country', () => {
    expect(runPermiso(['mutants'])).toMatchObject({ code: 2 });
  });
});
