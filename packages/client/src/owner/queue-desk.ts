import type { ErrorKind } from '@solodesk/protocol';
import type { QueueChange, QueueHow, QueueItem } from '@solodesk/protocol/owner';
import { createCell } from './observable.ts';
import type { Observable } from './observable.ts';
import type { OwnerContext } from './owner-context.ts';

export interface SiteQueue {
  loaded: boolean;
  /** Why the last reading of all of it came to nothing; null when it did not. */
  failed: ErrorKind | null;
  /** The server's count of changes that this state has heard of. */
  version: number;
  /** By their names. */
  items: Readonly<Record<string, QueueItem>>;
  /** What was put away (or taken back) here, until the server's own word is there. */
  expected: Readonly<Record<string, QueueItem['away']>>;
}

export type QueueState = Readonly<Record<string, SiteQueue>>;

export interface QueueDesk extends Observable<QueueState> {
  /** Reads all of it anew: after a reading that failed. */
  read(site: string): Promise<void>;
  /**
   * Shows at once; when the server does not agree it is undone, and a notice says so.
   * @returns when it comes back by itself (null: it does not), or false when it was not done
   */
  put(site: string, item: QueueItem, how: QueueHow): Promise<{ until: number | null } | false>;
}

/** The server's word comes with the next change; where nothing changed there is none. */
const EXPECT_MS = 3000;

const nothing: SiteQueue = { loaded: false, failed: null, version: 0, items: {}, expected: {} };

/** @returns the desk, and what the connection tells it */
export function createQueueDesk({ call, clock, notify, isConnected }: OwnerContext): {
  desk: QueueDesk;
  heard(change: QueueChange): void;
  read(site: string): Promise<void>;
  /** Tries again where the last reading failed. */
  readFailed(): void;
} {
  const cell = createCell<QueueState>({});
  /** Changes that came while the whole queue was on its way; by site. */
  const missed = new Map<string, QueueChange[]>();
  const update = (site: string, change: (queue: SiteQueue) => SiteQueue) =>
    cell.update((state) => ({ ...state, [site]: change(state[site] ?? nothing) }));

  async function read(site: string): Promise<void> {
    if (missed.has(site)) return;
    missed.set(site, []);
    const answer = await call('queue', { site });
    const changes = missed.get(site) ?? [];
    missed.delete(site);
    // A line that broke is made anew, and asks again: nothing to be said about that.
    if (!answer.ok) return update(site, (queue) => ({ ...queue, failed: isConnected() ? answer.error.kind : null }));
    const { version, items } = answer;
    update(site, ({ expected }) => ({
      ...{ loaded: true, failed: null, version, expected },
      items: Object.fromEntries(items.map((item) => [item.id, item])),
    }));
    for (const change of changes) heard(change);
  }

  function heard(change: QueueChange): void {
    const { site, version, changed, gone } = change;
    const waiting = missed.get(site);
    if (waiting) {
      waiting.push(change);
      return;
    }
    const known = cell.get()[site];
    if (!known?.loaded || version <= known.version) return;
    if (version > known.version + 1) {
      void read(site);
      return;
    }
    update(site, (queue) => {
      const items = { ...queue.items };
      const expected = { ...queue.expected };
      for (const item of changed) {
        items[item.id] = item;
        delete expected[item.id];
      }
      for (const id of gone) {
        delete items[id];
        delete expected[id];
      }
      return { ...queue, version, items, expected };
    });
  }

  const forget = (site: string, id: string, away: QueueItem['away']) =>
    update(site, (queue) => {
      // Another wish may have taken its place.
      if (!(id in queue.expected) || queue.expected[id] !== away) return queue;
      const { [id]: _, ...expected } = queue.expected;
      return { ...queue, expected };
    });

  return {
    heard,
    read,
    readFailed() {
      for (const [site, { failed }] of Object.entries(cell.get())) if (failed !== null) void read(site);
    },
    desk: {
      get: cell.get,
      subscribe: cell.subscribe,
      read,
      async put(site, { id, stamp }, how) {
        const away = how === 'back' ? null : { until: null };
        update(site, (queue) => ({ ...queue, expected: { ...queue.expected, [id]: away } }));
        const answer = await call('queue_put', { site, item: id, stamp, how });
        if (answer.ok) {
          clock.after(EXPECT_MS, () => forget(site, id, away));
          return { until: answer.until };
        }
        forget(site, id, away);
        notify({ site, conversation: null, action: 'queue', error: answer.error.kind, offline: !isConnected() });
        return false;
      },
    },
  };
}

/** What is to be done now, in the order of work, and what was put away: what comes back first, then what is done. */
export function queueOf(state: QueueState, site: string): { todo: QueueItem[]; later: QueueItem[] } {
  const { items, expected } = state[site] ?? nothing;
  const shown = Object.values(items).map((item) => {
    const wish = expected[item.id];
    return wish === undefined ? item : { ...item, away: wish };
  });
  const byOrder = (a: QueueItem, b: QueueItem) => (a.order < b.order ? -1 : Number(a.order > b.order));
  const back = ({ away }: QueueItem) => away?.until ?? Infinity;
  return {
    todo: shown.filter(({ away }) => away === null).sort(byOrder),
    later: shown
      .filter(({ away }) => away !== null)
      .sort((a, b) => (back(a) === back(b) ? byOrder(a, b) : back(a) - back(b))),
  };
}
