import { ALL_CASES, BASIS, makePack } from './make-pack.ts';

const work = { section: 'work', ...BASIS };

/**
 * A compiled pack of five questions in which everything happens once: an exemption, a permit with a blocker, a question for the authority and a
 * closed door; a question that is only asked in some cases; papers, fees and steps that depend on answers.
 */
export const offerPack = makePack({
  'questions.json': [
    { id: 'nationality', type: 'country', unknown: false, ...work },
    { id: 'stayMonths', type: 'integer', range: { least: 1, most: 60 }, changeable: true, ...work },
    {
      id: 'hourlyWage',
      type: 'money',
      currency: 'USD',
      range: { least: 0, most: 1000 },
      changeable: true,
      askedWhen: { hasOffer: true },
      ...work,
    },
    { id: 'hasFamily', type: 'yesNo', ...work },
  ],
  'groups.json': [{ id: 'neighbours', members: ['GT', 'HN'], ...BASIS }],
  'derived.json': [{ id: 'isNeighbour', when: { nationality: { in: 'neighbours' } } }],
  'offices.json': [{ id: 'ministry', ...BASIS }],
  'routes.json': {
    routes: [
      { id: 'short-stay', kind: 'exempt', when: { isNeighbour: true, stayMonths: { atMost: 3 } }, ...BASIS },
      { id: 'work-permit', kind: 'permit', when: { hasOffer: true }, ...BASIS },
      { id: 'own-account-check', kind: 'refer', when: { hasOffer: false, isNeighbour: true }, askOffices: ['ministry'], ...BASIS },
      { id: 'no-offer', kind: 'closed', when: { hasOffer: false }, ...BASIS },
    ],
    sets: {},
  },
  'blockers.json': [
    {
      id: 'wage-too-low',
      applies: [{ routes: ['work-permit'], when: { hourlyWage: { lessThan: 5 } } }],
      remedies: [{ advice: 'raise-the-wage' }],
      ...BASIS,
    },
  ],
  'documents.json': [
    { id: 'passport', provider: 'worker', steps: ['file-papers'], applies: ALL_CASES, ...BASIS },
    {
      id: 'family-book',
      provider: 'worker',
      steps: ['file-papers'],
      applies: [{ routes: ['work-permit'], when: { hasFamily: true } }],
      ...BASIS,
    },
  ],
  'fees.json': [
    { id: 'filing-fee', payer: 'employer', currency: 'USD', amount: { exact: 100 }, steps: ['file-papers'], applies: ALL_CASES, ...BASIS },
    { id: 'card-fee', payer: 'worker', currency: 'USD', amount: { unconfirmed: true }, applies: ALL_CASES, ...BASIS },
    {
      id: 'family-fee',
      payer: 'worker',
      currency: 'USD',
      amount: { exact: 50 },
      applies: [{ routes: ['work-permit'], when: { hasFamily: true } }],
      ...BASIS,
    },
  ],
  'steps.json': [
    { id: 'collect-card', actor: 'worker', after: ['file-papers'], applies: ALL_CASES, ...BASIS },
    {
      id: 'file-papers',
      actor: 'employer',
      after: ['get-papers', 'get-family-book'],
      days: { least: 10, most: 20, kind: 'working' },
      applies: ALL_CASES,
      ...BASIS,
    },
    { id: 'get-papers', actor: 'worker', applies: ALL_CASES, ...BASIS },
    { id: 'get-family-book', actor: 'worker', applies: [{ routes: ['work-permit'], when: { hasFamily: true } }], ...BASIS },
  ],
});
