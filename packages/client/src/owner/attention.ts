import type { OwnerContext } from './owner-context.ts';

export interface Attention {
  /** The owner has seen everything up to `seq`. */
  seen(site: string, conversation: string, seq: number): void;
  /** The owner typed (call it at each key), or stopped. */
  typing(site: string, conversation: string, on: boolean): void;
  /** The visitor began or stopped to type. */
  visitorTyping(site: string, conversation: string, on: boolean): void;
  /** The owner touched the console. */
  activity(): void;
  /** Says again what was not heard while there was no connection. */
  resume(): void;
}

/** While the owner types, the visitor is told at most this often, and that it ended after as long without a key. */
const TYPING_EVERY_MS = 3000;
const TYPING_ENDS_MS = 4000;
/** A visitor who is not heard of for so long does not type any more. */
const VISITOR_TYPING_ENDS_MS = 8000;
const ACTIVITY_EVERY_MS = 60_000;

/** Seen marks, typing and presence by activity: what is said often, so that it is said no more often than needed. */
export function createAttention(context: OwnerContext): Attention {
  const said = new Map<string, number>();
  const seen = new Map<string, { site: string; seq: number }>();
  const visitorTimers = new Map<string, () => void>();
  const own: { conversation: string | null; at: number; cancel: () => void } = {
    conversation: null,
    at: -Infinity,
    cancel: () => undefined,
  };
  let active = -Infinity;

  async function saySeen(conversation: string): Promise<void> {
    const wanted = seen.get(conversation);
    if (!wanted || (said.get(conversation) ?? 0) >= wanted.seq || !context.isConnected()) return;
    const before = said.get(conversation) ?? 0;
    said.set(conversation, wanted.seq);
    const answer = await context.call('seen', { site: wanted.site, conversation, seq: wanted.seq });
    if (!answer.ok && said.get(conversation) === wanted.seq) said.set(conversation, before);
  }

  function stopTyping(site: string): void {
    own.cancel();
    if (own.conversation) void context.call('typing', { site, conversation: own.conversation, on: false });
    own.conversation = null;
  }

  function visitorTyping(site: string, conversation: string, on: boolean): void {
    visitorTimers.get(conversation)?.();
    visitorTimers.delete(conversation);
    if (on) {
      const end = () => visitorTyping(site, conversation, false);
      visitorTimers.set(conversation, context.clock.after(VISITOR_TYPING_ENDS_MS, end));
    }
    context.updateSite(site, (state) => {
      if (on === (state.typing[conversation] === true)) return state;
      const { [conversation]: _, ...others } = state.typing;
      return { ...state, typing: on ? { ...others, [conversation]: true } : others };
    });
  }

  return {
    seen(site, conversation, seq) {
      if ((seen.get(conversation)?.seq ?? 0) >= seq) return;
      seen.set(conversation, { site, seq });
      context.updateSite(site, (state) => {
        const summary = state.conversations[conversation];
        if (!summary || summary.ownerSeenSeq >= seq) return state;
        const unread = seq >= summary.lastSeq ? 0 : summary.unread;
        const updated = { ...summary, ownerSeenSeq: seq, unread };
        return { ...state, conversations: { ...state.conversations, [conversation]: updated } };
      });
      void saySeen(conversation);
    },
    typing(site, conversation, on) {
      if (!on || (own.conversation !== null && own.conversation !== conversation)) stopTyping(site);
      if (!on) return;
      const now = context.clock.now();
      if (own.conversation !== conversation || now - own.at >= TYPING_EVERY_MS) {
        own.at = now;
        void context.call('typing', { site, conversation, on: true });
      }
      own.conversation = conversation;
      own.cancel();
      own.cancel = context.clock.after(TYPING_ENDS_MS, () => stopTyping(site));
    },
    visitorTyping,
    activity() {
      const now = context.clock.now();
      if (now - active < ACTIVITY_EVERY_MS || !context.isConnected()) return;
      active = now;
      for (const site of Object.keys(context.cell.get().sites)) void context.call('activity', { site });
    },
    resume() {
      for (const conversation of seen.keys()) void saySeen(conversation);
    },
  };
}
