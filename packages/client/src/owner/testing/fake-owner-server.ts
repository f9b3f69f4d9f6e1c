import type { WireError } from '@solodesk/protocol';
import type {
  ConversationNote,
  InboxFilter,
  OwnerAcks,
  OwnerEvent,
  OwnerUp,
  QueueItem,
} from '@solodesk/protocol/owner';
import type { OwnerSocket, OwnerSocketEvents } from '../owner-socket.ts';
import { createFakeDesk } from './fake-desk.ts';
import type { FakeDesk, NewEvent } from './fake-desk.ts';

type Line = { socket: FakeSocket; toServer: (() => void)[]; toClient: (() => void)[] };

/** A socket whose other end is the fake server; the test cuts its line, or makes it lose what the server pushes. */
export interface FakeSocket extends OwnerSocket {
  /** Ends the line, and what is on it; it stays ended until `connect`. */
  cut(): void;
  /** While true, pushes are lost and answers arrive: a half-dead line. */
  deaf: boolean;
  /** While true, nothing is answered at all. */
  silent: boolean;
  readonly sent: { event: keyof OwnerUp; body: unknown }[];
  hear<E extends keyof OwnerSocketEvents>(event: E, ...args: Parameters<OwnerSocketEvents[E]>): void;
}

export interface FakeOwnerServer {
  desk(site: string): FakeDesk;
  socket(): FakeSocket;
  /** The next request of this name is answered with an error. */
  refuse(event: keyof OwnerUp, error: WireError, times?: number): void;
  /** Forgets what was still to be refused. */
  allow(): void;
  /** Something happens on a site, and every subscribed console is told. */
  happen(site: string, conversation: string, event: NewEvent): OwnerEvent;
  /** Items of a site's queue are new, others than before, or gone; every subscribed console is told. */
  changeQueue(site: string, changed: QueueItem[], gone?: string[]): void;
  /** Delivers what is on all lines, until nothing more comes. */
  flush(): Promise<void>;
}

const PAGE = 20;

export function createFakeOwnerServer(now: () => number): FakeOwnerServer {
  const desks = new Map<string, FakeDesk>();
  const lines: Line[] = [];
  const noted = new Map<string, ConversationNote[]>();
  const notes = (conversation: string) => noted.get(conversation) ?? [];
  const subscribed = new Map<FakeSocket, Set<string>>();
  const refusals: { event: keyof OwnerUp; error: WireError }[] = [];
  const desk = (site: string) => {
    const found = desks.get(site) ?? createFakeDesk(now);
    desks.set(site, found);
    return found;
  };

  function push<E extends keyof OwnerSocketEvents>(site: string, event: E, ...args: Parameters<OwnerSocketEvents[E]>) {
    for (const { socket, toClient } of lines) {
      if (!socket.connected || !subscribed.get(socket)?.has(site) || socket.deaf) continue;
      toClient.push(() => socket.hear(event, ...args));
    }
  }

  function happen(site: string, conversation: string, event: NewEvent): OwnerEvent {
    const stored = desk(site).append(conversation, event);
    const conversations = [desk(site).conversations.get(conversation)!];
    push(site, 'events', { site, cursor: stored.id, events: [stored], conversations });
    return stored;
  }

  function change(site: string, conversation: string, changes: Parameters<FakeDesk['patch']>[1]): void {
    push(site, 'conversation', { site, conversation: desk(site).patch(conversation, changes) });
  }

  function changeQueue(site: string, changed: QueueItem[], gone: string[] = []): void {
    const { queue } = desk(site);
    const names = new Set([...changed.map(({ id }) => id), ...gone]);
    queue.items = [...queue.items.filter(({ id }) => !names.has(id)), ...changed];
    queue.version += 1;
    push(site, 'queue', { site, version: queue.version, changed, gone });
  }

  const filters: Record<InboxFilter, (state: string) => boolean> = {
    waiting: (state) => state === 'waiting',
    open: (state) => state !== 'closed',
    closed: (state) => state === 'closed',
  };

  const noSuchTicket = { ok: false, error: { kind: 'not_found', message: 'no such ticket' } } as const;
  const noDetails = {
    locale: 'en' as const,
    details: [],
    missing: [],
    reasons: [],
    route: { rule: null, because: [], byHand: false },
    conversation: null,
    solvedAt: null,
    complaint: null,
    history: [],
  };

  const answers: { [E in keyof OwnerUp]: (socket: FakeSocket, body: OwnerUp[E]) => OwnerAcks[E] } = {
    inbox(socket, { site, filter, before }) {
      subscribed.set(socket, (subscribed.get(socket) ?? new Set()).add(site));
      const all = [...desk(site).conversations.values()];
      const fitting = all
        .filter(({ state, lastAt }) => filters[filter](state) && (before === undefined || lastAt < before))
        .sort((a, b) => b.lastAt - a.lastAt);
      return {
        ok: true,
        conversations: fitting.slice(0, PAGE),
        more: fitting.length > PAGE,
        cursor: desk(site).stream.at(-1)?.id ?? 0,
        waiting: all.filter(({ state }) => state === 'waiting').length,
        presence: { mode: 'auto', here: true },
        problems: desk(site).problems,
      };
    },
    sync(_, { site, cursor }) {
      const after = desk(site).stream.filter(({ id }) => id > cursor);
      const events = after.slice(0, PAGE);
      const touched = new Set(events.map(({ conversation }) => conversation));
      return {
        ok: true,
        events,
        conversations: [...touched].map((id) => desk(site).conversations.get(id)!),
        cursor: events.at(-1)?.id ?? cursor,
        more: after.length > PAGE,
      };
    },
    open(_, { site, conversation, before, after, around }) {
      const detail = desk(site).detail(conversation);
      if (!detail) return { ok: false, error: { kind: 'not_found', message: 'no such conversation' } };
      const log = desk(site).log(conversation);
      const until = (seq: number, limit: number) => log.slice(Math.max(0, seq - limit), seq);
      const events =
        around !== undefined
          ? [...until(around, PAGE / 2), ...log.slice(around, around + PAGE / 2)]
          : after !== undefined
            ? log.slice(after, after + PAGE)
            : until(before === undefined ? log.length : before - 1, PAGE);
      return { ok: true, conversation: detail, events, more: (events[0]?.seq ?? 1) > 1, notes: notes(conversation) };
    },
    reply(_, { site, conversation, clientId, text }) {
      const known = desk(site).log(conversation);
      const first = known.find((event) => event.type === 'owner_message' && event.clientId === clientId);
      if (first) return { ok: true, seq: first.seq };
      if (desk(site).conversations.get(conversation)?.state !== 'owner') {
        happen(site, conversation, { type: 'takeover', name: 'Mei' });
      }
      return { ok: true, seq: happen(site, conversation, { type: 'owner_message', text, name: 'Mei', clientId }).seq };
    },
    takeover(_, { site, conversation }) {
      happen(site, conversation, { type: 'takeover', name: 'Mei' });
      return { ok: true };
    },
    hand_back(_, { site, conversation }) {
      happen(site, conversation, { type: 'hand_back', by: 'owner' });
      return { ok: true };
    },
    close(_, { site, conversation }) {
      happen(site, conversation, { type: 'closed', by: 'owner' });
      return { ok: true };
    },
    seen(_, { site, conversation, seq }) {
      const lastSeq = desk(site).conversations.get(conversation)?.lastSeq ?? 0;
      change(site, conversation, { ownerSeenSeq: seq, ...(seq >= lastSeq ? { unread: 0 } : {}) });
      return { ok: true };
    },
    typing: () => ({ ok: true }),
    block(_, { site, conversation, blocked }) {
      const summary = desk(site).conversations.get(conversation);
      if (!summary) return { ok: false, error: { kind: 'not_found', message: 'no such conversation' } };
      change(site, conversation, { visitor: { ...summary.visitor, blocked } });
      return { ok: true };
    },
    presence(_, { site, mode }) {
      push(site, 'presence', { site, presence: { mode, here: mode !== 'away' } });
      return { ok: true };
    },
    activity: () => ({ ok: true }),
    tickets: (_, { site }) => ({
      ok: true,
      tickets: desk(site).tickets,
      more: false,
      views: [],
      counts: { open: desk(site).tickets.length, waiting: 0, solved: 0 },
      categories: ['general'],
      targets: [],
    }),
    ticket: () => noSuchTicket,
    ticket_change(_, { site, number, state }) {
      const ticket = desk(site).tickets.find((one) => one.number === number);
      if (!ticket) return noSuchTicket;
      const changed = { ...ticket, state: state ?? ticket.state };
      push(site, 'ticket', { site, ticket: changed });
      return { ok: true, ticket: { ...changed, ...noDetails } };
    },
    queue: (_, { site }) => ({ ok: true, version: desk(site).queue.version, items: [...desk(site).queue.items] }),
    queue_put(_, { site, item, how }) {
      const found = desk(site).queue.items.find(({ id }) => id === item);
      const away = how === 'back' ? null : { until: how === 'done' ? null : now() + 3_600_000 };
      if (found) changeQueue(site, [{ ...found, away }]);
      return { ok: true, until: away?.until ?? null };
    },
    ticket_note: () => noSuchTicket,
    tickets_change: (_, { numbers }) => ({ ok: true, done: numbers, failed: [] }),
    answered_before: () => ({ ok: true, found: [] }),
    note_put(_, { site, conversation, id, text }) {
      noted.set(conversation, [...notes(conversation), { id, text, by: 'Mei', at: now() }]);
      push(site, 'notes', { site, conversation, notes: notes(conversation) });
      return { ok: true };
    },
    note_drop(_, { site, conversation, id }) {
      noted.set(
        conversation,
        notes(conversation).filter((note) => note.id !== id),
      );
      push(site, 'notes', { site, conversation, notes: notes(conversation) });
      return { ok: true };
    },
    canned: () => ({ ok: true, replies: [] }),
    canned_put: () => ({ ok: true }),
    canned_drop: () => ({ ok: true }),
    ticket_view_put: () => ({ ok: true }),
    ticket_view_drop: () => ({ ok: true }),
    ticket_offer: () => noSuchTicket,
  };

  function socket(): FakeSocket {
    const handlers = new Map<string, ((...args: never[]) => void)[]>();
    let connected = false;
    const toServer: (() => void)[] = [];
    const toClient: (() => void)[] = [];
    const self: FakeSocket = {
      get connected() {
        return connected;
      },
      deaf: false,
      silent: false,
      sent: [],
      connect() {
        if (connected) return;
        connected = true;
        toClient.push(() => self.hear('connect'));
      },
      disconnect: () => self.cut(),
      cut() {
        toServer.length = toClient.length = 0;
        subscribed.delete(self);
        if (!connected) return;
        connected = false;
        self.hear('disconnect');
      },
      on: (event, handler) => void handlers.set(event, [...(handlers.get(event) ?? []), handler as never]),
      hear: (event, ...args) => handlers.get(event)?.forEach((handler) => handler(...(args as never[]))),
      emit(event, body, ack) {
        self.sent.push({ event, body });
        toServer.push(() => {
          const at = refusals.findIndex((refusal) => refusal.event === event);
          const refusal = at < 0 ? undefined : refusals.splice(at, 1)[0];
          const answer = refusal ? { ok: false as const, error: refusal.error } : answers[event](self, body as never);
          if (!self.silent) toClient.push(() => ack(answer as never));
        });
      },
    };
    lines.push({ socket: self, toServer, toClient });
    return self;
  }

  return {
    desk,
    socket,
    happen,
    changeQueue,
    refuse: (event, error, times = 1) => refusals.push(...Array.from({ length: times }, () => ({ event, error }))),
    allow: () => void (refusals.length = 0),
    async flush() {
      for (let idle = 0; idle < 5;) {
        const step = lines.flatMap(({ toServer, toClient }) => [toServer.shift(), toClient.shift()]);
        idle = step.some(Boolean) ? 0 : idle + 1;
        for (const run of step) run?.();
        // The client's promises run between two packets, as they do in a browser.
        for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
      }
    },
  };
}
