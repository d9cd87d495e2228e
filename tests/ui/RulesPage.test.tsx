import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RulesPage } from '../../src/ui/pages/RulesPage.tsx';
import { openInterview, showPage } from '../support/show-page.tsx';

vi.mock('../../src/ui/packs.ts', () => import('../support/fake-packs.ts'));

const user = userEvent.setup();

// jsdom has no layout, so it cannot scroll.
Element.prototype.scrollIntoView = () => undefined;

async function showRules(rule?: string, language = 'en') {
  const shown = await showPage(<RulesPage interview={openInterview({})} rule={rule} />, language);
  await screen.findByRole('heading', { level: 1 });
  return shown;
}

const ruleOf = (key: string): HTMLElement => document.getElementById(`rule-${key}`)!;
const isOpen = (key: string): boolean => ruleOf(key).querySelector('details')!.open;
const shownRules = (): readonly (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('.rule')].map((rule) => rule.dataset['ruleId']);

describe('the rulebook', () => {
  it('shows a rule for everything that the pack holds', async () => {
    await showRules();
    expect(shownRules()).toEqual(expect.arrayContaining(['routes.work-permit', 'questions.wage', 'documents.wage-paper', 'sources.S1']));
  });

  it('says when a paper is asked for', async () => {
    await showRules('documents.wage-paper');
    expect(ruleOf('documents.wage-paper')).toHaveTextContent(/for all ways – when: ?Short wage: at least BZ\$10/);
  });

  it('lists under a way what it asks for, with a link to each', async () => {
    await showRules('routes.work-permit');
    const lists = within(ruleOf('routes.work-permit'));
    expect(lists.getAllByRole('link').map((link) => link.getAttribute('href'))).toContain('#/zz/rules?item=documents.wage-paper');
  });

  it('keeps rules closed until one is asked for', async () => {
    await showRules();
    expect(isOpen('questions.wage')).toBe(false);
    await user.click(within(ruleOf('questions.wage')).getByRole('heading', { level: 3 }));
    fireEvent(ruleOf('questions.wage').querySelector('details')!, new Event('toggle'));
    expect(isOpen('questions.wage')).toBe(true);
  });

  it('opens the rule that the address names, and goes to it', async () => {
    await showRules('documents.wage-paper');
    expect(isOpen('documents.wage-paper')).toBe(true);
    expect(document.activeElement).toBe(ruleOf('documents.wage-paper').querySelector('summary'));
  });

  it('says so when the address names a rule that does not exist', async () => {
    await showRules('documents.moon-visa');
    expect(screen.getByText(/There is no rule “documents.moon-visa”/)).toBeVisible();
  });

  it('leaves only the rules that contain all words of a search, and says how many', async () => {
    await showRules();
    await user.type(screen.getByRole('searchbox'), 'wage at least');
    await waitFor(() => {
      expect(shownRules()).toEqual(['documents.wage-paper']);
    });
    expect(screen.getByText('1 rule contains this.')).toHaveAttribute('role', 'status');
  });

  it('finds words without their accents', async () => {
    await showRules(undefined, 'es');
    await user.type(screen.getByRole('searchbox'), 'dias');
    await waitFor(() => {
      expect(screen.getByText('Ninguna regla contiene esto.')).toBeVisible();
    });
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'numero');
    await waitFor(() => {
      expect(shownRules()).toEqual(expect.arrayContaining(['questions.workers']));
    });
  });

  it('opens everything for the printer, and closes it again', async () => {
    await showRules();
    act(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    expect(shownRules().every((key) => isOpen(key!))).toBe(true);
    act(() => {
      window.dispatchEvent(new Event('afterprint'));
    });
    expect(shownRules().some((key) => isOpen(key!))).toBe(false);
  });

  it('opens and closes everything on demand', async () => {
    await showRules();
    await user.click(screen.getByRole('button', { name: 'Open all rules' }));
    expect(shownRules().every((key) => isOpen(key!))).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Close all rules' }));
    expect(shownRules().some((key) => isOpen(key!))).toBe(false);
  });
});
