import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PACK_IDS } from '../support/packs.ts';

/** What is quoted from a source or written on a door, and so belongs to no language of ours: titles of laws, addresses, holidays' names. */
const QUOTED = /^(sources\.json .*\.(title|publisher|date|urls)|offices\.json .*\.contacts\..*|holidays\.json .*\.name)/;

type Found = { readonly place: string; readonly text: string };

function listStrings(value: unknown, place: string): readonly Found[] {
  if (typeof value === 'string') return [{ place, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listStrings(inner, `${place}.${key}`));
}

describe.each([...PACK_IDS, 'common'])('the rules of %s', (id) => {
  it('hold ids, numbers and dates, but no sentence', () => {
    const files = readdirSync(`rules/${id}`).filter((name) => name.endsWith('.json'));
    const strings = files.flatMap((name) => listStrings(JSON.parse(readFileSync(`rules/${id}/${name}`, 'utf8')), `${name} `));
    const sentences = strings.filter(({ place, text }) => /\s/.test(text) && !QUOTED.test(place));
    expect(sentences).toEqual([]);
  });
});
