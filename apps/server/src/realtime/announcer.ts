import type { Announcement, Desk, Visitor } from '@solodesk/core';
import type { VisitorDownEvents } from '@solodesk/protocol/visitor';
import type { OnlineVisitors } from './online-visitors.ts';
import type { OwnerFeed } from './owner-feed.ts';
import { toWireEvent } from './wire-mapping.ts';

/** Carries what the bus announces to the sockets that must hear of it. Everything announced is on disk already. */
export class Announcer {
  readonly #desk: Desk;
  readonly #online: OnlineVisitors;
  readonly #feed: OwnerFeed;

  constructor(desk: Desk, online: OnlineVisitors, feed: OwnerFeed) {
    this.#desk = desk;
    this.#online = online;
    this.#feed = feed;
    desk.bus.subscribe((announcement) => this.#announce(announcement));
  }

  #announce(announcement: Announcement): void {
    switch (announcement.kind) {
      case 'events': {
        const { conversation, events } = announcement;
        this.#tellVisitor(conversation.visitorKey, 'events', {
          conversation: conversation.id,
          state: conversation.state,
          events: events.map(toWireEvent),
        });
        this.#feed.gather(conversation, events);
        return;
      }
      case 'seen':
        if (announcement.side === 'owner') {
          const { visitorKey, ownerSeenSeq } = announcement.conversation;
          this.#tellVisitor(visitorKey, 'seen', { seq: ownerSeenSeq });
        }
        this.#feed.gather(announcement.conversation, []);
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
    this.#tellVisitor(visitorKey, 'typing', { from: 'owner', on });
  }

  presenceChanged(site: string): void {
    const here = this.#desk.presence.isHere(site);
    const name = this.#desk.sites.get(site)?.ownerName ?? '';
    for (const { socket } of this.#online.ofSite(site)) socket.emit('presence', { here, name });
  }

  async #visitorShown(visitor: Visitor): Promise<void> {
    if (!this.#feed.isWatched(visitor.site)) return;
    const conversation = await this.#desk.store.findConversationOfVisitor(visitor.site, visitor.key);
    if (conversation !== null) this.#feed.gather(conversation, []);
  }

  #tellVisitor<E extends keyof VisitorDownEvents>(
    visitorKey: number,
    event: E,
    ...body: Parameters<VisitorDownEvents[E]>
  ): void {
    for (const { socket } of this.#online.of(visitorKey)) socket.emit(event, ...body);
  }

  /** Nobody waits for these; a failure is logged, and the next sync shows the truth. */
  #later(work: Promise<void>): void {
    work.catch((cause: unknown) => this.#desk.log.error({ err: cause }, 'an announcement failed'));
  }
}
