/** Makes `rules/schema/*.schema.json` from the zod schemas, so that an editor completes and checks packs: `npm run generate`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { CommonFileSchemas, PackFileSchemas } from '../src/rules/parse.ts';

const FOLDER = 'rules/schema';

/** The generated files, by path: one for each file of a pack, and those that only `rules/common` has. */
export function listSchemaFiles(): Readonly<Record<string, string>> {
  const schemas: Readonly<Record<string, z.ZodType>> = { ...CommonFileSchemas, ...PackFileSchemas };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [`${FOLDER}/${name.replace(/\.json$/, '.schema.json')}`, describe(name, schema)]),
  );
}

function describe(name: string, schema: z.ZodType): string {
  // Packs are read as they are written: the schema describes the input.
  const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-07' });
  return `${JSON.stringify({ title: `Permiso rule pack: ${name}`, ...json }, null, 2)}\n`;
}

if (process.argv[1]?.endsWith('build-schema.ts')) {
  const files = listSchemaFiles();
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) if (!Object.hasOwn(files, `${FOLDER}/${name}`)) rmSync(`${FOLDER}/${name}`);
  for (const [path, text] of Object.entries(files)) writeFileSync(path, text);
  console.log(`${Object.keys(files).length} schemas in ${FOLDER}`);
}
