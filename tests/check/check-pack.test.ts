import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackReport } from '../../src/check/index.ts';
import { checkPack, SmtEngine } from '../../src/check/index.ts';
import { assess } from '../../src/assessment/index.ts';
import { compilePack } from '../../src/rules/index.ts';
import { COUNTRIES } from '../../src/texts/index.ts';
import { BASIS, TODAY } from '../support/make-pack.ts';
import { addItems, changeItem, smallPack } from '../support/small-pack.ts';

let engine: SmtEngine;
beforeAll(async () => {
  engine = await SmtEngine.start();
});
afterAll(() => {
  engine.stop();
});

const check = (files: Readonly<Record<string, unknown>> = {}, today = TODAY): PackReport =>
  checkPack(smallPack(files), { countries: COUNTRIES, today, engine });
const errors = (report: PackReport): readonly string[] =>
  report.reports.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error').map(({ message }) => message));
const find = (report: PackReport, message: string) =>
  report.reports.flatMap(({ findings }) => findings).find((finding) => finding.message === message);

describe('checkPack', () => {
  it('finds nothing wrong with a sound pack', () => {
    const report = check();
    expect(errors(report)).toEqual([]);
    expect(report.sound).toBe(true);
  });

  it('has two provers for "total" and for "free of contradictions"', () => {
    const { reports } = check();
    for (const property of ['total', 'contradictions'])
      expect(reports.find((entry) => entry.property === property)?.provers).toContain('solver');
    expect(reports.find((entry) => entry.property === 'contradictions')?.provers).toContain('engine');
  });

  it('keeps an example for every route, and the example shows the route', () => {
    const compiled = compilePack(smallPack());
    const examples = check().examples.filter(({ kind }) => kind === 'routes');
    expect(examples.map(({ id }) => id).sort()).toEqual(['neighbour', 'no-offer', 'too-young', 'work-permit']);
    for (const { id, witness } of examples) {
      expect(assess(compiled, witness.answers, witness.asOf).routes.find((route) => route.id === id)?.verdict).toBe('available');
    }
  });

  it('shows who falls through a gap, in as few answers as prove it', () => {
    const report = check(
      changeItem('routes.json', 'no-offer', (route) => ({
        ...route,
        when: { nationality: ['US'], hasOffer: false, age: { atLeast: 18 } },
      })),
    );
    const gap = find(report, 'gap');
    expect(Object.keys(gap?.witness?.answers ?? {}).sort()).toEqual(['age', 'hasOffer', 'nationality']);
    expect(
      assess(
        compilePack(
          smallPack(
            changeItem('routes.json', 'no-offer', (route) => ({
              ...route,
              when: { nationality: ['US'], hasOffer: false, age: { atLeast: 18 } },
            })),
          ),
        ),
        gap!.witness!.answers,
        gap!.witness!.asOf,
      ).outcome,
    ).toBe('undetermined');
  });

  it('finds a gap of one value between two limits', () => {
    expect(errors(check(changeItem('routes.json', 'too-young', (route) => ({ ...route, when: { age: { lessThan: 17 } } }))))).toContain(
      'gap',
    );
  });

  it('names the question that is not asked of somebody whom it leaves undetermined', () => {
    const report = check({
      ...addItems('questions.json', [{ id: 'hasBadge', type: 'yesNo', section: 'who', askedWhen: { nationality: 'US' }, ...BASIS }]),
      ...addItems('routes.json', [{ id: 'badge', kind: 'exempt', when: { hasBadge: true }, ...BASIS }]),
    });
    expect(find(report, 'gapNotAsked')?.values).toMatchObject({ routes: 'badge', questions: 'hasBadge' });
  });

  it('refuses that the same person is exempt and cannot work, unless the pack says which wins', () => {
    const overlap = changeItem('routes.json', 'too-young', (route) => ({ ...route, when: { age: { lessThan: 20 } } }));
    expect(errors(check(overlap))).toContain('exemptAndClosed');
    const ranked = {
      'routes.json': {
        routes: (overlap['routes.json'] as { routes: { id: string }[] }).routes.map((route) =>
          route.id === 'neighbour' ? { ...route, winsOver: ['too-young'] } : route,
        ),
        sets: {},
      },
    };
    expect(errors(check(ranked))).not.toContain('exemptAndClosed');
  });

  it.each([
    [
      'a route that can never apply',
      addItems('routes.json', [
        { id: 'never', kind: 'refer', when: { age: { lessThan: 10, moreThan: 20 } }, askOffices: ['office'], ...BASIS },
      ]),
      'dead',
    ],
    [
      'a document for nobody',
      addItems('documents.json', [
        { id: 'letter', provider: 'worker', applies: [{ routes: ['work-permit'], when: { nationality: 'GT' } }], ...BASIS },
      ]),
      'dead',
    ],
    [
      'a clause that can never hold',
      changeItem('documents.json', 'police-record', (item) => ({
        ...item,
        applies: [{ routes: ['work-permit'] }, { routes: ['work-permit'], when: { age: { lessThan: 18 } } }],
      })),
      'deadClause',
    ],
    [
      'a question whose answer changes nothing',
      { ...addItems('questions.json', [{ id: 'favouriteColour', type: 'yesNo', section: 'who', ...BASIS }]) },
      'idleQuestion',
    ],
    [
      'a limit outside the range',
      addItems('warnings.json', [
        { id: 'old', severity: 'notice', applies: [{ routes: ['work-permit'], when: { age: { atMost: 99 } } }], ...BASIS },
      ]),
      'deadThreshold',
    ],
    [
      'a step that waits for itself',
      changeItem('steps.json', 'get-police-record', (item) => ({ ...item, after: ['apply'] })),
      'stepCircle',
    ],
    [
      'a paper that expires before it is handed in',
      {
        ...changeItem('documents.json', 'police-record', (item) => ({ ...item, maxAge: { days: 10 } })),
        'steps.json': [
          { id: 'get-police-record', actor: 'worker', applies: [{ routes: ['work-permit'] }], ...BASIS },
          {
            id: 'translate',
            actor: 'worker',
            after: ['get-police-record'],
            days: { least: 14, most: 20, kind: 'calendar' },
            applies: [{ routes: ['work-permit'] }],
            ...BASIS,
          },
          { id: 'apply', actor: 'employer', after: ['translate'], applies: [{ routes: ['work-permit'] }], ...BASIS },
        ],
      },
      'expiresBefore',
    ],
    [
      'a source that nothing cites',
      addItems('sources.json', [{ id: 'S2', title: 'Old Act', kind: 'law', urls: [], seenOn: '2026-11-22' }]),
      'unused',
    ],
    [
      'a tariff with a gap',
      changeItem('fees.json', 'permit-fee', (item) => ({
        ...item,
        amount: {
          on: 'asOf',
          tariff: [
            { until: '2026-12-31', amount: { exact: 1 } },
            { from: '2027-02-01', amount: { exact: 2 } },
          ],
        },
      })),
      'tariffGap',
    ],
    [
      'a tariff with an overlap',
      changeItem('fees.json', 'permit-fee', (item) => ({
        ...item,
        amount: {
          on: 'asOf',
          tariff: [
            { until: '2026-12-31', amount: { exact: 1 } },
            { from: '2026-12-31', amount: { exact: 2 } },
          ],
        },
      })),
      'tariffOverlap',
    ],
  ])('finds %s', (_, files, message) => {
    const offices = { 'offices.json': [{ id: 'office', ...BASIS }] };
    expect(errors(check({ ...offices, ...files }))).toContain(message);
  });

  it('looks at a choice of papers that leaves somebody without any', () => {
    const report = check(
      changeItem('documents.json', 'work-record', (item) => ({
        ...item,
        applies: [{ routes: ['work-permit'], when: { certificate: 'employer', age: { atLeast: 21 } } }],
      })),
    );
    expect(find(report, 'emptyGroup')?.values['group']).toBe('skill-proof');
  });

  it('warns 60 days ahead of the review, and fails once it has passed', () => {
    expect(find(check({}, TODAY + 150), 'reviewSoon')?.severity).toBe('warning');
    expect(find(check({}, TODAY + 200), 'reviewPassed')?.severity).toBe('error');
  });
});
