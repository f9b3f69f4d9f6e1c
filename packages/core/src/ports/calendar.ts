import type { Locale } from '../domain/locale.ts';
import type { Holiday, OpeningTimes } from '../domain/opening-times.ts';

/** A piece of time, `to` exclusive. UTC milliseconds. */
export interface TimeSlot {
  from: number;
  to: number;
}

/** What is looked for: appointments of `minutes` that begin within `days` days of `from`. */
export interface SlotQuestion {
  /** UTC milliseconds; no slot begins before it. */
  from: number;
  days: number;
  minutes: number;
  /** Minutes between the beginnings of two slots; as long as a slot is when left out. */
  every?: number;
  /** What is taken, in any order. */
  booked: readonly TimeSlot[];
}

/**
 * Arithmetic with time zones, daylight saving included; a library behind it. A site is open whenever the clock on its
 * wall says so: an hour that a clock change skips does not count, one that comes twice counts twice. All moments are UTC
 * milliseconds.
 */
export interface Calendar {
  /** Never where no hours are given at all. */
  isOpen(site: OpeningTimes, at: number): boolean;
  /** The first open moment, `at` itself when it is one; null when there is none within 400 days. */
  nextOpening(site: OpeningTimes, at: number): number | null;
  /** When it is open, in order, cut to the time asked for; what touches is one slot. */
  openSlots(site: OpeningTimes, time: TimeSlot): TimeSlot[];
  /** The holiday that a moment lies on in the site's zone. */
  holidayAt(site: OpeningTimes, at: number): Holiday | null;
  /** The moment at which `businessMs` of opening time have passed since `from`. Where no hours are given every hour counts. */
  addBusinessTime(from: number, businessMs: number, site: OpeningTimes): number;
  /** Milliseconds of opening time between two moments, 0 when they stand the wrong way round. Where no hours are given every hour counts. */
  businessTimeBetween(from: number, to: number, site: OpeningTimes): number;
  /** Slots of one length within opening hours that overlap nothing booked, in order; they begin with the hours and every so often after. */
  freeSlots(site: OpeningTimes, question: SlotQuestion): TimeSlot[];
  /** When the clock on the wall shows a full hour, so many days after the day of `at`; the next moment that there is where a clock change skips it. */
  wallTime(at: number, on: { timeZone: string; days: number; hour: number }): number;
  /** The hour on the wall, 0 to 23. */
  hourAt(at: number, timeZone: string): number;
  /** A moment in words for a person ("today 16:00", "明天 09:00"), relative to `now`, in `timeZone`; always names the offset. */
  describe(moment: number, options: { now: number; timeZone: string; locale: Locale }): string;
}
