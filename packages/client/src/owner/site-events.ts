import type { ConversationSummary, OwnerEvent } from '@solodesk/protocol/owner';
import { joinEvents } from './conversation-log.ts';
import type { OwnerContext } from './owner-context.ts';
import { emptyConversation } from './owner-state.ts';
import { joinSummaries } from './summaries.ts';

export interface SiteEvents {
  /** Takes in what was pushed or read; each event counts once, whichever way and however often it comes. */
  take(site: string, events: readonly OwnerEvent[], summaries: readonly ConversationSummary[]): void;
  /** Everything up to `cursor` was read: forgets which pushed events were seen before it. */
  advance(site: string, cursor: number): void;
}

/** Conversations that are gone: the tombstone is their last event, and there is no summary of them any more. */
function erasedIn(events: readonly OwnerEvent[], summaries: readonly ConversationSummary[]): string[] {
  return events
    .filter(({ type, conversation }) => type === 'erased' && !summaries.some(({ id }) => id === conversation))
    .map(({ conversation }) => conversation);
}

/**
 * One way in for all events. Only reading (`advance`) moves the cursor: a push that was lost must not be skipped because
 * a later one arrived, so what was pushed is read once more and dropped here by its id.
 */
export function createSiteEvents(
  context: OwnerContext,
  onNew: (site: string, events: readonly OwnerEvent[]) => void,
  onGap: (site: string, conversation: string) => void,
): SiteEvents {
  const seen = new Map<string, Set<number>>();

  const joinOpen = (site: string, events: readonly OwnerEvent[]) => {
    const open = context.cell.get().open;
    for (const conversation of new Set(events.map((event) => event.conversation))) {
      // A log that was never read has no place for single events: its first page brings them.
      if (!open[conversation]?.detail) continue;
      const own = events.filter((event) => event.conversation === conversation);
      let gap = false;
      context.updateOpen(conversation, (before) => {
        const joined = joinEvents(before, own);
        gap = joined.gap;
        return joined.log;
      });
      if (gap) onGap(site, conversation);
    }
  };

  /** Nothing of an erased person is shown any longer, on no screen. */
  const forget = (site: string, erased: readonly string[]) => {
    if (erased.length === 0) return;
    const without = <T>(all: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(all).filter(([id]) => !erased.includes(id)));
    context.updateSite(site, (state) => ({
      ...state,
      conversations: without(state.conversations),
      typing: without(state.typing),
    }));
    context.cell.update((state) => ({
      ...state,
      outbox: state.outbox.filter(({ conversation }) => !erased.includes(conversation)),
      expected: without(state.expected),
      open: Object.fromEntries(
        Object.entries(state.open).map(([id, open]) => [
          id,
          erased.includes(id) ? { ...emptyConversation, loading: false, error: 'not_found' as const } : open,
        ]),
      ),
    }));
  };

  return {
    take(site, events, summaries) {
      const ids = seen.get(site) ?? new Set<number>();
      seen.set(site, ids);
      const cursor = context.cell.get().sites[site]?.cursor ?? 0;
      const fresh = events.filter(({ id }) => id > cursor && !ids.has(id));
      for (const { id } of fresh) ids.add(id);
      context.updateSite(site, (state) => {
        const conversations = joinSummaries(state.conversations, summaries);
        return conversations === state.conversations ? state : { ...state, conversations };
      });
      if (fresh.length === 0) return;
      forget(site, erasedIn(fresh, summaries));
      joinOpen(site, fresh);
      onNew(site, fresh);
    },
    advance(site, cursor) {
      for (const id of seen.get(site) ?? []) if (id <= cursor) seen.get(site)?.delete(id);
      context.updateSite(site, (state) => (cursor > state.cursor ? { ...state, cursor } : state));
    },
  };
}
