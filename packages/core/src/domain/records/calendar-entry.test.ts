import { describe, expect, it } from '@jest/globals';
import { calendarEntry } from './calendar-entry.ts';
import type { CalendarEntry } from './calendar-entry.ts';

const ENTRY: CalendarEntry = {
  id: '5f0c',
  host: 'clinic.solodesk',
  startsAt: Date.UTC(2026, 11, 3, 9),
  endsAt: Date.UTC(2026, 11, 3, 9, 30),
  title: 'First visit',
  where: 'High Street 4, 2nd floor',
  organizer: 'My "clinic"',
  sequence: 0,
  cancelled: false,
  at: Date.UTC(2026, 10, 27, 5, 30, 1, 250),
};

const lines = (change: Partial<CalendarEntry> = {}) =>
  calendarEntry({ ...ENTRY, ...change })
    .replace(/\r\n[ ]/g, '')
    .split('\r\n');

describe('an appointment for a calendar', () => {
  it('says in UTC when it is, and closes what it opens', () => {
    expect(lines()).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Solodesk//Solodesk//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:5f0c@clinic.solodesk',
      'DTSTAMP:20261127T053001Z',
      'DTSTART:20261203T090000Z',
      'DTEND:20261203T093000Z',
      'SUMMARY:First visit',
      'LOCATION:High Street 4\\, 2nd floor',
      'ORGANIZER;CN="My  clinic":invalid:nomail',
      'SEQUENCE:0',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('takes the same entry away when it is cancelled', () => {
    const cancelled = lines({ cancelled: true, sequence: 2 });
    expect(cancelled).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', 'UID:5f0c@clinic.solodesk', 'SEQUENCE:2', 'STATUS:CANCELLED']),
    );
  });

  it('keeps what people wrote from becoming lines of its own', () => {
    const written = lines({ title: 'a;b\\c\r\nATTENDEE:mailto:x@y.example', where: null });
    expect(written).toContain('SUMMARY:a\\;b\\\\c\\nATTENDEE:mailto:x@y.example');
    expect(written.some((line) => line.startsWith('ATTENDEE') || line.startsWith('LOCATION'))).toBe(false);
  });

  it('folds at 75 bytes without cutting a character, and unfolds to what it was', () => {
    const title = '首次就诊，请带上以前的检查结果😀'.repeat(9);
    const raw = calendarEntry({ ...ENTRY, title });
    for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(raw.replace(/\r\n /g, '')).toContain(`SUMMARY:${title}\r\n`);
    expect(raw).not.toContain('\ufffd');
  });
});
