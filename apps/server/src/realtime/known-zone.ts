import { isTimeZone } from '../time-zone.ts';

/**
 * The time zone that a browser names, if there is such a one: what is shown in it (a visitor's local time, a promise) must never fail
 * because somebody who is no browser made a name up.
 */
export function knownZone(name: string | undefined): string | null {
  return name !== undefined && isTimeZone(name) ? name : null;
}
