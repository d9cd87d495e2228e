/** The texts of the program: complete in both languages, all of them used, none that is used missing. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { flatten, listNamespaces, readTree } from '../support/locales.ts';

/** Files of `locales/` that do not belong to one country, and say the same in both languages. */
const SHARED = listNamespaces('en').filter((name) => name.length > 2);
const PLURAL = /_(zero|one|two|few|many|other)$/;
const REQUIRED_PLURALS: Readonly<Record<string, readonly string[]>> = { en: ['one', 'other'], es: ['one', 'many', 'other'] };

const keysOf = (language: string, name: string): readonly string[] => [...flatten(readTree(language, name)).keys()];
const withoutPlural = (key: string): string => key.replace(PLURAL, '');
const placeholdersOf = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]))].sort().join(', ');

describe.each(SHARED)('the texts of %s', (name) => {
  it('have the same keys in both languages, plural classes aside', () => {
    const [en, es] = ['en', 'es'].map((language) => [...new Set(keysOf(language, name).map(withoutPlural))].sort());
    expect(es).toEqual(en);
  });

  it.each(['en', 'es'])('have every plural class of the language %s, and no other', (language) => {
    const bases = new Map<string, string[]>();
    for (const key of keysOf(language, name)) {
      const form = PLURAL.exec(key)?.[1];
      if (form !== undefined) bases.set(withoutPlural(key), [...(bases.get(withoutPlural(key)) ?? []), form]);
    }
    // "zero" is always allowed: "no papers" reads better than "0 papers".
    const wrong = [...bases].filter(
      ([, forms]) =>
        forms
          .filter((form) => form !== 'zero')
          .sort()
          .join() !== [...(REQUIRED_PLURALS[language] ?? [])].sort().join(),
    );
    expect(wrong).toEqual([]);
  });

  it('have the same placeholders in both languages', () => {
    const [en, es] = ['en', 'es'].map((language) => flatten(readTree(language, name)));
    const different = [...en!].flatMap(([key, text]) => {
      const other = es!.get(key);
      return other === undefined || placeholdersOf(other) === placeholdersOf(text)
        ? []
        : [`${key}: ${placeholdersOf(text)} / ${placeholdersOf(other)}`];
    });
    expect(different).toEqual([]);
  });
});

const listSources = (): readonly string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `src/${name}`);

type Used = { readonly file: string; readonly line: number; readonly key: string };

/** Texts in the source: whole strings, and templates as patterns. Those in a call of `….ui(…)` are told apart. */
function readSources(): {
  literals: ReadonlySet<string>;
  patterns: readonly RegExp[];
  asked: readonly Used[];
  askedPatterns: readonly (Used & { pattern: RegExp })[];
} {
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  const asked: Used[] = [];
  const askedPatterns: (Used & { pattern: RegExp })[] = [];
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  for (const file of listSources()) {
    const source = ts.createSourceFile(
      file,
      readFileSync(file, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
      file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    );
    const visit = (node: ts.Node, inKey: boolean): void => {
      const place = { file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 };
      if (ts.isStringLiteralLike(node)) {
        literals.add(node.text);
        if (inKey) asked.push({ ...place, key: node.text });
      }
      if (ts.isTemplateExpression(node)) {
        const pattern = new RegExp(
          `^${escape(node.head.text)}${node.templateSpans.map((span) => `.*${escape(span.literal.text)}`).join('')}$`,
        );
        if (node.head.text.includes('.')) patterns.push(pattern);
        if (inKey) askedPatterns.push({ ...place, key: node.getText(), pattern });
        for (const span of node.templateSpans) visit(span.expression, false);
        return;
      }
      if (ts.isConditionalExpression(node)) {
        visit(node.condition, false);
        visit(node.whenTrue, inKey);
        visit(node.whenFalse, inKey);
        return;
      }
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'ui') {
        node.arguments.forEach((argument, index) => {
          visit(argument, index === 0);
        });
        visit(node.expression, false);
        return;
      }
      node.forEachChild((child) => {
        visit(child, inKey && ts.isParenthesizedExpression(node));
      });
    };
    visit(source, false);
  }
  return { literals, patterns, asked, askedPatterns };
}

describe('the texts of the program', () => {
  const sources = readSources();
  const keys = keysOf('en', 'ui');
  const known = new Set([...keys, ...keys.map(withoutPlural)]);

  it('exist wherever the source asks for one by its key', () => {
    expect(sources.asked.filter(({ key }) => !known.has(key)).map(({ file, line, key }) => `${file}:${line} ${key}`)).toEqual([]);
  });

  it('exist wherever the source puts a key together', () => {
    const matchesNone = sources.askedPatterns.filter(({ pattern }) => ![...known].some((key) => pattern.test(key)));
    expect(matchesNone.map(({ file, line, key }) => `${file}:${line} ${key}`)).toEqual([]);
  });

  it('are all used', () => {
    const dead = keys.filter(
      (key) =>
        ![key, withoutPlural(key)].some((name) => sources.literals.has(name) || sources.patterns.some((pattern) => pattern.test(name))),
    );
    expect(dead).toEqual([]);
  });
});
