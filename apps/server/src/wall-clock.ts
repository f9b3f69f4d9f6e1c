import type { OpeningSpan, TimeSlot } from '@solodesk/core';
import { IANAZone } from 'luxon';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** No clock is further from UTC than this. */
const FURTHEST = 15 * HOUR;

/** The clock on the wall of one zone. A calendar day is its midnight as if it were in UTC, in milliseconds. */
export interface WallClock {
  /** The calendar day of a moment. */
  dateOf(at: number): number;
  /**
   * When the clock shows a time of a calendar day, at most 24:00: nothing where it skips that time, two slots (or one long
   * one) where it is put back and shows it again.
   */
  moments(date: number, span: OpeningSpan): TimeSlot[];
}

export function wallClock(zone: string): WallClock {
  const zoned = IANAZone.create(zone);
  const offsetAt = (at: number) => zoned.offset(at);
  const shown = (at: number) => at + offsetAt(at) * MINUTE;

  /** The first moment after `before` whose offset is that of `after`: zones change theirs once in two days at most. */
  const changeBetween = (before: number, after: number): number => {
    let [low, high] = [before, after];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle) === offsetAt(after)) high = middle;
      else low = middle;
    }
    return high;
  };

  return {
    dateOf: (at) => Math.floor(shown(at) / DAY) * DAY,
    moments(date, { from, to }) {
      const [start, end] = [date - FURTHEST, date + DAY + FURTHEST];
      const [before, after] = [offsetAt(start), offsetAt(end)];
      const slot = (offsetMinutes: number): TimeSlot => ({
        from: date + (from - offsetMinutes) * MINUTE,
        to: date + (to - offsetMinutes) * MINUTE,
      });
      if (before === after) return to > from ? [slot(before)] : [];
      const change = changeBetween(start, end);
      const [early, late] = [slot(before), slot(after)];
      return [
        { from: early.from, to: Math.min(early.to, change) },
        { from: Math.max(late.from, change), to: late.to },
      ].filter((piece) => piece.from < piece.to);
    },
  };
}
