import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { CheckOptions } from './commands/check.ts';
import type { Output } from './output.ts';

/** What a worker is asked, and what it says when a pack is done. */
export type CheckOrder = { readonly id: string; readonly ids: readonly string[]; readonly options: CheckOptions };
export type CheckedPack = { readonly id: string; readonly lines: readonly string[]; readonly code: number };

/**
 * Checks several packs at once, on as many processes as the machine has processors; every process proves one pack after the other.
 * Reports come in the order of the ids.
 *
 * @returns 0 if all are sound, otherwise 1
 */
export async function checkSideBySide(ids: readonly string[], options: CheckOptions, output: Output): Promise<number> {
  const waiting = [...ids];
  const done = new Map<string, CheckedPack>();
  let written = 0;
  const report = (pack: CheckedPack): void => {
    done.set(pack.id, pack);
    for (let next = done.get(ids[written] ?? ''); next; next = done.get(ids[written] ?? '')) {
      for (const line of next.lines) output.write(line);
      written += 1;
    }
  };
  const workers = Array.from({ length: Math.min(availableParallelism(), ids.length) }, () =>
    fork(new URL('check-worker.ts', import.meta.url)),
  );
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) report(await order(worker, { id, ids, options }));
      }),
    );
  } finally {
    for (const worker of workers) worker.kill();
  }
  return Math.max(...[...done.values()].map(({ code }) => code));
}

async function order(worker: ChildProcess, wanted: CheckOrder): Promise<CheckedPack> {
  return new Promise((resolve, reject) => {
    const fail = (code: number | null): void => {
      reject(new Error(`The process that checked ${wanted.id} ended with ${code}`));
    };
    worker.once('exit', fail);
    worker.once('message', (checked) => {
      worker.off('exit', fail);
      resolve(checked as CheckedPack);
    });
    worker.send(wanted);
  });
}
