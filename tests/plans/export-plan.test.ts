import { describe, expect, it } from 'vitest';
import { formatPlanFile, noteProgress, parsePlanFile } from '../../src/plans/index.ts';
import { makePlan } from './make-plan.ts';

const { plan } = makePlan('bz/honduran-labourer');
const noted = noteProgress(
  noteProgress(plan, 'documents', { id: 'passport', done: true, expiresOn: '2027-01-31', note: 'ask "Ana", née Ñandú' }),
  'fees',
  { id: 'tep-application-fee', paid: 45 },
);

describe('a file of plans', () => {
  it('gives back the plans with everything noted', () => {
    expect(parsePlanFile(formatPlanFile([noted, plan]))).toEqual({ plans: [noted, plan], damaged: 0 });
  });

  it.each([
    ['an empty file', '', 'empty'],
    ['a picture', '\u0089PNG\r\n', 'notJson'],
    ['a file of another program', '{"name":"other","plans":[]}', 'foreign'],
    ['half a file', formatPlanFile([noted]).slice(0, 900), 'damaged'],
    ['a file of a newer version', formatPlanFile([noted]).replace('"format": 1', '"format": 99'), 'newer'],
    ['a file with very deep nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'tooDeep'],
    ['a very large file', ' '.repeat(1_000_001), 'tooLarge'],
    ['a file whose only plan is damaged', formatPlanFile([noted]).replace('"bz"', '"Belize"'), 'damaged'],
    ['a file with an impossible date', formatPlanFile([noted]).replace('2027-01-31', '2027-02-31'), 'damaged'],
    ['a file with something hidden in it', formatPlanFile([noted]).replace('"name":', '"__proto__": {"admin": true}, "name":'), 'damaged'],
  ])('says what is wrong with %s', (_, text, problem) => {
    expect(parsePlanFile(text)).toEqual({ problem });
  });

  it('reads the good plans of a file beside a damaged one, and says so', () => {
    const text = formatPlanFile([noted, { ...noted, country: 'Belize' }]);
    expect(parsePlanFile(text)).toEqual({ plans: [noted], damaged: 1 });
  });
});
