/** Walks every path through the interview of a small pack, with all its buttons: no dead end, no lost answer. */
import { getShortestPaths } from '@xstate/graph';
import { describe, expect, it } from 'vitest';
import type { InterviewEvent, InterviewSnapshot } from '../../src/interview/index.ts';
import { interviewMachine, selectAddress, selectPath } from '../../src/interview/index.ts';
import { TODAY } from '../support/make-pack.ts';
import { offerPack } from '../support/offer-pack.ts';

/** One answer of each class that the small pack tells apart, with "I don't know" where it is offered. */
const ANSWERS = {
  hasOffer: [true, false, 'unknown'],
  nationality: ['GT', 'DE'],
  stayMonths: [3, 4, 'unknown'],
  hourlyWage: [4.99, 5, 'unknown'],
  hasFamily: [true, 'unknown'],
} as const;

const listAnswers = (question: string): readonly InterviewEvent[] =>
  ANSWERS[question as keyof typeof ANSWERS].map((answer) => ({ type: 'question.answered', question, answer }));

/** What a person can do on the page that is shown. */
function listEvents(snapshot: InterviewSnapshot): readonly InterviewEvent[] {
  const { question, compiled } = snapshot.context;
  const asked = selectPath(snapshot).asked;
  const change = asked.map((id): InterviewEvent => ({ type: 'answer.changed', question: id }));
  const always: readonly InterviewEvent[] = compiled
    ? [{ type: 'interview.restarted' }, { type: 'question.visited', question: 'stayMonths' }]
    : [];
  switch (selectAddress(snapshot).page) {
    case 'start':
      return [{ type: 'country.chosen', compiled: offerPack, answers: {}, unfit: [] }];
    case 'country':
      return [{ type: 'interview.started' }];
    case 'question':
      return [...always, { type: 'back.pressed' }, ...listAnswers(question ?? '')];
    case 'answers':
      return [...always, { type: 'answers.confirmed' }, { type: 'back.pressed' }, ...change];
    case 'result':
      return [...always, { type: 'back.pressed' }, { type: 'interview.started' }, ...change, ...asked.flatMap(listAnswers)];
    default:
      return [];
  }
}

const describeState = ({ value, context }: InterviewSnapshot): string =>
  JSON.stringify([
    value,
    context.compiled?.pack.id,
    Object.entries(context.answers).sort(),
    context.question,
    context.origin,
    context.notice,
  ]);

const paths = getShortestPaths(interviewMachine, {
  input: { asOf: TODAY },
  events: (snapshot) => [...listEvents(snapshot)],
  serializeState: (snapshot) => describeState(snapshot),
  serializeEvent: (event) => JSON.stringify(event.type === 'country.chosen' ? event.type : event),
  limit: 200_000,
});
const reached = paths.map(({ state }) => state);

describe('every state of the interview', () => {
  it('includes each place that there is', () => {
    expect(new Set(reached.map(({ value }) => value))).toEqual(
      new Set(['choosingCountry', 'readingAboutCountry', 'asking', 'checkingAnswers', 'showingResult']),
    );
  });

  it('can be left by something that a person can do', () => {
    expect(reached.filter((snapshot) => listEvents(snapshot).length === 0).map(describeState)).toEqual([]);
  });

  it('that asks, asks a question that matters or was answered on the way', () => {
    const idle = reached.filter((snapshot) => {
      const { asked, open } = selectPath(snapshot);
      return snapshot.matches('asking') && ![...asked, ...open].includes(snapshot.context.question ?? '');
    });
    expect(idle.map(describeState)).toEqual([]);
  });

  it('has a page of its own country', () => {
    const lost = reached.filter((snapshot) => snapshot.context.compiled !== null && selectAddress(snapshot).page === 'start');
    expect(lost.map(describeState)).toEqual([]);
  });

  it('is far enough from the start that every combination of answers was met', () => {
    const complete = reached.filter((snapshot) => snapshot.matches('checkingAnswers') && selectPath(snapshot).open.length === 0);
    const combinations = new Set(complete.map((snapshot) => JSON.stringify(Object.entries(selectPath(snapshot).answers).sort())));
    // With an offer: a German 3 wages × 2 families; a Guatemalan the same for 2 longer or unknown stays, and a short stay alone …
    expect(combinations.size).toBeGreaterThanOrEqual(20);
  });

  it('leads to the result by answering on', () => {
    // From each question, answering what is asked with the first answer comes to the end within as many steps as there are questions.
    for (const snapshot of reached.filter((candidate) => candidate.matches('asking'))) {
      const { context } = snapshot;
      let answers = context.answers;
      for (let steps = 0; steps <= Object.keys(ANSWERS).length; steps += 1) {
        const [next] = selectPath({ ...snapshot, context: { ...context, answers } }).open;
        if (next === undefined) break;
        answers = { ...answers, [next]: ANSWERS[next as keyof typeof ANSWERS][0] };
      }
      expect(selectPath({ ...snapshot, context: { ...context, answers } }).open).toEqual([]);
    }
  });
});
