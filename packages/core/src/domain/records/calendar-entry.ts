/** An appointment for somebody's calendar. */
export interface CalendarEntry {
  /** The appointment's own id: what changes and takes away the entry later. */
  readonly id: string;
  /** Host that makes the id unique in the world. */
  readonly host: string;
  /** UTC milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly title: string;
  readonly where: string | null;
  readonly organizer: string;
  /** Raised by each change (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  readonly cancelled: boolean;
  /** When this is written. UTC milliseconds. */
  readonly at: number;
}

/** Longest line in bytes, its line break aside (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/**
 * An iCalendar object (RFC 5545, methods as RFC 5546): PUBLISH, or CANCEL, which takes the entry with this UID away again.
 * Lines end in CRLF and are folded at 75 bytes; times are UTC, so that no zone has to be described.
 */
export function calendarEntry(entry: CalendarEntry): string {
  const { id, host, startsAt, endsAt, title, where, organizer, sequence, cancelled, at } = entry;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Solodesk//Solodesk//EN',
    `METHOD:${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${id}@${host}`,
    `DTSTAMP:${utc(at)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    ...(where === null ? [] : [`LOCATION:${escaped(where)}`]),
    // Both methods want an organizer; nobody is to answer it.
    `ORGANIZER;CN="${parameter(organizer)}":invalid:nomail`,
    `SEQUENCE:${sequence}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function utc(moment: number): string {
  return new Date(moment).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** A quoted parameter holds neither quotes nor control characters, and there is no way to write them. */
function parameter(text: string): string {
  return text.replace(/["\p{Cc}]/gu, ' ').trim();
}

/** Cut between characters, never within one; what follows begins with a space. */
function folded(line: string): string {
  let bytes = 0;
  let text = '';
  for (const character of line) {
    const size = utf8Length(character);
    if (bytes + size > LONGEST_LINE) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += size;
  }
  return text;
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
