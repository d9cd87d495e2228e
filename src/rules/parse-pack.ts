import type { z } from 'zod';
import type { Explained, Issue } from './schema/explain-issue.ts';
import { explainIssue } from './schema/explain-issue.ts';
import type { Checked, Fault } from './fault.ts';
import { describeFound, findNearest } from './fault.ts';
import { linkPack } from './link-pack.ts';
import { CommonFileSchemas, PackFileSchemas } from './schema/pack-schema.ts';
import type { Common, Pack, PackFileName } from './schema/pack-schema.ts';
import { NO_RECRUITMENT } from './schema/recruitment-schema.ts';

/** The files of a folder as parsed JSON, by file name. A file that is missing is `undefined`. */
export type RawFiles = Readonly<Record<string, unknown>>;

/**
 * Raw JSON files → a linked pack, or every fault at once.
 *
 * @param folder the folder as the reader knows it, for the faults: `rules/bz`
 */
export function parsePack(folder: string, files: RawFiles, common: Common): Checked<Pack> {
  const faults: Fault[] = [];
  const parsed: Record<string, unknown> = {};
  for (const name of Object.keys(PackFileSchemas) as PackFileName[]) {
    parsed[name] = parseFile(`${folder}/${name}`, files[name], PackFileSchemas[name], faults);
  }
  for (const name of Object.keys(files)) {
    if (!(name in PackFileSchemas)) faults.push({ file: `${folder}/${name}`, path: '', expected: explainFileName(name), found: 'a file of another name' });
  }
  if (faults.length > 0) return { ok: false, faults };
  return linkPack(folder, joinFiles(parsed as ParsedFiles), common);
}

function explainFileName(name: string): string {
  const names = Object.keys(PackFileSchemas);
  const nearest = findNearest(name, names);
  return `one of ${names.join(', ')}${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`;
}

/** Raw JSON of `rules/common` → what packs share, or every fault at once. */
export function parseCommon(folder: string, files: RawFiles): Checked<Common> {
  const faults: Fault[] = [];
  const read = <Name extends keyof typeof CommonFileSchemas>(name: Name): z.infer<(typeof CommonFileSchemas)[Name]> =>
    parseFile(`${folder}/${name}`, files[name], CommonFileSchemas[name], faults) as z.infer<(typeof CommonFileSchemas)[Name]>;
  const common: Common = {
    groups: read('groups.json'),
    sources: read('sources.json'),
    holidays: read('holidays.json'),
    recruitment: read('recruitment.json'),
  };
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: common };
}

type ParsedFiles = { [Name in PackFileName]: z.infer<(typeof PackFileSchemas)[Name]> };

function joinFiles(files: ParsedFiles): Pack {
  return {
    ...files['pack.json'],
    offices: files['offices.json'],
    groups: files['groups.json'],
    questions: files['questions.json'],
    derived: files['derived.json'],
    routes: files['routes.json'].routes,
    routeSets: files['routes.json'].sets,
    blockers: files['blockers.json'],
    warnings: files['warnings.json'],
    documents: files['documents.json'],
    fees: files['fees.json'],
    steps: files['steps.json'],
    deadlines: files['deadlines.json'],
    duties: files['duties.json'],
    conflicts: files['conflicts.json'],
    sources: files['sources.json'],
    holidays: [],
    recruitment: NO_RECRUITMENT,
  };
}

function parseFile(file: string, json: unknown, schema: z.ZodType, faults: Fault[]): unknown {
  if (json === undefined) {
    faults.push({ file, path: '', expected: 'the file; if there is nothing to put into it, an empty list: []', found: 'nothing' });
    return undefined;
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const found = result.error.issues.flatMap(deepest).map((issue) => toFault(file, json, explainIssue(schema, issue, valueAt(json, issue.path))));
  const keys = new Set<string>();
  for (const fault of found) {
    // One slip can fail several tests of one place; the first says most.
    if (keys.has(fault.path)) continue;
    keys.add(fault.path);
    faults.push(fault);
  }
  return undefined;
}

/** Of a union that fits nowhere, the branch that came nearest says most. */
function deepest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((branch) => branch.flatMap(deepest).map((inner): Issue => ({ ...inner, path: [...issue.path, ...inner.path] })));
  const depth = (branch: Issue[]): number => Math.max(0, ...branch.map((inner) => inner.path.length));
  const best = branches.reduce((a, b) => (depth(b) > depth(a) ? b : a));
  return depth(best) > issue.path.length ? best : [issue];
}

function toFault(file: string, json: unknown, { path, expected, found }: Explained): Fault {
  const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('').replace(/^\./, '');
  const id = idAt(json, path);
  return { file, path: id ? `${place} (${id})` : place, expected, found: found ?? describeFound(valueAt(json, path)) };
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown> | undefined)?.[part], json);
}

/** The id of the item that the path leads into: people search by id, not by position. */
function idAt(json: unknown, path: readonly PropertyKey[]): string | undefined {
  let at: unknown = json;
  let id: string | undefined;
  for (const part of path) {
    at = (at as Record<PropertyKey, unknown> | undefined)?.[part];
    if (typeof at === 'object' && at !== null && 'id' in at && typeof at.id === 'string') id ??= at.id;
  }
  return id;
}
