import type { Visitor } from '@solodesk/core';
import type { Socket } from 'socket.io';

export interface VisitorSession {
  readonly socket: Socket;
  /** As last loaded; replaced whenever the visitor changes. */
  visitor: Visitor;
}

/**
 * Which sockets a visitor has here. Events find their way by this instead of by Socket.IO's rooms: other nodes hear of
 * them over the bus, and a direct `emit` costs a third of a room's.
 */
export class OnlineVisitors {
  readonly #sessions = new Map<number, Set<VisitorSession>>();

  add(session: VisitorSession): void {
    const all = this.#sessions.get(session.visitor.key) ?? new Set();
    all.add(session);
    this.#sessions.set(session.visitor.key, all);
  }

  /** @returns whether that was the visitor's last socket. */
  remove(session: VisitorSession): boolean {
    const all = this.#sessions.get(session.visitor.key);
    all?.delete(session);
    if (all?.size === 0) this.#sessions.delete(session.visitor.key);
    return !this.isOnline(session.visitor.key);
  }

  of(visitorKey: number): Iterable<VisitorSession> {
    return this.#sessions.get(visitorKey) ?? [];
  }

  /** The visitor as its sessions know it; null when none is here. */
  visitor(visitorKey: number): Visitor | null {
    for (const { visitor } of this.of(visitorKey)) return visitor;
    return null;
  }

  ofSite(site: string): VisitorSession[] {
    return [...this.#sessions.values()].flatMap((all) => [...all]).filter(({ visitor }) => visitor.site === site);
  }

  isOnline(visitorKey: number): boolean {
    return this.#sessions.has(visitorKey);
  }
}
