/** The entry for whoever reads raw JSON of packs; apart from `index.ts`, so that zod stays out of the web bundle. */
export type { RawFiles } from './parse-pack.ts';
export { parseCommon, parsePack } from './parse-pack.ts';
export { CommonFileSchemas, PackFileSchemas } from './schema/pack-schema.ts';
export type { Common } from './schema/pack-schema.ts';
