import { ChatWeights, readQueue } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import type { QueueItem } from '@solodesk/protocol/owner';
import type { ContactNames } from '../realtime/contact-names.ts';
import type { OwnerFeed } from '../realtime/owner-feed.ts';
import { chattersOf, toQueueItem } from './queue-wire.ts';

/** How long news are gathered before the queue is read again: unnoticed by a person, and one reading for a burst. */
const GATHER_MS = 150;
/** Reading takes at most one part in so many of the server's time, however long the queue is, up to a second's wait. */
const SHARE = 40;
const LONGEST_GATHER_MS = 1_000;
/** How often it is read again because time alone changes it: points for waiting, promises, what comes back. */
const LOOK_EVERY_MS = 15_000;

interface SiteQueue {
  readonly weights: ChatWeights;
  version: number;
  /** As consoles were told it last: an item and its JSON, by its name. */
  told: Map<string, { item: QueueItem; json: string }>;
  /** One reading at a time, in the order in which they were asked for. */
  reading: Promise<void>;
  pending: ReturnType<typeof setTimeout> | null;
  /** How long the last reading took. Milliseconds. */
  took: number;
}

/**
 * The owner's queue of each site that a console looks at. It is read by a few indexed queries whenever something that concerns
 * it has happened, compared with what was told last, and only what differs is pushed: so a snapshot plus the pushes since is
 * a fresh snapshot, whatever has changed it. A site that nobody looks at costs nothing.
 */
export class QueueFeed {
  readonly #desk: Desk;
  readonly #feed: OwnerFeed;
  readonly #names: ContactNames;
  readonly #sites = new Map<string, SiteQueue>();
  readonly #clock: ReturnType<typeof setInterval>;
  #stopped = false;

  /** @param lookEveryMs how often time alone is looked at */
  constructor(desk: Desk, feed: OwnerFeed, names: ContactNames, lookEveryMs = LOOK_EVERY_MS) {
    this.#desk = desk;
    this.#feed = feed;
    this.#names = names;
    this.#clock = setInterval(() => void this.look(), lookEveryMs);
    this.#clock.unref();
  }

  /** The whole queue as of now; who is watching already is told what differs first. */
  async snapshot(site: string): Promise<{ version: number; items: QueueItem[] }> {
    const queue = this.#of(site);
    await this.#read(site, queue);
    return { version: queue.version, items: [...queue.told.values()].map(({ item }) => item) };
  }

  /** Something has happened that may concern the queue. */
  changed(site: string): void {
    const queue = this.#sites.get(site);
    if (queue === undefined || queue.pending !== null || this.#stopped) return;
    queue.pending = setTimeout(
      () => {
        queue.pending = null;
        void this.#later(site, queue);
      },
      Math.min(LONGEST_GATHER_MS, Math.max(GATHER_MS, queue.took * SHARE)),
    );
  }

  /** Whether consoles see this item of the site just now. */
  shows(site: string, id: string): boolean {
    return this.#sites.get(site)?.told.has(id) === true;
  }

  /** Reads every queue that somebody looks at anew, and forgets the others. */
  async look(): Promise<void> {
    const watched = [...this.#sites].filter(([site, { pending }]) => {
      if (this.#feed.isWatched(site) || pending !== null) return true;
      this.#sites.delete(site);
      return false;
    });
    await Promise.all(watched.map(([site, queue]) => this.#later(site, queue)));
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#clock);
    for (const { pending } of this.#sites.values()) if (pending !== null) clearTimeout(pending);
    this.#sites.clear();
  }

  #of(site: string): SiteQueue {
    let queue = this.#sites.get(site);
    if (queue === undefined) {
      queue = {
        weights: new ChatWeights(),
        version: 0,
        told: new Map(),
        reading: Promise.resolve(),
        pending: null,
        took: 0,
      };
      this.#sites.set(site, queue);
    }
    return queue;
  }

  #later(site: string, queue: SiteQueue): Promise<void> {
    return this.#read(site, queue).catch((cause: unknown) => {
      // What was not told now is told with the next reading.
      if (!this.#stopped) this.#desk.log.error({ err: cause, site }, 'the queue could not be read');
    });
  }

  #read(site: string, queue: SiteQueue): Promise<void> {
    const turn = queue.reading.then(() => this.#readNow(site, queue));
    // A reading that failed must not keep the next one from trying.
    queue.reading = turn.catch(() => undefined);
    return turn;
  }

  async #readNow(id: string, queue: SiteQueue): Promise<void> {
    const began = performance.now();
    const site = this.#desk.sites.get(id);
    const read = site === null ? [] : await readQueue(this.#desk, site, queue.weights);
    const called = await this.#names.of(id, chattersOf(read));
    const now = new Map(
      read.map((queued) => {
        const item = toQueueItem(queued, { ticketPrefix: site?.ticketPrefix ?? '' }, called);
        return [item.id, { item, json: JSON.stringify(item) }];
      }),
    );
    const changed = [...now.values()].filter(({ item, json }) => queue.told.get(item.id)?.json !== json);
    const gone = [...queue.told.keys()].filter((item) => !now.has(item));
    queue.took = performance.now() - began;
    if (changed.length + gone.length === 0) return;
    queue.told = now;
    queue.version += 1;
    const { version } = queue;
    this.#feed.tell(id, 'queue', { site: id, version, changed: changed.map(({ item }) => item), gone });
  }
}
