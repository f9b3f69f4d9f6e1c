import type { Conversation, StoredEvent } from '@solodesk/core';
import type { VisitorDownEvents } from '@solodesk/protocol/visitor';
import type { Socket } from 'socket.io';
import type { OnlineVisitors } from './online-visitors.ts';
import { toWireEvent } from './wire-mapping.ts';

interface Sending {
  /** Null when two tabs send the same message: then all are told. */
  socket: Socket | null;
  /** When the message was logged, once its sender was left out; null before. */
  leftOutAt: number | null;
}

/**
 * What the sockets of each visitor hear. Who sends a message learns its place from the ack; the same in another packet
 * would cost as much as all that is decided about it, so only the visitor's other tabs hear of it.
 */
export class VisitorFeed {
  readonly #online: OnlineVisitors;
  readonly #sending = new Map<string, Sending>();

  constructor(online: OnlineVisitors) {
    this.#online = online;
  }

  /** A socket's message is on its way into the log, until `sent` is called with the same client id. */
  sending(clientId: string, socket: Socket): void {
    const other = this.#sending.has(clientId) && this.#sending.get(clientId)?.socket !== socket;
    this.#sending.set(clientId, { socket: other ? null : socket, leftOutAt: null });
  }

  /** @returns when the message was logged, if the ack is to tell what was not told otherwise; else null. */
  sent(clientId: string): number | null {
    const leftOutAt = this.#sending.get(clientId)?.leftOutAt ?? null;
    this.#sending.delete(clientId);
    return leftOutAt;
  }

  /** New events of a conversation, as of their commit. */
  events(conversation: Conversation, events: readonly StoredEvent[]): void {
    const sender = this.#senderOf(events);
    let body: Parameters<VisitorDownEvents['events']>[0] | null = null;
    for (const { socket } of this.#online.of(conversation.visitorKey)) {
      if (socket === sender) continue;
      body ??= { conversation: conversation.id, state: conversation.state, events: events.map(toWireEvent) };
      socket.emit('events', body);
    }
  }

  tell<E extends keyof VisitorDownEvents>(
    visitorKey: number,
    event: E,
    ...body: Parameters<VisitorDownEvents[E]>
  ): void {
    for (const { socket } of this.#online.of(visitorKey)) socket.emit(event, ...body);
  }

  /** The socket that needs not be told: what happened is its own message, and nothing else. */
  #senderOf(events: readonly StoredEvent[]): Socket | null {
    const [event] = events;
    if (events.length !== 1 || event?.entry.type !== 'visitor_message') return null;
    const sending = this.#sending.get(event.entry.clientId);
    if (sending === undefined || sending.socket === null) return null;
    sending.leftOutAt = event.at;
    return sending.socket;
  }
}
