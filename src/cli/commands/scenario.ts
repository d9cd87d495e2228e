import type { CompiledPack } from '../../rules/index.ts';
import { badCall } from '../bad-input.ts';
import { failuresOf, listScenarioFiles, readScenario } from '../known-cases.ts';
import type { Output } from '../output.ts';
import { readCompiledPack } from '../read-pack.ts';

/** `scenario <file or folder>…`: runs cases with expected results; the last line counts them. */
export function runScenarios(paths: readonly string[], rules: string, output: Output): number {
  if (paths.length === 0) throw badCall('scenario', 'a file or folder with scenarios', 'nothing');
  const packs = new Map<string, CompiledPack>();
  const getPack = (id: string): CompiledPack => {
    const pack = packs.get(id) ?? readCompiledPack(rules, id);
    packs.set(id, pack);
    return pack;
  };
  let passed = 0;
  let failed = 0;
  for (const file of paths.flatMap(listScenarioFiles)) {
    const scenario = readScenario(file);
    const failures = failuresOf(scenario, getPack(scenario.country));
    for (const failure of failures) output.write(`${file}: ${failure}`);
    if (failures.length === 0) passed += 1;
    else failed += 1;
  }
  output.write(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
