import type { LogEvent } from '@solodesk/protocol/visitor';
import type {
  ConversationDetail,
  ConversationSummary,
  FileProblem,
  OwnerEvent,
  QueueItem,
  TicketSummary,
} from '@solodesk/protocol/owner';

type Unnumbered<T> = T extends unknown ? Omit<T, 'seq' | 'at'> : never;
export type NewEvent = Unnumbered<LogEvent>;

/** A site's stored truth, as small as it can be: conversations, and one stream of events over all of them. */
export interface FakeDesk {
  readonly conversations: Map<string, ConversationSummary>;
  readonly stream: OwnerEvent[];
  problems: FileProblem[];
  tickets: TicketSummary[];
  queue: { version: number; items: QueueItem[] };
  /** Appends an event, and makes the conversation when there is none. */
  append(conversation: string, event: NewEvent): OwnerEvent;
  patch(conversation: string, changes: Partial<ConversationSummary>): ConversationSummary;
  log(conversation: string): OwnerEvent[];
  detail(conversation: string): ConversationDetail | undefined;
}

export function createFakeDesk(now: () => number): FakeDesk {
  const conversations = new Map<string, ConversationSummary>();
  const stream: OwnerEvent[] = [];

  function fresh(id: string): ConversationSummary {
    return {
      id,
      state: 'bot',
      lastSeq: 0,
      preview: '',
      previewFrom: null,
      lastAt: now(),
      createdAt: now(),
      waitingSince: null,
      urgent: false,
      promisedFor: null,
      ownerSeenSeq: 0,
      visitorSeenSeq: 0,
      ownerName: null,
      unread: 0,
      visitor: { name: `Visitor ${id.slice(0, 4)}`, verified: false, blocked: false, locale: 'en', online: true },
    };
  }

  /** What an event makes of its conversation. */
  function after(summary: ConversationSummary, event: OwnerEvent): Partial<ConversationSummary> {
    switch (event.type) {
      case 'visitor_message':
        return { preview: event.text, previewFrom: 'visitor', unread: summary.unread + 1 };
      case 'owner_message':
        return { preview: event.text, previewFrom: 'owner', urgent: false };
      case 'bot_message':
        return { preview: event.text, previewFrom: 'bot' };
      case 'handoff':
        return { state: 'waiting', waitingSince: event.at, urgent: event.reason === 'emergency' };
      case 'takeover':
        return { state: 'owner', ownerName: event.name };
      case 'hand_back':
        return { state: 'bot', waitingSince: null, ownerName: null };
      case 'closed':
        return { state: 'closed', waitingSince: null };
      case 'reopened':
        return { state: 'bot' };
      default:
        return {};
    }
  }

  const desk: FakeDesk = {
    conversations,
    stream,
    problems: [],
    tickets: [],
    queue: { version: 0, items: [] },
    append(conversation, event) {
      const summary = conversations.get(conversation) ?? fresh(conversation);
      const seq = summary.lastSeq + 1;
      // Ids of one site's events rise, and have holes: other sites' events lie between.
      const id = (stream.at(-1)?.id ?? 0) + 3;
      const stored = { ...event, seq, at: now(), id, conversation } as OwnerEvent;
      stream.push(stored);
      conversations.set(conversation, { ...summary, lastSeq: seq, lastAt: stored.at, ...after(summary, stored) });
      return stored;
    },
    patch(conversation, changes) {
      const changed = { ...(conversations.get(conversation) ?? fresh(conversation)), ...changes };
      conversations.set(conversation, changed);
      return changed;
    },
    log: (conversation) => stream.filter((event) => event.conversation === conversation),
    detail(conversation) {
      const summary = conversations.get(conversation);
      const profile = {
        userId: null,
        attributes: {},
        timeZone: 'Europe/Berlin',
        pageUrl: 'https://shop.example/linen-shirt',
        pageTitle: 'Linen shirt',
        referrer: null,
        firstSeenAt: summary?.createdAt ?? 0,
        consent: null,
      };
      return summary && { ...summary, profile };
    },
  };
  return desk;
}
