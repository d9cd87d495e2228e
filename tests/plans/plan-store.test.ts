import * as fake from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Plans from '../../src/plans/index.ts';
import { makePlan } from './make-plan.ts';

const { plan } = makePlan('bz/honduran-labourer');

/** The module anew, as after loading the page: only what the device kept is left. */
async function loadPage(): Promise<typeof Plans> {
  vi.resetModules();
  return import('../../src/plans/index.ts');
}

beforeEach(() => {
  for (const [name, value] of Object.entries(fake)) if (name.startsWith('IDB')) vi.stubGlobal(name, value);
  vi.stubGlobal('indexedDB', new fake.IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('savePlan', () => {
  it('keeps a plan over a reload, and reads back what it wrote', async () => {
    expect(await (await loadPage()).savePlan(plan)).toBe('device');
    expect(await (await loadPage()).readPlan(plan.id)).toEqual({ plan, kept: 'device' });
  });

  it('keeps several plans and shows the one changed last first', async () => {
    const page = await loadPage();
    await page.savePlan(plan);
    await page.savePlan({ ...plan, id: 'plan-0002', changedAt: plan.changedAt + 1 });
    const names = (await (await loadPage()).readPlans()).map((entry) => ('plan' in entry ? entry.plan.id : ''));
    expect(names).toEqual(['plan-0002', 'plan-0001']);
  });

  it('keeps the answers of a device that ran the version before plans', async () => {
    const old = await openDB('permiso', 1, {
      upgrade(database) {
        database.createObjectStore('answers', { keyPath: 'country' });
      },
    });
    await old.put('answers', { country: 'bz', packVersion: '2026.11.0', answers: { nationality: 'GT' } });
    old.close();
    const page = await loadPage();
    expect((await page.readAnswers('bz'))?.answers).toEqual({ nationality: 'GT' });
    expect(await page.savePlan(plan)).toBe('device');
  });

  it('says that the plan is in memory only when the browser forbids storage, and loses nothing while the page is open', async () => {
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    const page = await loadPage();
    expect(await page.savePlan(plan)).toBe('memory');
    expect(await page.readPlan(plan.id)).toEqual({ plan, kept: 'memory' });
    expect(await page.readPlans()).toEqual([{ plan, kept: 'memory' }]);
    expect(await page.erasePlan(plan.id)).toBe(true);
    expect(await page.readPlans()).toEqual([]);
  });

  it('says that the device is full, and keeps the plan in memory', async () => {
    const page = await loadPage();
    await page.savePlan(plan);
    const put = vi.spyOn(fake.IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const changed = { ...plan, name: 'Changed' };
    expect(await page.savePlan(changed)).toBe('full');
    expect(await page.readPlan(plan.id)).toEqual({ plan: changed, kept: 'full' });
    put.mockRestore();
    expect(await (await loadPage()).readPlan(plan.id)).toEqual({ plan, kept: 'device' });
  });

  it('does not report two changes at once as kept in memory only', async () => {
    const page = await loadPage();
    const kept = await Promise.all([page.savePlan(plan), page.savePlan({ ...plan, name: 'Second' })]);
    expect(kept).toEqual(['device', 'device']);
    expect(await (await loadPage()).readPlan(plan.id)).toEqual({ plan: { ...plan, name: 'Second' }, kept: 'device' });
  });
});

describe('readPlans', () => {
  it('shows a damaged plan instead of dropping it', async () => {
    const page = await loadPage();
    await page.savePlan(plan);
    const database = await openDB('permiso', 2);
    await database.put('plans', { ...plan, id: 'plan-0003', progress: 'lost' });
    database.close();
    const stored = await (await loadPage()).readPlans();
    expect(stored).toHaveLength(2);
    expect(stored.find((entry) => 'damaged' in entry)).toMatchObject({ damaged: { id: 'plan-0003' } });
  });
});

describe('eraseEverything', () => {
  it('leaves no plan and no answer behind', async () => {
    const page = await loadPage();
    await page.savePlan(plan);
    await page.saveAnswers({ country: 'bz', packVersion: '2026.11.0', answers: { nationality: 'GT' } });
    expect(await page.eraseEverything()).toBe(true);
    const next = await loadPage();
    expect(await next.readPlans()).toEqual([]);
    expect(await next.readAnswers('bz')).toBeUndefined();
  });

  it('leaves nothing for the next person at the page that is still open', async () => {
    const page = await loadPage();
    await page.saveAnswers({ country: 'bz', packVersion: '2026.11.0', answers: { nationality: 'GT' } });
    await page.eraseEverything();
    expect(await page.readAnswers('bz')).toBeUndefined();
  });
});
