import { describe, expect, it } from 'vitest';
import { getPack, PACK_IDS } from '../support/packs.ts';
import { runPermiso } from '../support/run-permiso.ts';

describe('countries', () => {
  const { code, out } = runPermiso(['countries']);
  const listed = JSON.parse(out) as readonly Record<string, unknown>[];

  it('lists every pack with what is in it', () => {
    expect(code).toBe(0);
    expect(listed.map(({ id }) => id)).toEqual(PACK_IDS);
  });

  it('says version, day of review, routes and questions of each', () => {
    const { pack } = getPack('bz');
    expect(listed.find(({ id }) => id === 'bz')).toMatchObject({
      name: 'Belize',
      version: pack.version,
      reviewedOn: pack.reviewedOn,
      routes: pack.routes.length,
      questions: pack.questions.length,
    });
  });
});

describe('permiso', () => {
  it('explains itself without a command, and ends with 2', () => {
    const { code, out } = runPermiso([]);
    expect([code, out.includes('assess <cc> --answers')]).toEqual([2, true]);
  });

  it('explains itself on request, and ends with 0', () => {
    const { code, out } = runPermiso(['--help']);
    expect([code, out.includes('scenario <file or folder>')]).toEqual([0, true]);
  });

  it('refuses a command that it does not have', () => {
    const { code, err } = runPermiso(['asess', 'bz']);
    expect(code).toBe(2);
    expect(err).toMatch(/command: expected .*assess.*; found asess/);
  });
});
