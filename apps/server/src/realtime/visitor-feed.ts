import type { Conversation, StoredEvent } from '@solodesk/core';
import type { VisitorDownEvents } from '@solodesk/protocol/visitor';
import type { OnlineVisitors } from './online-visitors.ts';
import { toWireEvent } from './wire-mapping.ts';

interface Held {
  events: StoredEvent[];
  timer: NodeJS.Timeout;
}

/** How long a message waits for the bot's answer to travel along: the bot usually needs a few milliseconds. */
const HOLD_MS = 40;

/**
 * What the sockets of each visitor hear. A message that the bot is about to answer is known to its sender by the ack
 * already, so it waits a moment and goes out with the answer: one packet instead of two.
 */
export class VisitorFeed {
  readonly #online: OnlineVisitors;
  readonly #held = new Map<number, Held>();

  constructor(online: OnlineVisitors) {
    this.#online = online;
  }

  /** New events of a conversation, as of their commit. */
  events(conversation: Conversation, events: readonly StoredEvent[]): void {
    const { visitorKey } = conversation;
    if (!this.#online.isOnline(visitorKey)) return;
    const held = this.#held.get(visitorKey);
    if (held !== undefined) held.events.push(...events);
    if (conversation.botDue.length === 0) return this.#send(conversation, held?.events ?? events);
    if (held !== undefined) return;
    const all = [...events];
    const timer = setTimeout(() => this.#send(conversation, all), HOLD_MS);
    this.#held.set(visitorKey, { events: all, timer });
  }

  tell<E extends keyof VisitorDownEvents>(
    visitorKey: number,
    event: E,
    ...body: Parameters<VisitorDownEvents[E]>
  ): void {
    for (const { socket } of this.#online.of(visitorKey)) socket.emit(event, ...body);
  }

  #send(conversation: Conversation, events: readonly StoredEvent[]): void {
    const held = this.#held.get(conversation.visitorKey);
    if (held !== undefined) clearTimeout(held.timer);
    this.#held.delete(conversation.visitorKey);
    this.tell(conversation.visitorKey, 'events', {
      conversation: conversation.id,
      state: conversation.state,
      events: events.map(toWireEvent),
    });
  }
}
