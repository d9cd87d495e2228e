import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Answers } from '../../../src/rules/index.ts';
import { SettleLinks } from '../../../src/ui/result/ItemRow.tsx';
import { offerPack } from '../../support/offer-pack.ts';
import { openInterview, showPage } from '../../support/show-page.tsx';

vi.mock('../../../src/ui/packs.ts', () => import('../../support/fake-packs.ts'));

const user = userEvent.setup();

async function settle(answers: Answers, questions: readonly string[]) {
  const interview = openInterview(answers, [{ type: 'result.visited' }], offerPack);
  await showPage(<SettleLinks interview={interview} questions={questions} />);
  return interview;
}

describe('the questions that settle a possible item', () => {
  it('lead to their page', async () => {
    const { send } = await settle({ hasOffer: true, nationality: 'DE', hourlyWage: 6 }, ['hasFamily']);
    await user.click(screen.getByRole('button'));
    expect(send.mock.calls).toEqual([[{ type: 'answer.changed', question: 'hasFamily' }]]);
  });

  it('are only those that the interview asks in this case: it would refuse the others', async () => {
    // The wage decides the outcome and comes first; how long a German stays changes nothing.
    const { snapshot } = await settle({ hasOffer: true, nationality: 'DE' }, ['hourlyWage', 'hasFamily', 'stayMonths']);
    expect(screen.getAllByRole('button')).toHaveLength(1);
    for (const question of ['hasFamily', 'stayMonths']) expect(snapshot.can({ type: 'answer.changed', question })).toBe(false);
    expect(snapshot.can({ type: 'answer.changed', question: 'hourlyWage' })).toBe(true);
  });

  it('are not announced where there are none', async () => {
    await settle({ hasOffer: true, nationality: 'DE' }, ['stayMonths']);
    expect(screen.queryByText(/depends on/)).toBeNull();
  });
});
