import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import type { Actor } from 'xstate';
import type { InterviewEvent } from '../../src/interview/index.ts';
import { formatAddress, interviewMachine, selectAddress, selectPath } from '../../src/interview/index.ts';
import type { Answers } from '../../src/rules/index.ts';
import { TODAY } from '../support/make-pack.ts';
import { offerPack } from '../support/offer-pack.ts';

type Interview = Actor<typeof interviewMachine>;

function start(events: readonly InterviewEvent[] = []): Interview {
  const actor = createActor(interviewMachine, { input: { asOf: TODAY } }).start();
  for (const event of events) actor.send(event);
  return actor;
}

const choose = (answers: Answers = {}, unfit: readonly string[] = []): InterviewEvent => ({
  type: 'country.chosen',
  compiled: offerPack,
  answers,
  unfit,
});
const answer = (question: string, value: boolean | string | number): InterviewEvent => ({
  type: 'question.answered',
  question,
  answer: value,
});
const where = (actor: Interview): string => formatAddress(selectAddress(actor.getSnapshot()));
const notice = (actor: Interview): unknown => actor.getSnapshot().context.notice;
const answersOf = (actor: Interview): Answers => actor.getSnapshot().context.answers;

const begin: InterviewEvent = { type: 'interview.started' };
const back: InterviewEvent = { type: 'back.pressed' };
/** Everything that a German with an offer is asked. */
const GERMAN = { hasOffer: true, nationality: 'DE', hourlyWage: 6, hasFamily: false };
const finished = (answers: Answers = GERMAN): Interview => start([choose(answers), { type: 'answers.reviewed' }]);

describe('the interview', () => {
  it('begins with the choice of a country', () => {
    expect(where(start())).toBe('/');
  });

  it('tells about the country before it asks', () => {
    expect(where(start([choose()]))).toBe('/zz');
  });

  it('asks the first question that matters', () => {
    expect(where(start([choose(), begin]))).toBe('/zz/questions/hasOffer');
  });

  it('asks one question after another, and lets the answers be checked at the end', () => {
    const actor = start([choose(), begin]);
    const places = Object.entries(GERMAN).map(([question, value]) => {
      const at = where(actor);
      actor.send(answer(question, value));
      return at;
    });
    expect([...places, where(actor)]).toEqual([
      '/zz/questions/hasOffer',
      '/zz/questions/nationality',
      '/zz/questions/hourlyWage',
      '/zz/questions/hasFamily',
      '/zz/answers',
    ]);
  });

  it('shows the result when the answers are confirmed', () => {
    const actor = finished();
    actor.send({ type: 'answers.confirmed' });
    expect(where(actor)).toBe('/zz/result');
  });

  it('goes on where it stopped', () => {
    expect(where(start([choose({ hasOffer: true, nationality: 'DE' }), begin]))).toBe('/zz/questions/hourlyWage');
  });

  it('goes straight to the answers if nothing is left to ask', () => {
    expect(where(start([choose(GERMAN), begin]))).toBe('/zz/answers');
  });

  it('ignores an answer while no question is on the screen', () => {
    const actor = start([choose(), answer('hasOffer', true)]);
    expect([where(actor), answersOf(actor)]).toEqual(['/zz', {}]);
  });

  it('does nothing in a country that is not open', () => {
    const actor = start([
      { type: 'result.visited' },
      { type: 'answers.reviewed' },
      { type: 'question.visited', question: 'hasOffer' },
      begin,
    ]);
    expect(where(actor)).toBe('/');
  });
});

describe('going back', () => {
  it('leads to the question before, with its answer kept', () => {
    const actor = start([choose(), begin, answer('hasOffer', true), answer('nationality', 'DE'), back]);
    expect([where(actor), answersOf(actor)]).toEqual(['/zz/questions/nationality', { hasOffer: true, nationality: 'DE' }]);
  });

  it('leads from the first question to the country', () => {
    expect(where(start([choose(), begin, back]))).toBe('/zz');
  });

  it('leads from the answers to the last question', () => {
    const actor = finished();
    actor.send(back);
    expect(where(actor)).toBe('/zz/questions/hasFamily');
  });

  it('leads from the result to the answers', () => {
    const actor = finished();
    actor.send({ type: 'answers.confirmed' });
    actor.send(back);
    expect(where(actor)).toBe('/zz/answers');
  });

  it.each([
    ['the answers', '/zz/answers', []],
    ['the result', '/zz/result', [{ type: 'answers.confirmed' } as const]],
  ])('leads from a change to %s where it was begun', (_, place, events) => {
    const actor = finished();
    for (const event of events) actor.send(event);
    actor.send({ type: 'answer.changed', question: 'hourlyWage' });
    expect(where(actor)).toBe('/zz/questions/hourlyWage');
    actor.send(back);
    expect(where(actor)).toBe(place);
  });
});

describe('changing an earlier answer', () => {
  it('sets answers aside that no longer apply, and brings them back when they do', () => {
    const actor = finished();
    const counted = (): Answers => selectPath(actor.getSnapshot()).answers;
    actor.send({ type: 'answer.changed', question: 'hasOffer' });
    actor.send(answer('hasOffer', false));
    expect(counted()).toEqual({ hasOffer: false, nationality: 'DE' });
    expect(answersOf(actor)).toMatchObject({ hourlyWage: 6, hasFamily: false });
    actor.send({ type: 'answer.changed', question: 'hasOffer' });
    actor.send(answer('hasOffer', true));
    expect(counted()).toEqual(GERMAN);
  });

  it('asks what the change makes necessary', () => {
    const actor = finished();
    actor.send({ type: 'answer.changed', question: 'nationality' });
    actor.send(answer('nationality', 'GT'));
    expect(where(actor)).toBe('/zz/questions/stayMonths');
  });

  it('leads back to the result where it was begun', () => {
    const actor = finished();
    actor.send({ type: 'answers.confirmed' });
    actor.send({ type: 'answer.changed', question: 'hourlyWage' });
    actor.send(answer('hourlyWage', 4));
    expect(where(actor)).toBe('/zz/result');
  });

  it('asks what decides the outcome before it leads back to the result', () => {
    const actor = finished();
    actor.send({ type: 'answers.confirmed' });
    actor.send({ type: 'answer.changed', question: 'nationality' });
    actor.send(answer('nationality', 'GT'));
    expect(where(actor)).toBe('/zz/questions/stayMonths');
    actor.send(answer('stayMonths', 12));
    expect(where(actor)).toBe('/zz/result');
  });

  it('is not possible for a question that does not apply', () => {
    const actor = finished({ hasOffer: false, nationality: 'DE' });
    actor.send({ type: 'answer.changed', question: 'hourlyWage' });
    expect(where(actor)).toBe('/zz/answers');
  });
});

describe('visiting an address', () => {
  it('opens a question that matters', () => {
    const actor = finished();
    actor.send({ type: 'question.visited', question: 'nationality' });
    expect([where(actor), notice(actor)]).toEqual(['/zz/questions/nationality', null]);
  });

  it('of a question that does not exist says so and goes on with the next one', () => {
    const actor = start([choose({ hasOffer: true }), { type: 'question.visited', question: 'shoeSize' }]);
    expect([where(actor), notice(actor)]).toEqual(['/zz/questions/nationality', { kind: 'unknownQuestion', question: 'shoeSize' }]);
  });

  it('of a question that does not matter says so and goes on with the next one', () => {
    const actor = start([choose({ hasOffer: false }), { type: 'question.visited', question: 'hourlyWage' }]);
    expect([where(actor), notice(actor)]).toEqual(['/zz/questions/nationality', { kind: 'questionNotNeeded', question: 'hourlyWage' }]);
  });

  it('of a question that does not matter leads to the answers when nothing is left to ask', () => {
    const actor = start([choose(GERMAN), { type: 'question.visited', question: 'stayMonths' }]);
    expect([where(actor), notice(actor)]).toEqual(['/zz/answers', { kind: 'questionNotNeeded', question: 'stayMonths' }]);
  });

  it('loses no answer', () => {
    const actor = start([choose({ hasOffer: true, nationality: 'DE' }), { type: 'question.visited', question: 'shoeSize' }]);
    expect(answersOf(actor)).toEqual({ hasOffer: true, nationality: 'DE' });
  });

  it('of the result shows it at any time', () => {
    expect(where(start([choose({ hasOffer: true }), { type: 'result.visited' }]))).toBe('/zz/result');
  });
});

describe('a notice', () => {
  it('tells which saved answers need another look', () => {
    expect(notice(start([choose({ hasOffer: true }, ['wage'])]))).toEqual({ kind: 'answersNeedAnotherLook', questions: ['wage'] });
  });

  it('is gone after the next answer', () => {
    const actor = start([choose({}, ['wage']), begin, answer('hasOffer', true)]);
    expect(notice(actor)).toBeNull();
  });

  it('is gone when it was read', () => {
    expect(notice(start([choose({}, ['wage']), { type: 'notice.read' }]))).toBeNull();
  });
});

describe('starting again', () => {
  it('forgets every answer and stays in the country', () => {
    const actor = finished();
    actor.send({ type: 'interview.restarted' });
    expect([where(actor), answersOf(actor)]).toEqual(['/zz', {}]);
  });

  it('leaves the country when the user goes to the start', () => {
    const actor = finished();
    actor.send({ type: 'country.left' });
    expect([where(actor), actor.getSnapshot().context.compiled]).toEqual(['/', null]);
  });
});
