import { describe, expect, it } from 'vitest';
import { getPack } from '../support/packs.ts';

/** Steps that the sources describe as done on a website, with the route where it matters. */
const ONLINE_STEPS: readonly (readonly [country: string, step: string, route?: string])[] = [
  ['bz', 'file-online'],
  ['gy', 'file-application'],
  ['gy', 'apply-business-visa'],
  ['cr', 'open-online-file'],
  ['pa', 'register-migrant-labour'],
  ['pa', 'file-permit', 'asylum-seeker-admitted'],
  ['do', 'file-residence-application'],
  ['do', 'file-staff-list'],
  ['do', 'regularise-labour-breach'],
];

describe('a step on a website', () => {
  it.each(ONLINE_STEPS.map(([country, step, route]) => ({ country, step, route })))(
    'needs no trip: $country $step',
    ({ country, step: id, route }) => {
      const { pack, routes } = getPack(country);
      const on = routes.filter((entry) => route === undefined || entry.route.id === route);
      const step = on.flatMap(({ steps }) => steps).find(({ item }) => item.id === id)!;
      const offices = step.clauses[0]!.clause.offices ?? step.item.offices ?? [];
      expect(offices.length).toBeGreaterThan(0);
      for (const office of offices) expect(pack.offices.find((candidate) => candidate.id === office)?.online, office).toBe(true);
    },
  );
});
