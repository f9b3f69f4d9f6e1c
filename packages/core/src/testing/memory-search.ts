import type { Conversation } from '../domain/conversation/conversation.ts';
import { OPEN_STATES, contactDocument, orderDocument, ticketDocument } from '../domain/search/search-kinds.ts';
import type { SearchDocument } from '../domain/search/search-kinds.ts';
import { holdsAll } from '../domain/search/search-match.ts';
import type { ConversationStore, StoredEvent } from '../ports/conversation-store.ts';
import type { RecordStore } from '../ports/record-store.ts';
import type { MessageHit, SearchFilter, SearchPage, SearchRequest, SearchStore } from '../ports/search-store.ts';
import type { TicketStore } from '../ports/ticket-store.ts';

type Sources = Pick<ConversationStore, 'eventsAfter' | 'rows'> &
  Pick<RecordStore, 'contacts' | 'orders' | 'visitorsOfContact'> &
  Pick<TicketStore, 'tickets'>;

/** Reads everything at each question: the plainest reading of what a search must find. */
export function createMemorySearch(store: Sources): SearchStore {
  return {
    async searchMessages(site, request) {
      const { pieces, filter, limit, after } = request;
      const events = await store.eventsAfter(site, 0, Infinity);
      const keys = [...new Set(events.map(({ conversationKey }) => conversationKey))];
      const rows = await store.rows(site, keys);
      const conversations = new Map(rows.map(({ conversation }) => [conversation.key, conversation]));
      const own =
        filter.contactKey === undefined ? null : await store.visitorsOfContact(site, filter.contactKey, Infinity);
      const newest = new Map<number, MessageHit>();
      for (const event of events) {
        const conversation = conversations.get(event.conversationKey);
        const hit = toHit(event);
        if (hit === null || conversation === undefined || isSensitive(event, events)) continue;
        if (!isWithin(filter, event.at) || !fits(filter, conversation)) continue;
        if (own !== null && !own.includes(conversation.visitorKey)) continue;
        if (holdsAll(hit.text, pieces)) newest.set(conversation.key, hit);
      }
      const found = [...newest.values()]
        .filter(({ id }) => id < (after?.key ?? Infinity))
        .sort((one, other) => other.id - one.id);
      const hits = found.slice(0, limit);
      return { hits, next: found.length > limit ? { tier: 1, key: hits.at(-1)?.id ?? 0 } : null };
    },

    async searchContacts(site, request) {
      const { state, locale, contactKey } = request.filter;
      if (state !== undefined) return { hits: [], next: null };
      const all = await store.contacts(site, { limit: Infinity });
      const fitting = all.filter((contact) => (contactKey ?? contact.key) === contact.key);
      const spoken = fitting.filter((contact) => locale === undefined || contact.locale === locale);
      return pageOf(spoken, contactDocument, ({ createdAt }) => createdAt, request);
    },

    async searchTickets(site, request) {
      const { state, locale, contactKey } = request.filter;
      const all = await store.tickets(site, { filter: 'all', limit: Infinity });
      const fitting = all.filter(
        (ticket) =>
          (state === undefined || OPEN_STATES.tickets.includes(ticket.state) === (state === 'open')) &&
          (locale ?? ticket.locale) === ticket.locale &&
          (contactKey ?? ticket.contactKey) === ticket.contactKey,
      );
      return pageOf(fitting, ticketDocument, ({ createdAt }) => createdAt, request);
    },

    async searchOrders(site, request) {
      const { state, locale, contactKey } = request.filter;
      if (locale !== undefined) return { hits: [], next: null };
      const all = await store.orders(site, { limit: Infinity });
      const fitting = all.filter(
        (order) =>
          (state === undefined || OPEN_STATES.orders.includes(order.status) === (state === 'open')) &&
          (contactKey ?? order.contactKey) === order.contactKey,
      );
      return pageOf(fitting, orderDocument, ({ placedAt }) => placedAt, request);
    },

    searchBacklog: async () => 0,
    tendSearch: async () => false,
  };
}

function pageOf<T extends { readonly key: number }>(
  all: readonly T[],
  documentOf: (one: T) => SearchDocument,
  momentOf: (one: T) => number,
  { pieces, filter, limit, after }: SearchRequest,
): SearchPage<T> {
  const found = all
    .filter((one) => isWithin(filter, momentOf(one)) && holdsAll(documentOf(one).all, pieces))
    .map((one) => ({ one, tier: holdsAll(documentOf(one).head, pieces) ? (0 as const) : (1 as const) }))
    .sort((a, b) => a.tier - b.tier || b.one.key - a.one.key)
    .filter(
      ({ one, tier }) => after === undefined || tier > after.tier || (tier === after.tier && one.key < after.key),
    );
  const hits = found.slice(0, limit);
  const last = hits.at(-1);
  const next = found.length > limit && last !== undefined ? { tier: last.tier, key: last.one.key } : null;
  return { hits: hits.map(({ one }) => one), next };
}

function isWithin({ from = -Infinity, to = Infinity }: SearchFilter, moment: number): boolean {
  return moment >= from && moment <= to;
}

function fits({ state, locale }: SearchFilter, conversation: Conversation): boolean {
  if (state !== undefined && OPEN_STATES.messages.includes(conversation.state) !== (state === 'open')) return false;
  return (locale ?? conversation.locale) === conversation.locale;
}

function toHit({ id, conversationKey, seq, at, entry }: StoredEvent): MessageHit | null {
  if (entry.type === 'visitor_message') return { id, conversationKey, seq, at, from: 'visitor', text: entry.text };
  if (entry.type === 'bot_message') return { id, conversationKey, seq, at, from: 'bot', text: entry.text };
  if (entry.type === 'owner_message') return { id, conversationKey, seq, at, from: 'owner', text: entry.text };
  return null;
}

/** What the bot says to something sensitive, and what it answers with that. */
function isSensitive(event: StoredEvent, events: readonly StoredEvent[]): boolean {
  if (event.reason?.sensitive === true) return true;
  return events.some(
    ({ conversationKey, entry, reason }) =>
      conversationKey === event.conversationKey &&
      reason?.sensitive === true &&
      entry.type === 'bot_message' &&
      entry.replyTo === event.seq,
  );
}
