import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/index.ts';
import { readCompiledPack } from '../../src/cli/read-pack.ts';
import { App, readCase } from './models/interview.model.ts';

let app: App;
beforeAll(async () => {
  app = await App.start();
});
afterAll(async () => {
  await app.stop();
});

const TODAY = Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / 86_400_000);

/** One case per country and language, employers and self-employed, phones and desktops. */
const CASES = [
  ['bz/honduran-labourer', 'en', 1280],
  ['bz/us-guest-house-owner', 'es', 360],
  ['bz/adverts-two-weeks', 'es', 1280],
  ['bz/machine-installer', 'en', 360],
  ['bz/filipino-cook-i-do-not-know', 'en', 1280],
  ['gy/philippine-nurse-renewal-on-time', 'es', 360],
  ['cr/nicaraguan-melon-harvest-six-months', 'es', 1280],
  ['pa/restaurant-cook-within-ten-percent', 'en', 360],
  ['mx/renewal-thirty-days-before', 'es', 360],
  ['do/hotel-hires-regional-national-at-limits', 'es', 1280],
  ['hn/restaurant-cook-after-remedy', 'en', 1280],
] as const;

describe('a whole case in the browser', () => {
  it.each(CASES)('%s in %s at %i px gives the same items as assess', async (path, lang, width) => {
    const { country, answers } = readCase(path);
    const visit = await app.open('#/', { lang, viewport: { width, height: 800 } });
    await visit.startInterview(country);
    const given = await visit.answerAll(answers);
    await visit.press('confirm');
    const expected = assess(readCompiledPack('rules', country), given, TODAY);
    expect(await visit.page.getAttribute('[data-outcome]', 'data-outcome')).toBe(expected.outcome);
    for (const [kind, items] of [
      ['document', expected.documents],
      ['fee', expected.fees],
      ['step', expected.steps],
      ['deadline', expected.deadlines],
      ['warning', expected.warnings],
      ['duty', expected.duties],
      ['blocker', expected.blockers],
      ['route', expected.routes],
    ] as const) {
      expect([...(await visit.items(kind))].sort(), kind).toEqual(items.map(({ id }) => id).sort());
    }
    expect(await visit.page.textContent('body')).not.toContain('[[');
    expect(visit.problems).toEqual([]);
    await visit.page.context().close();
  });
});
