import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../src/cli/find-json-fault.ts';

describe('the place where JSON stops being JSON', () => {
  it.each([
    ['[\n  { "id": "a" }\n  { "id": "b" }\n]', 2, 'a comma, or "]"'],
    ['{\n  "id": "a"\n  "kind": "b"\n}', 2, 'a comma, or "}"'],
    ['[\n  1,\n]', 2, 'no comma before "]"'],
    ['{ "id": "a", }', 1, 'no comma before "}"'],
    ['{\n  id: "a"\n}', 2, 'a key in quotation marks'],
    ["{ 'id': 1 }", 1, 'a key in quotation marks'],
    ['{ "id" "a" }', 1, 'a colon after the key'],
    ['{ "id": "a }\n', 1, 'a closing quotation mark on the same line'],
    ['{ "id": yes }', 1, 'a value: a text in quotation marks, a number, true, false, [ … ] or { … }'],
    ['[ 1, 2', 1, '"]" to close what was opened'],
    ['[ 1 ] ]', 1, 'nothing more; a bracket was closed too early'],
    ['', 1, 'a value: a text in quotation marks, a number, true, false, [ … ] or { … }'],
  ])('%j', (text, line, expected) => {
    expect(findJsonFault(text)).toMatchObject({ line, expected });
  });

  it('shows what stands there', () => {
    expect(findJsonFault('[\n  { "id": "a" }\n  { "id": "b" }\n]')?.found).toBe('{ "id": "b" }');
    expect(findJsonFault('[ 1')?.found).toBe('the end of the file');
  });

  it('is found in no JSON that is sound', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.nat(4), (value, indent) => findJsonFault(JSON.stringify(value, null, indent)) === undefined));
  });

  it('is found wherever JSON.parse finds one', () => {
    const mangled = fc.tuple(fc.jsonValue(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', ':', 'x')).map(([value, at, sign]) => {
      const text = JSON.stringify(value);
      const place = at % (text.length + 1);
      return text.slice(0, place) + sign + text.slice(place + 1);
    });
    const isSound = (text: string): boolean => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(fc.property(mangled, (text) => isSound(text) || findJsonFault(text) !== undefined));
  });
});
