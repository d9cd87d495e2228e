import { parseArgs } from 'node:util';
import { BadInput, badCall } from './bad-input.ts';
import { runAssess } from './commands/assess.ts';
import { runCheck } from './commands/check.ts';
import { runCountries } from './commands/countries.ts';
import { runDiff } from './commands/diff.ts';
import { runGraph } from './commands/graph.ts';
import { runMutants } from './commands/mutants.ts';
import { runScenarios } from './commands/scenario.ts';
import type { Output } from './output.ts';

const USAGE = `permiso <command>
  countries                                                    the packs
  assess <cc> --answers <file or -> [--as-of <date>] [--lang <l>] [--format json|text] [--all-routes]
  scenario <file or folder>…                                   runs cases with expected results
  check [<cc>…] [--today <date>] [--lang en|es] [--format json] [--interview] [--watch]   proves packs sound
  diff <old> <new> [--lang en|es] [--format text|markdown|json]   what changed between two versions (folders, or HEAD~1:rules/bz), and for whom
  graph <cc> [--lang en|es]                                    the interview as a Mermaid flowchart
  mutants <cc> [--seconds <n>] [--seed <n>]                    plants faults in a pack and tells who catches them
Options for all: --rules <folder> (default: rules)`;

const OPTIONS = {
  answers: { type: 'string' },
  'as-of': { type: 'string' },
  lang: { type: 'string' },
  format: { type: 'string' },
  'all-routes': { type: 'boolean' },
  today: { type: 'string' },
  interview: { type: 'boolean' },
  watch: { type: 'boolean' },
  seconds: { type: 'string' },
  seed: { type: 'string' },
  rules: { type: 'string', default: 'rules' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs one command. @returns the exit code: 0 done, 1 fell short, 2 bad input */
async function run(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = readArguments(args);
  const [command, ...rest] = positionals;
  if (values.help === true || command === undefined) {
    output.write(USAGE);
    return command === undefined && values.help !== true ? 2 : 0;
  }
  switch (command) {
    case 'countries':
      return runCountries(values.rules, output);
    case 'assess':
      return runAssess(rest, values, output);
    case 'scenario':
      return runScenarios(rest, values.rules, output);
    case 'diff':
      return runDiff(rest, values, output);
    case 'mutants':
      return runMutants(rest, values, output);
    case 'graph':
      return runGraph(rest, values, output);
    case 'check':
      return runCheck(rest, values, output);
    default:
      throw badCall('command', 'countries, assess, scenario, check, diff, graph or mutants', command);
  }
}

function readArguments(args: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw badCall('options', USAGE, error instanceof Error ? error.message : String(error));
  }
}

// A reader such as `head` that closes the pipe early is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  process.exitCode = await run(process.argv.slice(2), { write: (line) => process.stdout.write(`${line}\n`) });
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
