import { joinPage } from './conversation-log.ts';
import type { LogPlace } from './conversation-log.ts';
import type { OwnerContext } from './owner-context.ts';
import type { ConversationLog } from './owner-state.ts';
import { joinSummaries } from './summaries.ts';

export interface ConversationReader {
  /** Reads a conversation with its newest events; again, it brings what was missed. */
  open(site: string, conversation: string): Promise<void>;
  /** Reads the page before what is read of an opened conversation. */
  older(site: string, conversation: string): Promise<void>;
  /** Reads the page after it, where newer events are left out. */
  newer(site: string, conversation: string): Promise<void>;
  /** Goes to its newest events, wherever one is. */
  newest(site: string, conversation: string): Promise<void>;
  /** Goes to the event with that `seq`, and reads those around it. It opens the conversation, too. */
  reach(site: string, conversation: string, seq: number): Promise<void>;
  /** Somebody reads in the middle of it, or is back at its end: what they read stays while new events come. */
  hold(conversation: string, on: boolean): void;
  /** It is not looked at any more: where it was read far back, it begins at its end the next time. */
  leave(conversation: string): void;
  /** Reads the conversation anew that was opened last; the others are read when they are opened again. */
  refresh(): void;
}

/** So many opened conversations are kept in memory. */
const KEPT = 12;

export function createConversationReader(context: OwnerContext): ConversationReader {
  /** Opened conversations with their sites, the last one at the end. */
  const opened = new Map<string, string>();
  /** What is being reached, by conversation. */
  const sought = new Map<string, number>();
  const logOf = (conversation: string) => context.cell.get().open[conversation];

  function remember(site: string, conversation: string): void {
    opened.delete(conversation);
    opened.set(conversation, site);
    const [oldest] = opened.keys();
    if (opened.size <= KEPT || oldest === undefined) return;
    opened.delete(oldest);
    context.cell.update((state) => {
      const { [oldest]: _, ...open } = state.open;
      return { ...state, open };
    });
  }

  async function read(site: string, conversation: string, place: LogPlace, triesLeft = 3): Promise<void> {
    context.updateOpen(conversation, (open) => ({ ...open, loading: true, error: null }));
    const where = typeof place === 'object' ? place : {};
    const answer = await context.call('open', { site, conversation, ...where });
    if (!opened.has(conversation)) return;
    if (!answer.ok) {
      context.updateOpen(conversation, (open) => ({ ...open, loading: false, error: answer.error.kind }));
      return;
    }
    const { profile: _, ...summary } = answer.conversation;
    context.updateSite(site, (state) => ({
      ...state,
      conversations: joinSummaries(state.conversations, [summary]),
    }));
    const page = { events: answer.events, more: answer.more, lastSeq: knownSeq(site, conversation) };
    context.updateOpen(conversation, (open) => ({
      ...joinPage(open, page, place),
      detail: answer.conversation,
      notes: answer.notes,
      loading: false,
    }));
    if (typeof place === 'string' && triesLeft > 0 && isBehind(site, conversation)) {
      await read(site, conversation, place, triesLeft - 1);
    }
  }

  const knownSeq = (site: string, conversation: string) =>
    context.cell.get().sites[site]?.conversations[conversation]?.lastSeq ?? 0;

  /** Events that were pushed while the answer was on its way are not in it. */
  function isBehind(site: string, conversation: string): boolean {
    const log = logOf(conversation);
    return log?.newer !== true && knownSeq(site, conversation) > (log?.events.at(-1)?.seq ?? 0);
  }

  const change = (conversation: string, to: Partial<ConversationLog>) => {
    if (logOf(conversation)) context.updateOpen(conversation, (open) => ({ ...open, ...to }));
  };

  return {
    async open(site, conversation) {
      remember(site, conversation);
      await read(site, conversation, 'again');
    },
    async older(site, conversation) {
      const open = logOf(conversation);
      const first = open?.events[0]?.seq;
      if (open?.more && !open.loading && first !== undefined) await read(site, conversation, { before: first });
    },
    async newer(site, conversation) {
      const open = logOf(conversation);
      const last = open?.events.at(-1)?.seq;
      if (open?.newer && !open.loading && last !== undefined) await read(site, conversation, { after: last });
    },
    newest: (site, conversation) => read(site, conversation, 'newest'),
    async reach(site, conversation, seq) {
      const events = logOf(conversation)?.events ?? [];
      const isThere = events.length > 0 && seq >= events[0]!.seq && seq <= events.at(-1)!.seq;
      if (isThere || sought.get(conversation) === seq) return;
      remember(site, conversation);
      sought.set(conversation, seq);
      await read(site, conversation, { around: seq });
      sought.delete(conversation);
    },
    hold(conversation, on) {
      if (logOf(conversation)?.held !== on) change(conversation, { held: on });
    },
    leave(conversation) {
      const begin = logOf(conversation)?.newer === true && { events: [], more: false, newer: false };
      change(conversation, { held: false, ...begin });
    },
    refresh() {
      const last = [...opened].at(-1);
      if (last) void read(last[1], last[0], 'again');
    },
  };
}
