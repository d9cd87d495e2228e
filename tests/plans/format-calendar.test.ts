import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { listCalendarEntries } from '../../src/checklist/index.ts';
import type { CalendarEvent } from '../../src/plans/index.ts';
import { assessPlan, formatCalendar, layOutPlan, noteProgress } from '../../src/plans/index.ts';
import { parseDate } from '../../src/rules/index.ts';
import { makePlan } from './make-plan.ts';

const MADE_AT = Date.UTC(2026, 10, 22, 14, 30, 5);
const EVENT: CalendarEvent = {
  uid: 'plan-0001-deadline-labour-answer@permiso',
  day: parseDate('2026-12-31')!,
  title: 'Respuesta; por escrito, año nuevo',
  text: 'Línea 1\nLínea 2 \\ fin',
  remindDaysBefore: [14, 3, 1],
};
const read = (text: string): ICAL.Component => new ICAL.Component(ICAL.parse(text) as unknown[]);

describe('formatCalendar', () => {
  it('is read by an independent parser with the same day, text and reminders', () => {
    const calendar = read(formatCalendar({ name: 'Plan', events: [EVENT], sequence: 3, madeAt: MADE_AT }));
    const [component] = calendar.getAllSubcomponents('vevent');
    const event = new ICAL.Event(component);
    expect(event.uid).toBe(EVENT.uid);
    expect(event.summary).toBe(EVENT.title);
    expect(event.description).toBe(EVENT.text);
    expect(event.startDate.toString()).toBe('2026-12-31');
    expect(event.startDate.isDate).toBe(true);
    expect(event.endDate.toString()).toBe('2027-01-01');
    expect(event.sequence).toBe(3);
    expect(String(component!.getFirstPropertyValue('dtstamp'))).toBe('2026-11-22T14:30:05Z');
    const triggers = component!
      .getAllSubcomponents('valarm')
      .map((alarm) => (alarm.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds());
    expect(triggers).toEqual([14, 3, 1].map((days) => -(days * 86_400) + 9 * 3600));
  });

  it('ends lines with CRLF and keeps them within 75 octets without cutting a letter', () => {
    const text = formatCalendar({
      name: 'Plan',
      events: [{ ...EVENT, title: 'ñ'.repeat(200), text: '€😀'.repeat(60) }],
      sequence: 0,
      madeAt: MADE_AT,
    });
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const [component] = read(text).getAllSubcomponents('vevent');
    expect(component!.getFirstPropertyValue('summary')).toBe('ñ'.repeat(200));
    expect(component!.getFirstPropertyValue('description')).toBe('€😀'.repeat(60));
  });

  it('gives every entry of a plan its own name, the same in the next file', () => {
    const { plan, compiled, today } = makePlan('mx/coffee-harvest-border-card');
    const layOut = (own: typeof plan): readonly string[] => {
      const laid = layOutPlan(own, compiled, assessPlan(own.answers, compiled, today));
      return listCalendarEntries({ ...laid, deadlines: laid.assessment.deadlines, today }).map(({ kind, id }) => `${kind}-${id}`);
    };
    const names = layOut(plan);
    expect(new Set(names).size).toBe(names.length);
    const later = layOut(noteProgress(plan, 'documents', { id: 'passport', expiresOn: '2028-01-01' }));
    expect(later).toEqual(expect.arrayContaining([...names]));
    expect(later).toContain('paperExpires-passport');
  });
});
