/**
 * Writes every pack in prose: `docs/reference/<cc>.md`, in English, from the same words as the rulebook of the app.
 * `npx tsx scripts/build-reference.ts [<cc>…]`; run `scripts/build-witnesses.ts` first, it finds the example people.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { listPackIds, readCompiledPack } from '../src/cli/read-pack.ts';
import type { CompiledPack } from '../src/rules/index.ts';
import type { Rule, Rulebook, RuleText, Texts, TextTree, Witnesses } from '../src/texts/index.ts';
import { buildRulebook, createTexts } from '../src/texts/index.ts';

const LANGUAGE = 'en';

/** The reference page of a pack. */
export async function buildReference(compiled: CompiledPack, witnesses: Witnesses): Promise<string> {
  const { id, reviewedOn, version } = compiled.pack;
  const texts = await createTexts(
    LANGUAGE,
    Object.fromEntries(['ui', 'common', id].map((name) => [name, readJson(`locales/${LANGUAGE}/${name}.json`) as TextTree])),
  );
  const rulebook = buildRulebook({ texts, compiled }, witnesses);
  const country = texts.country(id.toUpperCase());
  return [
    '<!-- Generated from the rule pack by `npm run generate`. Do not edit: change rules/ or locales/ and generate again. -->',
    '',
    `# ${texts.ui('rulebook.title', { country })}`,
    '',
    texts.ui('rulebook.lead', { date: texts.day(reviewedOn), version }),
    texts.ui('rulebook.howTo'),
    '',
    ...rulebook.parts.map(
      ({ id: part, title, rules }) => `- [${escape(texts.ui('rulebook.partTitle', { part: title, count: rules.length }))}](#part-${part})`,
    ),
    '',
    ...writeParts(rulebook, texts),
  ].join('\n');
}

export function readWitnesses(id: string): Witnesses {
  return readJson(`rules/witnesses/${id}.json`) as Witnesses;
}

function writeParts({ parts, notChecked }: Rulebook, texts: Texts): readonly string[] {
  return [
    ...parts.flatMap(({ id, title, rules }) => [
      `<a id="part-${id}"></a>`,
      '',
      `## ${escape(title)}`,
      '',
      ...(id === 'routes' ? [`${texts.ui('rulebook.routesText')} What stands in italics is asked for only in some cases.`, ''] : []),
      ...rules.flatMap((rule) => writeRule(rule, texts)),
    ]),
    `## ${texts.ui('rulebook.part.notChecked')}`,
    '',
    ...notChecked.map((text) => `- ${escape(text)}`),
    '',
  ];
}

function writeRule(rule: Rule, texts: Texts): readonly string[] {
  const official = rule.official === undefined ? '' : ` (${escape(rule.official)})`;
  const tags = rule.tags.map((tag) => ` · *${escape(tag)}*`).join('');
  const id = rule.key.slice(rule.key.indexOf('.') + 1);
  const example = rule.example && { text: rule.example.intro, parts: rule.example.answers.map((text): RuleText => ({ text })) };
  return [
    `<a id="${rule.key}"></a>`,
    '',
    `### ${escape(rule.name)}`,
    '',
    `\`${id}\`${official}${tags}`,
    '',
    ...rule.paragraphs.flatMap((paragraph) => [escape(paragraph), '']),
    ...writeClauses(rule, texts),
    ...rule.facts.flatMap(({ label, values }) => writeFact(label, values)),
    ...(example ? writeFact(texts.ui('rulebook.fact.example'), [example]) : []),
    '',
    ...writeLists(rule),
  ];
}

/** What a way asks for, by name; when is said where the item itself stands. */
function writeLists(rule: Rule): readonly string[] {
  return rule.lists().flatMap(({ title, rows }) => {
    const names = rows.map(({ key, name, when }) => `[${when === undefined ? escape(name) : `*${escape(name)}*`}](#${key})`);
    return [`**${escape(title)}:** ${names.join(' · ')}`, ''];
  });
}

function writeClauses({ clauses }: Rule, texts: Texts): readonly string[] {
  if (clauses.length === 0) return [];
  return [
    `- **${escape(texts.ui('rulebook.clause.title'))}**`,
    ...clauses.flatMap(({ ways, when, here }) => [
      `  - ${escape(ways)}${when ? ` – ${escape(texts.ui('rulebook.clause.when'))}` : ''}`,
      ...(when ? writeTexts([when], 2) : []),
      ...(here === undefined ? [] : [`    - ${escape(here)}`]),
    ]),
  ];
}

function writeFact(label: string, values: readonly RuleText[]): readonly string[] {
  const [only] = values;
  if (values.length === 1 && only && !only.parts) return [`- **${escape(label)}:** ${writePiece(only)}`];
  return [`- **${escape(label)}:**`, ...writeTexts(values, 1)];
}

function writeTexts(values: readonly RuleText[], depth: number): readonly string[] {
  return values.flatMap((value) => [`${'  '.repeat(depth)}- ${writePiece(value)}`, ...writeTexts(value.parts ?? [], depth + 1)]);
}

function writePiece({ text, rule, url }: RuleText): string {
  if (rule !== undefined) return `[${escape(text)}](#${rule})`;
  return url === undefined ? escape(text) : `<${url.replaceAll('>', '%3E').replaceAll(' ', '%20')}>`;
}

/** Signs that Markdown would read as its own. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&');
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

if (process.argv[1]?.endsWith('build-reference.ts')) {
  const asked = process.argv.slice(2);
  mkdirSync('docs/reference', { recursive: true });
  for (const id of asked.length > 0 ? asked : listPackIds('rules')) {
    const text = await buildReference(readCompiledPack('rules', id), readWitnesses(id));
    writeFileSync(`docs/reference/${id}.md`, text);
    console.log(`docs/reference/${id}.md: ${Math.round(text.length / 1024)} kB`);
  }
}
