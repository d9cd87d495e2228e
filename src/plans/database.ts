import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { Plan } from './plan.ts';

/** Answers of an interview that is under way. */
export type SavedAnswers = {
  country: string;
  packVersion: string;
  answers: Record<string, unknown>;
};

interface Schema extends DBSchema {
  answers: { key: string; value: SavedAnswers };
  plans: { key: string; value: Plan };
}

export type Database = IDBPDatabase<Schema>;

/** Version 1 held answers only; 2 adds plans. */
const VERSION = 2;

let opened: Promise<Database | undefined> | undefined;

/** The database on this device, or `undefined` where the browser allows none (private windows, blocked site data). */
export function openDatabase(): Promise<Database | undefined> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Database | undefined> {
  try {
    return await new Promise<Database>((resolve, reject) => {
      openDB<Schema>('permiso', VERSION, {
        upgrade(database, oldVersion) {
          if (oldVersion < 1) database.createObjectStore('answers', { keyPath: 'country' });
          if (oldVersion < 2) database.createObjectStore('plans', { keyPath: 'id' });
        },
        // A tab with an older version of the program holds the database: go on in memory rather than wait for it.
        blocked() {
          reject(new Error('blocked'));
        },
        // Another tab runs a newer version of the program: give way, and open again when something is next stored.
        blocking(_current, _blocked, event) {
          (event.target as IDBDatabase | null)?.close();
          opened = undefined;
        },
        terminated() {
          opened = undefined;
        },
      }).then(resolve, reject);
    });
  } catch {
    // Some browsers reject, others throw at once, and in some there is no `indexedDB` at all.
    return undefined;
  }
}
