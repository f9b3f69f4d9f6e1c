import type { Calendar, Clock, InsightStore, Log, Site, Sites } from '@solodesk/core';
import { dateIn, dayBefore } from './local-date.ts';

export interface ScheduleParts {
  readonly sites: Pick<Sites, 'list'>;
  readonly store: Pick<InsightStore, 'insightRun'>;
  readonly calendar: Pick<Calendar, 'hourAt'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Works through a site's days; resolves to why it failed, null when it did not. */
  readonly run: (site: string) => Promise<string | null>;
}

/** Until a run that failed is tried again. Milliseconds. */
const RETRY_MS = 10 * 60_000;

/**
 * The last day that has to be worked through by now: yesterday once the owner's hour has come, else the day before. By the clock on the
 * site's wall, so that an hour that is skipped or comes twice changes nothing.
 */
export function dueDay(
  site: Pick<Site, 'timeZone' | 'insights'>,
  now: number,
  calendar: Pick<Calendar, 'hourAt'>,
): string {
  const yesterday = dayBefore(dateIn(now, site.timeZone));
  return calendar.hourAt(now, site.timeZone) >= site.insights.hour ? yesterday : dayBefore(yesterday);
}

/**
 * Starts the batch of each site when its day is over. What was done stands in the database, so that no day is done twice by the clock,
 * whatever is restarted, and none is left out after a time in which nothing ran.
 */
export class InsightsSchedule {
  readonly #parts: ScheduleParts;
  /** Sites with nothing to work through have no day in the database: the day that was looked at for them. */
  readonly #looked = new Map<string, string>();
  readonly #retryAt = new Map<string, number>();
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(parts: ScheduleParts) {
    this.#parts = parts;
  }

  /** Does what is due, site by site; what is under way is not begun again. */
  look(): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    this.#running ??= this.#work()
      .catch((cause: unknown) =>
        this.#parts.log.error({ err: cause }, 'what is due of the insights could not be found out'),
      )
      .finally(() => (this.#running = null));
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #work(): Promise<void> {
    const { sites, store, clock, calendar, log, run } = this.#parts;
    for (const site of sites.list()) {
      if (this.#stopped) return;
      const day = dueDay(site, clock.now(), calendar);
      const last = await store.insightRun(site.id);
      const done = (last !== null && last.lastDay >= day) || this.#looked.get(site.id) === day;
      if (done || clock.now() < (this.#retryAt.get(site.id) ?? 0)) continue;
      const failure = await run(site.id);
      if (failure === null) {
        this.#looked.set(site.id, day);
        this.#retryAt.delete(site.id);
      } else if (!this.#stopped) {
        this.#retryAt.set(site.id, clock.now() + RETRY_MS);
        log.error({ site: site.id, reason: failure }, 'the insights of a day failed; they are tried again');
      }
    }
  }
}
