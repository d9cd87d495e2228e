import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/rules/index.ts';
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

async function goToQuestion(question: string, lang = 'en'): Promise<Visit> {
  const visit = await app.open('#/', { lang });
  await visit.startInterview('bz');
  for (let id = visit.question(); id !== null && id !== question; id = visit.question()) await visit.answer(id, answers[id] ?? 'unknown');
  expect(visit.question()).toBe(question);
  return visit;
}

async function expectError(visit: Visit, message: string): Promise<void> {
  const summary = visit.page.locator('[role="alert"]');
  expect(await summary.textContent()).toContain(message);
  expect(await visit.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  expect(await visit.page.title()).toMatch(/^Error:/);
  await visit.page.click('[role="alert"] a');
  expect(await visit.page.evaluate(() => document.activeElement?.tagName)).toMatch(/INPUT|SELECT/);
}

describe('an answer that cannot be', () => {
  it('is refused with a sentence that says what to enter: nothing chosen', async () => {
    const visit = await goToQuestion('audience');
    await visit.press('continue');
    await expectError(visit, 'Choose one of the answers');
  });

  it.each([
    ['hourlyWage', 'abc', 'Enter a number in digits'],
    ['hourlyWage', '-4', 'The number must be BZ$0 or more'],
    ['workerAge', '230', 'The number must be 100 or less'],
    ['workerAge', '30.5', 'Enter a whole number'],
  ])('%s = %s', async (question, text, message) => {
    const visit = await goToQuestion(question);
    await visit.page.fill(`input[name="${question}"]`, text);
    await visit.press('continue');
    await expectError(visit, message);
    expect(await visit.page.inputValue(`input[name="${question}"]`)).toBe(text);
  });

  it('31 February does not exist', async () => {
    const visit = await goToQuestion('filingDate');
    await visit.page.fill('[name="filingDate.day"]', '31');
    await visit.page.fill('[name="filingDate.month"]', 'feb');
    await visit.page.fill('[name="filingDate.year"]', '2027');
    await visit.press('continue');
    await expectError(visit, 'This date does not exist');
  });

  it('takes the name of a month in either language', async () => {
    const visit = await goToQuestion('filingDate');
    await visit.page.fill('[name="filingDate.day"]', '1');
    await visit.page.fill('[name="filingDate.month"]', 'diciembre');
    await visit.page.fill('[name="filingDate.year"]', '2026');
    await visit.press('continue');
    expect(visit.question()).not.toBe('filingDate');
  });

  it('says it in Spanish on the Spanish page', async () => {
    const visit = await goToQuestion('audience', 'es');
    await visit.press('continue');
    expect(await visit.page.textContent('[role="alert"]')).toContain('Elija una de las respuestas');
  });

  it('keeps "I don’t know" as an answer', async () => {
    const visit = await goToQuestion('filingDate');
    const unknown: Answer = 'unknown';
    await visit.answer('filingDate', unknown);
    expect(visit.question()).not.toBe('filingDate');
  });
});
