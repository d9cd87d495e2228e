import { describe, expect, it } from 'vitest';
import { runScenarios } from '../../src/cli/commands/scenario.ts';
import { PACK_IDS, readScenarios } from '../support/packs.ts';

describe.each(PACK_IDS)('the scenarios of %s', (id) => {
  it('all end as expected', () => {
    const lines: string[] = [];
    runScenarios([`tests/scenarios/${id}`], 'rules', { write: (line) => lines.push(line) });
    expect(lines).toEqual([`${readScenarios(id).length} passed, 0 failed`]);
  });
});
