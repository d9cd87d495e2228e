import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Mock } from 'vitest';
import { describe, expect, it, vi } from 'vitest';
import type { InterviewEvent } from '../../src/interview/index.ts';
import type { Answer } from '../../src/rules/index.ts';
import { QuestionPage } from '../../src/ui/pages/QuestionPage.tsx';
import { openInterview, showPage } from '../support/show-page.tsx';

vi.mock('../../src/ui/packs.ts', () => import('../support/fake-packs.ts'));

const OFFER = { hasOffer: true };

async function ask(
  question: string,
  { earlier, language = 'en' }: { earlier?: Answer; language?: string } = {},
): Promise<Mock<(event: InterviewEvent) => void>> {
  const interview = openInterview({ ...OFFER, ...(earlier === undefined ? {} : { [question]: earlier }) }, [
    { type: 'question.visited', question },
  ]);
  await showPage(<QuestionPage interview={interview} question={question} />, language);
  return interview.send;
}

const user = userEvent.setup();
const goOn = (): Promise<void> => user.click(screen.getByRole('button', { name: 'Continue' }));
const answered = (question: string, answer: Answer): InterviewEvent => ({ type: 'question.answered', question, answer });
const typeIn = (name: string | RegExp, text: string): Promise<void> => user.type(screen.getByRole('textbox', { name }), text);
const tick = (name: string): Promise<void> => user.click(screen.getByRole('checkbox', { name }));
const choose = (name: string): Promise<void> => user.click(screen.getByRole('radio', { name }));

type Kind = {
  readonly question: string;
  readonly kind: string;
  /** Fills the form in, and what comes of it. */
  readonly fill: () => Promise<unknown>;
  readonly answer: Answer;
  /** The message for an empty form. */
  readonly missing: string;
  readonly control: () => HTMLElement;
  readonly sayUnknown: () => Promise<unknown>;
};

const radio = (name: string) => (): HTMLElement => screen.getByRole('radio', { name });
const textbox = (name: string | RegExp) => (): HTMLElement => screen.getByRole('textbox', { name });
const tickUnknown = (): Promise<void> => tick('I don’t know');
const chooseUnknown = (): Promise<void> => choose('I don’t know');

const KINDS: readonly Kind[] = [
  {
    question: 'isRenewal',
    kind: 'yes or no',
    fill: () => choose('No'),
    answer: false,
    missing: 'Choose yes, no, or that you don’t know',
    control: radio('Yes'),
    sayUnknown: chooseUnknown,
  },
  {
    question: 'sector',
    kind: 'one of several',
    fill: () => choose('Shop'),
    answer: 'shop',
    missing: 'Choose one of the answers',
    control: radio('Farm'),
    sayUnknown: chooseUnknown,
  },
  {
    question: 'papers',
    kind: 'any that apply',
    fill: () => tick('Permit'),
    answer: ['permit'],
    missing: 'Tick what applies, or “None of these”',
    control: () => screen.getByRole('checkbox', { name: 'Passport' }),
    sayUnknown: tickUnknown,
  },
  {
    question: 'workers',
    kind: 'a whole number',
    fill: () => typeIn('Short workers, people', '12'),
    answer: 12,
    missing: 'Enter a whole number, such as 12',
    control: textbox(/Short workers/),
    sayUnknown: tickUnknown,
  },
  {
    question: 'percentage',
    kind: 'a number',
    fill: () => typeIn(/Short percentage/, '12,5'),
    answer: 12.5,
    missing: 'Enter a number, such as 12',
    control: textbox(/Short percentage/),
    sayUnknown: tickUnknown,
  },
  {
    question: 'wage',
    kind: 'money',
    fill: () => typeIn('Short wage, BZD', '1,500.50'),
    answer: 1500.5,
    missing: 'Enter an amount, such as 1,500',
    control: textbox(/Short wage/),
    sayUnknown: tickUnknown,
  },
  {
    question: 'startDate',
    kind: 'a date',
    fill: async () => {
      await typeIn('Day', '1');
      await typeIn('Month', 'marzo');
      await typeIn('Year', '2027');
    },
    answer: '2027-03-01',
    missing: 'Enter the day, the month and the year',
    control: textbox('Day'),
    sayUnknown: tickUnknown,
  },
  {
    question: 'nationality',
    kind: 'a country',
    fill: () => user.selectOptions(screen.getByRole('combobox'), 'Guatemala'),
    answer: 'GT',
    missing: 'Choose a country from the list',
    control: () => screen.getByRole('combobox'),
    sayUnknown: tickUnknown,
  },
];

describe.each(KINDS)('a question about $kind', ({ question, fill, answer, missing, control, sayUnknown }) => {
  it('is the heading of its page', async () => {
    await ask(question);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(`Which ${question}?`);
  });

  it('has nothing selected or filled in at first', async () => {
    await ask(question);
    const chosen = [...screen.queryAllByRole('radio'), ...screen.queryAllByRole('checkbox')].filter(
      (input) => (input as HTMLInputElement).checked,
    );
    const filled = [...screen.queryAllByRole('textbox'), ...screen.queryAllByRole('combobox')].filter(
      (input) => (input as HTMLInputElement).value !== '',
    );
    expect([...chosen, ...filled]).toEqual([]);
  });

  it('says what is missing, and gives the focus to the summary of errors', async () => {
    const send = await ask(question);
    await goOn();
    const summary = await screen.findByRole('alert');
    expect(summary).toHaveTextContent(missing);
    expect(summary).toHaveFocus();
    expect(send).not.toHaveBeenCalled();
  });

  it('leads from the summary to the control that is wrong', async () => {
    await ask(question);
    await goOn();
    await user.click(within(await screen.findByRole('alert')).getByRole('link', { name: missing }));
    expect(control()).toHaveFocus();
  });

  it('names the error in the title of the page', async () => {
    await ask(question);
    await goOn();
    await screen.findByRole('alert');
    expect(document.title).toMatch(/^Error: Which/);
  });

  it('reports the answer that was given', async () => {
    const send = await ask(question);
    await fill();
    await goOn();
    expect(send.mock.calls).toEqual([[answered(question, answer)]]);
  });

  it('shows the answer that was given before, and reports it again', async () => {
    const send = await ask(question, { earlier: answer });
    await goOn();
    expect(send.mock.calls).toEqual([[answered(question, answer)]]);
  });

  it('takes "I don’t know" for an answer', async () => {
    const send = await ask(question);
    await sayUnknown();
    await goOn();
    expect(send.mock.calls).toEqual([[answered(question, 'unknown')]]);
  });

  it('names its controls after its id, for other programs', async () => {
    await ask(question);
    const names = new Set([...document.querySelectorAll('form [name]')].map((element) => element.getAttribute('name')));
    const parts = question === 'startDate' ? ['startDate.day', 'startDate.month', 'startDate.year', 'startDate'] : [question];
    expect([...names].sort()).toEqual([...parts].sort());
  });

  it('is asked in Spanish with no text missing', async () => {
    await ask(question, { language: 'es' });
    expect(screen.getByRole('button', { name: 'Continuar' })).toBeVisible();
    expect(document.body.textContent).not.toContain('[[ui');
  });
});

describe('an answer that cannot be', () => {
  it.each([
    ['workers', /Short workers/, '0', 'The number must be 1 or more'],
    ['workers', /Short workers/, '101', 'The number must be 100 or less'],
    ['workers', /Short workers/, '2.5', 'Enter a whole number, without a fraction'],
    ['workers', /Short workers/, 'many', 'Enter a number in digits, such as 1500 or 4.50'],
    ['wage', /Short wage/, '-5', 'The number must be BZ$0 or more'],
    ['wage', /Short wage/, '2000000', 'The number must be BZ$1,000,000 or less'],
  ])('%s = %s %s is refused with advice', async (question, name, text, message) => {
    const send = await ask(question);
    await typeIn(name, text);
    await goOn();
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(send).not.toHaveBeenCalled();
  });

  it.each([
    [['31', '2', '2027'], 'This date does not exist.'],
    [['1', 'Smarch', '2027'], 'Enter the month as a number from 1 to 12, or its name'],
    [['1', '3', ''], 'The date needs a day, a month and a year'],
    [['1', '3', '27'], 'This date does not exist.'],
    [['1', '3', '2031'], 'The date must be'],
  ])('the date %j is refused with advice', async (parts, message) => {
    const send = await ask('startDate');
    for (const [index, name] of ['Day', 'Month', 'Year'].entries()) if (parts[index]) await typeIn(name, parts[index]);
    await goOn();
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(send).not.toHaveBeenCalled();
  });

  it('keeps what was typed', async () => {
    await ask('workers');
    await typeIn(/Short workers/, 'many');
    await goOn();
    await screen.findByRole('alert');
    expect(screen.getByRole('textbox', { name: /Short workers/ })).toHaveValue('many');
  });

  it('is tied to its control for screen readers', async () => {
    await ask('workers');
    await goOn();
    await screen.findByRole('alert');
    const control = screen.getByRole('textbox', { name: /Short workers/ });
    expect(control).toHaveAccessibleDescription(/Enter a whole number/);
    expect(control).toBeInvalid();
  });

  it('gets the focus again when it is sent a second time', async () => {
    await ask('workers');
    await goOn();
    await screen.findByRole('alert');
    screen.getByRole('textbox', { name: /Short workers/ }).focus();
    await goOn();
    expect(await screen.findByRole('alert')).toHaveFocus();
  });
});

describe('a question page', () => {
  it('offers only options that fit the case', async () => {
    await ask('sector');
    expect(screen.getAllByRole('radio').map((input) => (input as HTMLInputElement).value)).toEqual(['farm', 'shop', 'unknown']);
  });

  it('takes "None of these" for an empty list', async () => {
    const send = await ask('papers');
    await tick('None of these');
    await goOn();
    expect(send.mock.calls).toEqual([[answered('papers', [])]]);
  });

  it('refuses "None of these" together with something', async () => {
    await ask('papers');
    await tick('None of these');
    await tick('Passport');
    await goOn();
    expect(await screen.findByRole('alert')).toHaveTextContent('cannot be ticked together');
  });

  it('forgets "I don’t know" as soon as a number is typed', async () => {
    const send = await ask('workers');
    await tickUnknown();
    await typeIn(/Short workers/, '7');
    await goOn();
    expect(send.mock.calls).toEqual([[answered('workers', 7)]]);
  });

  it('shortens the list of countries by what is typed, with or without accents', async () => {
    await ask('nationality');
    await user.type(screen.getByRole('searchbox'), 'mexic');
    const offered = within(screen.getByRole('combobox'))
      .getAllByRole('option')
      .map((option) => option.textContent);
    expect(offered).toContain('Mexico');
    expect(offered).not.toContain('Guatemala');
  });

  it('says why it is asked and which law makes it matter', async () => {
    await ask('sector');
    await user.click(screen.getByText(/^Why/));
    expect(screen.getByText('Farms need a paper.')).toBeVisible();
    expect(screen.getAllByText(/Work Act/).length).toBeGreaterThan(0);
  });

  it('describes its choices by their hint', async () => {
    await ask('sector');
    expect(screen.getByRole('group', { name: /Which sector/ })).toHaveAccessibleDescription('The main one.');
  });

  it('goes back', async () => {
    const send = await ask('sector');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(send.mock.calls).toEqual([[{ type: 'back.pressed' }]]);
  });

  it('shows the answer as soon as the route is settled', async () => {
    const send = await ask('sector');
    expect(screen.getByText('You need a work permit.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'See the list now' }));
    expect(send.mock.calls).toEqual([[{ type: 'result.visited' }]]);
  });
});
