import type { SavedAnswers } from './database.ts';
import { openDatabase } from './database.ts';

/** Used where the browser stores nothing: the answers then last as long as the page is open. */
const memory = new Map<string, SavedAnswers>();

/** Saves the answers of a country. @returns whether they will survive closing the page */
export async function saveAnswers(saved: SavedAnswers): Promise<boolean> {
  memory.set(saved.country, saved);
  const database = await openDatabase();
  if (!database) return false;
  try {
    // `strict`: a browser that is killed right after the write keeps it (localStorage loses most).
    const transaction = database.transaction('answers', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(saved), transaction.done]);
    return true;
  } catch {
    return false;
  }
}

/** The saved answers of a country. What is not an object of answers (edited by hand, damaged) counts as none. */
export async function readAnswers(country: string): Promise<SavedAnswers | undefined> {
  const database = await openDatabase();
  const stored: unknown = await database?.get('answers', country).catch(() => undefined);
  return isSavedAnswers(stored) ? stored : memory.get(country);
}

/** Erases the answers of a country from this device. */
export async function eraseAnswers(country: string): Promise<void> {
  memory.delete(country);
  const database = await openDatabase();
  await database?.delete('answers', country).catch(() => undefined);
}

/** Forgets what the open page remembers of all countries. */
export function forgetAnswers(): void {
  memory.clear();
}

function isSavedAnswers(value: unknown): value is SavedAnswers {
  if (typeof value !== 'object' || value === null || !('answers' in value)) return false;
  return typeof value.answers === 'object' && value.answers !== null && !Array.isArray(value.answers);
}
