import { describe, expect, it } from 'vitest';
import { getPack } from '../support/packs.ts';
import { runPermiso } from '../support/run-permiso.ts';

describe('graph', () => {
  it('draws the interview as a flowchart with every question that is asked and every route', () => {
    const { code, out } = runPermiso(['graph', 'bz']);
    expect(code).toBe(0);
    expect(out).toMatch(/^flowchart TD\n/);
    for (const { route } of getPack('bz').routes) expect(out).toContain(`r_${route.id.replaceAll('-', '_')}([`);
    expect(out).toMatch(/q_audience --> q_nationality/);
  });
});
