import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackReport } from '../../src/check/index.ts';
import { checkPack, createRandom, plantFaults, ProofMemo, SmtEngine } from '../../src/check/index.ts';
import type { Pack } from '../../src/rules/index.ts';
import { parsePack } from '../../src/rules/parse.ts';
import { COUNTRIES } from '../../src/texts/index.ts';
import { NO_COMMON, TODAY } from '../support/make-pack.ts';
import { changeItem, SMALL_PACK, smallPack } from '../support/small-pack.ts';

let engine: SmtEngine;
beforeAll(async () => {
  engine = await SmtEngine.start();
});
afterAll(() => {
  engine.stop();
});

const check = (pack: Pack, memo = new ProofMemo()): PackReport => checkPack(pack, { countries: COUNTRIES, today: TODAY, engine, memo });
const verdicts = ({ reports }: PackReport): readonly string[] =>
  reports
    .flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'))
    .map(({ message, values: { kind = '', id = '', part = '' } }) => `${message} ${kind} ${id} ${part}`)
    .sort();

const EDITS = 25;

describe('a check that remembers the one before', () => {
  it('finds in an edited pack what a first check finds', () => {
    const memo = new ProofMemo();
    check(smallPack(), memo);
    const edited = plantFaults(SMALL_PACK, createRandom(3)).flatMap(({ files, place, description }) => {
      const parsed = parsePack('rules/zz', files, NO_COMMON);
      return parsed.ok ? [{ pack: parsed.value, edit: `${place}: ${description}` }] : [];
    });
    for (const { pack, edit } of edited.slice(0, EDITS)) expect(verdicts(check(pack, memo)), edit).toEqual(verdicts(check(pack)));
  });

  it('asks the solver nothing after an edit that no proof rests on', () => {
    const memo = new ProofMemo();
    expect(check(smallPack(), memo).solverChecks).toBeGreaterThan(0);
    const dearer = smallPack(changeItem('fees.json', 'permit-fee', (fee) => ({ ...fee, amount: { exact: 120 } })));
    expect(check(dearer, memo).solverChecks).toBe(0);
  });
});
