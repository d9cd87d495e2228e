/** Lists texts of a pack that are missing, superfluous or different between languages: `npx tsx scripts/check-texts.ts gy`. */
import { existsSync, readFileSync } from 'node:fs';
import { readPack } from '../src/cli/read-pack.ts';
import { findTextFaults } from '../src/texts/find-text-faults.ts';

const id = process.argv[2] ?? '';
const pack = readPack('rules', id);
const texts = Object.fromEntries(
  pack.languages
    .filter((language) => existsSync(`locales/${language}/${id}.json`))
    .map((language) => [language, JSON.parse(readFileSync(`locales/${language}/${id}.json`, 'utf8')) as unknown]),
);
const faults = findTextFaults(pack, texts);
for (const fault of faults) console.log(`${fault.file}: ${fault.path}: expected ${fault.expected}; found ${fault.found}`);
console.log(`${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
