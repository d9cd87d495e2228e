import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { assess } from '../../src/assessment/index.ts';
import type { Answers } from '../../src/rules/index.ts';
import { SettledPanel } from '../../src/ui/components/SettledPanel.tsx';
import { BASIS, makePack, TODAY } from '../support/make-pack.ts';
import { openInterview, showPage } from '../support/show-page.tsx';

vi.mock('../../src/ui/packs.ts', () => import('../support/fake-packs.ts'));

const compiled = makePack({
  'questions.json': ['owesTaxes', 'isMarried', 'hasFamily'].map((id) => ({ id, type: 'yesNo', section: 'work', ...BASIS })),
  'routes.json': {
    routes: [
      { id: 'work-permit', kind: 'permit', when: { hasOffer: true }, ...BASIS },
      { id: 'family-permit', kind: 'permit', when: { isMarried: true }, ...BASIS },
    ],
    sets: {},
  },
  'blockers.json': [
    {
      id: 'tax-arrears',
      applies: [{ routes: ['work-permit'], when: { owesTaxes: true } }],
      ifUnknown: 'open',
      remedies: [{ advice: 'pay-taxes' }],
      ...BASIS,
    },
  ],
  'documents.json': [
    { id: 'family-book', provider: 'worker', applies: [{ routes: ['family-permit'], when: { hasFamily: true } }], ...BASIS },
  ],
});

async function show(answers: Answers): Promise<HTMLElement> {
  const interview = openInterview(answers, [], compiled);
  const { container } = await showPage(<SettledPanel interview={interview} assessment={assess(compiled, answers, TODAY)} />);
  return container;
}

describe('the answer that is shown during the interview', () => {
  it('says that something may still stand in the way, while that is asked', async () => {
    expect(await show({ hasOffer: true })).toHaveTextContent(/You need a work permit\..*whether something stands in the way/);
  });

  it('says that something stands in the way, while other ways are asked for', async () => {
    expect(await show({ hasOffer: true, owesTaxes: true })).toHaveTextContent(
      /You need a work permit\..*not decided yet if another way is open/,
    );
    expect(document.querySelector('.panel.care')).toBeVisible();
  });

  it('is the other way, once that is open and the first is stopped', async () => {
    const panel = await show({ hasOffer: true, owesTaxes: true, isMarried: true });
    expect(panel).toHaveTextContent('family-permit');
    expect(panel).not.toHaveTextContent('work-permit');
  });

  it('says that it is stopped, where no other way is open', async () => {
    expect(await show({ hasOffer: true, owesTaxes: true, isMarried: false })).toHaveTextContent(
      /You need a work permit\..*what puts it right/,
    );
  });

  it('says that "I don’t know" leaves it in doubt', async () => {
    expect(await show({ hasOffer: true, owesTaxes: 'unknown', isMarried: false })).toHaveTextContent(
      /You need a work permit\..*what to find out/,
    );
    expect(screen.getByRole('button')).toBeVisible();
  });
});
