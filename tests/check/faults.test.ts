import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom, FaultJudge, plantFaults, SmtEngine } from '../../src/check/index.ts';
import type { FaultVerdict, PlantedFault } from '../../src/check/index.ts';
import { COUNTRIES } from '../../src/texts/index.ts';
import { NO_COMMON, TODAY } from '../support/make-pack.ts';
import { SMALL_PACK, smallPack } from '../support/small-pack.ts';

let engine: SmtEngine;
beforeAll(async () => {
  engine = await SmtEngine.start();
});
afterAll(() => {
  engine.stop();
});

describe('planted faults', () => {
  it('are all caught in a small pack, or proved to change nothing', () => {
    const judge = FaultJudge.prepare(smallPack(), {
      settings: { countries: COUNTRIES, today: TODAY, engine },
      common: NO_COMMON,
      scenarios: [],
      listTextFaults: () => [],
    });
    const judged = plantFaults(SMALL_PACK, createRandom(1)).map((fault): { fault: PlantedFault; verdict: FaultVerdict } => ({
      fault,
      verdict: judge.judge(fault),
    }));
    const open = judged.filter(({ verdict }) => 'survives' in verdict && verdict.survives === 'unproved');
    expect(judged.length).toBeGreaterThan(60);
    expect(open.map(({ fault }) => `${fault.place} ${fault.description}`)).toEqual([]);
  });
});
