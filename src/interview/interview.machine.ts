import { assign, setup } from 'xstate';
import type { InterviewContext, InterviewEvent, InterviewInput } from './interview.types.ts';
import { findPath } from './find-path.ts';

/**
 * The interview: where a person can be, and what takes them from one place to the next. The machine decides when; what is
 * asked is decided by the assessment of the answers so far.
 */
export const interviewMachine = setup({
  types: {
    context: {} as InterviewContext,
    events: {} as InterviewEvent,
    input: {} as InterviewInput,
  },
  guards: {
    /** The question exists and still matters in this case, or was answered on the way here. */
    canBeAsked: ({ context, event }) => {
      const { asked, open } = findPath(context);
      const question = 'question' in event ? event.question : '';
      return asked.includes(question) || open.includes(question);
    },
    hasCountry: ({ context }) => context.compiled !== null,
    hasNothingToAsk: ({ context }) => context.compiled !== null && findPath(context).open.length === 0,
    nothingLeftToAsk: ({ context }) => findPath(context).open.length === 0,
    /** After a change made from the result, only what decides the outcome is asked before going back to it. */
    backToResult: ({ context }) => {
      const { nextDecides } = findPath(context);
      return context.origin === 'result' && nextDecides !== 'route' && nextDecides !== 'outcome';
    },
    isFirstQuestion: ({ context }) => findPrevious(context) === null,
    cameFromAnswers: ({ context }) => context.origin === 'answers',
    cameFromResult: ({ context }) => context.origin === 'result',
  },
  actions: {
    openPack: assign(({ event }) => {
      if (event.type !== 'country.chosen') return {};
      const notice = event.unfit.length > 0 ? ({ kind: 'answersNeedAnotherLook', questions: event.unfit } as const) : null;
      return { compiled: event.compiled, answers: event.answers, question: null, origin: 'interview' as const, notice };
    }),
    closePack: assign({ compiled: null, answers: {}, question: null, origin: 'interview', notice: null }),
    keepAnswer: assign(({ context, event }) =>
      event.type === 'question.answered' ? { answers: { ...context.answers, [event.question]: event.answer }, notice: null } : {},
    ),
    forgetAnswers: assign({ answers: {}, question: null, origin: 'interview', notice: null }),
    askNext: assign(({ context }) => ({ question: findPath(context).open[0] ?? null })),
    askVisited: assign(({ event }) => ({ question: 'question' in event ? event.question : null })),
    askPrevious: assign(({ context }) => ({ question: findPrevious(context) })),
    explainDetour: assign(({ context, event }) => {
      if (!('question' in event)) return {};
      const exists = context.compiled?.questions.some(({ question }) => question.id === event.question) ?? false;
      return { notice: { kind: exists ? 'questionNotNeeded' : 'unknownQuestion', question: event.question } as const };
    }),
    comeFromInterview: assign({ origin: 'interview' }),
    comeFromAnswers: assign({ origin: 'answers' }),
    comeFromResult: assign({ origin: 'result' }),
    forgetNotice: assign({ notice: null }),
  },
}).createMachine({
  id: 'interview',
  initial: 'choosingCountry',
  context: ({ input }) => ({ compiled: null, asOf: input.asOf, answers: {}, question: null, origin: 'interview', notice: null }),
  on: {
    'country.chosen': { target: '.readingAboutCountry', actions: 'openPack' },
    'country.left': { target: '.choosingCountry', actions: 'closePack' },
    'notice.read': { actions: 'forgetNotice' },
    // Addresses can be visited from anywhere, since the browser's back, forward and bookmark keys do so.
    'country.visited': { guard: 'hasCountry', target: '.readingAboutCountry' },
    'answers.reviewed': { guard: 'hasCountry', target: '.checkingAnswers' },
    'result.visited': { guard: 'hasCountry', target: '.showingResult' },
    'interview.restarted': { guard: 'hasCountry', target: '.readingAboutCountry', actions: 'forgetAnswers' },
    'question.visited': [
      { guard: 'canBeAsked', target: '.asking', actions: 'askVisited' },
      { guard: 'hasNothingToAsk', target: '.checkingAnswers', actions: 'explainDetour' },
      { guard: 'hasCountry', target: '.asking', actions: ['explainDetour', 'comeFromInterview', 'askNext'] },
    ],
  },
  states: {
    choosingCountry: {},
    readingAboutCountry: {
      on: {
        'interview.started': [
          { guard: 'nothingLeftToAsk', target: 'checkingAnswers' },
          { target: 'asking', actions: ['comeFromInterview', 'askNext'] },
        ],
      },
    },
    asking: {
      on: {
        'question.answered': { target: 'goingOn', actions: 'keepAnswer' },
        'back.pressed': [
          { guard: 'cameFromAnswers', target: 'checkingAnswers' },
          { guard: 'cameFromResult', target: 'showingResult' },
          { guard: 'isFirstQuestion', target: 'readingAboutCountry' },
          { actions: 'askPrevious' },
        ],
      },
    },
    /** Not a place: decides where an answer leads. */
    goingOn: {
      always: [
        { guard: 'backToResult', target: 'showingResult' },
        { guard: 'nothingLeftToAsk', target: 'checkingAnswers' },
        { target: 'asking', actions: 'askNext' },
      ],
    },
    checkingAnswers: {
      on: {
        'answers.confirmed': { target: 'showingResult', actions: 'forgetNotice' },
        'answer.changed': { guard: 'canBeAsked', target: 'asking', actions: ['comeFromAnswers', 'askVisited'] },
        'interview.started': [
          { guard: 'nothingLeftToAsk', target: 'checkingAnswers' },
          { target: 'asking', actions: ['comeFromInterview', 'askNext'] },
        ],
        'back.pressed': [
          { guard: 'isFirstQuestion', target: 'readingAboutCountry' },
          { target: 'asking', actions: ['comeFromInterview', 'askPrevious'] },
        ],
      },
    },
    showingResult: {
      on: {
        // An answer that was tried on the result: whoever keeps it stays there, unless more must be asked.
        'question.answered': { guard: 'canBeAsked', target: 'goingOn', actions: ['comeFromResult', 'keepAnswer'] },
        'answer.changed': { guard: 'canBeAsked', target: 'asking', actions: ['comeFromResult', 'askVisited'] },
        'interview.started': [
          { guard: 'nothingLeftToAsk', target: 'showingResult' },
          { target: 'asking', actions: ['comeFromInterview', 'askNext'] },
        ],
        'back.pressed': { target: 'checkingAnswers' },
      },
    },
  },
});

function findPrevious(context: InterviewContext): string | null {
  const { asked } = findPath(context);
  if (context.question === null) return asked.at(-1) ?? null;
  const index = asked.indexOf(context.question);
  return (index < 0 ? asked.at(-1) : asked[index - 1]) ?? null;
}
