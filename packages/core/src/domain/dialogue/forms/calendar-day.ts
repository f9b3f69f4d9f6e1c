const DAY = 86_400_000;

/** A day some days after another, both `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** No zone of today is off by anything but whole quarters of an hour: a day begins with one. Milliseconds. */
const QUARTER = 15 * 60_000;

interface ZoneDays {
  readonly format: Intl.DateTimeFormat;
  /** What was asked last, as the same moment nearly always is again. */
  quarter: number;
  day: string;
}

const zones = new Map<string, ZoneDays>();

/** The day that it is at a moment in a zone, `YYYY-MM-DD`; in UTC when the engine does not know the zone. */
export function dayAt(moment: number, timeZone: string): string {
  let zone = zones.get(timeZone);
  if (zone === undefined) zones.set(timeZone, (zone = { format: dayFormat(timeZone), quarter: NaN, day: '' }));
  const quarter = Math.floor(moment / QUARTER);
  if (quarter !== zone.quarter) {
    zone.day = zone.format.format(moment);
    zone.quarter = quarter;
  }
  return zone.day;
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
