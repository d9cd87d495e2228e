import ICAL from 'ical.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { formatPlanFile, noteProgress } from '../../src/plans/index.ts';
import { makePlan } from '../plans/make-plan.ts';
import { App } from './models/interview.model.ts';
import { openPlanOf, openPlans, openResultOf } from './models/plan.model.ts';
import { readPdf } from './models/read-pdf.ts';

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
const { plan: labourer } = makePlan(LABOURER, { changedAt: 1 });
const POLICE_RECORD = 'Police record of the last country';
const WANTED = 'The work should start on';
const BEGIN = 'You can begin on';

describe('a plan on this device', () => {
  it('is kept from a result under a name of the user’s choice, and opened again after a reload', async () => {
    const pages = await openResultOf(app, LABOURER);
    await pages.keep('Mill, third worker');
    await pages.reload('Mill, third worker', 'Mill, third worker');
    expect(await pages.page.locator('.answer-box').textContent()).toContain('You need a work permit for a general worker');
    expect(pages.problems).toEqual([]);
  });

  it('stands on the list with all others, the one changed last first', async () => {
    const pages = await openPlans(app);
    const plans = ['Mill', 'Farm', 'Shop'].map((name, index) => ({ ...labourer, name, id: `plan-000${index}`, changedAt: 1 + index }));
    await pages.importFile(formatPlanFile(plans));
    expect(await pages.names(3)).toEqual(['Shop', 'Farm', 'Mill']);
  });

  it('keeps several plans apart: what is ticked in one is open in the other', async () => {
    const pages = await openPlans(app);
    await pages.importFile(formatPlanFile(['Mill', 'Farm'].map((name, index) => ({ ...labourer, name, id: `plan-000${index}` }))));
    await pages.openPlan('Mill');
    await pages.row('document', 'Valid passport').getByLabel('Valid passport').check();
    await pages.page.getByRole('link', { name: 'All plans' }).click();
    await pages.openPlan('Farm');
    expect(await pages.row('document', 'Valid passport').getByLabel('Valid passport').isChecked()).toBe(false);
  });

  it('takes a new name', async () => {
    const pages = await openPlanOf(app, LABOURER);
    await pages.page.getByLabel('Name', { exact: true }).fill('Belmopan site');
    await pages.press('Rename');
    await pages.showsPlan('Belmopan site');
    await pages.page.getByRole('link', { name: 'All plans' }).click();
    expect(await pages.names(1)).toEqual(['Belmopan site']);
  });

  it('is duplicated with its progress', async () => {
    const pages = await openPlanOf(app, LABOURER, noteProgress(labourer, 'documents', { id: 'passport', done: true }));
    await pages.press('Duplicate');
    await pages.showsPlan('Farm case (copy)');
    expect(await pages.row('document', 'Valid passport').getByLabel('Valid passport').isChecked()).toBe(true);
    await pages.page.getByRole('link', { name: 'All plans' }).click();
    expect(await pages.names(2)).toEqual(['Farm case (copy)', 'Farm case']);
  });

  it('is deleted after one more question', async () => {
    const pages = await openPlanOf(app, LABOURER);
    await pages.pressAndConfirm('Delete');
    await pages.page.getByText('There is no plan yet.').waitFor();
    expect((await pages.leftBehind()).stores['plans']).toBe(0);
  });

  it('goes into a file and comes back from it beside the first', async () => {
    const pages = await openPlanOf(app, LABOURER);
    const file = await pages.save('Save as a file');
    await pages.page.getByRole('link', { name: 'All plans' }).click();
    expect(await pages.importFile(file)).toBe('1 plan was added.');
    expect(await pages.names(2)).toEqual(['Farm case', 'Farm case']);
  });

  it('moves to another device by its file, with everything noted', async () => {
    const pages = await openPlanOf(app, LABOURER);
    await pages.row('document', 'Valid passport').getByLabel('Valid passport').check();
    const file = await pages.save('Save as a file');
    const other = await openPlans(app);
    await other.importFile(file);
    await other.openPlan('Farm case');
    expect(await other.row('document', 'Valid passport').getByLabel('Valid passport').isChecked()).toBe(true);
  });

  it('leaves nothing behind after "Finish and erase"', async () => {
    const pages = await openResultOf(app, LABOURER);
    await pages.page.getByRole('button', { name: 'Español' }).click();
    await pages.page.getByRole('button', { name: 'English' }).click();
    await pages.keep('Shared computer');
    await pages.openList();
    await pages.pressAndConfirm('Finish and erase');
    expect(await pages.message()).toContain('Nothing is left on this device');
    expect(await pages.leftBehind()).toEqual({ stores: { answers: 0, plans: 0 }, localStorage: 0, sessionStorage: 0 });
  });

  it('shows no earlier answer to the next person at the same tab after "Finish and erase"', async () => {
    const pages = await openResultOf(app, LABOURER);
    await pages.page.getByRole('link', { name: 'Permiso' }).click();
    await pages.page.getByRole('heading', { name: 'Can this person work here?' }).waitFor();
    await pages.openList();
    await pages.pressAndConfirm('Finish and erase');
    await pages.message();
    await pages.page.evaluate(() => {
      location.hash = '#/bz';
    });
    expect(await pages.page.locator('[data-action="start"]').textContent()).toBe('Start');
  });
});

describe('where the browser forbids storage', () => {
  const forbidStorage = (): void => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  };

  it('says in plain words that the plan lasts as long as the page is open', async () => {
    const pages = await openResultOf(app, LABOURER, { prepare: forbidStorage });
    await pages.keep('Private window');
    expect(await pages.page.locator('.panel.care', { hasText: 'does not let us keep plans' }).textContent()).toContain(
      'Save it as a file before you close the page.',
    );
  });

  it('loses nothing while the page is open', async () => {
    const pages = await openResultOf(app, LABOURER, { prepare: forbidStorage });
    await pages.keep('Private window');
    await pages.row('document', 'Valid passport').getByLabel('Valid passport').check();
    await pages.page.getByRole('link', { name: 'All plans' }).click();
    await pages.openPlan('Private window');
    expect(await pages.row('document', 'Valid passport').getByLabel('Valid passport').isChecked()).toBe(true);
  });
});

describe('a file that cannot be opened', () => {
  const whole = formatPlanFile([labourer]);
  it.each([
    ['damaged', whole.slice(0, 900), 'is damaged or cut. Nothing was changed. Save the plan again on the other device.'],
    ['foreign', '{"name":"other","plans":[]}', 'comes from another program. Nothing was changed. Choose a file that was saved here.'],
    ['no JSON', 'Dear colleague,', 'is not a file of plans. Nothing was changed.'],
    ['newer', whole.replace('"format": 1', '"format": 99'), 'was saved by a newer version. Load this page anew'],
    ['of an impossible date', whole.replace('"until": null', '"until": "2027-02-31"'), 'is damaged or cut.'],
  ])('is named with what is wrong, and nothing is lost: %s', async (_, text, message) => {
    const pages = await openPlans(app);
    await pages.importFile(formatPlanFile([{ ...labourer, id: 'plan-9999', name: 'Here before' }]));
    await pages.names(1);
    await pages.page.setInputFiles('#import', { name: 'letter.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await pages.page.getByText('“letter.json”').waitFor();
    expect(await pages.message()).toContain(message);
    expect(await pages.names(1)).toEqual(['Here before']);
  });

  it('holds a plan of a country that is no longer here: it is kept, and can be handed on', async () => {
    const pages = await openPlans(app);
    await pages.importFile(formatPlanFile([{ ...labourer, country: 'zz' }]));
    await pages.page.getByRole('link', { name: 'Farm case' }).click();
    await pages.page.getByRole('heading', { name: 'The rules of this country are no longer here' }).waitFor();
    expect(await pages.page.locator('main').textContent()).toContain('The plan is kept as it is.');
    const file = await pages.save('Save as a file');
    await pages.page.getByRole('link', { name: 'All plans' }).click();
    expect(await pages.importFile(file)).toBe('1 plan was added.');
  });
});

describe('a plan that cannot be shown', () => {
  it('because it is not on this device: the page says so', async () => {
    const pages = await openPlans(app);
    await pages.page.evaluate(() => {
      location.hash = '#/plans/0123456789abcdef';
    });
    await pages.page.getByRole('heading', { name: 'This plan is not on this device' }).waitFor();
    expect(await pages.page.getByRole('link', { name: 'All plans' }).count()).toBe(1);
  });

  it.each([
    ['page', '**/PlanPage-*.js', 'Something went wrong on this page'],
    ['rules', '**/pack-*.js', 'The rules could not be loaded'],
  ])('because the connection broke while its %s came: a second try shows it', async (_, files, heading) => {
    const pages = await openPlans(app);
    await pages.importFile(formatPlanFile([labourer]));
    await pages.page.route(files, (route) => route.abort());
    await pages.page.getByRole('link', { name: 'Farm case' }).click();
    await pages.page.getByRole('heading', { name: heading }).waitFor();
    await pages.page.unroute(files);
    await pages.press('again');
    await pages.showsPlan('Farm case');
  });
});

describe('tracking', () => {
  it('remembers ticks, dates, payments and remarks over a reload', async () => {
    const pages = await openPlanOf(app, LABOURER);
    const row = pages.row('document', POLICE_RECORD);
    await row.getByRole('checkbox').check();
    await pages.unfold(row, 'Dates and notes');
    await pages.enterDay(row, 'Issued on', ['5', '10', '2026']);
    await pages.enterDay(row, 'Good until', ['5', '4', '2027']);
    await pages.enter(row, 'Remark', 'with Ana');
    await pages.unfold(pages.part('Costs'), 'Note what was paid');
    await pages.enter(pages.page.locator('main'), 'Application fee: BZ$45', '45');
    await pages.reload('Farm case', '"paid":45');
    await pages.unfold(row, 'Dates and notes');
    expect(await row.getByRole('checkbox').isChecked()).toBe(true);
    expect(await row.getByRole('textbox').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))).toEqual([
      '5',
      '10',
      '2026',
      '5',
      '4',
      '2027',
      'with Ana',
    ]);
    expect(await pages.part('The employer pays').textContent()).toContain('Paid so far: BZ$45. Left of the confirmed costs: BZ$0.');
  });

  it('shows how far each person is', async () => {
    const pages = await openPlanOf(app, LABOURER);
    await pages.row('document', 'Valid passport').getByLabel('Valid passport').check();
    expect(await pages.part('The worker brings').locator('.progress').textContent()).toBe('1 of 7 done');
    expect(await pages.part('The employer brings').locator('.progress').textContent()).toBe('0 of 11 done');
  });

  it.each([
    // Handed in on 22 December 2026, and good for six months.
    [
      POLICE_RECORD,
      'Issued on',
      ['21', '6', '2026'],
      'Too old on 22 December 2026, when it is handed in. Get a new one, issued on 22 June 2026',
    ],
    ['Valid passport', 'Good until', ['1', '12', '2027'], 'It ends before the permit would end (about 23 March 2028)'],
    ['Valid passport', 'Good until', ['21', '12', '2026'], 'No longer good on 22 December 2026, when it is handed in. Renew it first.'],
    ['Valid passport', 'Issued on', ['2', '12', '2026'], 'The date of issue lies in the future. Check the date.'],
  ] as const)('flags a date as soon as it is known: %s, %s %j', async (paper, legend, day, flag) => {
    const pages = await openPlanOf(app, LABOURER);
    const row = pages.row('document', paper);
    await pages.unfold(row, 'Dates and notes');
    await pages.enterDay(row, legend, day);
    expect(await row.locator('.paper-problem').textContent()).toContain(flag);
  });

  it('flags nothing on the first day that is fresh enough', async () => {
    const pages = await openPlanOf(app, LABOURER);
    const row = pages.row('document', POLICE_RECORD);
    await pages.unfold(row, 'Dates and notes');
    await pages.enterDay(row, 'Issued on', ['21', '6', '2026']);
    await row.locator('.paper-problem').waitFor();
    await pages.enterDay(row, 'Issued on', ['22', '6', '2026']);
    await row.locator('.paper-problem').waitFor({ state: 'detached' });
  });
});

describe('a plan in time', () => {
  it('shows the earliest day of a step, and the last one that still meets the wanted day', async () => {
    const pages = await openPlanOf(app, LABOURER);
    await pages.enterDay(pages.part('When to do what'), WANTED, ['1', '6', '2027']);
    await pages.part('When to do what').getByText('1 June 2027 can be met').waitFor();
    await pages.unfold(pages.part('When to do what'), 'Steps and days');
    // Three weeks of adverts from 1 December; 90 days before 31 May, the last day to fetch the permit for 1 June. What comes after
    // the checks has no known time, so that day is too late.
    const [, earliest, latest] = await pages.cells(pages.part('When to do what'), 'Interview and checks');
    expect([earliest, latest]).toEqual(['22 Dec 2026', 'before 2 Mar 2027']);
  });

  it('says plainly that a day cannot be met, what holds it up, and the first day that can', async () => {
    const pages = await openPlanOf(app, LABOURER);
    await pages.enterDay(pages.part('When to do what'), WANTED, ['20', '12', '2026']);
    await pages.part('When to do what').getByText('20 December 2026 cannot be met.').waitFor();
    const text = await pages.part('When to do what').innerText();
    expect(text).toContain('It is possible on 6 January 2027 at the earliest. Better count on 23 March 2027 or later.');
    expect(text).toContain(
      'This holds up the end: Advertise the job in local newspapers → File the application online → Interview and checks',
    );
  });

  it('becomes exact with an own estimate of a time that nobody states', async () => {
    const pages = await openPlanOf(app, LABOURER);
    const row = pages.row('step', 'Have the papers translated');
    await pages.unfold(row, 'Time and notes');
    await pages.enter(row, 'Your own estimate of the time', '60');
    // 60 days from 1 December, filed on Monday 1 February, 90 days of checks, fetched on Monday 3 May, issued a day later.
    await pages.part('When to do what').getByText('If offices take as long as they may: not before 4 May 2027.').waitFor();
    expect(await row.textContent()).toContain('your own estimate');
  });

  it.each([
    [BEGIN, ['1', '11', '2026'], 'The day to begin on lies in the past. The plan begins today.'],
    [WANTED, ['1', '11', '2026'], 'This day has passed. Enter a later one.'],
    [WANTED, ['31', '2', '2027'], 'This date does not exist.'],
  ] as const)('answers a day that cannot be with a sentence: %s %j', async (legend, day, message) => {
    const pages = await openPlanOf(app, LABOURER);
    await pages.enterDay(pages.part('When to do what'), legend, day);
    await pages.part('When to do what').getByText(message).waitFor();
    expect(await pages.part('When to do what').getByRole('group', { name: legend }).getByLabel('Month').inputValue()).toBe(day[1]);
  });

  it('is a picture whose bars all stand in the table too', async () => {
    const pages = await openPlanOf(app, LABOURER);
    const time = pages.part('When to do what');
    await pages.unfold(time, 'Steps and days');
    const bars = await time.locator('.time-row > span').allTextContents();
    const rows = await time.locator('[data-kind="planned-step"] th').allTextContents();
    expect(bars.length).toBeGreaterThan(10);
    expect(rows.map((row) => row.replace('decides the end', '').trim())).toEqual(bars);
  });

  it('stands on paper with its days, trips, papers and costs', async () => {
    const pages = await openPlanOf(app, LABOURER);
    const { text } = await readPdf(pages.page, 'A4');
    for (const part of ['Farm case', 'Begin at the latest', '22 Dec 2026 to 22 Mar 2027', '8 trips', 'Papers (21)', 'BZ$45.']) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Print the sheet');
  });
});

describe('trips', () => {
  it('are as few as the order permits, each with who goes where', async () => {
    const pages = await openPlanOf(app, LABOURER);
    const trips = (await pages.trips()).map((trip) => trip.split('\n').filter(Boolean));
    expect(trips.map(([office, who]) => `${office}: ${who?.replace('Who goes: ', '')}`)).toEqual([
      'Immigration Department: worker · planned for 1 December 2026',
      'Tax service: employer or worker · planned for 1 December 2026',
      'Labour Department: worker · not before 22 December 2026',
      'Labour Department: employer · not before 22 March 2027',
      'Immigration Department and Tax service: employer or worker · not before 22 March 2027',
      'Immigration Department: employer · not before 22 March 2027',
      'Social Security Board: worker · not before 23 March 2027',
      'Labour Department: employer and worker · not before 23 March 2027',
    ]);
  });

  it('name what to pay and to take along, and not what is only handed out there', async () => {
    const pages = await openPlanOf(app, LABOURER);
    const trip = (await pages.trips()).find((text) => text.includes('receive the permit')) ?? '';
    expect(trip).toContain('Pay: Permit fee, general worker: BZ$200 to BZ$300 was reported. Not confirmed: ask the office.');
    expect(/Take along: (.*)/.exec(trip)?.[1]).toBe(
      'Valid passport; Approval letter of the Labour Department; Letter from the tax service',
    );
    expect((await pages.trips()).find((text) => text.includes('Get the Social Security card'))).not.toContain('Take along');
    expect((await pages.trips()).find((text) => text.includes('Get the tax number'))).not.toContain('Take along');
  });

  it('become fewer when a step is done from home', async () => {
    const pages = await openPlanOf(app, LABOURER);
    const row = pages.row('step', 'Get the tax number');
    await pages.unfold(row, 'Time and notes');
    await row.getByLabel('No trip').check();
    await pages.page.getByRole('heading', { name: '7 trips' }).waitFor();
  });
});

describe('money', () => {
  it('is added up for each payer, with what is not confirmed and what the worker must not pay by name', async () => {
    const pages = await openPlanOf(app, LABOURER);
    expect(await pages.part('The employer pays \\(BZD\\)').getByRole('listitem').allTextContents()).toEqual([
      'Confirmed: BZ$45.',
      'Reported besides, not confirmed: BZ$200 to BZ$300.',
      'Not in this total, amount not confirmed: Permit fee, general worker.',
      'Must not be charged to the worker: Application fee and Permit fee, general worker.',
    ]);
    expect(await pages.part('The employer or the worker pays').getByRole('listitem').allTextContents()).toEqual(['Confirmed: BZ$200.']);
  });

  it('is kept apart by currency, and a deposit is named as coming back', async () => {
    const pages = await openPlanOf(app, 'cr/honduran-seasonal-worker');
    expect(await pages.part('The worker pays \\(CRC\\)').textContent()).toContain('Confirmed: ₡125.');
    expect(await pages.part('The worker pays \\(USD\\)').textContent()).toContain('Reported besides, not confirmed: US$103.');
    expect(await pages.part('The employer or the worker pays \\(USD\\)').textContent()).toContain('Guarantee deposit (you get it back)');
  });

  it('is told for a group and for each person in it, and never as nothing where no amount is known', async () => {
    const pages = await openPlanOf(app, 'cr/nicaraguan-melon-harvest-six-months');
    expect(await pages.part('The employer or the worker pays \\(USD\\)').getByRole('listitem').allTextContents()).toEqual([
      'Confirmed: US$1,200.',
      'For each of 40 people: US$30.',
    ]);
    expect(await pages.part('The employer or the worker pays \\(CRC\\)').getByRole('listitem').allTextContents()).toEqual([
      'No amount is confirmed yet. Ask before you pay.',
      'Not in this total, amount not confirmed: Stamps of a harvest file.',
    ]);
  });

  it('counts everybody in a group where one fee leaves somebody out', async () => {
    const pages = await openPlanOf(app, 'bz/band-of-seven');
    expect(await pages.part('The employer pays').textContent()).toContain('This is for 7 people together.');
  });
});

describe('the calendar file', () => {
  const readEvents = (text: string): readonly ICAL.Event[] =>
    new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));

  it('is read by an independent parser, with trips on the days of the page and reminders ahead of them', async () => {
    const pages = await openPlanOf(app, LABOURER);
    const events = readEvents(await pages.save('Save the calendar file'));
    const interview = events.find(({ description }) => description.startsWith('Interview and checks'));
    expect(interview?.summary).toBe('Trip: Labour Department');
    expect(interview?.startDate.toString()).toBe('2026-12-22');
    expect(interview?.component.getAllSubcomponents('valarm')).toHaveLength(2);
    expect(await pages.part('Put it into your calendar').textContent()).toContain(`${events.length} entries with reminders`);
  });

  it('names the same entries the same when it is saved again, and says that it is newer', async () => {
    const pages = await openPlanOf(app, LABOURER);
    const first = readEvents(await pages.save('Save the calendar file'));
    const second = readEvents(await pages.save('Save the calendar file'));
    expect(second.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
    expect(new Set(first.map(({ uid }) => uid)).size).toBe(first.length);
    expect(second.map(({ sequence }) => sequence)).toEqual(first.map(({ sequence }) => sequence + 1));
  });
});

describe('a plan kept under older rules', () => {
  const { record } = labourer;
  const older = {
    ...noteProgress(labourer, 'documents', { id: 'passport', done: true }),
    packVersion: '2026.5.0',
    record: {
      ...record,
      documents: [
        ...record.documents.filter(({ id }) => id !== 'passport-photos'),
        { id: 'marriage-certificate', status: 'required' as const },
      ],
      fees: record.fees.map((fee) => (fee.id === 'tep-application-fee' ? { ...fee, amount: 40 } : fee)),
    },
  };

  it('says in plain words what was added, removed, or has another amount', async () => {
    const pages = await openPlanOf(app, LABOURER, older);
    const changes = pages.part('The rules have changed');
    expect(await changes.textContent()).toContain('You kept this plan under rules version 2026.5.0.');
    expect(await changes.getByRole('listitem').allTextContents()).toEqual([
      'New paper: Passport photos',
      'No longer asked, paper: Marriage certificate (husband or wife)',
      'Other amount: Application fee, BZ$40 before, BZ$45 now',
    ]);
  });

  it('keeps all progress, and is silent once the user has seen it', async () => {
    const pages = await openPlanOf(app, LABOURER, older);
    await pages.press('I have seen this');
    await pages.part('The rules have changed').waitFor({ state: 'detached' });
    expect(await pages.row('document', 'Valid passport').getByLabel('Valid passport').isChecked()).toBe(true);
  });

  it('says that nothing is different where nothing is', async () => {
    const pages = await openPlanOf(app, LABOURER, { packVersion: '2026.5.0' });
    expect(await pages.part('The rules have changed').textContent()).toContain('nothing is different for this case');
  });
});

describe('sheets in two languages', () => {
  it.each([
    ['What this person brings and does: worker', ['Valid passport', 'Pasaporte vigente'], 'Your trade licence'],
    [
      'What this person brings and does: employer',
      ['Your trade licence', 'Approval letter of the Labour Department'],
      'Police record of the last',
    ],
    ['Trips', ['8 trips', '8 viajes', 'Take along:', 'Qué llevar:'], 'Print the sheet'],
  ])('hold what belongs to them and nothing else: %s', async (sheet, parts, foreign) => {
    const pages = await openPlanOf(app, LABOURER);
    await pages.page.getByLabel('Which sheet').selectOption({ label: sheet });
    await pages.page.getByLabel('A second language beside it').selectOption('es');
    await pages.page.locator('.own-sheet [lang="es"]').first().waitFor({ state: 'attached' });
    const { text } = await readPdf(pages.page, 'A4');
    for (const part of parts) expect(text).toContain(part);
    expect(text).not.toContain(foreign);
  });
});
