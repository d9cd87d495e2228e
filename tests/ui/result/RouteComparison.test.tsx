import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { assess } from '../../../src/assessment/index.ts';
import type { Answers } from '../../../src/rules/index.ts';
import { RouteComparison } from '../../../src/ui/result/RouteComparison.tsx';
import { BASIS, makePack, TODAY } from '../../support/make-pack.ts';
import { openInterview, showPage } from '../../support/show-page.tsx';

vi.mock('../../../src/ui/packs.ts', () => import('../../support/fake-packs.ts'));

const hire = { hasOffer: true };
const compiled = makePack({
  'questions.json': [{ id: 'isMarried', type: 'yesNo', section: 'work', ...BASIS }],
  'routes.json': {
    routes: [
      { id: 'yearly-permit', kind: 'permit', when: hire, pathToResidence: ['after-five-years', 'after-two-years'], ...BASIS },
      { id: 'resident-card', kind: 'permit', when: hire, pathToResidence: ['resident-card'], ...BASIS },
      { id: 'season-permit', kind: 'permit', when: hire, ...BASIS },
    ],
    sets: {},
  },
  'deadlines.json': [
    { id: 'after-five-years', meaning: 'earliest', applies: [{ routes: ['yearly-permit'] }], ...BASIS },
    { id: 'after-two-years', meaning: 'earliest', applies: [{ routes: ['yearly-permit'], when: { isMarried: true } }], ...BASIS },
  ],
});

async function readRow(answers: Answers): Promise<readonly HTMLElement[]> {
  const interview = openInterview(answers, [{ type: 'result.visited' }], compiled);
  await showPage(<RouteComparison interview={interview} assessment={assess(compiled, answers, TODAY)} />);
  const row = screen.getByRole('rowheader', { name: 'Path to residence', hidden: true }).closest('tr');
  return within(row!).getAllByRole('cell', { hidden: true });
}

describe('the comparison of routes', () => {
  it('says how each leads to residence, with the sources, or that the sources do not say', async () => {
    const [yearly, card, season] = await readRow({ hasOffer: true, isMarried: true });
    expect(yearly).toHaveTextContent(/after-five-years.*Work Act.*after-two-years.*Work Act/);
    expect(card).toHaveTextContent(/This one is permanent already.*Work Act/);
    expect(season).toHaveTextContent(/^The sources we read do not say$/);
  });

  it('leaves out what the answers rule out', async () => {
    const [yearly] = await readRow({ hasOffer: true, isMarried: false });
    expect(yearly).toHaveTextContent('after-five-years');
    expect(yearly).not.toHaveTextContent('after-two-years');
  });
});
