import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { App, readCase } from './models/interview.model.ts';
import type { Visit } from './models/interview.model.ts';
import { readPdf } from './models/read-pdf.ts';

let app: App;
beforeAll(async () => {
  app = await App.start();
});
afterAll(async () => {
  await app.stop();
});

async function goToResult(path: string, lang: string): Promise<Visit> {
  const { country, answers } = readCase(path);
  const visit = await app.open('#/', { lang });
  await visit.startInterview(country);
  await visit.answerAll(answers);
  await visit.press('confirm');
  return visit;
}

describe('the printed checklist', () => {
  it.each([
    ['A4', 595],
    ['Letter', 612],
  ] as const)('fits %s, is tagged, and holds the answer, the papers, the fees and the sources', async (format, width) => {
    const visit = await goToResult('bz/honduran-labourer', 'en');
    const { text, isTagged, pages, width: found } = await readPdf(visit.page, format);
    expect(Math.abs(found - width)).toBeLessThan(2);
    expect(isTagged).toBe(true);
    expect(pages).toBeLessThan(10);
    for (const part of [
      'You need a work permit for a general worker',
      'You have not applied yet',
      'Valid passport',
      'BZ$45',
      'Labour Department',
      'What was not checked',
      'S1',
      '1 / ',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Print the checklist');
  });

  it('stands in Spanish on the Spanish page', async () => {
    const { text } = await readPdf((await goToResult('bz/us-guest-house-owner', 'es')).page, 'A4');
    expect(text).toContain('Todavía no ha presentado la solicitud');
    expect(text).not.toContain('You have not applied yet');
  });

  it('puts a second language beside the first on request', async () => {
    const visit = await goToResult('bz/honduran-labourer', 'en');
    await visit.page.selectOption('#second-language', 'es');
    await visit.page.waitForSelector('.print-only [lang="es"]', { state: 'attached' });
    const { text } = await readPdf(visit.page, 'A4');
    expect(text).toContain('Valid passport');
    expect(text).toContain('Pasaporte vigente');
  });

  it('is opened by its button', async () => {
    const visit = await goToResult('bz/honduran-labourer', 'en');
    await visit.page.evaluate(() => {
      window.print = () => {
        document.title = 'printed';
      };
    });
    await visit.press('print');
    expect(await visit.page.title()).toBe('printed');
  });
});
