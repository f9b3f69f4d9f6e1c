import {
  endChat,
  identify,
  markSeenByVisitor,
  receiveVisitorMessage,
  track,
  updateVisitor,
  visit,
} from '@solodesk/core';
import type { CheckedIdentity, Desk, Visitor, VisitorChange } from '@solodesk/core';
import { isOwnOrigin, originOf, siteAdmits } from './origins.ts';
import {
  MAX_PAGE_BYTES,
  MAX_PAGE_EVENTS,
  OLDEST_PROTOCOL_VERSION,
  PROTOCOL_VERSION,
  visitorHandshakeSchema,
  visitorUpSchemas,
} from '@solodesk/protocol/visitor';
import type { Identity, LogPage, VisitorHandshake, Welcome } from '@solodesk/protocol/visitor';
import type { Server, Socket } from 'socket.io';
import { hashToken } from '../system.ts';
import { openDoor } from './door.ts';
import type { Limits } from './limits.ts';
import type { OnlineVisitors, VisitorSession } from './online-visitors.ts';
import { toWireEvent } from './wire-mapping.ts';
import { toWireError, WireFault } from './wire-error.ts';
import { wellFormed } from './well-formed.ts';

export interface VisitorGatewayOptions {
  io: Server;
  desk: Desk;
  online: OnlineVisitors;
  limits: Limits;
  publicUrl: string | null;
  addressOf(socket: Socket): string;
  checkIdentity(site: string, identity: Identity): CheckedIdentity;
  onTyping(visitor: Visitor, on: boolean): void;
  onPresenceChange(visitor: Visitor): void;
  /** Whether new work is taken; false while the server drains. */
  accepting(): boolean;
}

/** Events that cost a write to disk and a turn of the bot. */
const HEAVY = new Set(['message', 'end', 'identify', 'track'] as const);
const SUGGESTIONS = 4;

/** The `/visitor` namespace: a session is checked once at the handshake, every event at the door. */
export function openVisitorGateway(options: VisitorGatewayOptions): void {
  const { io, desk } = options;
  const namespace = io.of('/visitor');
  namespace.use((socket, next) => {
    enter(options, socket).then(
      () => next(),
      (thrown: unknown) => {
        const error = toWireError(thrown);
        if (error.kind === 'internal') desk.log.error({ err: thrown }, 'a visitor could not enter');
        next(Object.assign(new Error(error.message), { data: error }));
      },
    );
  });
  namespace.on('connection', (socket) => {
    serve(options, socket).catch((thrown: unknown) => {
      desk.log.error({ err: thrown }, 'a visitor could not be welcomed');
      socket.emit('goodbye', toWireError(thrown));
      socket.disconnect();
    });
  });
}

async function enter(options: VisitorGatewayOptions, socket: Socket): Promise<void> {
  const { desk } = options;
  if (!options.accepting()) throw new WireFault('unavailable', 'the server is stopping');
  const parsed = visitorHandshakeSchema.safeParse(socket.handshake.auth);
  if (!parsed.success) throw new WireFault('bad_request', 'the handshake is not valid');
  const hello = parsed.data;
  if (hello.v < OLDEST_PROTOCOL_VERSION || hello.v > PROTOCOL_VERSION) {
    throw new WireFault(
      'upgrade_required',
      `this server speaks versions ${OLDEST_PROTOCOL_VERSION} to ${PROTOCOL_VERSION}`,
    );
  }
  const site = desk.sites.get(hello.site);
  const origin = originOf(socket.request);
  const foreign = origin !== null && !isOwnOrigin(origin, socket.request, options.publicUrl);
  // The same answer whether the site does not exist or does not want this origin.
  if (site === null || (foreign && !siteAdmits(site, origin))) throw new WireFault('not_found', 'no such site');
  const wait = options.limits.check('connection', { site: site.id }, desk.clock.now());
  if (wait > 0) throw new WireFault('rate_limited', 'too many connections', wait);

  const identity = hello.identity === undefined ? null : options.checkIdentity(site.id, hello.identity);
  const known = hello.token === undefined ? null : hashToken(hello.token);
  const { visitor, newToken } = await visit(desk, site, facts(hello, identity), known, () => {
    const token = desk.ids.token();
    return { token, hash: hashToken(token) };
  });
  if (visitor.blocked !== 'no') throw new WireFault('refused', 'this chat is closed for you');
  socket.data = { visitor, token: newToken ?? hello.token };
  // Engine and Socket.IO keep the whole request of the handshake; an idle connection needs none of it.
  socket.handshake.auth = {};
}

function facts(hello: VisitorHandshake, identity: CheckedIdentity | null) {
  return {
    locale: hello.locale,
    timeZone: hello.timeZone ?? null,
    page: hello.page === undefined ? null : { url: wellFormed(hello.page.url), title: wellFormed(hello.page.title) },
    referrer: hello.page?.referrer ?? null,
    consent: hello.consent ?? null,
    identity,
  };
}

async function serve(options: VisitorGatewayOptions, socket: Socket): Promise<void> {
  const { desk, online, limits } = options;
  const { visitor, token } = socket.data as { visitor: Visitor; token: string };
  const session: VisitorSession = { socket, visitor };
  online.add(session);
  socket.on('disconnect', () => {
    if (online.remove(session)) {
      options.onTyping(session.visitor, false);
      options.onPresenceChange(session.visitor);
    }
  });
  openDoor(socket, {
    schemas: visitorUpSchemas,
    handlers: handlersOf(options, session),
    heavy: HEAVY,
    sender: { person: visitor.key, address: options.addressOf(socket), site: visitor.site },
    limits,
    clock: desk.clock,
    log: desk.log,
  });
  socket.emit('welcome', await welcome(desk, visitor, token));
  options.onPresenceChange(visitor);
}

async function welcome(desk: Desk, visitor: Visitor, token: string): Promise<Welcome> {
  const conversation = await desk.store.findConversationOfVisitor(visitor.site, visitor.key);
  const site = desk.sites.get(visitor.site);
  return {
    v: PROTOCOL_VERSION,
    token,
    verified: visitor.verified,
    presence: { here: desk.presence.isHere(visitor.site), name: site?.ownerName ?? '' },
    conversation: conversation && {
      id: conversation.id,
      state: conversation.state,
      lastSeq: conversation.lastSeq,
      ownerSeenSeq: conversation.ownerSeenSeq,
      visitorSeenSeq: conversation.visitorSeenSeq,
      ownerName: conversation.ownerName,
    },
    serverTime: desk.clock.now(),
  };
}

function handlersOf(options: VisitorGatewayOptions, session: VisitorSession) {
  const { desk } = options;
  const change = async (by: VisitorChange) => {
    session.visitor = await updateVisitor(desk, session.visitor, by);
    return {};
  };
  return {
    async message({ clientId, text, intent }: { clientId: string; text: string; intent?: string | undefined }) {
      if (!options.accepting()) throw new WireFault('unavailable', 'the server is stopping');
      const words = { clientId, text: wellFormed(text), ...(intent !== undefined && { intent }) };
      const { conversation, seq } = await receiveVisitorMessage(desk, session.visitor, words);
      return { conversation: conversation.id, seq };
    },
    pull: ({ after }: { after: number }) => pullLog(desk, session.visitor, after),
    async seen({ seq }: { seq: number }) {
      await markSeenByVisitor(desk, session.visitor, seq);
      return {};
    },
    typing({ on }: { on: boolean }) {
      options.onTyping(session.visitor, on);
      return {};
    },
    end: async () => ({ seq: await endChat(desk, session.visitor) }),
    suggest({ text }: { text: string }) {
      const hits =
        desk.knowledge.of(session.visitor.site)?.search.search(text, session.visitor.locale, SUGGESTIONS) ?? [];
      return { suggestions: hits.map(({ intent, question }) => ({ intent, question })) };
    },
    locale: ({ locale }: { locale: Visitor['locale'] }) => change({ locale }),
    async identify(identity: Identity) {
      session.visitor = await identify(desk, session.visitor, options.checkIdentity(session.visitor.site, identity));
      return { verified: session.visitor.verified };
    },
    page: ({ url, title }: { url: string; title: string }) =>
      change({ page: { url: wellFormed(url), title: wellFormed(title) } }),
    async track({ events }: { events: Parameters<typeof track>[2] }) {
      await track(desk, session.visitor, events);
      return {};
    },
  };
}

/** One page of the visitor's log; the same for the widget and for whoever asks over HTTP. */
async function pullLog(desk: Desk, visitor: Visitor, after: number): Promise<LogPage> {
  const conversation = await desk.store.findConversationOfVisitor(visitor.site, visitor.key);
  if (conversation === null) return { conversation: null, state: 'bot', events: [], more: false, lastSeq: 0 };
  const events = await desk.store.readLog(conversation.key, {
    after,
    limit: MAX_PAGE_EVENTS,
    maxBytes: MAX_PAGE_BYTES,
  });
  const last = events.at(-1)?.seq ?? after;
  return {
    conversation: conversation.id,
    state: conversation.state,
    events: events.map(toWireEvent),
    more: last < conversation.lastSeq && events.length > 0,
    lastSeq: conversation.lastSeq,
  };
}
