import type { Fault } from '../rules/index.ts';

/** Input that the user has to put right. Ends the program with exit code 2 and one line per fault. */
export class BadInput extends Error {
  override name = 'BadInput';

  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(formatFault).join('\n'));
  }
}

/** One thing wrong with the way a command was called. */
export function badCall(place: string, expected: string, found: string): BadInput {
  return new BadInput([{ file: 'command line', path: place, expected, found }]);
}

/** `rules/bz/fees.json: tep-general-fee.amount: expected …, found …` */
export function formatFault({ file, path, expected, found }: Fault): string {
  return `${[file, path].filter(Boolean).join(': ')}: expected ${expected}; found ${found}`;
}
