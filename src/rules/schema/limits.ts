/** What a pair of limits that is turned round should be. */
export const IN_ORDER = '"least" no greater than "most"';

type Limits = { readonly least?: unknown; readonly most?: unknown };

/** Two numbers, or two dates, in order; limits that are computed cannot be compared here. */
export function isInOrder({ least, most }: Limits): boolean {
  const isDate = (limit: unknown): limit is string => typeof limit === 'string' && /^\d{4}-/.test(limit);
  if (typeof least === 'number' && typeof most === 'number') return least <= most;
  return !(isDate(least) && isDate(most)) || least <= most;
}
