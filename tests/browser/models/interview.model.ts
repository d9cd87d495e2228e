import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { serve } from '../../../scripts/serve.ts';
import type { Answer, Answers } from '../../../src/rules/index.ts';
import { launchBrowser } from '../launch-browser.ts';

type OpenOptions = BrowserContextOptions & {
  lang?: string;
  /** The day by the clock of the device; the real one if there is none. */
  today?: string;
  /** Runs in the page before the app does. */
  prepare?: () => void;
};

/** The built app in a real browser. Problems that the page reports (console errors, exceptions, blocked content) are collected. */
export class App {
  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
    private readonly address: string,
  ) {}

  static async start(): Promise<App> {
    const server = await serve(0);
    const { port } = server.address() as AddressInfo;
    return new App(server, await launchBrowser(), `http://localhost:${port}`);
  }

  /** Closes every window, so that the next person finds a quick browser. */
  async closeVisits(): Promise<void> {
    await Promise.all(this.browser.contexts().map((context) => context.close()));
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.server.close();
  }

  /** A new profile: nothing is kept from another visit. */
  async open(path = '#/', { lang = 'en', today, prepare, ...options }: OpenOptions = {}): Promise<Visit> {
    // Without smooth scrolling: on a long page every press would wait for it.
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
    if (today !== undefined) await context.clock.setFixedTime(`${today}T10:00:00`);
    if (prepare !== undefined) await context.addInitScript(prepare);
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    const visit = new Visit(page, `${this.address}/?lang=${lang}`);
    await visit.goTo(path);
    return visit;
  }
}

/** One person's visit: what they see, answer and press. */
export class Visit {
  readonly problems: string[] = [];

  constructor(
    readonly page: Page,
    private readonly base: string,
  ) {
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.problems.push(message.text());
    });
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.base}${path}`);
    await this.page.waitForSelector('h1');
  }

  async startInterview(country: string): Promise<void> {
    await this.goTo(`#/${country}`);
    await this.press('start');
  }

  /** The question on the screen, or `null` on another page. */
  question(): string | null {
    return /\/questions\/(\w+)$/.exec(this.page.url())?.[1] ?? null;
  }

  async press(action: string): Promise<void> {
    await this.page.click(`[data-action="${action}"]`);
    await this.settle();
  }

  async settle(): Promise<void> {
    await this.page.waitForTimeout(60);
    await this.page.waitForSelector('main h1');
  }

  /** Fills in the controls of a question, found by its id, as a person would. */
  async fill(id: string, answer: Answer): Promise<void> {
    const { page } = this;
    const named = `[name="${id}"]`;
    if (answer === 'unknown') {
      await page.check(`${named}[value="unknown"]`);
    } else if ((await page.locator(`[name="${id}.day"]`).count()) > 0) {
      const [year = '', month = '', day = ''] = String(answer).split('-');
      await page.fill(`[name="${id}.day"]`, day);
      await page.fill(`[name="${id}.month"]`, month);
      await page.fill(`[name="${id}.year"]`, year);
    } else if ((await page.locator(`select${named}`).count()) > 0) {
      await page.selectOption(`select${named}`, String(answer));
    } else if (Array.isArray(answer)) {
      const chosen = answer.length === 0 ? ['none-of-these'] : (answer as string[]);
      for (const option of chosen) await page.check(`${named}[value="${option}"]`);
    } else if ((await page.locator(`input[type="text"]${named}`).count()) > 0) {
      await page.fill(`input[type="text"]${named}`, String(answer));
    } else {
      await page.check(`${named}[value="${String(answer)}"]`);
    }
  }

  async answer(id: string, answer: Answer): Promise<void> {
    await this.fill(id, answer);
    await this.press('continue');
  }

  /**
   * Answers whatever is asked from `answers` ("I don't know" where there is none) up to the check-your-answers page.
   *
   * @returns the answers that were asked for
   */
  async answerAll(answers: Answers): Promise<Answers> {
    const given: Record<string, Answer> = {};
    for (let id = this.question(); id !== null; id = this.question()) {
      if (Object.hasOwn(given, id)) throw new Error(`Asked twice: ${id}: ${(await this.page.textContent('main')) ?? ''}`);
      const answer = answers[id] ?? 'unknown';
      given[id] = answer;
      await this.answer(id, answer);
    }
    return given;
  }

  async heading(): Promise<string> {
    return (await this.page.textContent('h1')) ?? '';
  }

  /** Ids of the items that the result shows, by kind. */
  async items(kind: string): Promise<readonly string[]> {
    return this.page.$$eval(`[data-kind="${kind}"]`, (elements) => elements.map((element) => element.getAttribute('data-id') ?? ''));
  }
}

export type Case = { country: string; answers: Answers };

/** A case of `tests/scenarios`. */
export function readCase(path: string): Case {
  return JSON.parse(readFileSync(`tests/scenarios/${path}.json`, 'utf8')) as Case;
}
