import { forgetAnswers } from './answer-store.ts';
import type { Database } from './database.ts';
import { openDatabase } from './database.ts';
import type { Plan } from './plan.ts';
import { parsePlan } from './plan.ts';

/** How a plan was kept. `memory`: only as long as the page is open; `full`: the device has no room left. */
export type Kept = 'device' | 'memory' | 'full';

/** A stored plan that can no longer be read is shown by its id, so that it can be exported or deleted, never dropped in silence. */
export type StoredPlan = { plan: Plan; kept: Kept } | { damaged: { id: string; json: string } };

/** Plans that are on their way to the device, and those that cannot go there. */
const memory = new Map<string, { plan: Plan; kept: Kept }>();

/** Keeps a plan, and reads it back before saying so. */
export async function savePlan(plan: Plan): Promise<Kept> {
  memory.set(plan.id, { plan, kept: 'device' });
  const kept = await writePlan(plan);
  const latest = memory.get(plan.id);
  // A later change came in between: what was read back is that one, and it says for itself where it is kept.
  if (latest?.plan !== plan) return latest?.kept ?? 'device';
  if (kept === 'device') memory.delete(plan.id);
  else memory.set(plan.id, { plan, kept });
  return kept;
}

async function writePlan(plan: Plan): Promise<Kept> {
  const database = await openDatabase();
  if (!database) return 'memory';
  try {
    // `strict`: a browser that is killed right after the write keeps it.
    const transaction = database.transaction('plans', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(plan), transaction.done]);
    const stored = await database.get('plans', plan.id);
    return JSON.stringify(stored) === JSON.stringify(plan) ? 'device' : 'memory';
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'memory';
  }
}

/** All plans, the one changed last first. */
export async function readPlans(): Promise<readonly StoredPlan[]> {
  const stored = (await readAll(await openDatabase())).filter(({ id }) => !memory.has(id));
  const plans = [...stored.map(({ value, id }) => toStoredPlan(value, id)), ...memory.values()];
  const changed = (entry: StoredPlan): number => ('plan' in entry ? entry.plan.changedAt : 0);
  return plans.sort((a, b) => changed(b) - changed(a));
}

/** One plan, or `undefined` if there is none under this id. */
export async function readPlan(id: string): Promise<StoredPlan | undefined> {
  const known = memory.get(id);
  if (known) return known;
  const database = await openDatabase();
  const stored: unknown = await database?.get('plans', id).catch(() => undefined);
  return stored === undefined ? undefined : toStoredPlan(stored, id);
}

/** Deletes a plan from this device. @returns whether it is gone */
export async function erasePlan(id: string): Promise<boolean> {
  memory.delete(id);
  const database = await openDatabase();
  if (!database) return true;
  try {
    const transaction = database.transaction('plans', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.delete(id), transaction.done]);
    return (await database.get('plans', id)) === undefined;
  } catch {
    return false;
  }
}

/** Erases everything that was kept on this device: plans, answers, and whatever else has a store. @returns whether nothing is left */
export async function eraseEverything(): Promise<boolean> {
  memory.clear();
  forgetAnswers();
  const database = await openDatabase();
  if (!database) return true;
  try {
    const stores = [...database.objectStoreNames];
    const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
    await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
    const left = await Promise.all(stores.map((store) => database.count(store)));
    return left.every((count) => count === 0);
  } catch {
    return false;
  }
}

async function readAll(database: Database | undefined): Promise<readonly { id: string; value: unknown }[]> {
  if (!database) return [];
  try {
    const values: readonly unknown[] = await database.getAll('plans');
    return values.map((value) => ({ value, id: typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '' }));
  } catch {
    return [];
  }
}

function toStoredPlan(value: unknown, id: string): StoredPlan {
  const parsed = parsePlan(value, id);
  return parsed.ok ? { plan: parsed.value, kept: 'device' } : { damaged: { id, json: JSON.stringify(value, null, 2) } };
}
