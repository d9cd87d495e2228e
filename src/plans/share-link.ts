import type { ChecklistRecord } from '../checklist/index.ts';
import type { Answer, Answers, Question } from '../rules/index.ts';
import { findAnswerProblem, formatDate, parseDate, UNKNOWN_ANSWER } from '../rules/index.ts';
import { BitReader, BitWriter, formatBase64Url, hashText, parseBase64Url, sumBytes } from './bits.ts';

/**
 * A link that holds the answers of a case and nothing else: no name, no date of birth, no number of a document, because none is asked.
 *
 * Questions and options are written as short numbers made from their ids, not as positions, so that a link made under one version of
 * a pack can still be read after questions were added, removed or moved. Together with the answers goes a digest of the list that
 * they gave (documents and fees), by which a later version can say what changed.
 */
export type Shared = {
  country: string;
  packVersion: string;
  answers: Answers;
  /** How many answers the current pack has no question or option for. */
  lost: number;
  /** What the list held when the link was made; `null` if it did not fit into the link. */
  digest: Digest | null;
};

/** Numbers that stand for the documents, fees, amounts and the route of a list. */
export type Digest = {
  outcome: ChecklistRecord['outcome'];
  numbers: ReadonlySet<number>;
  numberOf: (item: string) => number;
};

export type LinkProblem = 'empty' | 'cut' | 'damaged' | 'newer' | 'unknownCountry';

/** The longest link for which a QR code stays readable on paper (about 35 mm). */
export const MOST_LINK_BYTES = 220;
/** A link longer than this was not made by this program. */
const MOST_LETTERS = 2000;

const FORMAT = 1;
const WIDTHS = { format: 4, salt: 4, question: 12, option: 10, kind: 3, item: 11, letter: 5, sum: 16 } as const;
const KINDS = ['unknown', 'no', 'yes', 'option', 'list', 'number', 'date', 'country'] as const;
const OUTCOMES = ['no-permit-needed', 'permit', 'blocked', 'not-possible', 'ask-authority', 'undetermined'] as const;
/** 2000-01-01: dates in links count from here, and take two letters fewer. */
const FIRST_DAY = 10957;

export type LinkCase = { country: string; packVersion: string; questions: readonly Question[]; answers: Answers; record: ChecklistRecord };

/** The text after `#/s/`. The digest is left out if the whole address would be too long with it. */
export function formatShareLink(link: LinkCase, address: string): string {
  const whole = writeLink(link, true);
  return address.length + whole.length <= MOST_LINK_BYTES ? whole : writeLink(link, false);
}

function writeLink({ country, packVersion, questions, answers, record }: LinkCase, withDigest: boolean): string {
  const salt = findSalt(questions);
  const writer = new BitWriter().write(FORMAT, WIDTHS.format);
  for (const letter of country) writer.write(letter.charCodeAt(0) - 97, WIDTHS.letter);
  for (const part of packVersion.split('.')) writer.writeCount(Number(part));
  writer.write(salt, WIDTHS.salt);
  const entries = questions.filter(({ id }) => answers[id] !== undefined);
  writer.writeCount(entries.length);
  for (const question of entries) {
    writer.write(hashText(question.id, salt, WIDTHS.question), WIDTHS.question);
    writeAnswer(writer, answers[question.id] ?? UNKNOWN_ANSWER, { question, salt });
  }
  writer.write(withDigest ? 1 : 0, 1);
  if (withDigest) writeDigest(writer, record);
  const bytes = writer.toBytes();
  const sum = sumBytes(bytes);
  return formatBase64Url(Uint8Array.from([...bytes, sum >> 8, sum & 255]));
}

/** A salt with which no two questions, and no two options of a question, have the same number. */
function findSalt(questions: readonly Question[]): number {
  const isClear = (ids: readonly string[], salt: number, width: number): boolean =>
    new Set(ids.map((id) => hashText(id, salt, width))).size === ids.length;
  for (let salt = 0; salt < 2 ** WIDTHS.salt; salt += 1) {
    const areClear = questions.every((question) =>
      isClear(
        (question.options ?? []).map(({ id }) => id),
        salt,
        WIDTHS.option,
      ),
    );
    if (
      areClear &&
      isClear(
        questions.map(({ id }) => id),
        salt,
        WIDTHS.question,
      )
    )
      return salt;
  }
  return 0;
}

function writeAnswer(writer: BitWriter, answer: Answer, { question, salt }: { question: Question; salt: number }): void {
  const kind = (name: (typeof KINDS)[number]): BitWriter => writer.write(KINDS.indexOf(name), WIDTHS.kind);
  const option = (id: string): BitWriter => writer.write(hashText(id, salt, WIDTHS.option), WIDTHS.option);
  if (answer === UNKNOWN_ANSWER) kind('unknown');
  else if (typeof answer === 'boolean') kind(answer ? 'yes' : 'no');
  else if (typeof answer === 'number') writeNumber(kind('number'), answer);
  else if (typeof answer !== 'string') {
    kind('list').writeCount(answer.length);
    for (const id of answer) option(id);
  } else if (question.type === 'date') kind('date').writeCount(Math.max(0, (parseDate(answer) ?? FIRST_DAY) - FIRST_DAY));
  else if (question.type === 'country') {
    kind('country');
    for (const letter of answer) writer.write(letter.charCodeAt(0) - 65, WIDTHS.letter);
  } else {
    kind('option');
    option(answer);
  }
}

/** Sign, number of decimals, then the digits as a whole number. */
function writeNumber(writer: BitWriter, value: number): void {
  const text = String(Math.abs(value));
  const decimals = /^\d+\.(\d{1,7})$/.exec(text)?.[1]?.length ?? 0;
  writer
    .write(value < 0 ? 1 : 0, 1)
    .write(decimals, 3)
    .writeCount(Math.round(Math.abs(value) * 10 ** decimals));
}

/**
 * The digest is a sorted list of short numbers, written as the gaps between them (Golomb–Rice): about as many bits as the number of
 * items allows. One in two thousand new items looks as if it had been there before, which hides that change.
 */
function writeDigest(writer: BitWriter, { outcome, route, documents, fees }: ChecklistRecord): void {
  const items = [
    ...documents.map(({ id }) => documentKey(id)),
    ...fees.flatMap((fee) => [feeKey(fee.id), amountKey(fee)]),
    ...(route === null ? [] : [routeKey(route)]),
  ];
  const range = items.length * 2 ** WIDTHS.item;
  const numbers = [...new Set(items.map((item) => numberOf(item, range)))].sort((a, b) => a - b);
  writer.write(OUTCOMES.indexOf(outcome), 3).writeCount(items.length).writeCount(numbers.length);
  let last = 0;
  for (const number of numbers) {
    const gap = number - last;
    for (let count = Math.floor(gap / 2 ** WIDTHS.item); count > 0; count -= 1) writer.write(1, 1);
    writer.write(0, 1).write(gap % 2 ** WIDTHS.item, WIDTHS.item);
    last = number;
  }
}

const numberOf = (item: string, range: number): number => hashText(item, 0, 32) % Math.max(1, range);
const documentKey = (id: string): string => `d:${id}`;
const feeKey = (id: string): string => `f:${id}`;
const routeKey = (id: string): string => `r:${id}`;
const amountKey = ({ id, amount, quantity, currency, range }: ChecklistRecord['fees'][number]): string =>
  `a:${id}:${amount ?? '?'}:${quantity ?? '?'}:${currency}:${range ? `${range.least}-${range.most}` : ''}`;

/** Reads the head of a link: which country it is for. */
export function findLinkCountry(text: string): { country: string } | { problem: LinkProblem } {
  const opened = openLink(text);
  return 'problem' in opened ? opened : { country: opened.country };
}

/** Reads a link with the questions of the current pack. */
export function parseShareLink(text: string, questions: readonly Question[]): Shared | { problem: LinkProblem } {
  const opened = openLink(text);
  if ('problem' in opened) return opened;
  const { reader, country } = opened;
  try {
    const packVersion = [reader.readCount(), reader.readCount(), reader.readCount()].join('.');
    const salt = reader.read(WIDTHS.salt);
    const answers: Record<string, Answer> = {};
    let lost = 0;
    for (let left = reader.readCount(); left > 0; left -= 1) {
      const number = reader.read(WIDTHS.question);
      const found = questions.filter(({ id }) => hashText(id, salt, WIDTHS.question) === number);
      const question = found.length === 1 ? found[0] : undefined;
      const answer = readAnswer(reader, { question, salt });
      if (question && answer !== undefined && findAnswerProblem(question, answer) === undefined) answers[question.id] = answer;
      else lost += 1;
    }
    return { country, packVersion, answers, lost, digest: reader.read(1) === 1 ? readDigest(reader) : null };
  } catch {
    return { problem: 'damaged' };
  }
}

function openLink(text: string): { reader: BitReader; country: string } | { problem: LinkProblem } {
  if (text === '') return { problem: 'empty' };
  const bytes = text.length > MOST_LETTERS ? undefined : parseBase64Url(text);
  if (!bytes) return { problem: text.length > MOST_LETTERS || /[^\w-]/.test(text) ? 'damaged' : 'cut' };
  if (bytes.length < 4) return { problem: 'cut' };
  const body = bytes.slice(0, -2);
  const reader = new BitReader(body);
  const format = reader.read(WIDTHS.format);
  if (format > FORMAT) return { problem: 'newer' };
  const sum = ((bytes[bytes.length - 2] ?? 0) << 8) | (bytes[bytes.length - 1] ?? 0);
  if (sumBytes(body) !== sum || format === 0) return { problem: 'cut' };
  const letters = [reader.read(WIDTHS.letter), reader.read(WIDTHS.letter)];
  return { reader, country: String.fromCharCode(...letters.map((letter) => letter + 97)) };
}

function readAnswer(reader: BitReader, { question, salt }: { question: Question | undefined; salt: number }): Answer | undefined {
  const option = (): string | undefined => {
    const number = reader.read(WIDTHS.option);
    return question?.options?.find(({ id }) => hashText(id, salt, WIDTHS.option) === number)?.id;
  };
  const kind = KINDS[reader.read(WIDTHS.kind)];
  switch (kind) {
    case 'no':
      return false;
    case 'yes':
      return true;
    case 'option':
      return option();
    case 'list': {
      const chosen = Array.from({ length: reader.readCount() }, option);
      return chosen.every((id) => id !== undefined) ? chosen : undefined;
    }
    case 'number': {
      const [isNegative, decimals] = [reader.read(1) === 1, reader.read(3)];
      const digits = reader.readCount();
      // Divided, not multiplied: 1099 / 100 is 10.99, but 1099 * 0.01 is not.
      return (isNegative ? -digits : digits) / 10 ** decimals;
    }
    case 'date':
      return formatDate(FIRST_DAY + reader.readCount());
    case 'country':
      return String.fromCharCode(reader.read(WIDTHS.letter) + 65, reader.read(WIDTHS.letter) + 65);
    default:
      return UNKNOWN_ANSWER;
  }
}

function readDigest(reader: BitReader): Digest {
  const outcome = OUTCOMES[reader.read(3)] ?? 'undetermined';
  const range = reader.readCount() * 2 ** WIDTHS.item;
  const numbers = new Set<number>();
  let last = 0;
  for (let left = reader.readCount(); left > 0; left -= 1) {
    while (reader.read(1) === 1) last += 2 ** WIDTHS.item;
    last += reader.read(WIDTHS.item);
    numbers.add(last);
  }
  return { outcome, numbers, numberOf: (item) => numberOf(item, range) };
}

/** What changed since a link was made: against the digest, as far as it tells. */
export type SharedChange =
  | { kind: 'outcome'; before: Digest['outcome'] }
  | { kind: 'route' }
  | { kind: 'added' | 'removed'; item: 'document' | 'fee'; id: string }
  | { kind: 'amount'; id: string }
  /** Items that the current rules do not know by any name. */
  | { kind: 'gone'; count: number };

/** @param known ids of all documents and fees of the pack, among which removed ones are looked for */
export function compareWithDigest(
  { outcome, numbers, numberOf: number }: Digest,
  now: ChecklistRecord,
  known: { documents: readonly string[]; fees: readonly string[] },
): readonly SharedChange[] {
  const changes: SharedChange[] = [];
  const unexplained = new Set(numbers);
  const wasThere = (item: string): boolean => {
    unexplained.delete(number(item));
    return numbers.has(number(item));
  };
  if (outcome !== now.outcome) changes.push({ kind: 'outcome', before: outcome });
  let explained = 0;
  if (now.route !== null && !wasThere(routeKey(now.route))) {
    changes.push({ kind: 'route' });
    explained += 1;
  }
  for (const { id } of now.documents) if (!wasThere(documentKey(id))) changes.push({ kind: 'added', item: 'document', id });
  for (const fee of now.fees) {
    const [isOld, isSame] = [wasThere(feeKey(fee.id)), wasThere(amountKey(fee))];
    if (!isOld) changes.push({ kind: 'added', item: 'fee', id: fee.id });
    else if (!isSame) {
      changes.push({ kind: 'amount', id: fee.id });
      explained += 1;
    }
  }
  // Only numbers that nothing on the list accounts for can be something removed, so that no item is invented.
  const find = (item: 'document' | 'fee', ids: readonly string[]): void => {
    for (const id of ids) {
      if (!unexplained.delete(number(item === 'document' ? documentKey(id) : feeKey(id)))) continue;
      changes.push({ kind: 'removed', item, id });
      if (item === 'fee') explained += 1;
    }
  };
  find('document', known.documents);
  find('fee', known.fees);
  const count = unexplained.size - explained;
  if (count > 0) changes.push({ kind: 'gone', count });
  return changes;
}
