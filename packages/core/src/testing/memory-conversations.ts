import type { Conversation } from '../domain/conversation/conversation.ts';
import type { LogEvent } from '../domain/conversation/log-event.ts';
import { DeskError } from '../domain/desk-error.ts';
import type { JobChange } from '../domain/notice/job.ts';
import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts';
import type { Ticket, TicketChange } from '../domain/ticket/ticket.ts';
import type { PromiseChange } from '../domain/promise/promise-change.ts';
import type { SurveyAsk } from '../domain/survey/survey-request.ts';
import type { Commit, CommitOutcome, ConversationStore, LogSlice, StoredEvent } from '../ports/conversation-store.ts';
import type { UnansweredStore } from '../ports/unanswered-store.ts';
import type { VisitorStore } from '../ports/visitor-store.ts';
import type { DroppedTalk } from './memory-privacy.ts';
import { createMemoryUnanswered } from './memory-unanswered.ts';
import type { MemoryUnanswered } from './memory-unanswered.ts';

/** Conversations in maps; a conversation has its visitor's key, as a visitor has one conversation. */
export function createMemoryConversations(
  visitors: Pick<VisitorStore, 'findVisitor'>,
  tickets: {
    fits(changes: readonly TicketChange[]): boolean;
    apply(change: TicketChange, conversationKey: number): Ticket;
  },
  also: {
    changeJob(site: string, conversationKey: number, change: JobChange): void;
    addToOutbox(site: string, entries: readonly OutboxEntry[]): void;
    changePromise(site: string, conversationKey: number, change: PromiseChange): void;
    ask(ask: SurveyAsk): void;
    /** Marks the files of these events as sent; false, and none is, where one cannot be. */
    marksSent(conversationKey: number, events: readonly LogEvent[]): boolean;
  },
): ConversationStore &
  UnansweredStore &
  Pick<MemoryUnanswered, 'dropSearches'> & { dropConversations(keys: readonly number[], at: number): DroppedTalk } {
  const conversations = new Map<number, Conversation>();
  const log: StoredEvent[] = [];
  let lastEventId = 0;
  /** Sites of erased conversations: their tombstones stay in the site's stream. */
  const erasedOf = new Map<number, string>();

  const { note, dropUnanswered, ...unanswered } = createMemoryUnanswered(visitors, (key, seq) =>
    log.find((event) => event.conversationKey === key && event.seq === seq),
  );
  const eventsOf = (key: number) => log.filter((event) => event.conversationKey === key);
  const ofSite = (site: string) => [...conversations.values()].filter((conversation) => conversation.site === site);
  const withVisitors = async (found: Conversation[]) => {
    const rows = await Promise.all(
      found.map(async (conversation) => {
        const visitor = await visitors.findVisitor(conversation.visitorKey);
        return visitor === null ? [] : [{ conversation, visitor }];
      }),
    );
    return rows.flat();
  };

  const write = (commit: Commit): CommitOutcome => {
    const { expectedVersion, events, next, jobs = [], outbox = [], promises = [], tickets: changes, survey } = commit;
    const current = conversations.get(next.visitorKey);
    if (current !== undefined) {
      const repeated = eventsOf(current.key).find((stored) => events.some((event) => isRepeat(stored, event)));
      if (repeated !== undefined) return { kind: 'duplicate', conversation: current, event: repeated };
    }
    if ((current?.version ?? 0) !== expectedVersion) return { kind: 'conflict' };
    if (changes !== undefined && !tickets.fits(changes)) return { kind: 'conflict' };
    if (!also.marksSent(next.visitorKey, events)) return { kind: 'conflict' };
    const stored = events.map((event) => ({
      ...event,
      id: ++lastEventId,
      conversationKey: next.visitorKey,
    }));
    const conversation: Conversation = {
      ...next,
      key: next.visitorKey,
      unread: (current?.unread ?? 0) + events.filter(isVisitorMessage).length,
      ownerSeenSeq: current?.ownerSeenSeq ?? 0,
      visitorSeenSeq: current?.visitorSeenSeq ?? 0,
    };
    log.push(...stored);
    conversations.set(conversation.key, conversation);
    note(conversation, stored);
    also.addToOutbox(conversation.site, outbox);
    for (const change of jobs) also.changeJob(conversation.site, conversation.key, change);
    for (const change of promises) also.changePromise(conversation.site, conversation.key, change);
    if (survey !== undefined) also.ask(survey);
    const changed = changes?.map((change) => tickets.apply(change, conversation.key));
    return { kind: 'committed', conversation, events: stored, ...(changed && { tickets: changed }) };
  };

  const siteOf = ({ conversationKey: key }: StoredEvent) => conversations.get(key)?.site ?? erasedOf.get(key);

  return {
    ...unanswered,

    dropConversations(keys, at) {
      const dropped = [...conversations.values()].filter(({ key }) => keys.includes(key));
      const gone = log.filter(({ conversationKey }) => keys.includes(conversationKey));
      for (const event of gone) log.splice(log.indexOf(event), 1);
      const tombstones = dropped.map(({ key, id, site, lastSeq }) => {
        conversations.delete(key);
        erasedOf.set(key, site);
        const entry = { type: 'erased' as const, conversation: id };
        log.push({ id: ++lastEventId, conversationKey: key, seq: lastSeq + 1, at, entry });
        return { key, id, event: lastEventId };
      });
      return {
        tombstones,
        rows: { unanswered: dropUnanswered(keys), event: gone.length, conversation: dropped.length },
      };
    },

    async findConversationOfVisitor(site, visitorKey) {
      const found = conversations.get(visitorKey);
      return found?.site === site ? found : null;
    },

    async findConversation(site, id) {
      const found = ofSite(site).filter((conversation) => conversation.id === id);
      return (await withVisitors(found))[0] ?? null;
    },

    async commit(commit) {
      const visitor = await visitors.findVisitor(commit.next.visitorKey);
      if (visitor?.site !== commit.next.site) throw new DeskError('not_found', 'the site has no such visitor');
      return write(commit);
    },

    async readLog(conversationKey, slice) {
      return cutSlice(eventsOf(conversationKey), slice);
    },

    async findEnd(conversationKey, clientId) {
      const isIt = ({ entry }: LogEvent) => entry.type === 'closed' && entry.clientId === clientId;
      return eventsOf(conversationKey).find(isIt) ?? null;
    },

    async inbox(site, { filter, before = Infinity, limit }) {
      if (filter === 'waiting') return withVisitors(ofSite(site).filter(isWaiting).sort(byWaiting).slice(0, limit));
      const found = ofSite(site)
        .filter((conversation) => (conversation.state === 'closed') === (filter === 'closed'))
        .filter((conversation) => conversation.lastAt < before)
        .sort((a, b) => b.lastAt - a.lastAt || b.key - a.key);
      const last = found[limit - 1]?.lastAt;
      return withVisitors(last === undefined ? found : found.filter((conversation) => conversation.lastAt >= last));
    },

    async countWaiting(site) {
      return ofSite(site).filter(isWaiting).length;
    },

    async cursor(site) {
      return log.filter((event) => siteOf(event) === site).at(-1)?.id ?? 0;
    },

    async eventsAfter(site, cursor, limit) {
      return log.filter((event) => event.id > cursor && siteOf(event) === site).slice(0, limit);
    },

    async rows(site, conversationKeys) {
      return withVisitors(ofSite(site).filter((conversation) => conversationKeys.includes(conversation.key)));
    },

    async markSeen(conversationKey, side, seq) {
      const current = conversations.get(conversationKey);
      if (current === undefined) return null;
      const changed = markedSeen(current, side, Math.min(seq, current.lastSeq), eventsOf(conversationKey));
      conversations.set(conversationKey, changed);
      return changed;
    },

    async owed() {
      return [...conversations.values()].filter((conversation) => conversation.botDue.length > 0);
    },

    async open(site) {
      return ofSite(site).filter((conversation) => conversation.state !== 'closed');
    },
  };
}

function markedSeen(
  current: Conversation,
  side: 'owner' | 'visitor',
  seq: number,
  log: readonly StoredEvent[],
): Conversation {
  if (side === 'visitor') return { ...current, visitorSeenSeq: Math.max(seq, current.visitorSeenSeq) };
  const ownerSeenSeq = Math.max(seq, current.ownerSeenSeq);
  return { ...current, ownerSeenSeq, unread: log.filter((e) => e.seq > ownerSeenSeq && isVisitorMessage(e)).length };
}

function cutSlice(log: readonly StoredEvent[], { after, before = Infinity, limit, maxBytes = Infinity }: LogSlice) {
  const wanted = log.filter((event) => event.seq > (after ?? 0) && event.seq < before).sort((a, b) => a.seq - b.seq);
  if (after === undefined) wanted.reverse();
  const taken: StoredEvent[] = [];
  let bytes = 0;
  for (const event of wanted.slice(0, limit)) {
    bytes += 'text' in event.entry ? utf8Length(event.entry.text) : 0;
    if (bytes > maxBytes && taken.length > 0) break;
    taken.push(event);
  }
  return after === undefined ? taken.reverse() : taken;
}

function isVisitorMessage({ entry }: LogEvent): boolean {
  return entry.type === 'visitor_message';
}

function isRepeat({ entry: stored }: LogEvent, { entry }: LogEvent): boolean {
  if (!('clientId' in entry)) return false;
  return stored.type === entry.type && 'clientId' in stored && stored.clientId === entry.clientId;
}

function isWaiting(conversation: Conversation): boolean {
  return conversation.waitingSince !== null;
}

function byWaiting(a: Conversation, b: Conversation): number {
  return Number(b.urgent) - Number(a.urgent) || (a.waitingSince ?? 0) - (b.waitingSince ?? 0) || a.key - b.key;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
