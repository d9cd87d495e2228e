/** One of the processes that check packs side by side: gets the id of a pack, sends its report. */
import type { CheckedPack, CheckOrder } from './check-side-by-side.ts';
import { PackChecker } from './commands/check.ts';

let checker: Promise<PackChecker> | undefined;

process.on('message', ({ id, ids, options }: CheckOrder) => {
  checker ??= PackChecker.start(ids, options);
  void checker.then((ready) => {
    const lines: string[] = [];
    const code = ready.check(id, { write: (line) => lines.push(line) });
    process.send?.({ id, lines, code } satisfies CheckedPack);
  });
});
