import type { ReactNode } from 'react';
import type { CalendarEntry } from '../../checklist/index.ts';
import { listCalendarEntries } from '../../checklist/index.ts';
import type { CalendarEvent } from '../../plans/index.ts';
import { formatCalendar } from '../../plans/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import type { PlanProps } from './plan-props.ts';
import { fileName, saveFile } from './save-file.ts';

/** The calendar file. Making it again updates the entries, because their names stay the same. */
export function CalendarPanel({ plan, laid, interview, change }: PlanProps): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const { today } = laid;
  const entries = listCalendarEntries({
    time: laid.time,
    visits: laid.visits,
    deadlines: laid.assessment.deadlines,
    papers: laid.papers,
    permitEnd: laid.permitEnd,
    today,
  });
  if (entries.length === 0) return null;
  const sayEntry = ({ kind, id, day }: CalendarEntry): Pick<CalendarEvent, 'title' | 'text'> => {
    switch (kind) {
      case 'deadline':
        return { title: say(`deadlines.${id}.name`), text: say(`deadlines.${id}.rule`) };
      case 'visit': {
        const visit = laid.visits.find((candidate) => candidate.steps[0] === id && candidate.day === day);
        const offices = texts.list((visit?.offices ?? []).map((office) => say(`offices.${office}.name`)));
        const parts = [
          (visit?.steps ?? []).map((step) => say(`steps.${step}.name`)).join('; '),
          visit && visit.carries.length > 0
            ? `${texts.ui('visits.carry')} ${visit.carries.map((document) => say(`documents.${document.id}.name`)).join('; ')}`
            : '',
        ];
        return { title: texts.ui('calendar.visit', { offices }), text: parts.filter((part) => part !== '').join('\n') };
      }
      case 'step':
      case 'stepLatest':
        return { title: texts.ui(`calendar.${kind}`, { name: say(`steps.${id}.name`) }), text: '' };
      case 'paperNotBefore':
      case 'paperExpires':
        return { title: texts.ui(`calendar.${kind}`, { name: say(`documents.${id}.name`) }), text: '' };
      default:
        return { title: texts.ui(`calendar.${kind}`), text: texts.ui('calendar.computed') };
    }
  };
  const save = (madeAt: number): void => {
    const events = entries.map((entry): CalendarEvent => ({
      uid: `${plan.id}-${entry.kind}-${entry.id}@permiso`,
      day: entry.day,
      ...sayEntry(entry),
      remindDaysBefore: entry.remindDaysBefore,
    }));
    saveFile(
      fileName(plan.name, 'ics'),
      'text/calendar',
      formatCalendar({ name: `Permiso: ${plan.name}`, events, sequence: plan.calendars, madeAt }),
    );
    change((current) => ({ ...current, calendars: current.calendars + 1 }));
  };
  return (
    <section aria-labelledby="calendar" className="panel">
      <h2 id="calendar">{texts.ui('calendar.title')}</h2>
      <p>{texts.ui('calendar.text', { count: entries.length })}</p>
      <p className="buttons">
        <button
          type="button"
          className="button"
          data-action="calendar"
          onClick={() => {
            save(Date.now());
          }}
        >
          {texts.ui('calendar.button')}
        </button>
      </p>
    </section>
  );
}
