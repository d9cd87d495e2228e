import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AffectedClass, PackDiff } from '../../src/check/index.ts';
import { diffPacks, SmtEngine } from '../../src/check/index.ts';
import { COUNTRIES } from '../../src/texts/index.ts';
import { BASIS, TODAY } from '../support/make-pack.ts';
import { changeItem, SMALL_PACK, smallPack } from '../support/small-pack.ts';

let engine: SmtEngine;
beforeAll(async () => {
  engine = await SmtEngine.start();
});
afterAll(() => {
  engine.stop();
});

const diff = (files: Readonly<Record<string, unknown>>): PackDiff =>
  diffPacks(smallPack(), smallPack(files), { countries: COUNTRIES, today: TODAY, engine });
const changes = ({ classes }: PackDiff): readonly AffectedClass['change'][] => classes.map(({ change }) => change);

describe('diffPacks', () => {
  it('proves that nothing changed when the rules are only written in another order', () => {
    const routes = (SMALL_PACK['routes.json'] as { routes: { when: object }[] }).routes.map((route) => ({
      ...route,
      when: Object.fromEntries(Object.entries(route.when).reverse()),
    }));
    const found = diff({ 'routes.json': { routes, sets: {} } });
    expect(found.classes).toEqual([]);
    expect(found.proved).toBe(true);
  });

  it('says whose fee is raised', () => {
    const found = diff(changeItem('fees.json', 'permit-fee', (fee) => ({ ...fee, amount: { exact: 120 } })));
    expect(found.items).toMatchObject([
      { change: 'changed', kind: 'fees', id: 'permit-fee', part: 'amount.exact', before: '100', after: '120' },
    ]);
    expect(found.classes).toMatchObject([
      { change: 'itemChanged', kind: 'fees', id: 'permit-fee', before: '100', after: '120', routes: ['work-permit'] },
    ]);
    expect(found.classes[0]?.who['nationality']).toEqual({ form: 'except', answers: ['GT', 'MX'] });
    expect(found.classes[0]?.who['age']).toEqual({ form: 'upTo', answers: [18, 99] });
  });

  it('says for which nationality a group was extended', () => {
    const found = diff({ 'groups.json': [{ id: 'neighbours', members: ['GT', 'MX', 'HN'], ...BASIS }] });
    expect(found.items).toMatchObject([{ change: 'gained', kind: 'groups', id: 'neighbours', values: 'HN' }]);
    const outcomes = found.classes.filter(({ change }) => change === 'outcome');
    expect(outcomes.map(({ before, after }) => `${before} → ${after}`)).toEqual(
      expect.arrayContaining(['permit → no-permit-needed', 'not-possible → no-permit-needed']),
    );
    for (const { who } of outcomes) expect(who['nationality']?.answers).toEqual(['HN']);
  });

  it('finds the firms between the old and the new quota', () => {
    const found = diff(
      changeItem('blockers.json', 'quota-full', (blocker) => ({
        ...blocker,
        applies: [{ routes: ['work-permit'], when: { not: { share: { of: 'foreigners', in: 'staff', atMostPercent: 15 } } } }],
      })),
    );
    const opened = found.classes.find(({ before, after }) => before === 'blocked' && after === 'permit');
    const { foreigners, staff } = opened?.witness.answers as { foreigners: number; staff: number };
    expect(foreigners * 100).toBeGreaterThan(10 * staff);
    expect(foreigners * 100).toBeLessThanOrEqual(15 * staff);
  });

  it('finds a change that concerns a single value', () => {
    const found = diff(changeItem('routes.json', 'too-young', (route) => ({ ...route, when: { age: { atMost: 18 } } })));
    expect(changes(found).length).toBeGreaterThan(0);
    expect(found.classes.every(({ who }) => who['age']?.answers.includes(18) ?? true)).toBe(true);
  });

  it('finds an answer that is no longer taken', () => {
    expect(changes(diff(changeItem('questions.json', 'age', (question) => ({ ...question, range: { least: 0, most: 98 } }))))).toContain(
      'answer',
    );
  });
});
