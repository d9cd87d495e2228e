import type { TextTree } from '../../src/texts/index.ts';
import { BASIS, makePack } from './make-pack.ts';

const work = { section: 'work', ...BASIS };
const KINDS = ['sector', 'papers', 'workers', 'percentage', 'wage', 'startDate', 'nationality', 'isRenewal'];

/** A pack with a question of each kind, all of which matter to somebody with an offer: each brings a paper. */
export const kindsPack = makePack({
  'questions.json': [
    { id: 'sector', type: 'choice', options: [{ id: 'farm' }, { id: 'shop' }, { id: 'ownShop', onlyIf: { hasOffer: false } }], ...work },
    { id: 'papers', type: 'any', options: [{ id: 'passport' }, { id: 'permit' }], ...work },
    { id: 'workers', type: 'integer', range: { least: 1, most: 100 }, unit: 'people', ...work },
    { id: 'percentage', type: 'number', range: { least: 0, most: 100 }, unit: 'percent', ...work },
    { id: 'wage', type: 'money', currency: 'BZD', range: { least: 0, most: 1_000_000 }, ...work },
    { id: 'startDate', type: 'date', range: { least: '2026-01-01', most: '2030-12-31' }, ...work },
    { id: 'nationality', type: 'country', ...work },
    { id: 'isRenewal', type: 'yesNo', ...work },
  ],
  'documents.json': [
    paper('sector', { sector: 'farm' }),
    paper('papers', { papers: { includes: 'passport' } }),
    paper('workers', { workers: { atLeast: 10 } }),
    paper('percentage', { percentage: { atLeast: 10 } }),
    paper('wage', { wage: { atLeast: 10 } }),
    paper('start-date', { startDate: { after: '2027-01-01' } }),
    paper('nationality', { nationality: 'GT' }),
    paper('is-renewal', { isRenewal: true }),
  ],
});

function paper(id: string, when: object): object {
  return { id: `${id}-paper`, provider: 'worker', applies: [{ routes: ['work-permit'], when }], ...BASIS };
}

/** Its texts: each question is asked as "Which <id>?". */
export const kindsTexts: TextTree = {
  intro: 'Made for tests.',
  sections: { work: 'Work' },
  routes: { 'work-permit': { name: 'Work permit', answer: 'You need a work permit.', summary: 'For work.' } },
  questions: {
    ...Object.fromEntries(KINDS.map((id) => [id, { ask: `Which ${id}?`, short: `Short ${id}`, why: `Because of ${id}.` }])),
    hasOffer: { ask: 'Is there an offer?', short: 'Offer', why: 'No offer, no permit.' },
    sector: {
      ask: 'Which sector?',
      short: 'Sector',
      why: 'Farms need a paper.',
      hint: 'The main one.',
      options: { farm: 'Farm', shop: 'Shop', ownShop: 'Own shop' },
    },
    papers: { ask: 'Which papers?', short: 'Papers', why: 'They must be shown.', options: { passport: 'Passport', permit: 'Permit' } },
  },
};
