/** A page of the program. Addresses are hashes, so that the pages work from any folder and without a server's help. */
export type Address =
  | { page: 'start' }
  | { page: 'country'; country: string }
  | { page: 'question'; country: string; question: string }
  | { page: 'answers'; country: string }
  | { page: 'result'; country: string }
  /** `rule` names the rule to open: `#/bz/rules?item=documents.passport`. */
  | { page: 'rules'; country: string; rule?: string }
  | { page: 'recruitment'; country: string; section?: string }
  | { page: 'rights'; country: string }
  | { page: 'plans' }
  | { page: 'plan'; plan: string }
  /** A shared link; without a text once it was read and taken out of the address bar. */
  | { page: 'shared'; text: string }
  | { page: 'unknown'; path: string };

const PAGES = ['answers', 'result', 'rules', 'recruitment', 'rights'] as const;

/** Reads the path after `#`, such as `/bz/questions/nationality`. */
export function parseAddress(path: string): Address {
  const [place = '', query] = path.split('?');
  const parts = place.split('/').filter(Boolean).map(decode);
  const [country, page, question] = parts;
  if (country === undefined) return { page: 'start' };
  if (country === 'plans' && parts.length === 1) return { page: 'plans' };
  if (country === 'plans' && page !== undefined && parts.length === 2) return { page: 'plan', plan: page };
  if (country === 's' && parts.length <= 2) return { page: 'shared', text: page ?? '' };
  if (parts.length === 1) return { page: 'country', country };
  if (page === 'questions' && question !== undefined && parts.length === 3) return { page: 'question', country, question };
  if (page === 'recruitment' && question !== undefined && parts.length === 3) return { page, country, section: question };
  if (page === 'rules' && parts.length === 2) return { page, country, ...readRule(query) };
  const known = PAGES.find((candidate) => candidate === page);
  return known && parts.length === 2 ? { page: known, country } : { page: 'unknown', path };
}

/** The path after `#` of a page. */
export function formatAddress(address: Address): string {
  switch (address.page) {
    case 'start':
      return '/';
    case 'plans':
      return '/plans';
    case 'plan':
      return `/plans/${encodeURIComponent(address.plan)}`;
    case 'shared':
      return address.text === '' ? '/s' : `/s/${encodeURIComponent(address.text)}`;
    case 'country':
      return `/${address.country}`;
    case 'question':
      return `/${address.country}/questions/${encodeURIComponent(address.question)}`;
    case 'recruitment':
      return address.section === undefined
        ? `/${address.country}/recruitment`
        : `/${address.country}/recruitment/${encodeURIComponent(address.section)}`;
    case 'rules':
      return `/${address.country}/rules${address.rule === undefined ? '' : `?item=${encodeURIComponent(address.rule)}`}`;
    case 'unknown':
      return address.path;
    default:
      return `/${address.country}/${address.page}`;
  }
}

function readRule(query: string | undefined): { rule?: string } {
  const rule = new URLSearchParams(query).get('item');
  return rule === null ? {} : { rule };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
