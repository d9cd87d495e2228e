import type { Fault, Pack } from '../rules/index.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Languages that carry every text; others (a creole for worker-facing parts, say) may be partial. */
const COMPLETE = ['en', 'es'];
const MOST_WORDS = 26;

/**
 * What is wrong with the texts of a pack: missing and superfluous keys, placeholders that differ between languages, texts
 * that are equal in two languages, words that users do not know, sentences that are too long.
 */
export function findTextFaults(pack: Pack, texts: Readonly<Record<string, unknown>>): readonly Fault[] {
  const required = listRequiredKeys(pack);
  const allowed = listAllowedPrefixes(pack);
  const faults: Fault[] = [];
  const flat = Object.fromEntries(Object.entries(texts).map(([language, tree]) => [language, flatten(tree as Tree)]));
  for (const language of COMPLETE) {
    const own = flat[language];
    const file = `locales/${language}/${pack.id}.json`;
    if (!own) {
      faults.push({ file, path: '', expected: 'the texts of the pack', found: 'no file' });
      continue;
    }
    for (const key of required) if (!own.has(key)) faults.push({ file, path: key, expected: 'a text', found: 'nothing' });
    for (const [key, text] of own) {
      if (!allowed.some((prefix) => key === prefix || key.startsWith(`${prefix}.`)))
        faults.push({ file, path: key, expected: 'the id of something in the pack', found: text.slice(0, 40) });
      faults.push(...findWordFaults(file, key, text));
    }
  }
  for (const language of new Set([...COMPLETE, ...pack.languages])) {
    const place = { file: `rules/${pack.id}/pack.json`, path: 'languages' };
    if (!pack.languages.includes(language))
      faults.push({ ...place, expected: `"${language}" among the languages`, found: pack.languages.join(', ') });
    else if (!COMPLETE.includes(language) && !flat[language])
      faults.push({ ...place, expected: `languages that have a file locales/<language>/${pack.id}.json`, found: language });
  }
  const [en, es] = [flat['en'], flat['es']];
  if (en && es) faults.push(...compareLanguages(pack.id, en, es));
  for (const [language, own] of Object.entries(flat)) {
    if (en && !COMPLETE.includes(language)) faults.push(...checkPartialLanguage(`locales/${language}/${pack.id}.json`, own, en));
  }
  return faults;
}

/** A language that has only some of the texts: each has its like in a complete language, with the same placeholders. Names of offices may stay as they are. */
function checkPartialLanguage(file: string, own: ReadonlyMap<string, string>, whole: ReadonlyMap<string, string>): Fault[] {
  return [...own].flatMap(([path, text]) => {
    const like = whole.get(path);
    if (like === undefined) return [{ file, path, expected: 'a key that the complete languages have', found: text.slice(0, 40) }];
    const differs = placeholders(like) !== placeholders(text);
    const faults = differs
      ? [{ file, path, expected: `the placeholders ${placeholders(like) || '(none)'}`, found: placeholders(text) || '(none)' }]
      : [];
    return [...faults, ...findWordFaults(file, path, text)];
  });
}

function compareLanguages(id: string, en: ReadonlyMap<string, string>, es: ReadonlyMap<string, string>): Fault[] {
  const faults: Fault[] = [];
  for (const key of new Set([...en.keys(), ...es.keys()])) {
    const [a, b] = [en.get(key), es.get(key)];
    if (a === undefined || b === undefined) {
      faults.push({
        file: `locales/${a === undefined ? 'en' : 'es'}/${id}.json`,
        path: key,
        expected: 'the same keys in both languages',
        found: 'nothing',
      });
    } else if (placeholders(a) !== placeholders(b)) {
      faults.push({
        file: `locales/es/${id}.json`,
        path: key,
        expected: `the placeholders ${placeholders(a) || '(none)'}`,
        found: placeholders(b) || '(none)',
      });
    } else if (a === b && a.split(/\s+/).length > 4 && !/\.official$/.test(key)) {
      faults.push({ file: `locales/es/${id}.json`, path: key, expected: 'a translation', found: a.slice(0, 60) });
    }
  }
  return faults;
}

function placeholders(text: string): string {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map((match) => match[1])
    .sort()
    .join(', ');
}

function findWordFaults(file: string, path: string, text: string): Fault[] {
  const faults: Fault[] = [];
  if (text.trim() === '') faults.push({ file, path, expected: 'a text', found: 'an empty text' });
  if (/\b(in)?eligib|\belegib/i.test(text))
    faults.push({ file, path, expected: 'plain words: who can, who cannot', found: text.slice(0, 60) });
  for (const sentence of text.split(/(?<=[.!?:;])\s/)) {
    const words = sentence.split(/\s+/).length;
    if (words > MOST_WORDS)
      faults.push({
        file,
        path,
        expected: `sentences of 20 words (at most ${MOST_WORDS})`,
        found: `${words} words: ${sentence.slice(0, 50)}`,
      });
  }
  return faults;
}

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof value === 'string') flat.set(path, value);
    else for (const [inner, text] of flatten(value, path)) flat.set(inner, text);
  }
  return flat;
}

function listRequiredKeys(pack: Pack): readonly string[] {
  const need = (kind: string, items: readonly { id: string; reading?: boolean | undefined }[], parts: readonly string[]): string[] =>
    items.flatMap((item) => [...parts, ...(item.reading ? ['reading'] : [])].map((part) => `${kind}.${item.id}.${part}`));
  return [
    'intro',
    ...[...new Set(pack.questions.map((question) => question.section))].map((section) => `sections.${section}`),
    ...need('questions', pack.questions, ['ask', 'short', 'why']),
    ...pack.questions.flatMap((question) => (question.options ?? []).map((option) => `questions.${question.id}.options.${option.id}`)),
    ...pack.derived.flatMap((derived) => {
      const key = `${'when' in derived ? 'conditions' : 'values'}.${derived.id}`;
      return derived.reading ? [`${key}.text`, `${key}.reading`] : [key];
    }),
    ...need('routes', pack.routes, ['name', 'answer', 'summary']),
    ...pack.routes.filter((route) => route.kind === 'refer').map((route) => `routes.${route.id}.question`),
    ...need('blockers', pack.blockers, ['name', 'why']),
    ...[
      ...pack.blockers.flatMap((blocker) => blocker.remedies),
      ...pack.warnings.flatMap((warning) => warning.remedies ?? []),
      ...pack.routes.flatMap((route) => route.instead ?? []),
    ].flatMap((remedy) => ('advice' in remedy ? [`advice.${remedy.advice}`] : [])),
    ...need('warnings', pack.warnings, ['name', 'text', 'do']),
    ...need('documents', pack.documents, ['name']),
    ...pack.documents.flatMap((document) => [document, ...document.applies].flatMap((part) => (part.oneOf ? [`oneOf.${part.oneOf}`] : []))),
    ...need('fees', pack.fees, ['name']),
    ...need('steps', pack.steps, ['name']),
    ...need('deadlines', pack.deadlines, ['name', 'rule']),
    ...need('duties', pack.duties, ['name', 'text']),
    ...need('offices', pack.offices, ['name']),
    ...need('conflicts', pack.conflicts, ['matter', 'say', 'follows']),
    ...pack.notChecked.map((id) => `notChecked.${id}`),
  ];
}

function listAllowedPrefixes(pack: Pack): readonly string[] {
  const own = (kind: string, items: readonly { id: string }[]): string[] => items.map((item) => `${kind}.${item.id}`);
  return [
    ...listRequiredKeys(pack),
    ...own('questions', pack.questions),
    ...own('groups', pack.groups),
    ...own('routes', pack.routes),
    ...own('blockers', pack.blockers),
    ...own('warnings', pack.warnings),
    ...own('documents', pack.documents),
    ...own('fees', pack.fees),
    ...own('steps', pack.steps),
    ...own('deadlines', pack.deadlines),
    ...own('duties', pack.duties),
    ...own('offices', pack.offices),
    ...own('conflicts', pack.conflicts),
    ...pack.derived.map((derived) => `${'when' in derived ? 'conditions' : 'values'}.${derived.id}`),
  ];
}
