const DAY = 86_400_000;

/** A day some days after another, both `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that it is at a moment in a zone, `YYYY-MM-DD`; in UTC when the engine does not know the zone. */
export function dayAt(moment: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) formats.set(timeZone, (format = dayFormat(timeZone)));
  return format.format(moment);
}

/** Sweden writes days as ISO 8601 does. */
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone });
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' });
    throw error;
  }
}
