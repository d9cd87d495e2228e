import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { listSchemaFiles } from '../../scripts/build-schema.ts';
import { CommonFileSchemas, PackFileSchemas } from '../../src/rules/parse.ts';

const files = listSchemaFiles();

describe('the JSON schemas for editors', () => {
  it.each(Object.keys(files))('%s is what `npm run generate` makes', (path) => {
    expect(existsSync(path) ? readFileSync(path, 'utf8') : 'no file').toBe(files[path]);
  });

  it('include no file that nothing makes any more', () => {
    expect(
      readdirSync('rules/schema')
        .map((name) => `rules/schema/${name}`)
        .filter((path) => !Object.hasOwn(files, path)),
    ).toEqual([]);
  });

  it('are found by the editor for each file of a pack', () => {
    const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as {
      'json.schemas': readonly { fileMatch: readonly string[]; url: string }[];
    };
    const mapped = new Map(settings['json.schemas'].flatMap(({ fileMatch, url }) => fileMatch.map((pattern) => [pattern, url])));
    const expected = Object.keys({ ...PackFileSchemas, ...CommonFileSchemas }).map((name) => [
      `/rules/*/${name}`,
      `./rules/schema/${name.replace('.json', '.schema.json')}`,
    ]);
    expect([...mapped].sort()).toEqual([...expected].sort());
  });

  it('describe every key of a fee that the program reads', () => {
    const fee = PackFileSchemas['fees.json'].element;
    const schema = JSON.parse(files['rules/schema/fees.schema.json'] ?? '{}') as { items: { properties: object } };
    expect(Object.keys(schema.items.properties).sort()).toEqual(Object.keys((fee as z.ZodObject).shape).sort());
  });
});
