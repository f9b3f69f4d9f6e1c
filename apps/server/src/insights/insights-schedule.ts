import type { BatchStore, Calendar, Clock, InsightRun, InsightStore, Log, Site, Sites } from '@solodesk/core';
import { latestImport } from './latest-import.ts';
import type { LatestImport } from './latest-import.ts';
import { dateIn, dayBefore } from './local-date.ts';

export interface ScheduleParts {
  readonly sites: Pick<Sites, 'list'>;
  readonly store: Pick<InsightStore & BatchStore, 'insightRun' | 'batches'>;
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
 * Starts the batch of each site when its day is over, and when files have brought in what earlier days were made of. What was done stands in the database, so that no day is done twice by the clock,
 * whatever is restarted, and none is left out after a time in which nothing ran.
 */
export class InsightsSchedule {
  readonly #parts: ScheduleParts;
  /** Sites with nothing to work through have no day in the database: the day that was looked at for them. */
  readonly #looked = new Map<string, string>();
  /** When the last run began that failed at nothing: one that finds nothing to do leaves no mark in the database. */
  readonly #readAt = new Map<string, number>();
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

  /** Whether an import waits to be worked through, or is coming in. */
  async waits(site: string): Promise<boolean> {
    const { store, clock } = this.#parts;
    const latest = await latestImport(store, site, clock.now());
    return latest.isRunning || this.#isNew(site, latest, await store.insightRun(site));
  }

  #isNew(site: string, { at }: LatestImport, last: InsightRun | null): boolean {
    return at > Math.max(last?.readAt ?? 0, this.#readAt.get(site) ?? 0);
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
      const latest = await latestImport(store, site.id, clock.now());
      // Files often come one after the other.
      const isCurrent = done && (latest.isRunning || !this.#isNew(site.id, latest, last));
      if (isCurrent || clock.now() < (this.#retryAt.get(site.id) ?? 0)) continue;
      const begunAt = clock.now();
      const failure = await run(site.id);
      if (failure === null) {
        this.#looked.set(site.id, day);
        this.#readAt.set(site.id, begunAt);
        this.#retryAt.delete(site.id);
      } else if (!this.#stopped) {
        this.#retryAt.set(site.id, clock.now() + RETRY_MS);
        log.error({ site: site.id, reason: failure }, 'the insights of a day failed; they are tried again');
      }
    }
  }
}
