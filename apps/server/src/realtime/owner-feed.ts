import type { Conversation, InboxRow, Log, Store, StoredEvent } from '@solodesk/core';
import type { OwnerDownEvents } from '@solodesk/protocol/owner';
import type { Socket } from 'socket.io';
import type { SignedIn } from '../auth/sessions.ts';
import type { ContactNames } from './contact-names.ts';
import type { OnlineVisitors } from './online-visitors.ts';
import { toOwnerEvent, toSummary } from './wire-mapping.ts';

interface Pending {
  events: { event: StoredEvent; conversationId: string }[];
  /** The newest state of each conversation that something happened to. */
  changed: Map<number, Conversation>;
}

/** How long what happens is gathered before consoles hear of it: unnoticed by a person, and one packet instead of many. */
const GATHER_MS = 100;

/**
 * What the consoles of each site hear. Events are gathered for a moment and sent as one packet a site, so that a busy
 * site costs a console a few packets a second, not one a message. A console that misses one syncs by its cursor.
 */
export class OwnerFeed {
  readonly #store: Store;
  readonly #names: ContactNames;
  readonly #online: OnlineVisitors;
  readonly #log: Log;
  readonly #watchers = new Map<string, Set<Socket>>();
  readonly #pending = new Map<string, Pending>();

  constructor(store: Store, names: ContactNames, online: OnlineVisitors, log: Log) {
    this.#store = store;
    this.#names = names;
    this.#online = online;
    this.#log = log;
    names.listen({
      isWatched: (site) => this.isWatched(site),
      renamed: (site, visitorKeys) => {
        this.#renamed(site, visitorKeys).catch((cause: unknown) =>
          log.error({ err: cause, site }, 'consoles missed how somebody is called'),
        );
      },
    });
  }

  watch(site: string, socket: Socket): void {
    const watchers = this.#watchers.get(site) ?? new Set();
    watchers.add(socket);
    this.#watchers.set(site, watchers);
  }

  unwatch(socket: Socket): void {
    for (const [site, watchers] of this.#watchers) {
      watchers.delete(socket);
      if (watchers.size === 0) this.#watchers.delete(site);
    }
  }

  isWatched(site: string): boolean {
    return this.#watchers.has(site);
  }

  tell<E extends keyof OwnerDownEvents>(site: string, event: E, ...body: Parameters<OwnerDownEvents[E]>): void {
    for (const socket of this.#watchers.get(site) ?? []) socket.emit(event, ...body);
  }

  /** On all devices of an account. */
  tellAccount<E extends keyof OwnerDownEvents>(
    account: number,
    event: E,
    ...body: Parameters<OwnerDownEvents[E]>
  ): void {
    const sockets = new Set([...this.#watchers.values()].flatMap((watchers) => [...watchers]));
    for (const socket of sockets) if ((socket.data as SignedIn).accountKey === account) socket.emit(event, ...body);
  }

  /** Events of a conversation, or only its new state (seen marks, block, online). */
  gather(conversation: Conversation, events: readonly StoredEvent[]): void {
    if (!this.isWatched(conversation.site)) return;
    const pending = this.#pendingOf(conversation.site);
    for (const event of events) pending.events.push({ event, conversationId: conversation.id });
    const known = pending.changed.get(conversation.key);
    if (known === undefined || known.version <= conversation.version)
      pending.changed.set(conversation.key, conversation);
  }

  #pendingOf(site: string): Pending {
    let pending = this.#pending.get(site);
    if (pending === undefined) {
      pending = { events: [], changed: new Map() };
      this.#pending.set(site, pending);
      setTimeout(() => {
        this.#flush(site).catch((cause: unknown) => this.#log.error({ err: cause, site }, 'consoles missed a packet'));
      }, GATHER_MS);
    }
    return pending;
  }

  async #flush(site: string): Promise<void> {
    const pending = this.#pending.get(site);
    this.#pending.delete(site);
    if (pending === undefined || !this.isWatched(site)) return;
    const rows = await this.#rows(site, pending.changed);
    const names = await this.#names.of(
      site,
      rows.map(({ visitor }) => visitor.key),
    );
    const conversations = rows.map((row) => {
      const { key } = row.visitor;
      return toSummary(row, this.#online.isOnline(key), names.get(key));
    });
    if (pending.events.length === 0) {
      for (const conversation of conversations) this.tell(site, 'conversation', { site, conversation });
      return;
    }
    const events = pending.events.map(({ event, conversationId }) => toOwnerEvent(event, conversationId));
    this.tell(site, 'events', { site, cursor: events.at(-1)!.id, events, conversations });
  }

  /** A conversation's number is its visitor's. */
  async #renamed(site: string, visitorKeys: readonly number[]): Promise<void> {
    if (!this.isWatched(site)) return;
    for (const { conversation } of await this.#store.rows(site, visitorKeys)) this.gather(conversation, []);
  }

  /** What is announced is what was committed, and a visitor who is here is known: only the others are read again. */
  async #rows(site: string, changed: ReadonlyMap<number, Conversation>): Promise<InboxRow[]> {
    const rows: InboxRow[] = [];
    const unknown: number[] = [];
    for (const [key, conversation] of changed) {
      const visitor = this.#online.visitor(conversation.visitorKey);
      if (visitor === null) unknown.push(key);
      else rows.push({ conversation, visitor });
    }
    return unknown.length === 0 ? rows : rows.concat(await this.#store.rows(site, unknown));
  }
}
