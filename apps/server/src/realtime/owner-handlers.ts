import type { InboxRow, StoredEvent } from '@solodesk/core';
import {
  closeAsOwner,
  handBackToBot,
  markSeenByOwner,
  replyAsOwner,
  setBlocked,
  takeOverConversation,
} from '@solodesk/core/use-cases';
import type { OwnerTarget } from '@solodesk/core/use-cases';
import type { OwnerUp } from '@solodesk/protocol/owner';
import { MAX_PAGE_BYTES, MAX_PAGE_EVENTS } from '@solodesk/protocol/visitor';
import type { Socket } from 'socket.io';
import type { SignedIn } from '../auth/sessions.ts';
import type { OwnerGatewayOptions } from './owner-gateway-options.ts';
import { queueHandlers } from '../next-up/queue-handlers.ts';
import { sentFiles } from '../files/sent-files.ts';
import { cannedHandlers } from './canned-handlers.ts';
import { readPage } from './log-page.ts';
import { noteHandlers, notesOf } from './note-handlers.ts';
import { ticketHandlers } from './ticket-handlers.ts';
import { ticketListHandlers } from './ticket-list-handlers.ts';
import { toDetail, toOwnerEvent, toSummary } from './wire-mapping.ts';
import { WireFault } from './wire-error.ts';

const INBOX_ROWS = 50;

/** What a console may do. Each handler checks the session and the membership anew. */
export function ownerHandlers(options: OwnerGatewayOptions, socket: Socket, signedIn: SignedIn) {
  const { desk, presence, feed, names, online } = options;
  const { store } = desk;

  /** @throws WireFault `unauthorized` for an ended session, `not_found` for a foreign site: as if it did not exist. */
  const enterSite = async (site: string): Promise<void> => {
    if (!(await options.sessions.isAlive(signedIn))) throw new WireFault('unauthorized', 'signed out');
    const exists = desk.sites.get(site) !== null;
    if (!exists || !(await store.isMember(signedIn.accountKey, site))) throw new WireFault('not_found', 'no such site');
  };
  const target = async (body: { site: string; conversation: string }): Promise<OwnerTarget> => {
    await enterSite(body.site);
    presence.touch(body.site);
    const ownerName = desk.sites.get(body.site)?.ownerName ?? '';
    return { site: body.site, conversationId: body.conversation, ownerName };
  };
  const row = async (site: string, id: string): Promise<InboxRow> => {
    const found = await store.findConversation(site, id);
    if (found === null) throw new WireFault('not_found', 'no such conversation');
    return found;
  };
  const calledOf = (site: string, rows: readonly InboxRow[]) =>
    names.of(
      site,
      rows.map(({ visitor }) => visitor.key),
    );
  const summaries = async (site: string, rows: readonly InboxRow[]) => {
    const called = await calledOf(site, rows);
    return rows.map((found) => {
      const { key } = found.visitor;
      return toSummary(found, online.isOnline(key), called.get(key));
    });
  };
  const presenceOf = (site: string) => ({ mode: presence.mode(site), here: presence.isHere(site) });

  const enterAndWatch = async (id: string) => {
    await enterSite(id);
    feed.watch(id, socket);
    presence.touch(id);
    const site = desk.sites.get(id);
    if (site === null) throw new WireFault('not_found', 'no such site');
    return site;
  };

  return {
    ...ticketHandlers(desk, enterAndWatch),
    ...ticketListHandlers(desk, feed, enterAndWatch),
    ...cannedHandlers(desk, feed, enterAndWatch),
    ...noteHandlers(desk, feed, enterAndWatch, row),
    ...queueHandlers(desk, options.queue, enterAndWatch),
    async inbox({ site, filter, before }: OwnerUp['inbox']) {
      await enterSite(site);
      feed.watch(site, socket);
      // The cursor is read first: what happens meanwhile is then heard twice rather than not at all.
      const cursor = await store.cursor(site);
      const rows = await store.inbox(site, { filter, limit: INBOX_ROWS, ...(before !== undefined && { before }) });
      return {
        conversations: await summaries(site, rows),
        // Rows that share the last one's moment come along, so there may be more than were asked for.
        more: rows.length >= INBOX_ROWS && filter !== 'waiting',
        cursor,
        waiting: await store.countWaiting(site),
        presence: presenceOf(site),
        problems: options.problemsOf(site),
      };
    },
    async sync({ site, cursor }: OwnerUp['sync']) {
      await enterSite(site);
      feed.watch(site, socket);
      const found = await store.eventsAfter(site, cursor, MAX_PAGE_EVENTS);
      const events = page(found);
      const rows = await store.rows(site, [...new Set(events.map((event) => event.conversationKey))]);
      const ids = new Map(rows.map(({ conversation }) => [conversation.key, conversation.id]));
      return {
        events: events.map((event) => toOwnerEvent(event, ids.get(event.conversationKey) ?? erasedId(event))),
        conversations: await summaries(site, rows),
        cursor: events.at(-1)?.id ?? cursor,
        more: found.length === MAX_PAGE_EVENTS || events.length < found.length,
      };
    },
    async open({ site, conversation, ...place }: OwnerUp['open']) {
      await enterSite(site);
      const found = await row(site, conversation);
      const visitor = found.visitor.key;
      await options.looks.note(site, signedIn.accountKey, 'conversation', { visitor });
      const events = await readPage(store, found.conversation.key, place);
      return {
        conversation: toDetail(found, online.isOnline(visitor), (await calledOf(site, [found])).get(visitor)),
        events: events.map((event) => toOwnerEvent(event, conversation)),
        more: (events[0]?.seq ?? 1) > 1,
        notes: await notesOf(store, site, found.conversation.key),
      };
    },
    async reply(body: OwnerUp['reply']) {
      const { site, conversation, text, clientId, ticket, attachments: ids } = body;
      const to = await target(body);
      const files = ids && (await sentFiles(desk, (await row(site, conversation)).visitor, 'owner', clientId, ids));
      const more = { ...(ticket !== undefined && { ticket }), ...(files && { attachments: files }) };
      return { seq: await replyAsOwner(desk, to, text, clientId, more) };
    },
    async takeover(body: OwnerUp['takeover']) {
      await takeOverConversation(desk, await target(body));
      return {};
    },
    async hand_back(body: OwnerUp['hand_back']) {
      await handBackToBot(desk, await target(body));
      return {};
    },
    async close(body: OwnerUp['close']) {
      await closeAsOwner(desk, await target(body));
      return {};
    },
    async seen({ site, conversation, seq }: OwnerUp['seen']) {
      await enterSite(site);
      await markSeenByOwner(desk, site, conversation, seq);
      return {};
    },
    async typing({ site, conversation, on }: OwnerUp['typing']) {
      await enterSite(site);
      options.announcer.ownerTypes((await row(site, conversation)).visitor.key, on);
      return {};
    },
    async block({ site, conversation, blocked, spam }: OwnerUp['block']) {
      await enterSite(site);
      await setBlocked(desk, site, conversation, blocked ? (spam ? 'spam' : 'blocked') : 'no');
      return {};
    },
    async presence({ site, mode }: OwnerUp['presence']) {
      await enterSite(site);
      await presence.setMode(site, mode);
      return {};
    },
    async activity({ site }: OwnerUp['activity']) {
      await enterSite(site);
      presence.touch(site);
      return {};
    },
  };
}

/** Of an erased conversation the tombstone alone knows what it was called. */
function erasedId({ entry }: StoredEvent): string {
  return (entry.type === 'erased' ? entry.conversation : undefined) ?? '';
}

/** As many events as fit into a page's bytes, but at least one. */
function page(events: StoredEvent[]): StoredEvent[] {
  let bytes = 0;
  const end = events.findIndex(({ entry }, index) => {
    bytes += 'text' in entry ? Buffer.byteLength(entry.text) : 0;
    return bytes > MAX_PAGE_BYTES && index > 0;
  });
  return end === -1 ? events : events.slice(0, end);
}
