import type { OpeningTimes } from '../opening-times.ts';

/** Fewer answers than this say nothing about the next one. */
const FEWEST_REPLIES = 5;
/** How many of the last answers are looked at: enough for a fifth of them to be four, few enough to follow a change of habits. */
export const REPLIES_LOOKED_AT = 20;
const QUARTER_HOUR = 15 * 60_000;

interface BusinessClock {
  businessTimeBetween(from: number, to: number, site: OpeningTimes): number;
}

/**
 * The business time in which four of five of the owner's last first answers came (the 80th percentile by nearest rank), in
 * full quarters of an hour: nobody promises minutes. Null before there are enough of them.
 * @param replies newest first. UTC milliseconds.
 */
export function usualReply(
  replies: readonly { askedAt: number; answeredAt: number }[],
  site: OpeningTimes,
  calendar: BusinessClock,
): number | null {
  if (replies.length < FEWEST_REPLIES) return null;
  const times = replies
    .slice(0, REPLIES_LOOKED_AT)
    .map(({ askedAt, answeredAt }) => calendar.businessTimeBetween(askedAt, answeredAt, site))
    .sort((a, b) => a - b);
  const p80 = times[Math.ceil(times.length * 0.8) - 1] ?? 0;
  return Math.max(1, Math.ceil(p80 / QUARTER_HOUR)) * QUARTER_HOUR;
}
