import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Example = { readonly file: string; readonly id: string; readonly json: unknown };

/** Examples of the documentation that claim to stand in a pack: "From `rules/bz/fees.json`, `tep-application-fee`", with the JSON below. */
function readExamples(file: string): readonly Example[] {
  const examples: Example[] = [];
  let claims: { file: string; id: string }[] = [];
  for (const part of readFileSync(file, 'utf8').split(/^```/m)) {
    if (part.startsWith('json\n')) {
      const claim = claims.shift();
      if (claim) examples.push({ ...claim, json: JSON.parse(part.slice(5)) as unknown });
    } else if (part.trim() !== '') {
      claims = [...part.matchAll(/[Ff]rom\s+`(rules\/[a-z]+\/[a-z]+\.json)`,\s+`([\w-]+)`/g)].map((match) => ({
        file: match[1]!,
        id: match[2]!,
      }));
    }
  }
  return examples;
}

function findItem({ file, id }: Example): unknown {
  const content = JSON.parse(readFileSync(file, 'utf8')) as readonly { id: string }[] | { routes: readonly { id: string }[] };
  return ('routes' in content ? content.routes : content).find((item) => item.id === id);
}

/** Does everything of the example stand in the item? The example may leave out keys, and what comes later in a list. */
function standsIn(example: unknown, item: unknown): boolean {
  if (Array.isArray(example)) return Array.isArray(item) && example.every((part, index) => standsIn(part, item[index]));
  if (typeof example !== 'object' || example === null) return example === item;
  return (
    typeof item === 'object' &&
    item !== null &&
    Object.entries(example).every(([key, part]) => standsIn(part, (item as Record<string, unknown>)[key]))
  );
}

const examples = readExamples('docs/rule-language.md');

describe('the examples of docs/rule-language.md', () => {
  it('are many', () => {
    expect(examples.length).toBeGreaterThan(25);
  });

  it.each(examples.map((example) => [`${example.file} ${example.id}`, example] as const))(
    '%s stands in the pack like this',
    (_, example) => {
      const item = findItem(example);
      expect(item, 'the item').toBeDefined();
      expect(standsIn(example.json, item) ? example.json : item).toEqual(example.json);
    },
  );

  it('are JSON, all of them', () => {
    const blocks = readFileSync('docs/rule-language.md', 'utf8')
      .split(/^```/m)
      .filter((part) => part.startsWith('json\n'));
    const broken = blocks
      .map((part) => part.slice(5))
      .filter((text) => {
        try {
          JSON.parse(text.trim().startsWith('"') ? `{${text}}` : text);
          return false;
        } catch {
          return true;
        }
      });
    expect(broken).toEqual([]);
  });
});
