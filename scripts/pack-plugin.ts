import type { Plugin } from 'vite';
import { listPackIds, readPack } from '../src/cli/read-pack.ts';

const PACK = /rules\/([a-z]{2})\/pack\.json\?pack$/;
const IDENTITY = /rules\/([a-z]{2})\/pack\.json\?identity$/;

/**
 * Checks and links rule packs while the app is built, so that a fault stops the build and the browser needs no schema.
 * `rules/bz/pack.json?pack` is the whole linked pack, `…?identity` what the start page shows of it.
 */
export function packPlugin(): Plugin {
  return {
    name: 'permiso-packs',
    enforce: 'pre',
    load(id) {
      const path = id.replaceAll('\\', '/');
      const whole = PACK.exec(path)?.[1];
      if (whole !== undefined) return toModule(readPack('rules', whole));
      const identity = IDENTITY.exec(path)?.[1];
      return identity === undefined ? undefined : toModule(describe(identity));
    },
    handleHotUpdate({ file, server }) {
      if (/\/(rules|locales)\//.test(file.replaceAll('\\', '/'))) server.hot.send({ type: 'full-reload' });
    },
    buildStart() {
      for (const id of listPackIds('rules')) this.addWatchFile(`rules/${id}/pack.json`);
    },
  };
}

/** JSON inside a string parses faster than the same as a JavaScript literal. */
function toModule(value: unknown): { code: string; moduleType: 'js' } {
  return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`, moduleType: 'js' };
}

function describe(id: string): object {
  const { version, reviewedOn, reviewBy, languages, officialLanguage, routes } = readPack('rules', id);
  return {
    id,
    version,
    reviewedOn,
    reviewBy,
    languages,
    officialLanguage,
    permits: routes.filter((route) => route.kind === 'permit').length,
  };
}
