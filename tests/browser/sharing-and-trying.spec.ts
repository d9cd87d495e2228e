import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makePlan } from '../plans/make-plan.ts';
import { App } from './models/interview.model.ts';
import type { PlanPages } from './models/plan.model.ts';
import { formatLinkOf, openPlanOf, openPlans, openResultOf, openShared } from './models/plan.model.ts';
import { readPdf } from './models/read-pdf.ts';
import { readQrCode } from './models/read-qr-code.ts';

let app: App;
beforeAll(async () => {
  app = await App.start();
});
afterEach(async () => {
  await app.closeVisits();
});
afterAll(async () => {
  await app.stop();
});

const LABOURER = 'bz/honduran-labourer';
const ANSWER = 'You need a work permit for a general worker, and you apply for it.';
const { record } = makePlan(LABOURER).plan;

async function makeLink(pages: PlanPages): Promise<string> {
  await pages.unfold(pages.part('Keep it or hand it on'), 'A link to this result');
  await pages.press('Make a link');
  return pages.page.getByLabel('Link', { exact: true }).inputValue();
}

describe('a link to a result', () => {
  it('is made on request only', async () => {
    const pages = await openResultOf(app, LABOURER);
    await pages.unfold(pages.part('Keep it or hand it on'), 'A link to this result');
    expect(await pages.page.getByLabel('Link', { exact: true }).count()).toBe(0);
    expect(await pages.page.locator('main').innerHTML()).not.toContain('#/s/');
  });

  it('is short enough for a QR code on paper, and holds the answers after its # only', async () => {
    const link = await makeLink(await openResultOf(app, LABOURER));
    expect(Buffer.byteLength(link)).toBeLessThanOrEqual(220);
    expect(new URL(link).search).toBe('');
    expect(new URL(link).hash).toMatch(/^#\/s\/[\w-]+$/);
  });

  it('shows the result to somebody else, whose device has no answers', async () => {
    const link = await makeLink(await openResultOf(app, LABOURER));
    const other = await openShared(app, new URL(link).hash);
    expect(await other.page.locator('main h1').textContent()).toBe(ANSWER);
    await other.page.getByText('Made under the rules that hold now').waitFor();
    await other.openWhole();
    expect(await other.page.locator('main h1').textContent()).toBe(ANSWER);
    expect(other.problems).toEqual([]);
  });

  it('leaves no answers in the address bar, nor in the way back', async () => {
    const other = await openShared(app, `#/s/${formatLinkOf(LABOURER)}`);
    expect(new URL(other.page.url()).hash).toBe('#/s');
    await other.page.reload();
    await other.page.getByRole('heading', { name: 'The link was read already' }).waitFor();
    expect(await other.page.getByRole('link', { name: 'Go to the start' }).count()).toBe(1);
  });

  it('is printed as a QR code when that is asked for, and a telephone reads the same link from it', async () => {
    const pages = await openResultOf(app, LABOURER);
    const link = await makeLink(pages);
    expect((await readPdf(pages.page, 'A4')).text).not.toContain('Scan this code');
    await pages.page.getByLabel('Print the QR code on the sheet').check();
    const { text } = await readPdf(pages.page, 'A4');
    expect(text).toContain('Scan this code to see the result');
    expect(text.replaceAll(' ', '')).toContain(link);
    await pages.page.emulateMedia({ media: 'print' });
    const code = pages.page.locator('.printed-link').getByRole('img', { name: 'QR code of the link' });
    expect((await code.boundingBox())?.width).toBeGreaterThan(100);
    expect(await readQrCode(pages.page, code)).toBe(link);
  });

  it('puts the own answers of whoever opens it into a plan first', async () => {
    const pages = await openResultOf(app, 'bz/wage-one-cent-short');
    await pages.follow(`#/s/${formatLinkOf(LABOURER)}`);
    await pages.openWhole();
    await pages.openList();
    expect(await pages.names(1)).toEqual(['My answers until 1 December 2026']);
  });

  it('makes no plan when it is opened for the second time', async () => {
    const pages = await openResultOf(app, LABOURER);
    await pages.follow(`#/s/${formatLinkOf(LABOURER)}`);
    await pages.openWhole();
    await pages.openList();
    await pages.page.getByText('There is no plan yet.').waitFor();
  });

  it('leads back to where its reader came from', async () => {
    const pages = await openPlans(app);
    await pages.follow(`#/s/${formatLinkOf(LABOURER)}`);
    await pages.openWhole();
    await pages.page.goBack();
    await pages.page.getByRole('heading', { name: 'Your plans' }).waitFor();
  });
});

describe('a link made under older rules', () => {
  const before = {
    ...record,
    documents: [
      ...record.documents.filter(({ id }) => id !== 'passport-photos'),
      { id: 'marriage-certificate', status: 'required' as const },
    ],
    fees: record.fees.map((fee) => (fee.id === 'tep-application-fee' ? { ...fee, amount: 40 } : fee)),
  };

  it('shows the result of today and says what has changed since', async () => {
    const pages = await openShared(app, `#/s/${formatLinkOf(LABOURER, { packVersion: '2026.5.0', record: before })}`);
    expect(await pages.page.locator('[data-made-under] p').first().textContent()).toContain('Made under rules version 2026.5.0.');
    expect(await pages.page.locator('[data-made-under] li').allTextContents()).toEqual([
      'New paper: Passport photos',
      'Other amount: Application fee',
      'No longer asked, paper: Marriage certificate (husband or wife)',
    ]);
  });

  it('says that nothing is different where nothing is', async () => {
    const pages = await openShared(app, `#/s/${formatLinkOf(LABOURER, { packVersion: '2026.5.0' })}`);
    expect(await pages.page.locator('[data-made-under]').textContent()).toContain('nothing is different for this case');
  });
});

describe('a link that cannot be read', () => {
  const whole = formatLinkOf(LABOURER);
  it.each([
    ['cut in the middle', whole.slice(0, whole.length / 2), 'A part of the link is missing. Copy the whole link, or scan the code again.'],
    // The first letter holds the format: 1 in this version, 2 in the next.
    ['of a newer version', `I${whole.slice(1)}`, 'The link was made by a newer version of this page. Load this page anew'],
    ['with foreign signs', `${whole}%20and%20more`, 'The link is damaged. Ask for it again, or answer the questions yourself.'],
    ['to a country that is not here', formatLinkOf(LABOURER, { country: 'zz' }), 'The link is for a country that is not here.'],
  ])('says what is wrong and how to go on: %s', async (_, text, message) => {
    const pages = await openPlans(app);
    await pages.page.goto(`${pages.page.url().split('#')[0] ?? ''}#/s/${text}`);
    await pages.page.getByRole('heading', { name: 'This link cannot be read' }).waitFor();
    expect(await pages.page.locator('main').textContent()).toContain(message);
    expect(await pages.page.locator('main').getByRole('link').allTextContents()).toEqual(['Go to the start', 'Your plans']);
  });
});

describe('what if', () => {
  async function tryAnswer(pages: PlanPages, question: string, fill: (pages: PlanPages) => Promise<void>): Promise<void> {
    await pages.page.getByLabel('Which answer?').selectOption({ label: question });
    await fill(pages);
    await pages.press('See what changes');
    await pages.page.locator('[data-what-if]').waitFor();
  }
  async function openTrial(): Promise<PlanPages> {
    const pages = await openResultOf(app, LABOURER);
    await pages.unfold(pages.part('Keep it or hand it on'), 'What if?');
    return pages;
  }
  const payTooLittle = async ({ trial }: PlanPages): Promise<void> => trial.getByRole('textbox').fill('4.99');
  const extendThrice = async ({ trial }: PlanPages): Promise<void> => trial.getByRole('textbox').fill('3');
  const inEnglish = async ({ trial }: PlanPages): Promise<void> => trial.getByLabel('Yes').check();

  it('shows another outcome beside the one of now', async () => {
    const pages = await openTrial();
    await tryAnswer(pages, 'Pay per hour', payTooLittle);
    expect(await pages.cells(pages.page.locator('[data-what-if]'), 'Answer')).toEqual([
      'Answer: a permit is needed, and you can ask for it',
      'Answer: not yet',
    ]);
  });

  it('shows which papers are no longer asked', async () => {
    const pages = await openTrial();
    await tryAnswer(pages, 'Papers in English', inEnglish);
    expect(await pages.page.locator('[data-what-if] [data-change="removed"]').allTextContents()).toContain(
      'No longer asked, paper: English translation of all papers in another language',
    );
  });

  it('shows another cost and the same time', async () => {
    const pages = await openTrial();
    await tryAnswer(pages, 'Visitor extensions', extendThrice);
    const difference = pages.page.locator('[data-what-if]');
    expect(await pages.cells(difference, 'Confirmed costs')).toEqual(['BZ$245', 'BZ$645']);
    expect(await difference.locator('[data-change="amount"]').allTextContents()).toEqual([
      "Other amount: Visitor's permit extensions, BZ$200 before, BZ$600 now",
    ]);
    const [now, then] = await pages.cells(difference, 'Time');
    expect(then).toBe(now);
  });

  it('keeps nothing until the user says so', async () => {
    const pages = await openTrial();
    await tryAnswer(pages, 'Pay per hour', payTooLittle);
    await pages.page.reload();
    await pages.page.locator('#tools').waitFor();
    expect(await pages.page.locator('main h1').textContent()).toBe(ANSWER);
  });

  it('keeps the tried answer on request, stays on the result, and leads back to where the user was before', async () => {
    const pages = await openPlans(app);
    await pages.follow(`#/s/${formatLinkOf(LABOURER)}`);
    await pages.openWhole();
    await pages.unfold(pages.part('Keep it or hand it on'), 'What if?');
    await tryAnswer(pages, 'Pay per hour', payTooLittle);
    await pages.press('Keep this answer');
    await pages.page.getByRole('heading', { name: 'First put 1 thing right.' }).waitFor();
    expect(new URL(pages.page.url()).hash).toBe('#/bz/result');
    await pages.page.goBack();
    await pages.page.getByRole('heading', { name: 'Your plans' }).waitFor();
  });

  it('asks what the tried answer makes necessary, and leads back to the result', async () => {
    const pages = await openTrial();
    await tryAnswer(pages, 'Who is asking', ({ trial }) => trial.getByLabel('I work for myself').check());
    await pages.press('Keep this answer');
    await pages.page.getByRole('button', { name: 'Continue' }).waitFor();
    await pages.page.goBack();
    await pages.page.locator('#tools').waitFor();
  });

  it('changes a kept plan in place, which says what is different and keeps its progress', async () => {
    const pages = await openPlanOf(app, LABOURER);
    await tryAnswer(pages, 'Visitor extensions', extendThrice);
    await pages.press('Keep this answer');
    await pages.part('The list is not the same as before').waitFor();
    expect(await pages.part('The list is not the same as before').getByRole('listitem').allTextContents()).toEqual([
      "Other amount: Visitor's permit extensions, BZ$200 before, BZ$600 now",
    ]);
  });
});

describe('other ways', () => {
  it('stand side by side with cost, time, validity and what they are tied to', async () => {
    const pages = await openResultOf(app, 'mx/coffee-harvest-border-card');
    await pages.page.locator('#routes-fold > summary').click();
    const table = pages.page.getByRole('table', { name: 'Ways side by side' });
    expect(await table.getByRole('columnheader').allTextContents()).toEqual([
      'Border-worker card',
      'Paid visitor with a job offer, up to 180 days',
    ]);
    expect(await table.getByRole('rowheader').allTextContents()).toEqual(
      expect.arrayContaining(['Confirmed costs', 'Time', 'Good for', 'Tied to', 'Path to residence']),
    );
    expect(await pages.cells(table, 'Good for')).toEqual(['up to 1 year', 'up to 180 days']);
  });

  it('include what would make a blocked case possible', async () => {
    const pages = await openResultOf(app, 'bz/wage-one-cent-short');
    expect(await pages.part('What would make it possible').getByRole('listitem').allTextContents()).toContainEqual(
      expect.stringContaining('Pay per hour: BZ$5 → You need a work permit for a general worker'),
    );
  });
});
