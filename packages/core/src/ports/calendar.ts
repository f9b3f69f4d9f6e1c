import type { Locale } from '../domain/locale.ts';
import type { Site } from '../domain/site.ts';

/** Arithmetic with time zones, daylight saving included; a library behind it. */
export interface Calendar {
  /** The moment at which `businessMs` of opening time have passed since `from`, counted in the site's zone. UTC milliseconds. */
  addBusinessTime(from: number, businessMs: number, site: Pick<Site, 'hours' | 'timeZone'>): number;
  /** A moment in words for a person ("today 16:00", "明天 09:00"), relative to `now`, in `timeZone`; names the zone where it differs from the site's. */
  describe(moment: number, options: { now: number; timeZone: string; locale: Locale }): string;
}
