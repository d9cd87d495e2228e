import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address } from '../../src/interview/index.ts';
import { formatAddress, parseAddress } from '../../src/interview/index.ts';

const country = fc.constantFrom('bz', 'cr', 'do', 'gy', 'hn', 'mx', 'pa');

const anyAddress: fc.Arbitrary<Address> = fc.oneof(
  fc.constant<Address>({ page: 'start' }),
  fc.constant<Address>({ page: 'plans' }),
  fc.record({ page: fc.constant('country' as const), country }),
  fc.record({
    page: fc.constant('question' as const),
    country,
    question: fc.string({ minLength: 1, unit: 'grapheme' }),
  }),
  fc.record({ page: fc.constantFrom('answers' as const, 'result' as const, 'rules' as const), country }),
  fc.record({ page: fc.constant('rules' as const), country, rule: fc.string({ unit: 'grapheme' }) }),
);

describe('an address', () => {
  it.each([
    ['/', { page: 'start' }],
    ['', { page: 'start' }],
    ['/bz', { page: 'country', country: 'bz' }],
    ['/bz/', { page: 'country', country: 'bz' }],
    ['/bz/questions/nationality', { page: 'question', country: 'bz', question: 'nationality' }],
    ['/bz/answers', { page: 'answers', country: 'bz' }],
    ['/bz/result', { page: 'result', country: 'bz' }],
    ['/bz/rules', { page: 'rules', country: 'bz' }],
    ['/bz/rules?item=documents.passport', { page: 'rules', country: 'bz', rule: 'documents.passport' }],
    ['/plans', { page: 'plans' }],
    ['/bz/questions', { page: 'unknown', path: '/bz/questions' }],
    ['/bz/result/extra', { page: 'unknown', path: '/bz/result/extra' }],
    ['/bz/shoes', { page: 'unknown', path: '/bz/shoes' }],
    ['/bz/questions/%E0%A4%A', { page: 'question', country: 'bz', question: '%E0%A4%A' }],
  ] as const)('%s is a page', (path, address) => {
    expect(parseAddress(path)).toEqual(address);
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(parseAddress(formatAddress(address))).toEqual(address);
      }),
    );
  });

  it('is always some page, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (path) => typeof parseAddress(path).page === 'string'));
  });
});
