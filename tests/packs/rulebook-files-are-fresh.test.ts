import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildReference, readWitnesses } from '../../scripts/build-reference.ts';
import { buildWitnesses, formatWitnesses, holdsIn, listWanted } from '../../scripts/build-witnesses.ts';
import { getPack, PACK_IDS } from '../support/packs.ts';

const HINT = 'run `npm run generate`';
/** Finding all people anew takes some seconds a pack; one stands for the program that does it. */
const FOUND_ANEW = ['gy'];

describe.each(PACK_IDS)('the example people of %s', (id) => {
  it('prove that every rule can occur', () => {
    const witnesses = readWitnesses(id);
    const without = listWanted(getPack(id)).filter(({ key }) => !Object.hasOwn(witnesses, key));
    expect(
      without.map(({ key }) => key),
      HINT,
    ).toEqual([]);
  });

  it('are people for whom the rule holds today', () => {
    const compiled = getPack(id);
    const witnesses = readWitnesses(id);
    const wrong = listWanted(compiled).filter((wanted) => witnesses[wanted.key] && !holdsIn(compiled, wanted, witnesses[wanted.key]!));
    expect(
      wrong.map(({ key }) => key),
      HINT,
    ).toEqual([]);
  });

  it('belong to rules of the pack', () => {
    const known = new Set(listWanted(getPack(id)).map(({ key }) => key));
    expect(
      Object.keys(readWitnesses(id)).filter((key) => !known.has(key)),
      HINT,
    ).toEqual([]);
  });
});

it.each(FOUND_ANEW)('the example people of %s are those that `npm run generate` finds', (id) => {
  expect(formatWitnesses(buildWitnesses(getPack(id)))).toBe(readFileSync(`rules/witnesses/${id}.json`, 'utf8'));
});

it.each(PACK_IDS)('docs/reference/%s.md is what `npm run generate` writes', async (id) => {
  const file = `docs/reference/${id}.md`;
  const written = existsSync(file) ? readFileSync(file, 'utf8') : 'no file';
  const text = await buildReference(getPack(id), readWitnesses(id));
  // Comparing half a megabyte line by line would take longer than writing it.
  expect(written === text, HINT).toBe(true);
});
