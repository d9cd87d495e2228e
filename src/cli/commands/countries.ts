import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../output.ts';
import { listPackIds, readJson, readPack } from '../read-pack.ts';

/** `countries`: the packs, as JSON. */
export function runCountries(rules: string, output: Output): number {
  const file = join(rules, 'interviews.json');
  // Measured by `npm run generate`: 2,000 interviews a pack take too long for a list.
  const interviews = existsSync(file) ? (readJson(file) as Record<string, unknown>) : {};
  const packs = listPackIds(rules).map((id) => {
    const pack = readPack(rules, id);
    return {
      id,
      name: new Intl.DisplayNames(['en'], { type: 'region' }).of(id.toUpperCase()) ?? id,
      version: pack.version,
      reviewedOn: pack.reviewedOn,
      routes: pack.routes.length,
      questions: pack.questions.length,
      documents: pack.documents.length,
      fees: pack.fees.length,
      steps: pack.steps.length,
      blockers: pack.blockers.length,
      warnings: pack.warnings.length,
      sources: pack.sources.length,
      interview: interviews[id] ?? null,
    };
  });
  output.write(JSON.stringify(packs, null, 2));
  return 0;
}
