import { describe, expect, it } from 'vitest';
import { findTextFaults } from '../../src/texts/index.ts';
import { readTree } from '../support/locales.ts';
import { getPack, PACK_IDS } from '../support/packs.ts';

type Tree = { [key: string]: string | Tree };

const bz = getPack('bz').pack;
const sound = { en: readTree('en', 'bz'), es: readTree('es', 'bz') };

/** What is found after something in the texts of Belize was spoilt. */
function faultsAfter(spoil: (texts: { en: Tree; es: Tree }) => void): readonly string[] {
  const texts = structuredClone(sound);
  spoil(texts);
  return findTextFaults(bz, texts).map(({ file, path, expected }) => `${file} ${path}: ${expected}`);
}

const at = (tree: Tree, path: string): Tree => path.split('.').reduce<Tree>((inner, key) => inner[key] as Tree, tree);

describe('findTextFaults', () => {
  it.each(PACK_IDS)('finds nothing wrong with the texts of %s', (id) => {
    const { pack } = getPack(id);
    const texts = Object.fromEntries(pack.languages.map((language) => [language, readTree(language, id)]));
    expect(findTextFaults(pack, texts)).toEqual([]);
  });

  it('finds a language of the pack that has no texts', () => {
    const faults = findTextFaults({ ...bz, languages: ['en', 'es', 'ht'] }, sound);
    expect(faults).toMatchObject([{ file: 'rules/bz/pack.json', path: 'languages', found: 'ht' }]);
  });

  it('finds a text that is missing in one language', () => {
    expect(faultsAfter(({ es }) => delete at(es, 'documents.passport')['name'])).toContain(
      'locales/es/bz.json documents.passport.name: a text',
    );
  });

  it('finds a text of something that is not in the pack', () => {
    expect(faultsAfter(({ en }) => (at(en, 'documents')['pasport'] = { name: 'Passport' }))).toContain(
      'locales/en/bz.json documents.pasport.name: the id of something in the pack',
    );
  });

  it('finds a text that only one language has', () => {
    expect(faultsAfter(({ en }) => (at(en, 'documents.passport')['extra'] = 'More'))).toEqual([
      'locales/es/bz.json documents.passport.extra: the same keys in both languages',
    ]);
  });

  it('finds a placeholder that only one language has', () => {
    expect(faultsAfter(({ es }) => (at(es, 'documents.passport')['name'] = 'Pasaporte {{count}}'))).toEqual([
      'locales/es/bz.json documents.passport.name: the placeholders (none)',
    ]);
  });

  it('finds a text that was not translated', () => {
    expect(
      faultsAfter(({ en, es }) => {
        at(en, 'documents.passport')['name'] = 'A passport that is still valid';
        at(es, 'documents.passport')['name'] = 'A passport that is still valid';
      }),
    ).toEqual(['locales/es/bz.json documents.passport.name: a translation']);
  });

  it('finds words that readers do not know', () => {
    expect(faultsAfter(({ en }) => (at(en, 'documents.passport')['name'] = 'Proof that you are eligible'))).toEqual([
      'locales/en/bz.json documents.passport.name: plain words: who can, who cannot',
    ]);
  });

  it('finds a sentence that is too long', () => {
    expect(faultsAfter(({ en }) => (at(en, 'documents.passport')['name'] = 'word '.repeat(40).trim()))[0]).toContain(
      'sentences of 20 words',
    );
  });

  it('finds an empty text', () => {
    expect(faultsAfter(({ en }) => (at(en, 'documents.passport')['name'] = ' '))).toEqual([
      'locales/en/bz.json documents.passport.name: a text',
    ]);
  });

  it('finds that a language is missing altogether', () => {
    expect(findTextFaults(bz, { en: sound.en })).toEqual([
      { file: 'locales/es/bz.json', path: '', expected: 'the texts of the pack', found: 'no file' },
    ]);
  });
});
