import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Pack } from '../rules/index.ts';
import { parseCommon, parsePack } from '../rules/parse.ts';
import type { RawFiles } from '../rules/parse.ts';
import { BadInput, badCall } from './bad-input.ts';
import { parseJson, readFolder } from './read-pack.ts';

/**
 * Reads one version of a pack: a folder (`rules/bz`), or a folder at a git revision (`HEAD~1:rules/bz`). What packs share is read from
 * beside it, or from `rules/common` where there is nothing beside it.
 *
 * @throws {BadInput} with every fault of its files
 */
export function readVersion(place: string): Pack {
  const revision = /^([^:]+):(.+)$/.exec(place);
  const [at, folder] =
    revision && !existsSync(place) ? [revision[1], (revision[2] ?? '').replace(/\/$/, '')] : [undefined, place.replace(/\/$/, '')];
  const read = (path: string): RawFiles => (at === undefined ? readFolder(path) : readFolderAt(at, path));
  if (at === undefined && !(existsSync(folder) && statSync(folder).isDirectory()))
    throw badCall('diff', 'a folder with a pack, or a revision such as HEAD~1:rules/bz', place);
  const beside = `${dirname(folder)}/common`;
  const shared = read(beside);
  const common = parseCommon(beside, Object.keys(shared).length > 0 ? shared : readFolder('rules/common'));
  if (!common.ok) throw new BadInput(common.faults);
  const files = read(folder);
  if (at !== undefined && Object.keys(files).length === 0)
    throw badCall('diff', `a revision in which ${folder} was saved, or a folder with a copy of the pack from before`, place);
  const pack = parsePack(place, files, common.value);
  if (!pack.ok) throw new BadInput(pack.faults);
  return pack.value;
}

function readFolderAt(revision: string, folder: string): RawFiles {
  const listed = git(['ls-tree', '--name-only', revision, `${folder}/`], `${revision}:${folder}`);
  const files = listed.split('\n').filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [basename(name), parseJson(git(['show', `${revision}:${name}`], name), `${revision}:${name}`)]),
  );
}

function git(args: readonly string[], place: string): string {
  try {
    return execFileSync('git', [...args], { encoding: 'utf8', maxBuffer: 64_000_000, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch {
    throw badCall('diff', 'a revision that git knows, such as HEAD~1:rules/bz', place);
  }
}
