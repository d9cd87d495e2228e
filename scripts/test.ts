/**
 * Everything that must be green, part after part: `npm test`. Single parts by name: `npm test -- types units`. Stops at the first part that
 * fails, and counts the tests of all parts that ran on the last line.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

/** A part is an npm script; parts that run Vitest leave their results in a file, to be counted. */
type Part = { readonly script: string; readonly counted?: boolean };

const PARTS: Readonly<Record<string, Part>> = {
  types: { script: 'types' },
  lint: { script: 'lint' },
  format: { script: 'format:check' },
  layers: { script: 'layers' },
  unused: { script: 'unused' },
  generated: { script: 'generated' },
  units: { script: 'units', counted: true },
  scenarios: { script: 'scenarios' },
  proofs: { script: 'proofs' },
  build: { script: 'build' },
  browser: { script: 'browser', counted: true },
};

/** `generated` is among the units as well: it is a part of its own only for `npm run verify`. */
const ALL = Object.keys(PARTS).filter((name) => name !== 'generated');

type Count = { readonly passed: number; readonly failed: number };

const resultsOf = (name: string): string => `.cache/results/${name}.json`;

function runPart(name: string, { script, counted = false }: Part): boolean {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const reporters = counted ? ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${resultsOf(name)}`] : [];
  const { status } = spawnSync('npm', ['run', '--silent', script, ...reporters], { stdio: 'inherit', shell: process.platform === 'win32' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${status === 0 ? 'done' : 'FAILED'} in ${seconds} s`);
  return status === 0;
}

function countTests(name: string): Count {
  if (!existsSync(resultsOf(name))) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(resultsOf(name), 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  return { passed: numPassedTests, failed: numFailedTests };
}

const asked = process.argv.slice(2);
const strangers = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (strangers.length > 0) {
  console.error(`There is no part ${strangers.join(', ')}. The parts are: ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}

rmSync('.cache/results', { recursive: true, force: true });
const names = asked.length > 0 ? asked : ALL;
const failed = names.find((name) => !runPart(name, PARTS[name] as Part));
const counts = names.map(countTests);
const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0);
console.log(failed === undefined ? '\nAll parts are green.' : `\nStopped at: ${failed}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = failed === undefined ? 0 : 1;
