import type { Fee, Pack } from '../../rules/index.ts';
import { formatDate, parseDate } from '../../rules/index.ts';
import type { Finding, PropertyReport } from '../finding.ts';

const DAYS_AHEAD = 60;
/** Rules that nobody looks at for more than a year are not rules that one can trust. */
const MOST_DAYS = 366;

/**
 * Ids resolve (linking has refused the others); every item cites a source, every source is cited, everything defined is used; every
 * country of a group is one that can be answered.
 *
 * @param countries every nationality that can be chosen
 */
export function proveReferences(pack: Pack, countries: readonly string[]): PropertyReport {
  const cited = countWords({ ...pack, sources: [] });
  const unused = (kind: string, ids: readonly string[], severity: Finding['severity']): Finding[] =>
    ids
      .filter((id) => (cited.get(id) ?? 0) < (kind === 'sources' ? 1 : 2))
      .map((id) => ({ severity, message: 'unused', values: { kind, id } }));
  const ownSources = pack.sources.filter(({ id, background }) => id !== 'unverified' && background !== true).map(({ id }) => id);
  const uncited = listItems(pack).filter(({ item }) => item.sources.length === 0);
  const used = countWords(pack);
  const named = pack.derived.map(({ id }) => id).filter((id) => (used.get(id) ?? 0) < 2);
  return {
    property: 'references',
    findings: [
      ...uncited.map(({ kind, item }): Finding => ({ severity: 'error', message: 'noSource', values: { kind, id: item.id } })),
      ...unused('sources', ownSources, 'error'),
      ...unused(
        'offices',
        pack.offices.map(({ id }) => id),
        'warning',
      ),
      ...unused(
        'groups',
        pack.groups.map(({ id }) => id),
        'warning',
      ),
      ...named.map((id): Finding => ({ severity: 'warning', message: 'unused', values: { kind: 'derived', id } })),
      ...findStrangeCountries(pack, new Set(countries)),
    ],
    provers: ['structure'],
    figures: { items: listItems(pack).length, sources: ownSources.length },
  };
}

/** Members of country groups that no country is: a rule for them is a rule for nobody. */
function findStrangeCountries(pack: Pack, countries: ReadonlySet<string>): readonly Finding[] {
  const named = pack.groups.flatMap(({ id, members }) => members.map((code) => ({ place: `groups/${id}`, code })));
  return named
    .filter(({ code }) => !countries.has(code))
    .map(({ place, code }) => ({ severity: 'error', message: 'noSuchCountry', values: { place, code } }));
}

/** How often each string stands in a pack, as a key or as a value. */
function countWords(value: unknown, into: Map<string, number> = new Map()): ReadonlyMap<string, number> {
  if (typeof value === 'string') into.set(value, (into.get(value) ?? 0) + 1);
  if (typeof value !== 'object' || value === null) return into;
  if (!Array.isArray(value)) for (const key of Object.keys(value)) into.set(key, (into.get(key) ?? 0) + 1);
  for (const inner of Object.values(value)) countWords(inner, into);
  return into;
}

type Cited = { readonly id: string; readonly sources: readonly string[] };

function listItems(pack: Pack): readonly { kind: string; item: Cited }[] {
  const kinds = [
    'questions',
    'routes',
    'blockers',
    'warnings',
    'documents',
    'fees',
    'steps',
    'deadlines',
    'duties',
    'conflicts',
    'offices',
    'groups',
  ] as const;
  return kinds.flatMap((kind) => (pack[kind] as readonly Cited[]).map((item) => ({ kind, item })));
}

/** Money questions and fees agree in their currencies; tariffs leave no day out and name none twice. */
export function proveMoney(pack: Pack): PropertyReport {
  const tariffs = pack.fees.flatMap((fee) => findTariffs(fee.amount).map((periods) => ({ fee, periods })));
  const findings = tariffs.flatMap(({ fee, periods }) => checkPeriods(fee, periods));
  const currencies = new Set(pack.fees.map((fee) => fee.currency));
  const strange = pack.questions.filter((question) => question.type === 'money' && !question.currency);
  return {
    property: 'money',
    findings: [
      ...findings,
      ...strange.map(({ id }): Finding => ({ severity: 'error', message: 'noCurrency', values: { id } })),
      ...(currencies.size > 0 && !currencies.has(pack.currency)
        ? [
            {
              severity: 'warning' as const,
              message: 'foreignCurrencies',
              values: { currency: pack.currency, found: [...currencies].join(', ') },
            },
          ]
        : []),
    ],
    provers: ['structure'],
    figures: { fees: pack.fees.length, tariffs: tariffs.length, currencies: [...currencies].join(', ') },
  };
}

type TariffPeriod = { readonly from?: string | undefined; readonly until?: string | undefined };

function findTariffs(amount: Fee['amount']): readonly (readonly TariffPeriod[])[] {
  if ('tariff' in amount) return [amount.tariff, ...amount.tariff.flatMap((period) => findTariffs(period.amount))];
  return 'cases' in amount ? amount.cases.flatMap((entry) => findTariffs(entry.amount)) : [];
}

function checkPeriods(fee: Fee, periods: readonly TariffPeriod[]): readonly Finding[] {
  const spans = periods.map(({ from, until }) => ({ from: day(from, -Infinity), until: day(until, Infinity) }));
  const backwards = spans
    .filter(({ from, until }) => until < from)
    .map(({ from }): Finding => ({ severity: 'error', message: 'periodBackwards', values: { id: fee.id, day: formatDate(from) } }));
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const seams = sorted.slice(1).flatMap((span, index): Finding[] => {
    const before = sorted[index]?.until ?? 0;
    if (span.from === before + 1) return [];
    return [
      {
        severity: 'error',
        message: span.from <= before ? 'tariffOverlap' : 'tariffGap',
        values: { id: fee.id, day: formatDate(span.from) },
      },
    ];
  });
  return [...backwards, ...seams];
}

const day = (text: string | undefined, otherwise: number): number => (text === undefined ? otherwise : (parseDate(text) ?? otherwise));

/** The pack is reviewed in time; no period ends before it begins. */
export function proveDates(pack: Pack, today: number): PropertyReport {
  const [reviewed, due] = [parseDate(pack.reviewedOn) ?? 0, parseDate(pack.reviewBy) ?? 0];
  const findings: Finding[] = [];
  if (due < reviewed)
    findings.push({ severity: 'error', message: 'reviewBackwards', values: { reviewedOn: pack.reviewedOn, reviewBy: pack.reviewBy } });
  else if (today > due)
    findings.push({ severity: 'error', message: 'reviewPassed', values: { reviewBy: pack.reviewBy, days: today - due } });
  else if (today > due - DAYS_AHEAD)
    findings.push({ severity: 'warning', message: 'reviewSoon', values: { reviewBy: pack.reviewBy, days: due - today } });
  if (due > reviewed + MOST_DAYS)
    findings.push({ severity: 'error', message: 'reviewTooFar', values: { reviewedOn: pack.reviewedOn, reviewBy: pack.reviewBy } });
  if (reviewed > today) findings.push({ severity: 'warning', message: 'reviewedLater', values: { reviewedOn: pack.reviewedOn } });
  const periods = listItems(pack).flatMap(({ kind, item }) =>
    'from' in item || 'until' in item ? [{ kind, item: item as Cited & TariffPeriod }] : [],
  );
  for (const { kind, item } of periods) {
    if (day(item.until, Infinity) < day(item.from, -Infinity))
      findings.push({
        severity: 'error',
        message: 'inForceBackwards',
        values: { kind, id: item.id, from: item.from ?? '', until: item.until ?? '' },
      });
  }
  return { property: 'dates', findings, provers: ['structure'], figures: { reviewBy: pack.reviewBy, periods: periods.length } };
}
