import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';

/** Answers of an interview that is under way. */
export type SavedAnswers = {
  country: string;
  packVersion: string;
  answers: Record<string, unknown>;
};

interface Schema extends DBSchema {
  answers: { key: string; value: SavedAnswers };
}

export type Database = IDBPDatabase<Schema>;

let opened: Promise<Database | undefined> | undefined;

/** The database on this device, or `undefined` where the browser allows none (private windows, blocked site data). */
export function openDatabase(): Promise<Database | undefined> {
  opened ??= openDB<Schema>('permiso', 1, {
    upgrade(database) {
      database.createObjectStore('answers', { keyPath: 'country' });
    },
  }).catch(() => undefined);
  return opened;
}
