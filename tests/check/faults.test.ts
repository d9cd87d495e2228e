import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom, FaultJudge, plantFaults, SmtEngine } from '../../src/check/index.ts';
import type { FaultVerdict, PlantedFault } from '../../src/check/index.ts';
import { COUNTRIES } from '../../src/texts/index.ts';
import { BASIS, NO_COMMON, TODAY } from '../support/make-pack.ts';
import { addItems, changeItem, SMALL_PACK, smallFiles, smallPack } from '../support/small-pack.ts';

let engine: SmtEngine;
beforeAll(async () => {
  engine = await SmtEngine.start();
});
afterAll(() => {
  engine.stop();
});

const judgeOf = (files: Readonly<Record<string, unknown>> = {}): FaultJudge =>
  FaultJudge.prepare(smallPack(files), {
    settings: { countries: COUNTRIES, today: TODAY, engine },
    common: NO_COMMON,
    scenarios: [],
    listTextFaults: () => [],
  });

describe('planted faults', () => {
  it('are all caught in a small pack, or proved to change nothing', () => {
    const judge = judgeOf();
    const judged = plantFaults(SMALL_PACK, createRandom(1)).map((fault): { fault: PlantedFault; verdict: FaultVerdict } => ({
      fault,
      verdict: judge.judge(fault),
    }));
    const open = judged.filter(({ verdict }) => 'survives' in verdict && verdict.survives === 'unproved');
    expect(judged.length).toBeGreaterThan(60);
    expect(open.map(({ fault }) => `${fault.place} ${fault.description}`)).toEqual([]);
  });

  it('are caught where they concern a country that no drawn case is from', () => {
    const groups = (members: readonly string[]): Readonly<Record<string, unknown>> =>
      addItems('groups.json', [{ id: 'far', members, ...BASIS }]);
    const fee = changeItem('fees.json', 'permit-fee', (item) => ({
      ...item,
      amount: { cases: [{ when: { nationality: { in: 'far' } }, amount: { exact: 300 } }, { amount: { exact: 100 } }] },
    }));
    const judge = judgeOf({ ...fee, ...groups(['IN', 'MM', 'TH']) });
    const plant = (members: readonly string[]): FaultVerdict =>
      judge.judge({ kind: '', place: '', description: '', files: smallFiles({ ...fee, ...groups(members) }) });
    expect(plant(['IN', 'TH'])).toEqual({ caughtBy: 'proof' });
    expect(plant(['IN', 'HT', 'TH'])).toEqual({ caughtBy: 'proof' });
    expect(plant(['IN', 'DB', 'TH'])).toEqual({ caughtBy: 'check' });
  });
});
