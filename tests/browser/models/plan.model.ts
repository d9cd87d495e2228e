import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright-core';
import type { Plan } from '../../../src/plans/index.ts';
import { formatPlanFile, formatShareLink } from '../../../src/plans/index.ts';
import { makePlan } from '../../plans/make-plan.ts';
import type { App, Visit } from './interview.model.ts';

/** The day of these tests, by the clock of the device: a Tuesday. */
export const TODAY = '2026-12-01';

/** What a device holds of a person after a visit. */
export type LeftBehind = { stores: Record<string, number>; localStorage: number; sessionStorage: number };

/** A person's plans: keep a result, open a plan, tick, note, save, print. */
export class PlanPages {
  constructor(private readonly visit: Visit) {}

  get page(): Page {
    return this.visit.page;
  }

  get problems(): readonly string[] {
    return this.visit.problems;
  }

  async openList(): Promise<void> {
    await this.visit.goTo('#/plans');
    await this.page.getByLabel('Open a plan from a file').waitFor();
  }

  /** Follows a shared link in the same window. */
  async follow(hash: string): Promise<void> {
    await this.page.evaluate((address) => {
      location.hash = address;
    }, hash);
    await this.page.getByText('A result that somebody shared').waitFor();
  }

  /** From a shared result to the whole one. */
  async openWhole(): Promise<void> {
    await this.press('Open the whole result');
    await this.page.locator('#tools').waitFor();
  }

  /** Names of the plans on the list, as soon as `count` are there. */
  async names(count: number): Promise<readonly string[]> {
    const plans = this.page.locator('[data-kind="plan"] .item-name');
    if (count > 0) await plans.nth(count - 1).waitFor();
    return plans.allTextContents();
  }

  /** Opens a file on the list. @returns what the page says about it */
  async importFile(text: string, name = 'plans.json'): Promise<string> {
    await this.page.setInputFiles('#import', { name, mimeType: 'application/json', buffer: Buffer.from(text) });
    return this.message();
  }

  async message(): Promise<string> {
    return (await this.page.locator('main .panel[role="status"]').textContent()) ?? '';
  }

  async openPlan(name: string): Promise<void> {
    await this.page.locator('[data-kind="plan"]').getByRole('link', { name, exact: true }).click();
    await this.showsPlan(name);
  }

  async showsPlan(name: string): Promise<void> {
    await this.page.locator('main h1', { hasText: name }).waitFor();
    await this.page.locator('main h2', { hasText: 'This plan' }).waitFor();
  }

  /** Loads the page anew, once the device holds what was just noted. */
  async reload(name: string, noted: string): Promise<void> {
    await this.page.waitForFunction(isStored, noted);
    await this.page.reload();
    await this.showsPlan(name);
  }

  async keep(name: string): Promise<void> {
    await this.page.getByLabel('Name of the plan').fill(name);
    await this.press('Keep the plan');
    await this.showsPlan(name);
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  /** Presses a button that asks once more, and says yes. */
  async pressAndConfirm(name: string): Promise<void> {
    await this.press(name);
    await this.button(/^Yes: /).click();
  }

  /** Presses a button that saves a file. @returns what stands in it */
  async save(name: string): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.press(name)]);
    return readDownload(download);
  }

  /** A button by what stands on it. Not by its role: to work out all roles of a long page takes a tenth of a second. */
  private button(name: string | RegExp): Locator {
    return this.page.locator('main button', { hasText: name });
  }

  /** A part of the page, by its heading. */
  part(heading: string): Locator {
    return this.page.locator('main section').filter({ has: this.page.locator('> :is(h2, h3)', { hasText: new RegExp(`^${heading}`) }) });
  }

  /** The row of a paper or step, by its name. */
  row(kind: 'document' | 'step' | 'fee', name: string): Locator {
    return this.page.locator(`li[data-kind="${kind}"]`).filter({ hasText: name }).first();
  }

  /** The trips, each as one text. */
  async trips(): Promise<readonly string[]> {
    return this.page.locator('[data-kind="visit"]').allInnerTexts();
  }

  async unfold(within: Locator, summary: string): Promise<void> {
    await within.locator('summary', { hasText: summary }).first().click();
  }

  /** Enters a day and leaves the field. */
  async enterDay(within: Locator, legend: string, [day, month, year]: readonly [string, string, string]): Promise<void> {
    const field = within.getByRole('group', { name: legend });
    await field.getByLabel('Day').fill(day);
    await field.getByLabel('Month').fill(month);
    await field.getByLabel('Year').fill(year);
    await field.getByLabel('Year').press('Tab');
  }

  async enter(within: Locator, label: string, text: string): Promise<void> {
    await within.getByLabel(label).fill(text);
    await within.getByLabel(label).press('Tab');
  }

  /** The form in which another answer is tried. */
  get trial(): Locator {
    return this.page.locator('section[aria-labelledby="what-if"] form');
  }

  /** The cells of a row of a table, by its first cell. */
  async cells(within: Locator, row: string): Promise<readonly string[]> {
    const texts = await within.getByRole('row', { name: row }).getByRole('cell').allInnerTexts();
    return texts.map((text) => text.replaceAll('\u00a0', ' '));
  }

  /** Entries in every store of the browser. */
  async leftBehind(): Promise<LeftBehind> {
    return this.page.evaluate(countStored);
  }
}

/** Opens a plan of a scenario from a file, as somebody does who got it from a help desk. */
export async function openPlanOf(app: App, scenario: string, own: Partial<Plan> = {}): Promise<PlanPages> {
  const { plan } = makePlan(scenario, own);
  const pages = await openPlans(app);
  await pages.importFile(formatPlanFile([plan]));
  await pages.openPlan(plan.name);
  return pages;
}

export async function openPlans(app: App, options: Parameters<App['open']>[1] = {}): Promise<PlanPages> {
  const pages = new PlanPages(await app.open('#/plans', { today: TODAY, ...options }));
  await pages.page.getByLabel('Open a plan from a file').waitFor();
  return pages;
}

/** Opens a shared link on a device without answers. */
export async function openShared(app: App, hash: string, options: Parameters<App['open']>[1] = {}): Promise<PlanPages> {
  const pages = new PlanPages(await app.open(hash, { today: TODAY, ...options }));
  await pages.page.getByText('A result that somebody shared').waitFor();
  return pages;
}

/** Opens the result of a scenario through a shared link. */
export async function openResultOf(app: App, scenario: string, options: Parameters<App['open']>[1] = {}): Promise<PlanPages> {
  const pages = await openShared(app, `#/s/${formatLinkOf(scenario)}`, options);
  await pages.openWhole();
  return pages;
}

/** The text of a link to a scenario. @param made what the link says of its making, if not today under the current rules */
export function formatLinkOf(scenario: string, made: Partial<Pick<Plan, 'country' | 'packVersion' | 'record'>> = {}): string {
  const { plan, compiled } = makePlan(scenario, made);
  return formatShareLink({ ...plan, questions: compiled.pack.questions }, 'http://localhost:12345/#/s/');
}

async function readDownload(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

async function isStored(text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('permiso');
    request.onerror = () => {
      reject(new Error('no database'));
    };
    request.onsuccess = () => {
      const plans = request.result.transaction('plans').objectStore('plans').getAll();
      plans.onsuccess = () => {
        request.result.close();
        resolve(JSON.stringify(plans.result).includes(text));
      };
    };
  });
}

async function countStored(): Promise<LeftBehind> {
  const stores: Record<string, number> = {};
  for (const { name: databaseName = '' } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(databaseName);
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error('no database'));
      };
    });
    for (const store of database.objectStoreNames) {
      stores[store] = await new Promise((resolve) => {
        const request = database.transaction(store).objectStore(store).count();
        request.onsuccess = () => {
          resolve(request.result);
        };
      });
    }
    database.close();
  }
  return { stores, localStorage: localStorage.length, sessionStorage: sessionStorage.length };
}
