import type { Erasure } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import type { OnlineVisitors } from '../realtime/online-visitors.ts';
import type { OwnerFeed } from '../realtime/owner-feed.ts';

export interface ErasureWatchParts {
  desk: Pick<Desk, 'store' | 'bus' | 'clock' | 'log'>;
  online: OnlineVisitors;
  feed: OwnerFeed;
}

/**
 * Tells widgets and consoles who was erased, also by another process (the command line): by the receipts, each of them once.
 * The widget's session is over, and it begins as somebody new; consoles take the conversation off every screen.
 */
export class ErasureWatch {
  readonly #parts: ErasureWatchParts;
  #seen = 0;
  #scrubs = false;
  #looking = Promise.resolve();

  constructor(parts: ErasureWatchParts) {
    this.#parts = parts;
  }

  /** What was erased before is known to nobody who comes from now on. */
  async start(): Promise<void> {
    this.#seen = await this.#parts.desk.store.lastErasure();
  }

  /** Looks once, after a look that is under way. */
  look(): Promise<void> {
    const next = this.#looking.then(() => this.#look());
    this.#looking = next.catch(() => undefined);
    return next;
  }

  async #look(): Promise<void> {
    const { store, log } = this.#parts.desk;
    for (const erasure of await store.erasuresAfter(this.#seen)) {
      await this.#tell(erasure);
      this.#seen = erasure.key;
      this.#scrubs = true;
      log.info({ site: erasure.site, receipt: erasure.id }, 'somebody was erased');
    }
    if (this.#scrubs) this.#scrubs = !(await store.scrub());
  }

  async #tell({ site, at, conversations, tickets, visitors }: Erasure): Promise<void> {
    const { desk, online, feed } = this.#parts;
    for (const visitor of visitors) {
      for (const { socket } of [...online.of(visitor)]) {
        socket.emit('goodbye', { kind: 'unauthorized', message: 'this conversation was erased' });
        socket.disconnect(true);
      }
    }
    const events = conversations.map(({ id, event }) => ({
      type: 'erased' as const,
      seq: 1,
      at,
      id: event,
      conversation: id,
    }));
    const cursor = conversations.at(-1)?.event;
    if (cursor !== undefined) feed.tell(site, 'events', { site, cursor, events, conversations: [] });
    for (const number of tickets) {
      const ticket = await desk.store.findTicketByNumber(site, number);
      if (ticket !== null) desk.bus.publish({ kind: 'ticket', ticket });
    }
  }
}
