import { joinPage } from './conversation-log.ts';
import type { OwnerContext } from './owner-context.ts';
import { joinSummaries } from './summaries.ts';

export interface ConversationReader {
  /** Reads a conversation with its newest events; again, it brings what was missed. */
  open(site: string, conversation: string): Promise<void>;
  older(site: string, conversation: string): Promise<void>;
  /** Reads older pages of an opened conversation until the event with that `seq` is there. */
  reach(site: string, conversation: string, seq: number): Promise<void>;
  /** Reads the conversation anew that was opened last; the others are read when they are opened again. */
  refresh(): void;
}

/** So many opened conversations are kept in memory. */
const KEPT = 12;

export function createConversationReader(context: OwnerContext): ConversationReader {
  /** Opened conversations with their sites, the last one at the end. */
  const opened = new Map<string, string>();

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

  async function read(site: string, conversation: string, before?: number, triesLeft = 3): Promise<void> {
    context.updateOpen(conversation, (open) => ({ ...open, loading: true, error: null }));
    const body = before === undefined ? { site, conversation } : { site, conversation, before };
    const answer = await context.call('open', body);
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
    context.updateOpen(conversation, (open) => ({
      ...joinPage(open, answer.events, answer.more),
      detail: answer.conversation,
      notes: answer.notes,
      loading: false,
    }));
    if (before === undefined && triesLeft > 0 && isBehind(site, conversation)) {
      await read(site, conversation, undefined, triesLeft - 1);
    }
  }

  /** Events that were pushed while the answer was on its way are not in it. */
  function isBehind(site: string, conversation: string): boolean {
    const { sites, open } = context.cell.get();
    const lastSeq = sites[site]?.conversations[conversation]?.lastSeq ?? 0;
    return lastSeq > (open[conversation]?.events.at(-1)?.seq ?? 0);
  }

  return {
    async open(site, conversation) {
      remember(site, conversation);
      await read(site, conversation);
    },
    async older(site, conversation) {
      const open = context.cell.get().open[conversation];
      const first = open?.events[0]?.seq;
      if (!open?.more || open.loading || first === undefined) return;
      await read(site, conversation, first);
    },
    async reach(site, conversation, seq) {
      for (;;) {
        const open = context.cell.get().open[conversation];
        const first = open?.events[0]?.seq;
        if (!open?.more || first === undefined || first <= seq) return;
        await read(site, conversation, first);
        // It failed, or brought nothing: asking the same again would never end.
        if (context.cell.get().open[conversation]?.events[0]?.seq === first) return;
      }
    },
    refresh() {
      const last = [...opened].at(-1);
      if (last) void read(last[1], last[0]);
    },
  };
}
