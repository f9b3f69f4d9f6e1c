import type { Conversation } from '../domain/conversation/conversation.ts';
import type { Locale } from '../domain/locale.ts';
import type { Contact } from '../domain/records/contact.ts';
import type { Order } from '../domain/records/order.ts';
import { excerptOf } from '../domain/search/excerpt.ts';
import type { Excerpt } from '../domain/search/excerpt.ts';
import { contactDocument, orderDocument, ticketDocument } from '../domain/search/search-kinds.ts';
import type { SearchDocument, SearchKind } from '../domain/search/search-kinds.ts';
import { holdsAll } from '../domain/search/search-match.ts';
import { searchPieces } from '../domain/search/search-terms.ts';
import type { SearchPiece } from '../domain/search/search-terms.ts';
import type { Site } from '../domain/site.ts';
import { ticketNumberIn } from '../domain/ticket/ticket.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { Visitor } from '../domain/visitor.ts';
import type { KnowledgeBase } from '../ports/knowledge.ts';
import type { MessageHit, SearchFilter, SearchPage, SearchPlace } from '../ports/search-store.ts';
import type { Store } from '../ports/store.ts';

export interface SearchQuestion {
  readonly question: string;
  readonly kinds: readonly SearchKind[];
  readonly filter: SearchFilter;
  /** Of each kind. */
  readonly limit: number;
  /** Where the page before ended; for one kind. FAQs come whole. */
  readonly after?: SearchPlace;
}

/** What was found, and the words in which it was found. */
export type Found =
  | { readonly kind: 'contacts'; readonly contact: Contact; readonly title: Excerpt; readonly text: Excerpt }
  | { readonly kind: 'tickets'; readonly ticket: Ticket; readonly title: Excerpt; readonly text: Excerpt }
  | { readonly kind: 'orders'; readonly order: Order; readonly title: Excerpt; readonly text: Excerpt }
  | {
      readonly kind: 'faqs';
      readonly intent: string;
      readonly locale: Locale;
      readonly title: Excerpt;
      readonly text: Excerpt;
    }
  | {
      readonly kind: 'messages';
      readonly message: MessageHit;
      readonly conversation: Conversation;
      readonly visitor: Visitor;
      readonly text: Excerpt;
    };

export interface FoundGroup {
  readonly kind: SearchKind;
  readonly hits: readonly Found[];
  readonly next: SearchPlace | null;
}

type Desk = { readonly store: Store; readonly knowledge: KnowledgeBase };

/** Asks each kind that is wanted. Who is called or numbered exactly so stands first. No groups when the question asks for nothing. */
export async function searchEverything(
  desk: Desk,
  site: Pick<Site, 'id' | 'ticketPrefix'>,
  asked: SearchQuestion,
): Promise<FoundGroup[]> {
  const pieces = searchPieces(asked.question);
  if (pieces.length === 0) return [];
  return Promise.all(asked.kinds.map((kind) => KINDS[kind](desk, site, asked, pieces)));
}

type Search = (
  desk: Desk,
  site: Pick<Site, 'id' | 'ticketPrefix'>,
  asked: SearchQuestion,
  pieces: readonly SearchPiece[],
) => Promise<FoundGroup>;

const KINDS: Record<SearchKind, Search> = {
  async contacts({ store }, { id: site }, asked, pieces) {
    const page = await store.searchContacts(site, request(asked, pieces));
    return group('contacts', page, (contact) => ({
      ...{ kind: 'contacts', contact },
      ...shown(contactDocument(contact), pieces),
    }));
  },

  async tickets({ store }, site, asked, pieces) {
    const page = await store.searchTickets(site.id, request(asked, pieces));
    const number = isPlain(asked.filter) ? ticketNumberIn(asked.question, site.ticketPrefix) : null;
    const named = number === null ? null : await store.findTicketByNumber(site.id, number);
    return group('tickets', withFirst(page, named, asked.after), (ticket) => ({
      ...{ kind: 'tickets', ticket },
      ...shown(ticketDocument(ticket), pieces),
    }));
  },

  async orders({ store }, { id: site }, asked, pieces) {
    const page = await store.searchOrders(site, request(asked, pieces));
    const named = isPlain(asked.filter) ? await store.findOrder(site, asked.question.trim().toUpperCase()) : null;
    return group('orders', withFirst(page, named, asked.after), (order) => ({
      ...{ kind: 'orders', order },
      ...shown(orderDocument(order), pieces),
    }));
  },

  async faqs({ knowledge }, { id: site }, { filter, limit }, pieces) {
    const book = knowledge.of(site)?.book;
    const { from, to, state, contactKey, locale } = filter;
    // What is nobody's and has no moment is not found by them.
    if (book === undefined || [from, to, state, contactKey].some((one) => one !== undefined)) return none('faqs');
    const found: { hit: Found; rank: number }[] = [];
    for (const { intent, question, answer, phrasings } of book.faqs.values()) {
      for (const spoken of book.locales) {
        if ((locale ?? spoken) !== spoken) continue;
        const head = question[spoken] ?? '';
        const said = answer[spoken]?.text ?? '';
        const ways = phrasings[spoken] ?? [];
        if (!holdsAll([head, said, ...ways].join('\n'), pieces)) continue;
        // What stands neither in question nor answer stands in a phrasing: that one tells why it was found.
        const way = holdsAll(`${head}\n${said}`, pieces) ? undefined : ways.find((each) => holdsAll(each, pieces));
        const all = way === undefined ? said : `“${way}”`;
        const hit: Found = { kind: 'faqs', intent, locale: spoken, ...shown({ head, all }, pieces) };
        found.push({ hit, rank: holdsAll(head, pieces) ? 0 : 1 });
        // Once an FAQ, in the first language in which it is found.
        break;
      }
    }
    const sorted = found.sort((one, other) => one.rank - other.rank).map(({ hit }) => hit);
    return { kind: 'faqs', hits: sorted.slice(0, Math.max(limit, 20)), next: null };
  },

  async messages({ store }, { id: site }, asked, pieces) {
    const page = await store.searchMessages(site, request(asked, pieces));
    const keys = page.hits.map(({ conversationKey }) => conversationKey);
    const rows = new Map((await store.rows(site, keys)).map((row) => [row.conversation.key, row]));
    const hits = page.hits.flatMap((message): Found[] => {
      const row = rows.get(message.conversationKey);
      // Erased since.
      if (row === undefined) return [];
      return [{ kind: 'messages', message, ...row, text: excerptOf(message.text, pieces) }];
    });
    return { kind: 'messages', hits, next: page.next };
  },
};

function request({ filter, limit, after }: SearchQuestion, pieces: readonly SearchPiece[]) {
  return { pieces, filter, limit, ...(after !== undefined && { after }) };
}

function group<T>(kind: SearchKind, page: SearchPage<T>, show: (one: T) => Found): FoundGroup {
  return { kind, hits: page.hits.map(show), next: page.next };
}

function none(kind: SearchKind): FoundGroup {
  return { kind, hits: [], next: null };
}

/** The one that is named exactly stands first on the first page, and on no other. */
function withFirst<T extends { readonly key: number }>(
  page: SearchPage<T>,
  named: T | null,
  after: SearchPlace | undefined,
): SearchPage<T> {
  if (named === null) return page;
  const others = page.hits.filter(({ key }) => key !== named.key);
  return { hits: after === undefined ? [named, ...others] : others, next: page.next };
}

/** Its title, and what stands below: no line of it says the title again. */
function shown({ head, all }: SearchDocument, pieces: readonly SearchPiece[]) {
  const below = all.split('\n').filter((line) => line.trim() !== '' && line.trim() !== head.trim());
  return { title: excerptOf(head, pieces), text: excerptOf(below.join('\n'), pieces) };
}

function isPlain(filter: SearchFilter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}
