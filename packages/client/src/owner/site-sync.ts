import type { InboxFilter } from '@solodesk/protocol/owner';
import type { OwnerContext } from './owner-context.ts';
import type { SiteEvents } from './site-events.ts';
import { joinSummaries } from './summaries.ts';

export interface SiteSync {
  /** Reads the inbox (which subscribes this connection to the site), then everything since the cursor. */
  resume(site: string): Promise<void>;
  /** Reads everything since the cursor. */
  sync(site: string): Promise<void>;
  /** Reads the next older page of a filter, or its first one. */
  page(site: string, filter: InboxFilter): Promise<void>;
}

/** @param onStale no answer came although the line looks open: it is to be made anew */
export function createSiteSync(context: OwnerContext, events: SiteEvents, onStale: () => void): SiteSync {
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();

  async function readInbox(site: string, filter: InboxFilter, before?: number): Promise<boolean> {
    const known = context.cell.get().sites[site];
    const list = (change: object) =>
      context.updateSite(site, (state) => ({
        ...state,
        lists: { ...state.lists, [filter]: { ...state.lists[filter], ...change } },
      }));
    list({ loading: true });
    const answer = await context.call('inbox', before === undefined ? { site, filter } : { site, filter, before });
    list({ loading: false });
    if (!answer.ok) return false;
    const { conversations, more, cursor, waiting, presence, problems } = answer;
    context.updateSite(site, (state) => {
      // Reading the top of a list again must not forget how far down it was read.
      const deeper = before === undefined && known?.lists[filter].loaded === true;
      const oldest = conversations.at(-1)?.lastAt ?? before ?? null;
      const page = deeper ? {} : { more, oldest, loaded: true };
      return {
        ...state,
        loaded: true,
        cursor: known?.loaded ? state.cursor : Math.max(state.cursor, cursor),
        conversations: joinSummaries(state.conversations, conversations),
        lists: { ...state.lists, [filter]: { ...state.lists[filter], ...page } },
        waitingAtRead: waiting,
        presence,
        problems,
      };
    });
    return true;
  }

  async function readEvents(site: string): Promise<void> {
    for (;;) {
      const cursor = context.cell.get().sites[site]?.cursor ?? 0;
      const answer = await context.call('sync', { site, cursor });
      if (!answer.ok) {
        if (answer.error.kind === 'unavailable' && context.isConnected()) onStale();
        return;
      }
      events.take(site, answer.events, answer.conversations);
      events.advance(site, answer.cursor);
      if (!answer.more || answer.cursor <= cursor) return;
    }
  }

  /** One reading at a time a site; a wish during one is another one after it. */
  function sync(site: string): Promise<void> {
    const current = running.get(site);
    if (current) {
      again.add(site);
      return current;
    }
    const run = (async () => {
      do {
        again.delete(site);
        await readEvents(site);
      } while (again.has(site) && context.isConnected());
    })().finally(() => running.delete(site));
    running.set(site, run);
    return run;
  }

  return {
    async resume(site) {
      // Both: the one who waits longest may lie beyond the first page of all that is open.
      if (!(await readInbox(site, 'waiting'))) return;
      await Promise.all([readInbox(site, 'open'), sync(site)]);
      if (context.cell.get().sites[site]?.lists.closed.loaded) await readInbox(site, 'closed');
    },
    sync,
    async page(site, filter) {
      const list = context.cell.get().sites[site]?.lists[filter];
      if (list?.loading || (list?.loaded && !list.more)) return;
      if (await readInbox(site, filter, list?.loaded ? (list.oldest ?? undefined) : undefined)) return;
      context.notify({
        site,
        conversation: null,
        action: 'page',
        error: 'unavailable',
        offline: !context.isConnected(),
      });
    },
  };
}
