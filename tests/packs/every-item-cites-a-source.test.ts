import { describe, expect, it } from 'vitest';
import { getPack, PACK_IDS } from '../support/packs.ts';

describe.each(PACK_IDS)('the pack of %s', (id) => {
  const { pack } = getPack(id);
  const items = [
    pack.offices,
    pack.groups,
    pack.questions,
    pack.routes,
    pack.blockers,
    pack.warnings,
    pack.documents,
    pack.fees,
    pack.steps,
    pack.deadlines,
    pack.duties,
  ].flat();
  const sources = new Map(pack.sources.map((source) => [source.id, source]));

  it('cites a source for every item', () => {
    expect(items.filter((item) => item.sources.length === 0).map((item) => item.id)).toEqual([]);
  });

  it('cites only sources that it lists', () => {
    expect(items.flatMap((item) => item.sources.filter((source) => !sources.has(source)).map((source) => `${item.id}: ${source}`))).toEqual(
      [],
    );
  });

  it('claims high confidence only on something better than background knowledge', () => {
    const bold = items.filter((item) => item.confidence === 'high' && item.sources.every((source) => source === 'unverified'));
    expect(bold.map((item) => item.id)).toEqual([]);
  });

  it('gives every source a title and, unless it is background knowledge, an address that can be opened', () => {
    const bare = pack.sources.filter(
      ({ title, kind, urls }) => title.trim() === '' || (kind !== 'unverified' && !urls.every((url) => /^https?:\/\/\S+$/.test(url))),
    );
    expect(bare.map((source) => source.id)).toEqual([]);
  });

  it('is to be reviewed again after it was reviewed', () => {
    expect(pack.reviewBy > pack.reviewedOn).toBe(true);
  });

  it('confirms no fee that rests on low confidence alone', () => {
    const bold = pack.fees.filter((fee) => fee.confidence === 'unverified' && 'exact' in fee.amount);
    expect(bold.map((fee) => fee.id)).toEqual([]);
  });
});
