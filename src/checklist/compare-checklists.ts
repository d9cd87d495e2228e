import type { AssessedFee, Assessment, Outcome, Status } from '../assessment/index.ts';

/** A fee as it stood on a checklist. */
export type FeeRecord = Pick<AssessedFee, 'id' | 'status' | 'amount' | 'quantity' | 'currency' | 'range'>;

/** What a checklist held, without its reasons: small enough to keep, so that a later one can be compared with it. */
export type ChecklistRecord = {
  outcome: Outcome;
  route: string | null;
  documents: readonly { id: string; status: Status }[];
  fees: readonly FeeRecord[];
  steps: readonly { id: string; status: Status }[];
};

export type ItemOnChecklist = 'document' | 'fee' | 'step';

export type ChecklistChange =
  | { kind: 'outcome'; before: Outcome; after: Outcome }
  | { kind: 'route'; before: string | null; after: string | null }
  | { kind: 'added' | 'removed'; item: ItemOnChecklist; id: string }
  | { kind: 'amount'; id: string; before: FeeRecord; after: FeeRecord }
  | { kind: 'status'; item: ItemOnChecklist; id: string; after: Status };

/** Keeps what a checklist holds. */
export function recordChecklist({ outcome, recommended, settledRoute, documents, fees, steps }: Assessment): ChecklistRecord {
  const bare = ({ id, status }: { id: string; status: Status }): { id: string; status: Status } => ({ id, status });
  return {
    outcome,
    route: recommended ?? settledRoute,
    documents: documents.map(bare),
    fees: fees.map(({ id, status, amount, quantity, currency, range }) => ({ id, status, amount, quantity, currency, range })),
    steps: steps.filter(({ only }) => only !== 'ifRefused').map(bare),
  };
}

/** What differs between two checklists: the answer first, then what was added, removed, or has another amount. */
export function compareChecklists(before: ChecklistRecord, after: ChecklistRecord): readonly ChecklistChange[] {
  const changes: ChecklistChange[] = [];
  if (before.outcome !== after.outcome) changes.push({ kind: 'outcome', before: before.outcome, after: after.outcome });
  if (before.route !== after.route) changes.push({ kind: 'route', before: before.route, after: after.route });
  const lists: readonly [ItemOnChecklist, 'documents' | 'fees' | 'steps'][] = [
    ['document', 'documents'],
    ['fee', 'fees'],
    ['step', 'steps'],
  ];
  for (const [item, list] of lists) changes.push(...compareItems(item, before[list], after[list]));
  for (const fee of after.fees) {
    const known = before.fees.find(({ id }) => id === fee.id);
    if (known && !isSameAmount(known, fee)) changes.push({ kind: 'amount', id: fee.id, before: known, after: fee });
  }
  return changes;
}

type Item = { id: string; status: Status };

function compareItems(item: ItemOnChecklist, before: readonly Item[], after: readonly Item[]): readonly ChecklistChange[] {
  const known = new Map(before.map(({ id, status }) => [id, status]));
  const now = new Set(after.map(({ id }) => id));
  return [
    ...after.filter(({ id }) => !known.has(id)).map(({ id }): ChecklistChange => ({ kind: 'added', item, id })),
    ...before.filter(({ id }) => !now.has(id)).map(({ id }): ChecklistChange => ({ kind: 'removed', item, id })),
    ...after
      .filter(({ id, status }) => known.has(id) && known.get(id) !== status)
      .map(({ id, status }): ChecklistChange => ({ kind: 'status', item, id, after: status })),
  ];
}

function isSameAmount(a: FeeRecord, b: FeeRecord): boolean {
  return (
    a.amount === b.amount &&
    a.quantity === b.quantity &&
    a.currency === b.currency &&
    a.range?.least === b.range?.least &&
    a.range?.most === b.range?.most
  );
}
