import type { AffectedClass, AnswerRange, ItemChange, PackDiff } from '../../check/index.ts';
import { diffPacks, SmtEngine } from '../../check/index.ts';
import type { Pack } from '../../rules/index.ts';
import { COUNTRIES } from '../../texts/index.ts';
import { badCall } from '../bad-input.ts';
import type { Say } from '../check-texts.ts';
import { readCheckTexts } from '../check-texts.ts';
import type { Output } from '../output.ts';
import { readVersion } from '../read-revision.ts';
import type { SayAnswers } from '../say-answers.ts';
import { readAnswerTexts } from '../say-answers.ts';
import { reproduce } from './check.ts';

export type DiffOptions = { lang?: string | undefined; format?: string | undefined };

type Teller = { readonly say: Say; readonly sayAnswers: SayAnswers; readonly pack: Pack; readonly place: string };

/** `diff <old> <new>`: what changed between two versions of a pack, and for whom. */
export async function runDiff([old, now]: readonly string[], options: DiffOptions, output: Output): Promise<number> {
  if (old === undefined || now === undefined) throw badCall('diff', 'two versions, such as HEAD~1:rules/bz rules/bz', old ?? 'nothing');
  const format = options.format ?? 'text';
  if (!['text', 'markdown', 'json'].includes(format)) throw badCall('--format', 'text, markdown or json', format);
  const [before, after] = [readVersion(old), readVersion(now)];
  const language = options.lang ?? 'en';
  const teller: Teller = {
    say: readCheckTexts(language),
    sayAnswers: await readAnswerTexts(language, [after.id]),
    pack: after,
    place: now,
  };
  const engine = await SmtEngine.start();
  try {
    const diff = diffPacks(before, after, { countries: COUNTRIES, today: Math.floor(Date.now() / 86_400_000), engine });
    if (format === 'json') output.write(JSON.stringify(diff, null, 2));
    else for (const line of tellDiff(diff, before, teller)) output.write(format === 'markdown' ? line : asText(line));
    return 0;
  } finally {
    engine.stop();
  }
}

const MOST_CLASSES = 25;

/** Markdown → plain text: headings and lists only, so this is all it takes. */
function asText(line: string): string {
  return line.replace(/^#+ /, '').replace(/`/g, '');
}

function tellDiff(diff: PackDiff, before: Pack, teller: Teller): readonly string[] {
  const { say, pack } = teller;
  const share = percent(diff.affected, diff.samples);
  const proof = diff.proved
    ? say('diff.proved', { samples: diff.samples })
    : say('diff.sampled', { samples: diff.samples, unproved: diff.unproved.join(', ') });
  return [
    `## ${say('diff.title', { pack: pack.id, old: before.version, new: pack.version })}`,
    '',
    `### ${say('diff.items')}`,
    '',
    ...(diff.items.length === 0 ? [`- ${say('diff.nothing')}`] : diff.items.map((change) => `- ${tellItem(change, say)}`)),
    '',
    `### ${say('diff.people')}`,
    '',
    ...(diff.classes.length === 0
      ? [say('diff.same', { proof })]
      : [
          say('diff.total', { share }),
          '',
          ...diff.classes.slice(0, MOST_CLASSES).flatMap((entry) => tellClass(entry, diff.samples, teller)),
          ...(diff.classes.length > MOST_CLASSES ? [`- ${say('check.more', { count: diff.classes.length - MOST_CLASSES })}`] : []),
          '',
          say('diff.note'),
        ]),
  ];
}

function tellItem(change: ItemChange, say: Say): string {
  return say(`diff.${change.change}`, { ...change, id: `\`${change.id}\`` });
}

function tellClass(entry: AffectedClass, samples: number, { say, sayAnswers, pack, place }: Teller): readonly string[] {
  const routes = entry.routes.length > 5 ? `${entry.routes.slice(0, 5).join(', ')}, +${entry.routes.length - 5}` : entry.routes.join(', ');
  const what = say(`diff.${entry.change}`, {
    kind: entry.kind,
    id: `\`${entry.id}\``,
    before: entry.before || '–',
    after: entry.after || '–',
    routes,
    questions: entry.id,
  });
  const pool = entry.change === 'questionPath' ? Math.min(150, samples) : samples;
  const share =
    entry.cases === 0
      ? say('diff.rare', { share: percent(1, samples) })
      : say('diff.share', { share: percent(entry.cases, pool), cases: entry.cases, samples: pool });
  const who = tellWho(entry, { say, sayAnswers, pack });
  return [
    `- ${what}: ${share}.`,
    ...(who ? [`  - ${say('diff.who')}: ${who}`] : []),
    `  - ${say('diff.example')}: ${sayAnswers(pack, entry.witness.answers)}`,
    `    \`${reproduce(pack, entry.witness, folderOf(place))}\``,
  ];
}

function folderOf(place: string): string {
  const folder = place.replace(/\/$/, '').replace(/\/[^/]+$/, '');
  return place.includes(':') ? 'rules' : folder;
}

const MOST_VALUES = 12;

/** "Nationality: Honduras, El Salvador and 9 more; length of stay: 7 to 12". */
function tellWho({ who }: AffectedClass, teller: Pick<Teller, 'say' | 'sayAnswers' | 'pack'>): string {
  return Object.entries(who)
    .map(([id, range]) => tellRange(id, range, teller))
    .join('; ');
}

function tellRange(
  id: string,
  { form, answers }: AnswerRange,
  { sayAnswers, pack, say }: Pick<Teller, 'say' | 'sayAnswers' | 'pack'>,
): string {
  const said = answers.slice(0, MOST_VALUES).map((answer) => sayAnswers(pack, { [id]: answer }));
  const name = said[0]?.split(': ')[0] ?? id;
  const words = said.map((text) => text.slice(name.length + 2));
  const more = answers.length > MOST_VALUES ? [say('check.more', { count: answers.length - MOST_VALUES })] : [];
  return `${name}: ${say(`diff.ranges.${form}`, { answers: [...words, ...more].join(', '), first: words[0] ?? '', last: words[1] ?? '' })}`;
}

function percent(part: number, whole: number): string {
  return ((100 * part) / Math.max(1, whole)).toFixed(1);
}
