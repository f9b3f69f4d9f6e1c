const HOUR = 3_600_000;
/** What is left of a product that decimals cannot say exactly: 0.1 points × 30 hours must be 3, not 2. */
const ROUNDING = 1e-9;

/**
 * The points for waiting: `perHour` for each whole hour, whole points only, `most` at most.
 * @param since UTC milliseconds; a moment that has not come yet counts as none
 * @returns the points, after how many hours they were reached, and when the next are due (null when no more come)
 */
export function waitingPoints(
  { perHour, most }: { perHour: number; most: number },
  since: number,
  now: number,
): { points: number; hours: number; nextChangeAt: number | null } {
  const waited = Math.max(0, Math.floor((now - since) / HOUR));
  const points = Math.min(most, Math.floor(perHour * waited + ROUNDING));
  const hours = hoursUntil(points, perHour);
  const nextChangeAt = points < most && perHour > 0 ? since + hoursUntil(points + 1, perHour) * HOUR : null;
  return { points, hours, nextChangeAt };
}

/** The first whole hour after which so many points are given. */
function hoursUntil(points: number, perHour: number): number {
  return points <= 0 || perHour <= 0 ? 0 : Math.ceil(points / perHour - ROUNDING);
}
