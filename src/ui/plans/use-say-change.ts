import { useCallback } from 'react';
import type { ChecklistChange, FeeRecord, ItemOnChecklist } from '../../checklist/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';

const LISTS = { document: 'documents', fee: 'fees', step: 'steps' } as const;

/** A change of the list in words. What the current rules no longer name is called by its id. */
export function useSayChange(interview: OpenInterview): (change: ChecklistChange) => string {
  const texts = useTexts();
  const { find } = usePackTexts(interview.country, interview.reader);
  return useCallback(
    (change: ChecklistChange): string => {
      const name = (item: ItemOnChecklist, id: string): string => find(`${LISTS[item]}.${id}.name`) ?? id;
      const route = (id: string | null): string => (id === null ? texts.ui('outcome.undetermined') : (find(`routes.${id}.name`) ?? id));
      const amount = (fee: FeeRecord): string => {
        if (fee.amount !== null) return texts.money(fee.amount * (fee.quantity ?? 1), fee.currency);
        if (fee.range !== null)
          return texts.ui('fees.fromTo', {
            least: texts.money(fee.range.least, fee.currency),
            most: texts.money(fee.range.most, fee.currency),
          });
        return texts.ui('fees.notConfirmed');
      };
      switch (change.kind) {
        case 'outcome':
          return texts.ui('change.outcome', { before: texts.ui(`outcome.${change.before}`), after: texts.ui(`outcome.${change.after}`) });
        case 'route':
          return texts.ui('change.route', { before: route(change.before), after: route(change.after) });
        case 'amount':
          return texts.ui('change.amount', { name: name('fee', change.id), before: amount(change.before), after: amount(change.after) });
        case 'status':
          return texts.ui(`change.${change.after}`, { name: name(change.item, change.id) });
        default:
          return texts.ui(`change.${change.kind}.${change.item}`, { name: name(change.item, change.id) });
      }
    },
    [texts, find],
  );
}
