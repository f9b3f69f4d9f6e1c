import type {
  ConversationState,
  Failure,
  LogEvent,
  LogPage,
  Presence,
  TrackEvent,
  VisitorAcks,
  VisitorHandshake,
  VisitorUp,
  Welcome,
  WireError,
} from '@solodesk/protocol/visitor';

/** Omit that keeps a union a union. */
type Unplaced<E> = E extends unknown ? Omit<E, 'seq' | 'at'> : never;

export interface FakeConversation {
  id: string;
  state: ConversationState;
  ownerName: string | null;
  ownerSeenSeq: number;
  visitorSeenSeq: number;
  log: LogEvent[];
}

export interface FakeVisitor {
  token: string;
  conversation: FakeConversation | null;
  /** What was answered to each client id: a repeat gets the first one's acknowledgement. */
  answers: Map<string, { conversation: string; seq: number }>;
  tracked: Map<string, TrackEvent>;
  handshake: VisitorHandshake;
}

/** One connection as the server has it. */
export interface ServerSide {
  visitor?: FakeVisitor;
  push(event: string, body: unknown): void;
  /** `io server disconnect`. */
  cut(): void;
}

type Answers = {
  [E in keyof VisitorUp]: (visitor: FakeVisitor, body: VisitorUp[E], from: ServerSide) => VisitorAcks[E];
};

/** The tiny model of a server: a log a visitor, each client id once, pages, pushes to every tab. */
export interface FakeServer {
  readonly visitors: Map<string, FakeVisitor>;
  presence: Presence;
  pageSize: number;
  /** Says something to each visitor's message. */
  bot: boolean;
  /** Tells a message to its sender by an event, as where more happened than the message; else by the ack alone. */
  echoes: boolean;
  /** Refuses what it answers with an error, before anything is done. */
  intercept: ((event: string, body: unknown) => WireError | undefined) | null;
  /** Everything that was asked, in order, repeats too. */
  readonly heard: { event: keyof VisitorUp; body: VisitorUp[keyof VisitorUp] }[];
  /** The connections, newest last. */
  readonly sides: Set<ServerSide>;
  accept(handshake: VisitorHandshake, side: ServerSide): WireError | null;
  handle(side: ServerSide, event: keyof VisitorUp, body: unknown): VisitorAcks[keyof VisitorUp];
  append(visitor: FakeVisitor, event: Unplaced<LogEvent>, state?: ConversationState): number;
  /** The visitor's conversation, made if there is none. */
  conversation(visitor: FakeVisitor): FakeConversation;
}

const refusal = (kind: WireError['kind']): Failure => ({ ok: false, error: { kind, message: kind } });

export function createFakeServer(now: () => number): FakeServer {
  let made = 0;

  const toAll = (visitor: FakeVisitor, event: string, body: unknown, except?: ServerSide) => {
    for (const side of server.sides) if (side.visitor === visitor && side !== except) side.push(event, body);
  };

  const append = (visitor: FakeVisitor, event: Unplaced<LogEvent>, state?: ConversationState, except?: ServerSide) => {
    const conversation = server.conversation(visitor);
    conversation.state = state ?? conversation.state;
    const placed = { ...event, seq: conversation.log.length + 1, at: now() } as LogEvent;
    conversation.log.push(placed);
    toAll(visitor, 'events', { conversation: conversation.id, state: conversation.state, events: [placed] }, except);
    return placed.seq;
  };

  const page = ({ conversation }: FakeVisitor, after: number): LogPage => {
    const log = conversation?.log ?? [];
    const events = log.slice(after, after + server.pageSize);
    return {
      conversation: conversation?.id ?? null,
      state: conversation?.state ?? 'bot',
      events,
      more: after + events.length < log.length,
      lastSeq: log.length,
    };
  };

  const answers: Answers = {
    message(visitor, { clientId, text }, from) {
      const known = visitor.answers.get(clientId);
      if (known) return { ok: true, ...known };
      const at = now();
      const seq = append(
        visitor,
        { type: 'visitor_message', text, clientId },
        undefined,
        server.echoes ? undefined : from,
      );
      const answer = { conversation: server.conversation(visitor).id, seq };
      visitor.answers.set(clientId, answer);
      if (server.bot) append(visitor, { type: 'bot_message', text: `re: ${text}`, replyTo: seq });
      return { ok: true, ...answer, ...(!server.echoes && { at }) };
    },
    pull: (visitor, { after }) => ({ ok: true, ...page(visitor, after) }),
    seen(visitor, { seq }) {
      const conversation = server.conversation(visitor);
      conversation.visitorSeenSeq = Math.max(conversation.visitorSeenSeq, seq);
      return { ok: true };
    },
    typing: () => ({ ok: true }),
    end(visitor, { clientId }) {
      const known = visitor.answers.get(clientId);
      if (known) return { ok: true, seq: known.seq };
      const seq = append(visitor, { type: 'closed', by: 'visitor' }, 'closed');
      visitor.answers.set(clientId, { conversation: server.conversation(visitor).id, seq });
      return { ok: true, seq };
    },
    await_fix: () => ({ ok: true }),
    rate: () => ({ ok: true }),
    suggest: (_visitor, { text }) => ({ ok: true, suggestions: [{ intent: `faq.${text}`, question: `${text}?` }] }),
    locale: () => ({ ok: true }),
    identify: (_visitor, { hash }) => ({ ok: true, verified: hash === 'good' }),
    page: () => ({ ok: true }),
    track(visitor, { events }) {
      for (const event of events) visitor.tracked.set(event.clientId, event);
      return { ok: true };
    },
  };

  const server: FakeServer = {
    visitors: new Map(),
    presence: { here: true, name: 'Ana' },
    pageSize: 5,
    bot: false,
    echoes: false,
    intercept: null,
    heard: [],
    sides: new Set(),
    conversation(visitor) {
      const id = `conversation-${visitor.token}-${made}`;
      visitor.conversation ??= {
        ...{ id, state: 'bot', ownerName: null, ownerSeenSeq: 0, visitorSeenSeq: 0 },
        log: [],
      };
      return visitor.conversation;
    },
    accept(handshake, side) {
      const refused = server.intercept?.('connect', handshake);
      if (refused) return refused;
      const token = handshake.token ?? `token-${++made}`;
      const known = server.visitors.get(token);
      if (handshake.token && !known) return { kind: 'unauthorized', message: 'no such session' };
      const visitor = known ?? { token, conversation: null, answers: new Map(), tracked: new Map(), handshake };
      server.visitors.set(token, visitor);
      visitor.handshake = handshake;
      side.visitor = visitor;
      server.sides.add(side);
      const { conversation } = visitor;
      const welcome: Welcome = {
        v: 1,
        token,
        verified: handshake.identity?.hash === 'good',
        presence: server.presence,
        conversation: conversation && {
          id: conversation.id,
          state: conversation.state,
          lastSeq: conversation.log.length,
          ownerSeenSeq: conversation.ownerSeenSeq,
          visitorSeenSeq: conversation.visitorSeenSeq,
          ownerName: conversation.ownerName,
        },
        serverTime: now(),
      };
      side.push('welcome', welcome);
      return null;
    },
    handle(side, event, body) {
      server.heard.push({ event, body: body as never });
      const refused = server.intercept?.(event, body);
      if (refused) return { ok: false, error: refused };
      if (!side.visitor) return refusal('unauthorized');
      return answers[event](side.visitor, body as never, side);
    },
    append,
  };
  return server;
}
