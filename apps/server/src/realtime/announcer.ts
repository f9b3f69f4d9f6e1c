import type { Announcement, Visitor } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import type { OnlineVisitors } from './online-visitors.ts';
import type { OwnerFeed } from './owner-feed.ts';
import type { ReadChanges } from './read-changes.ts';
import { problemsOf, satisfactionQuestion } from './extras.ts';
import { toTicketSummary } from './ticket-wire.ts';
import type { VisitorFeed } from './visitor-feed.ts';

/** Carries what the bus announces to the sockets that must hear of it. Everything announced is on disk already. */
export class Announcer {
  readonly #desk: Desk;
  readonly #online: OnlineVisitors;
  readonly #feed: OwnerFeed;
  readonly #visitors: VisitorFeed;
  readonly #reads: ReadChanges;

  constructor(desk: Desk, online: OnlineVisitors, feed: OwnerFeed, visitors: VisitorFeed, reads: ReadChanges) {
    this.#desk = desk;
    this.#online = online;
    this.#feed = feed;
    this.#visitors = visitors;
    this.#reads = reads;
    desk.bus.subscribe((announcement) => this.#announce(announcement));
  }

  #announce(announcement: Announcement): void {
    switch (announcement.kind) {
      case 'events': {
        const { conversation, events } = announcement;
        this.#visitors.events(conversation, events);
        this.#feed.gather(conversation, events);
        return;
      }
      case 'seen':
        if (announcement.side === 'owner') {
          const { visitorKey, ownerSeenSeq } = announcement.conversation;
          this.#visitors.tell(visitorKey, 'seen', { seq: ownerSeenSeq });
        }
        this.#feed.gather(announcement.conversation, []);
        return;
      case 'ticket': {
        const { site } = announcement.ticket;
        const prefix = this.#desk.sites.get(site)?.ticketPrefix ?? site.toUpperCase();
        this.#feed.tell(site, 'ticket', { site, ticket: toTicketSummary(announcement.ticket, prefix) });
        return;
      }
      case 'survey':
        this.#reads.changed(announcement.site, 'surveys');
        if (announcement.visitorKey === null) return;
        this.#later(this.#surveyChanged(announcement.site, announcement.visitorKey));
        return;
      case 'visitor':
        this.#later(this.#visitorChanged(announcement.visitorKey));
    }
  }

  /** Every session of a changed visitor sees the change at once; a blocked one ends. */
  async #visitorChanged(visitorKey: number): Promise<void> {
    const visitor = await this.#desk.store.findVisitor(visitorKey);
    if (visitor === null) return;
    for (const session of this.#online.of(visitorKey)) {
      session.visitor = visitor;
      if (visitor.blocked === 'no') continue;
      session.socket.emit('goodbye', { kind: 'refused', message: 'this chat is closed for you' });
      session.socket.disconnect(true);
    }
    await this.#visitorShown(visitor);
  }

  /** The visitor came or went. */
  visitorCameOrWent(visitor: Visitor): void {
    this.#later(this.#visitorShown(visitor));
  }

  visitorTypes(visitor: Visitor, on: boolean): void {
    if (!this.#feed.isWatched(visitor.site)) return;
    this.#later(
      this.#desk.store.findConversationOfVisitor(visitor.site, visitor.key).then((conversation) => {
        if (conversation === null) return;
        this.#feed.tell(visitor.site, 'typing', { site: visitor.site, conversation: conversation.id, on });
      }),
    );
  }

  ownerTypes(visitorKey: number, on: boolean): void {
    this.#visitors.tell(visitorKey, 'typing', { from: 'owner', on });
  }

  presenceChanged(site: string): void {
    const here = this.#desk.presence.isHere(site);
    const name = this.#desk.sites.get(site)?.ownerName ?? '';
    for (const { socket } of this.#online.ofSite(site)) socket.emit('presence', { here, name });
  }

  /** The known problems of a site changed: every open chat shows it at once. */
  problemsChanged(site: string): void {
    const problems = problemsOf(this.#desk, site);
    for (const { socket } of this.#online.ofSite(site)) socket.emit('extras', { problems });
  }

  /** Every page of a visitor asks the same, and knows what was answered on another. */
  async #surveyChanged(site: string, visitorKey: number): Promise<void> {
    if (!this.#online.isOnline(visitorKey)) return;
    const survey = await satisfactionQuestion(this.#desk, { site, key: visitorKey });
    this.#visitors.tell(visitorKey, 'extras', { survey });
  }

  async #visitorShown(visitor: Visitor): Promise<void> {
    if (!this.#feed.isWatched(visitor.site)) return;
    const conversation = await this.#desk.store.findConversationOfVisitor(visitor.site, visitor.key);
    if (conversation !== null) this.#feed.gather(conversation, []);
  }

  /** Nobody waits for these; a failure is logged, and the next sync shows the truth. */
  #later(work: Promise<void>): void {
    work.catch((cause: unknown) => this.#desk.log.error({ err: cause }, 'an announcement failed'));
  }
}
