import type Axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { App, readCase } from './models/interview.model.ts';
import type { Visit } from './models/interview.model.ts';

let app: App;
beforeAll(async () => {
  app = await App.start();
});
afterAll(async () => {
  await app.stop();
});

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** axe with every rule on, also those that are off by default. */
async function findViolations(visit: Visit): Promise<readonly string[]> {
  await visit.page.evaluate(AXE);
  // What is folded away is checked too.
  await visit.page.$$eval('details', (parts) => {
    for (const part of parts) part.open = true;
  });
  return visit.page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
    const { violations } = await axe.run(document, { rules });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => node.html.slice(0, 160))
          .join(' | ')}`,
    );
  });
}

const { answers } = readCase('bz/honduran-labourer');

describe.each(['en', 'es'])('every page in %s', (lang) => {
  it('has no violation of any axe rule', async () => {
    const visit = await app.open('#/', { lang, bypassCSP: true });
    expect(await findViolations(visit), 'start').toEqual([]);
    await visit.goTo('#/bz');
    expect(await findViolations(visit), 'country').toEqual([]);
    await visit.press('start');
    await visit.press('continue');
    expect(await findViolations(visit), 'question with an error').toEqual([]);
    const seen = new Set<string>();
    for (let id = visit.question(); id !== null; id = visit.question()) {
      const kind = (await visit.page.locator('form input, form select').first().getAttribute('type')) ?? 'select';
      if (!seen.has(kind)) expect(await findViolations(visit), id).toEqual([]);
      seen.add(kind);
      await visit.answer(id, answers[id] ?? 'unknown');
    }
    expect(await findViolations(visit), 'answers').toEqual([]);
    await visit.press('confirm');
    expect(await findViolations(visit), 'result').toEqual([]);
  });

  it('fits 320 px without scrolling sideways', async () => {
    const visit = await app.open('#/', { lang, viewport: { width: 320, height: 640 } });
    const overflow = (): Promise<number> =>
      visit.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow(), 'start').toBe(0);
    await visit.startInterview('bz');
    for (let id = visit.question(); id !== null; id = visit.question()) {
      expect(await overflow(), id).toBe(0);
      await visit.answer(id, answers[id] ?? 'unknown');
    }
    expect(await overflow(), 'answers').toBe(0);
    await visit.press('confirm');
    await visit.page.$$eval('details', (parts) => {
      for (const part of parts) part.open = true;
    });
    expect(await overflow(), 'result').toBe(0);
  });

  it('names its language', async () => {
    const visit = await app.open('#/bz', { lang });
    expect(await visit.page.getAttribute('html', 'lang')).toBe(lang);
  });
});

describe('moving through the pages', () => {
  it('moves the focus to the heading of the next page and names the document after it', async () => {
    const visit = await app.open();
    await visit.startInterview('bz');
    await visit.answer('audience', 'employer');
    expect(await visit.page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await visit.page.title()).toContain(await visit.heading());
  });

  it('works with the keyboard alone from start to the first answers', async () => {
    const visit = await app.open('#/bz');
    const { keyboard } = visit.page;
    await visit.page.focus('[data-action="start"]');
    await keyboard.press('Enter');
    await visit.settle();
    await visit.page.focus('main .link-button');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await visit.settle();
    expect(visit.question()).toBe('nationality');
  });

  it('has targets of at least 44 px for buttons and boxes', async () => {
    const visit = await app.open('#/', { viewport: { width: 360, height: 800 } });
    await visit.startInterview('bz');
    const small = await visit.page.$$eval('button, .choice, summary, select', (elements) =>
      elements
        .filter((element) => element.getBoundingClientRect().height < 43.5 && element.getBoundingClientRect().height > 0)
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(small).toEqual([]);
  });

  it('asks no other host for anything', async () => {
    const visit = await app.open();
    const hosts = new Set<string>();
    visit.page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
    await visit.startInterview('bz');
    await visit.answerAll(answers);
    await visit.press('confirm');
    expect([...hosts]).toEqual(['localhost']);
    expect(visit.problems).toEqual([]);
  });
});
