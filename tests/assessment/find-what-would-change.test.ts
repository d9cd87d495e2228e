import { describe, expect, it } from 'vitest';
import type { OutcomeChange } from '../../src/assessment/index.ts';
import { assess, rankOutcome } from '../../src/assessment/index.ts';
import type { Answers } from '../../src/rules/index.ts';
import { parseAnswers } from '../../src/rules/index.ts';
import { BASIS, makePack, TODAY } from '../support/make-pack.ts';
import { getPack, PACK_IDS, readScenarios } from '../support/packs.ts';
import { offerPack } from '../support/offer-pack.ts';

const blocked = { hasOffer: true, nationality: 'DE', hourlyWage: 4.99, hasFamily: false };
const apply = (answers: Answers, { question, to, and }: OutcomeChange): Answers => ({
  ...answers,
  [question]: to,
  ...(and ? { [and.question]: and.to } : {}),
});

describe('what would change the outcome', () => {
  it('names the smallest raise of the wage that is enough', () => {
    expect(assess(offerPack, blocked, TODAY).wouldChange).toEqual([
      { question: 'hourlyWage', to: 5, outcome: 'permit', route: 'work-permit' },
    ]);
  });

  it('is nothing where the outcome is already good', () => {
    expect(assess(offerPack, { ...blocked, hourlyWage: 5 }, TODAY).wouldChange).toEqual([]);
  });

  it('is nothing while the outcome is undetermined', () => {
    expect(assess(offerPack, { hasOffer: true }, TODAY).wouldChange).toEqual([]);
  });

  it('never proposes to change what a person cannot change', () => {
    expect(assess(offerPack, { hasOffer: false, nationality: 'DE' }, TODAY).wouldChange).toEqual([]);
  });

  it('names a pair of changes where no single one is enough', () => {
    const section = { section: 'work', changeable: true, ...BASIS };
    const compiled = makePack({
      'questions.json': ['adverts', 'registered'].map((id) => ({ id, type: 'yesNo', ...section })),
      'offices.json': [{ id: 'ministry', ...BASIS }],
      'blockers.json': ['adverts', 'registered'].map((id) => ({
        id: `no-${id}`,
        applies: [{ routes: ['work-permit'], when: { [id]: false } }],
        remedies: [{ office: 'ministry' }],
        ...BASIS,
      })),
    });
    expect(assess(compiled, { hasOffer: true, adverts: false, registered: false }, TODAY).wouldChange).toEqual([
      { question: 'adverts', to: true, and: { question: 'registered', to: true }, outcome: 'permit', route: 'work-permit' },
    ]);
  });
});

describe.each(PACK_IDS)('every promise of %s', (id) => {
  const compiled = getPack(id);
  const promises = readScenarios(id).flatMap(({ name, answers, asOf }) => {
    const { outcome, wouldChange } = assess(compiled, answers, asOf);
    return wouldChange.map((change) => ({ name, answers, asOf, outcome, change }));
  });

  it('is kept when the answers are really changed', () => {
    const broken = promises.filter(({ answers, asOf, change }) => {
      const { outcome, recommended } = assess(compiled, apply(answers, change), asOf);
      return outcome !== change.outcome || recommended !== change.route;
    });
    expect(broken.map(({ name, change }) => ({ name, change }))).toEqual([]);
  });

  it('leads to a better outcome', () => {
    expect(promises.filter(({ outcome, change }) => rankOutcome(change.outcome) <= rankOutcome(outcome))).toEqual([]);
  });

  it('can be made: the changed answers are accepted', () => {
    const refused = promises.flatMap(({ name, answers, asOf, change }) => {
      const checked = parseAnswers(compiled, apply(answers, change), name, asOf);
      return checked.ok ? [] : checked.faults.map(({ path, found }) => ({ name, change, path, found }));
    });
    expect(refused).toEqual([]);
  });

  it('changes only what a person can change', () => {
    const changeable = new Set(compiled.pack.questions.filter((question) => question.changeable).map((question) => question.id));
    expect(
      promises.filter(({ change }) => !changeable.has(change.question) || (change.and && !changeable.has(change.and.question))),
    ).toEqual([]);
  });
});
