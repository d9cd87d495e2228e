import { describe, expect, it } from 'vitest';
import type { Outcome, RouteKind, Verdict } from '../../src/assessment/index.ts';
import { assess } from '../../src/assessment/index.ts';
import type { Answer, Answers } from '../../src/rules/index.ts';
import { compilePack } from '../../src/rules/index.ts';
import { BASIS, makePack, TODAY } from '../support/make-pack.ts';

const KINDS = ['exempt', 'permit', 'refer', 'closed'] as const;
const VERDICTS = ['available', 'possible', 'blocked', 'not-applicable'] as const;

/** One route of each kind, ruled by two answers of its own. The pack lists them backwards, so that the kind decides and not the place. */
const ladder = makePack({
  'questions.json': KINDS.flatMap((kind) =>
    [`${kind}Fits`, `${kind}Stopped`].map((id) => ({ id, type: 'yesNo', section: 'work', ...BASIS })),
  ),
  'offices.json': [{ id: 'ministry', ...BASIS }],
  'routes.json': {
    routes: [...KINDS].reverse().map((kind) => ({
      id: `${kind}-route`,
      kind,
      when: { [`${kind}Fits`]: true },
      ...(kind === 'refer' ? { askOffices: ['ministry'] } : {}),
      ...BASIS,
    })),
    sets: {},
  },
  'blockers.json': KINDS.map((kind) => ({
    id: `stops-${kind}`,
    applies: [{ routes: [`${kind}-route`], when: { [`${kind}Stopped`]: true } }],
    ifUnknown: 'open',
    remedies: [{ office: 'ministry' }],
    ...BASIS,
  })),
});

const ANSWERS: Record<Verdict, readonly [fits: Answer, stopped: Answer]> = {
  available: [true, false],
  blocked: [true, true],
  possible: ['unknown', false],
  'not-applicable': [false, false],
};

type Verdicts = Record<RouteKind, Verdict>;

function answersFor(verdicts: Verdicts): Answers {
  return Object.fromEntries(
    KINDS.flatMap((kind) => [
      [`${kind}Fits`, ANSWERS[verdicts[kind]][0]],
      [`${kind}Stopped`, ANSWERS[verdicts[kind]][1]],
    ]),
  );
}

/** The order as the design page states it, in other words than the program. */
function expectedOutcome({ exempt, permit, refer, closed }: Verdicts): Outcome {
  if (exempt === 'available') return 'no-permit-needed';
  if (permit === 'available') return 'permit';
  if (exempt === 'possible' || permit === 'possible') return 'undetermined';
  if ([exempt, permit, refer, closed].includes('blocked')) return 'blocked';
  if (refer === 'available') return 'ask-authority';
  if (refer === 'possible' || closed === 'possible') return 'undetermined';
  return closed === 'available' ? 'not-possible' : 'undetermined';
}

const ALL: readonly Verdicts[] = VERDICTS.flatMap((exempt) =>
  VERDICTS.flatMap((permit) => VERDICTS.flatMap((refer) => VERDICTS.map((closed) => ({ exempt, permit, refer, closed })))),
);

describe('the outcome', () => {
  it('follows the order of the design page in all 256 cases', () => {
    const wrong = ALL.flatMap((verdicts) => {
      const { outcome, routes } = assess(ladder, answersFor(verdicts), TODAY);
      const found = Object.fromEntries(routes.map(({ kind, verdict }) => [kind, verdict]));
      expect(found).toEqual(verdicts);
      return outcome === expectedOutcome(verdicts) ? [] : [{ verdicts, outcome }];
    });
    expect(wrong).toEqual([]);
  });

  it('recommends a route that gave the outcome, and none while it is undetermined', () => {
    const GIVES: Record<Outcome, Verdict> = {
      'no-permit-needed': 'available',
      permit: 'available',
      blocked: 'blocked',
      'ask-authority': 'available',
      'not-possible': 'available',
      undetermined: 'possible',
    };
    for (const verdicts of ALL) {
      const { outcome, recommended, routes } = assess(ladder, answersFor(verdicts), TODAY);
      const route = routes.find(({ id }) => id === recommended);
      expect(route?.verdict).toBe(outcome === 'undetermined' ? undefined : GIVES[outcome]);
    }
  });

  it('stays undetermined while an unanswered question could still change it', () => {
    const { exemptFits: _, ...answers } = answersFor({
      exempt: 'not-applicable',
      permit: 'available',
      refer: 'not-applicable',
      closed: 'not-applicable',
    });
    expect(assess(ladder, answers, TODAY)).toMatchObject({ outcome: 'undetermined', recommended: null });
  });

  it('is not held open by an answer "I don’t know"', () => {
    const answers = answersFor({ exempt: 'possible', permit: 'available', refer: 'not-applicable', closed: 'not-applicable' });
    expect(assess(ladder, answers, TODAY)).toMatchObject({ outcome: 'permit', recommended: 'permit-route' });
  });

  it('is not held open by a question that can no longer change it', () => {
    const { closedFits: _, ...answers } = answersFor({
      exempt: 'not-applicable',
      permit: 'available',
      refer: 'not-applicable',
      closed: 'not-applicable',
    });
    expect(assess(ladder, answers, TODAY).outcome).toBe('permit');
  });

  it('stays open beside a closed door while "I don’t know" leaves another one possible', () => {
    const doors = makePack({
      'questions.json': [{ id: 'isMinor', type: 'yesNo', section: 'work', ...BASIS }],
      'routes.json': {
        routes: [
          { id: 'too-young', kind: 'closed', when: { isMinor: true }, ...BASIS },
          { id: 'no-offer', kind: 'closed', when: { hasOffer: false }, ...BASIS },
        ],
        sets: {},
      },
    });
    expect(assess(doors, { hasOffer: false }, TODAY)).toMatchObject({
      outcome: 'undetermined',
      settledRoute: null,
      nextQuestion: 'isMinor',
    });
    expect(assess(doors, { hasOffer: false, isMinor: 'unknown' }, TODAY)).toMatchObject({ outcome: 'undetermined', findOut: ['isMinor'] });
    expect(assess(doors, { hasOffer: false, isMinor: false }, TODAY)).toMatchObject({ outcome: 'not-possible', recommended: 'no-offer' });
  });

  it('recommends the first route in pack order of those that give the same outcome', () => {
    const two = makePack({
      'routes.json': {
        routes: ['second-best', 'first-best'].map((id) => ({ id, kind: 'permit', when: { hasOffer: true }, ...BASIS })),
        sets: {},
      },
    });
    expect(assess(two, { hasOffer: true }, TODAY).recommended).toBe('second-best');
  });
});

describe('a blocker of which it is not known whether it holds', () => {
  const withBlocker = (more: object) =>
    makePack({
      'questions.json': [{ id: 'owesTaxes', type: 'yesNo', section: 'work', ...BASIS }],
      'offices.json': [{ id: 'ministry', ...BASIS }],
      'blockers.json': [
        {
          id: 'tax-arrears',
          applies: [{ routes: ['work-permit'], when: { owesTaxes: true } }],
          remedies: [{ office: 'ministry' }],
          ...more,
          ...BASIS,
        },
      ],
    });

  it('leaves the route possible where the pack says so', () => {
    expect(assess(withBlocker({ ifUnknown: 'open' }), { hasOffer: true, owesTaxes: 'unknown' }, TODAY)).toMatchObject({
      outcome: 'undetermined',
      routes: [{ verdict: 'possible' }],
    });
  });

  it('is shown beside an available route otherwise', () => {
    expect(assess(withBlocker({}), { hasOffer: true, owesTaxes: 'unknown' }, TODAY)).toMatchObject({
      outcome: 'permit',
      routes: [{ verdict: 'available', blockers: [], possibleBlockers: ['tax-arrears'] }],
    });
  });

  it('is named as something to find out, and where, also beside an available route', () => {
    const compiled = withBlocker({});
    const decided = compilePack({
      ...compiled.pack,
      routes: compiled.pack.routes.map((route) => ({ ...route, decides: ['ministry'] })),
    });
    expect(assess(decided, { hasOffer: true, owesTaxes: 'unknown' }, TODAY)).toMatchObject({
      outcome: 'permit',
      findOut: ['owesTaxes'],
      findOutAt: ['ministry'],
    });
    expect(assess(decided, { hasOffer: true, owesTaxes: false }, TODAY)).toMatchObject({ findOut: [], findOutAt: [] });
  });

  it('holds the outcome open while its question is unanswered', () => {
    expect(assess(withBlocker({}), { hasOffer: true }, TODAY)).toMatchObject({
      outcome: 'undetermined',
      settledRoute: 'work-permit',
      nextQuestion: 'owesTaxes',
      nextDecides: 'outcome',
    });
  });
});
