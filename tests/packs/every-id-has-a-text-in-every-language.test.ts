import { describe, expect, it } from 'vitest';
import { findTextFaults } from '../../src/texts/index.ts';
import { readTree } from '../support/locales.ts';
import { getPack, PACK_IDS } from '../support/packs.ts';

describe.each(PACK_IDS)('the texts of %s', (id) => {
  const { pack } = getPack(id);

  it.each(['en', 'es'])('are there in the language %s', (language) => {
    expect(Object.keys(readTree(language, id)).length).toBeGreaterThan(0);
  });

  it('name every id, in both languages, with the same placeholders and in plain words', () => {
    const texts = Object.fromEntries(pack.languages.map((language) => [language, readTree(language, id)]));
    expect(findTextFaults(pack, texts)).toEqual([]);
  });
});
