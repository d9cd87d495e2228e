import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visit } from './models/interview.model.ts';
import { App, readCase } from './models/interview.model.ts';

let app: App;
beforeAll(async () => {
  app = await App.start();
});
afterAll(async () => {
  await app.stop();
});

const { answers } = readCase('bz/honduran-labourer');

async function answerSome(count: number): Promise<Visit> {
  const visit = await app.open();
  await visit.startInterview('bz');
  for (let index = 0; index < count; index += 1) {
    const id = visit.question() ?? '';
    await visit.answer(id, answers[id] ?? 'unknown');
  }
  return visit;
}

describe('the interview in a browser', () => {
  it('goes on where the user was after a reload', async () => {
    const visit = await answerSome(3);
    const question = visit.question();
    await visit.page.reload();
    await visit.page.waitForSelector('h1');
    await visit.settle();
    expect(visit.question()).toBe(question);
  });

  it('resumes on another day from the country page', async () => {
    const visit = await answerSome(3);
    const question = visit.question();
    await visit.goTo('#/');
    await visit.goTo('#/bz');
    await visit.press('start');
    expect(visit.question()).toBe(question);
  });

  it('follows the keys back and forward of the browser', async () => {
    const visit = await answerSome(2);
    const third = visit.question();
    await visit.page.goBack();
    await visit.settle();
    expect(visit.question()).toBe('nationality');
    await visit.page.goForward();
    await visit.settle();
    expect(visit.question()).toBe(third);
  });

  it('shows the earlier answer when the user goes back, and nothing pre-selected before', async () => {
    const visit = await answerSome(1);
    expect(await visit.page.inputValue('select[name="nationality"]')).toBe('');
    await visit.page.goBack();
    await visit.settle();
    expect(await visit.page.isChecked('[name="audience"][value="employer"]')).toBe(true);
    expect(await visit.page.isChecked('[name="audience"][value="selfEmployed"]')).toBe(false);
  });

  it('sets dependent answers aside when an earlier one changes, and brings them back', async () => {
    const visit = await app.open();
    await visit.startInterview('bz');
    await visit.answerAll(answers);
    const before = await visit.page.$$eval('.answers dt', (terms) => terms.length);
    const change = async (audience: string): Promise<void> => {
      await visit.page.click('.answers a >> nth=0');
      await visit.settle();
      await visit.answer('audience', audience);
    };
    await change('selfEmployed');
    expect(visit.question()).not.toBeNull();
    await visit.goTo('#/bz/answers');
    expect(await visit.page.textContent('.answers')).not.toContain('BZ$6');
    await change('employer');
    await visit.goTo('#/bz/answers');
    expect(await visit.page.$$eval('.answers dt', (terms) => terms.length)).toBe(before);
  });

  it('erases everything on request', async () => {
    const visit = await answerSome(3);
    await visit.goTo('#/bz');
    await visit.press('erase');
    await visit.page.reload();
    await visit.page.waitForSelector('[data-action="start"]');
    await visit.press('start');
    expect(visit.question()).toBe('audience');
  });

  it('shows the list as soon as the answer is settled, and settles a possible line from there', async () => {
    const visit = await app.open();
    await visit.startInterview('bz');
    for (let id = visit.question(); id !== null && (await visit.page.locator('.panel.good').count()) === 0; id = visit.question()) {
      await visit.answer(id, answers[id] ?? 'unknown');
    }
    await visit.page.click('.panel.good .link-button');
    await visit.settle();
    expect(visit.page.url()).toMatch(/\/result$/);
    const possible = visit.page.locator('[data-status="possible"] .small .link-button').first();
    await possible.click();
    await visit.settle();
    const question = visit.question() ?? '';
    expect(question).not.toBe('');
    await visit.answer(question, answers[question] ?? 'unknown');
    expect(await visit.page.locator('h1').count()).toBe(1);
  });
});

describe('addresses that cannot be followed', () => {
  it.each([
    ['#/zz', 'We have no rules for this country'],
    ['#/bz/nonsense/at/all', 'There is no such page'],
  ])('%s says what is wrong and how to go on', async (path, heading) => {
    const visit = await app.open(path);
    expect(await visit.heading()).toBe(heading);
    expect(await visit.page.locator('main a').count()).toBeGreaterThan(0);
  });

  it('leads from an unknown question to the right one and says so', async () => {
    const visit = await app.open('#/bz/questions/shoeSize');
    await visit.settle();
    expect(visit.question()).toBe('audience');
    expect(await visit.page.textContent('.panel.care')).toContain('shoeSize');
  });

  it('leads from a question that is not needed to the right one and says so', async () => {
    const visit = await app.open('#/bz/questions/dependantsStudying');
    await visit.settle();
    expect(visit.question()).toBe('audience');
    expect(await visit.page.locator('.panel.care').count()).toBe(1);
  });
});

describe('saved answers that were edited or damaged', () => {
  it.each([
    ['answers of wrong types', { audience: 'employer', nationality: 7, workerAge: 'old', activityType: 'localWork' }],
    ['questions that do not exist', { audience: 'employer', shoeSize: 42 }],
  ])('asks again, in words, after %s', async (_, damaged) => {
    const visit = await answerSome(2);
    await visit.page.evaluate(async (wrong) => {
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('permiso');
        request.onsuccess = () => {
          const transaction = request.result.transaction('answers', 'readwrite');
          transaction.objectStore('answers').put({ country: 'bz', packVersion: '1', answers: wrong });
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
          transaction.onerror = () => {
            reject(new Error('not written'));
          };
        };
      });
    }, damaged);
    await visit.goTo('#/');
    await visit.page.reload();
    await visit.goTo('#/bz');
    expect(await visit.page.textContent('.panel.care')).toContain('will be asked again');
    await visit.press('start');
    expect(visit.question()).toBe('nationality');
  });
});
