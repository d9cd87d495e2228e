import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Answers } from '../../src/rules/index.ts';
import { CheckAnswersPage } from '../../src/ui/pages/CheckAnswersPage.tsx';
import { openInterview, showPage } from '../support/show-page.tsx';

vi.mock('../../src/ui/packs.ts', () => import('../support/fake-packs.ts'));

const user = userEvent.setup();

async function check(answers: Answers) {
  const interview = openInterview(answers, [{ type: 'answers.reviewed' }]);
  await showPage(<CheckAnswersPage interview={interview} />);
  return interview.send;
}

describe('the page that lets answers be checked', () => {
  it('shows each answer in words beside its question', async () => {
    await check({ hasOffer: true, sector: 'farm', wage: 4.5 });
    const rows = screen.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent]);
    expect(rows).toEqual([
      ['Offer', 'Yes'],
      ['Sector', 'Farm'],
      ['Short wage', 'BZ$4.50'],
    ]);
  });

  it('leaves out answers that do not count in the case', async () => {
    await check({ hasOffer: false, sector: 'farm' });
    expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(['Offer']);
  });

  it('lets each answer be changed, by a link that says which', async () => {
    const send = await check({ hasOffer: true, sector: 'farm' });
    await user.click(screen.getByRole('link', { name: /: Sector$/ }));
    expect(send.mock.calls).toEqual([[{ type: 'answer.changed', question: 'sector' }]]);
  });

  it('confirms the answers by one button', async () => {
    const send = await check({ hasOffer: true });
    const button = document.querySelector('[data-action="confirm"]');
    expect(button).toHaveAccessibleName();
    await user.click(button!);
    expect(send.mock.calls).toEqual([[{ type: 'answers.confirmed' }]]);
  });

  it('says how many questions are still open', async () => {
    await check({ hasOffer: true, sector: 'farm' });
    expect(screen.getByText(/\b7\b/)).toBeVisible();
  });
});
