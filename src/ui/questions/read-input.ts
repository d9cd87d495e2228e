/**
 * A number as people type it: "1,500", "1 500", "1.500,50", "4.99". The last of point and comma is the decimal sign, unless
 * exactly three digits follow the only one and it is a comma.
 */
export function parseWhole(text: string): number | undefined {
  const compact = text.replace(/[\s'’\u00a0\u202f]/g, '').replace(/^[A-Za-z]{0,3}[$₡]?/, '');
  if (!/^-?[\d.,]+$/.test(compact) || !/\d/.test(compact)) return undefined;
  const normal = normalise(compact);
  return /^-?\d+(\.\d+)?$/.test(normal) ? Number(normal) : undefined;
}

function normalise(text: string): string {
  const lastPoint = text.lastIndexOf('.');
  const lastComma = text.lastIndexOf(',');
  if (lastPoint >= 0 && lastComma >= 0) {
    const [decimal, thousands] = lastPoint > lastComma ? ['.', ','] : [',', '.'];
    return text.split(thousands).join('').replace(decimal, '.');
  }
  const sign = lastComma >= 0 ? ',' : '.';
  const parts = text.split(sign);
  const looksLikeThousands = parts.length > 2 || (sign === ',' && (parts[1] ?? '').length === 3);
  return looksLikeThousands ? parts.join('') : parts.join('.');
}

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'enero'],
  ['february', 'febrero'],
  ['march', 'marzo'],
  ['april', 'abril'],
  ['may', 'mayo'],
  ['june', 'junio'],
  ['july', 'julio'],
  ['august', 'agosto'],
  ['september', 'septiembre', 'setiembre'],
  ['october', 'octubre'],
  ['november', 'noviembre'],
  ['december', 'diciembre'],
];

/** A month by number or by its name (or the first three letters) in English or Spanish. */
export function parseMonth(text: string): number | undefined {
  const word = text.trim().toLowerCase().replace(/\.$/, '');
  if (/^\d{1,2}$/.test(word)) return Number(word) >= 1 && Number(word) <= 12 ? Number(word) : undefined;
  if (word.length < 3) return undefined;
  const index = MONTHS.findIndex((names) => names.some((name) => name.startsWith(word)));
  return index < 0 ? undefined : index + 1;
}
