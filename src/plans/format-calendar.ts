import { formatDate } from '../rules/index.ts';

/** One all-day event in words. */
export type CalendarEvent = {
  /** The same in every file of a plan, so that a second import updates the event. */
  uid: string;
  day: number;
  title: string;
  text: string;
  /** Reminders, so many days before the morning of the day. */
  remindDaysBefore: readonly number[];
};

export type CalendarFile = {
  name: string;
  events: readonly CalendarEvent[];
  /** Rises with every file of the plan: calendars keep the event with the higher number. */
  sequence: number;
  /** Milliseconds since 1970 of the making of the file. */
  madeAt: number;
};

/**
 * A calendar file (RFC 5545). Written here because the libraries do not fit: `ics` brings a whole form validator (yup), and
 * `ical-generator` needs Node 22. An independent parser reads the files in the tests.
 */
export function formatCalendar({ name, events, sequence, madeAt }: CalendarFile): string {
  const stamp = new Date(madeAt).toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Permiso//Plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => formatEvent(event, { stamp, sequence })),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function formatEvent(
  { uid, day, title, text, remindDaysBefore }: CalendarEvent,
  { stamp, sequence }: { stamp: string; sequence: number },
): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compactDay(day)}`,
    `DTEND;VALUE=DATE:${compactDay(day + 1)}`,
    `SUMMARY:${escapeText(title)}`,
    ...(text === '' ? [] : [`DESCRIPTION:${escapeText(text)}`]),
    'TRANSP:TRANSPARENT',
    'STATUS:CONFIRMED',
    ...remindDaysBefore.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escapeText(title)}`,
      // An all-day event begins at midnight: nine in the morning, so many days ahead.
      `TRIGGER:${days === 0 ? 'PT9H' : `-P${days - 1}DT15H`}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

const compactDay = (day: number): string => formatDate(day).replaceAll('-', '');

function escapeText(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n');
}

/** Lines of at most 75 octets; a letter of several octets is never cut. */
function foldLine(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > 75) {
      parts.push(part);
      // The space that marks the next line counts.
      [part, octets] = ['', 1];
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
