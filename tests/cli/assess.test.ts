import { describe, expect, it } from 'vitest';
import { scenario } from '../support/packs.ts';
import { runPermiso, withFile } from '../support/run-permiso.ts';

const { answers } = scenario('bz', 'adverts-two-weeks');
const assess = (args: readonly string[], input: string) => runPermiso(['assess', ...args], input);
const assessBelize = (given: unknown, more: readonly string[] = []) =>
  assess(['bz', '--answers', '-', '--as-of', '2026-11-22', ...more], typeof given === 'string' ? given : JSON.stringify(given));

/** A message for people: no stack trace, no name of a program file. */
const noTrace = (text: string): void => {
  expect(text).not.toMatch(/\n\s+at |\.ts:\d|Error:/);
};

describe('assess', () => {
  const { code, out, err } = assessBelize(answers);
  const result = JSON.parse(out) as Record<string, unknown>;
  const first = (list: string): Record<string, unknown> => (result[list] as Record<string, unknown>[])[0] ?? {};

  it('prints one object and nothing else', () => {
    expect([code, err, typeof result]).toEqual([0, '', 'object']);
  });

  it('has the keys that other programs rely on', () => {
    const promised = [
      'pack',
      'asOf',
      'outcome',
      'recommended',
      'nextQuestion',
      'relevantQuestions',
      'routes',
      'blockers',
      'warnings',
      'documents',
      'fees',
      'feeTotals',
      'unconfirmedFees',
      'steps',
      'deadlines',
      'duties',
      'wouldChange',
    ];
    expect(Object.keys(result)).toEqual(expect.arrayContaining(promised));
  });

  it.each([
    ['routes', ['id', 'kind', 'verdict', 'blockers', 'because', 'sources']],
    ['blockers', ['id', 'routes', 'remedies']],
    ['warnings', ['id']],
    ['documents', ['id', 'status', 'provider', 'oneOf', 'step', 'because', 'sources', 'confidence']],
    ['fees', ['id', 'status', 'amount', 'quantity', 'currency', 'payer', 'confirmed']],
    ['feeTotals', ['currency', 'known', 'atMost', 'indicative']],
    ['steps', ['id', 'after', 'actor', 'days']],
    ['deadlines', ['id', 'date']],
    ['duties', ['id', 'severity']],
    ['wouldChange', ['question', 'to', 'outcome', 'route']],
  ] as const)('has in %s the keys that other programs rely on', (list, keys) => {
    expect(Object.keys(first(list))).toEqual(expect.arrayContaining([...keys]));
  });

  it('says which version of which pack it used, and for which day', () => {
    expect(result).toMatchObject({
      pack: { id: 'bz' },
      asOf: '2026-11-22',
      outcome: 'blocked',
      recommended: 'tep-employed-general',
      nextQuestion: null,
    });
  });

  it('reads answers from a file as from standard input', () => {
    withFile(JSON.stringify(answers), (path) => {
      expect(assess(['bz', '--answers', path, '--as-of', '2026-11-22'], '').out).toBe(out);
    });
  });

  it('adds the lists of every route when asked for', () => {
    const { routeRequirements } = JSON.parse(assessBelize(answers, ['--all-routes']).out) as { routeRequirements: Record<string, unknown> };
    expect(Object.keys(routeRequirements)).toContain('tep-self-employed');
  });

  it('assesses no answers at all', () => {
    expect(JSON.parse(assessBelize({}).out)).toMatchObject({ outcome: 'undetermined', recommended: null, documents: [] });
  });

  it('is text for people in their language when asked for', () => {
    const [english, spanish] = ['en', 'es'].map((language) => assessBelize(answers, ['--format', 'text', '--lang', language]));
    expect([english!.code, spanish!.code]).toEqual([0, 0]);
    expect(english!.out).not.toBe(spanish!.out);
    expect(english!.out + spanish!.out).not.toContain('[[');
  });
});

describe('assess refuses, with exit code 2 and a message that names the place,', () => {
  it.each([
    ['a country without rules', ['xx', '--answers', '-'], '{}', /country: expected one of bz, cr, .*; found xx/],
    ['a slip in the country', ['bs', '--answers', '-'], '{}', /did you mean "bz"\?/],
    ['a call without a country', [], '', /assess: expected a country such as bz; found nothing/],
    ['a call without answers', ['bz'], '', /--answers: expected a file, or - for standard input/],
    [
      'a file that does not exist',
      ['bz', '--answers', 'no-such-file.json'],
      '',
      /--answers: expected a file that can be read.*; found no-such-file.json/,
    ],
    ['a folder in place of a file', ['bz', '--answers', 'rules'], '', /--answers: expected a file that can be read/],
    [
      'text that is not JSON',
      ['bz', '--answers', '-'],
      '{"audience": ',
      /standard input: line 1, column 14: expected a value.*; found the end of the file/,
    ],
    ['nothing at all', ['bz', '--answers', '-'], '', /standard input: line 1, column 1: expected a value.*; found the end of the file/],
    ['a list in place of answers', ['bz', '--answers', '-'], '[]', /expected an object of answers by question id; found a list/],
    [
      '31 February',
      ['bz', '--answers', '-', '--as-of', '2026-02-31'],
      '{}',
      /--as-of: expected a date that exists, such as 2026-12-01; found 2026-02-31/,
    ],
    ['an unknown option', ['bz', '--answers', '-', '--colour'], '{}', /colour/],
    ['an unknown format', ['bz', '--answers', '-', '--format', 'yaml'], '{}', /--format: expected json or text; found yaml/],
    [
      'a language that it does not speak',
      ['bz', '--answers', '-', '--format', 'text', '--lang', 'xx'],
      '{}',
      /--lang: expected .*; found xx/,
    ],
    [
      'a rules folder that does not exist',
      ['bz', '--answers', '-', '--rules', 'no-such-folder'],
      '{}',
      /--rules: expected a folder with rule packs; found no-such-folder/,
    ],
  ] as const)('%s', (_, args, input, message) => {
    const { code, out, err } = assess(args, input);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(out).toBe('');
    noTrace(err);
  });

  it('every wrong answer, one line for each', () => {
    const { code, err } = assessBelize({ audience: 'boss', workerAge: -1, filingDate: '2026-02-31', hourlyWage: '5', shoeSize: 42 });
    expect(code).toBe(2);
    expect(
      err
        .trim()
        .split('\n')
        .map((line) => line.split(': expected')[0]),
    ).toEqual(['audience', 'workerAge', 'filingDate', 'hourlyWage', 'shoeSize'].map((id) => `standard input: ${id}`));
  });

  it('10 MB of nonsense, in a file or from standard input, without reading far', () => {
    const nonsense = `{"audience":"${'x'.repeat(10_000_000)}"}`;
    const fromInput = assessBelize(nonsense);
    const fromFile = withFile(nonsense, (path) => assess(['bz', '--answers', path], ''));
    for (const { code, err } of [fromInput, fromFile]) {
      expect(code).toBe(2);
      expect(err).toMatch(/expected at most 1000000 bytes; found 1\d{7} bytes/);
      expect(err.length).toBeLessThan(500);
    }
  });

  it('JSON that is nested 100 000 deep', () => {
    const { code, err } = assessBelize(`{"audience":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect(code).toBe(2);
    noTrace(err);
  });
});
