import type { Visitor } from '@solodesk/core';
import { tooManyClaims, visit } from '@solodesk/core/use-cases';
import type { CheckedIdentity } from '@solodesk/core/use-cases';
import { knownZone } from './known-zone.ts';
import { isOwnOrigin, originOf, siteAdmits } from './origins.ts';
import { PROTOCOL_VERSION, plainMessage, visitorHandshakeSchema, visitorUpSchemas } from '@solodesk/protocol/visitor';
import type { VisitorHandshake, Welcome, WireError } from '@solodesk/protocol/visitor';
import type { Socket } from 'socket.io';
import { hashToken } from '../system.ts';
import { badRequest, openDoor } from './door.ts';
import type { VisitorSession } from './online-visitors.ts';
import type { VisitorGatewayOptions } from './visitor-gateway-options.ts';
import { extrasFor } from './extras.ts';
import { visitorHandlers } from './visitor-handlers.ts';
import { mustSpeakOurVersion } from './spoken-version.ts';
import { isUnforeseen, toWireError, WireFault } from './wire-error.ts';
import { wellFormedBody } from './well-formed.ts';

/** Events that cost a write to disk and a turn of the bot. */
const HEAVY = new Set(['message', 'end', 'identify', 'await_fix', 'rate', 'track'] as const);

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
      if (isUnforeseen(thrown)) desk.log.error({ err: thrown }, 'a visitor could not be welcomed');
      socket.emit('goodbye', toWireError(thrown));
      socket.disconnect(true);
    });
  });
}

async function enter(options: VisitorGatewayOptions, socket: Socket): Promise<void> {
  const { desk } = options;
  if (!options.intake.isOpen) throw new WireFault('unavailable', 'the server is stopping');
  options.limits.mustPass('session', { address: options.addressOf(socket) }, desk.clock.now());
  mustSpeakOurVersion(socket.handshake.auth);
  const { hello, fault } = read(socket.handshake.auth);
  const site = desk.sites.get(hello.site);
  const origin = originOf(socket.request);
  const foreign = origin !== null && !isOwnOrigin(origin, socket.request, options.publicUrl);
  // The same answer whether the site does not exist or does not want this origin.
  if (site === null || (foreign && !siteAdmits(site, origin))) throw new WireFault('not_found', 'no such site');
  options.limits.mustPass('session', { site: site.id }, desk.clock.now());

  const identity = hello.identity === undefined ? null : options.checkIdentity(site.id, hello.identity);
  const known = hello.token === undefined ? null : hashToken(hello.token);
  const { visitor, newToken, taken } = await visit(desk, site, facts(hello, identity), known, () => {
    const token = desk.ids.token();
    return { token, hash: hashToken(token) };
  });
  if (visitor.blocked !== 'no') throw closedForYou();
  const complaint = fault ?? (taken ? null : toWireError(tooManyClaims()));
  socket.data = { visitor, token: newToken ?? hello.token ?? '', complaint } satisfies Entered;
  // Engine and Socket.IO keep the whole request of the handshake; an idle connection needs none of it.
  socket.handshake.auth = {};
}

/** What is known of a visitor between the handshake and the welcome. */
interface Entered {
  visitor: Visitor;
  token: string;
  /** What the page claimed about the visitor and was not taken. */
  complaint: WireError | null;
}

/**
 * A mistake in what the page claims about the visitor must not cost them the chat: they come without those claims.
 * @throws WireFault `bad_request` for any other mistake.
 */
function read(auth: Record<string, unknown>): { hello: VisitorHandshake; fault: WireError | null } {
  const parsed = visitorHandshakeSchema.safeParse(auth);
  if (parsed.success) return { hello: wellFormedBody(parsed.data), fault: null };
  const onlyClaims = parsed.error.issues.every(({ path }) => path[0] === 'identity' && path[1] === 'attributes');
  if (!onlyClaims) throw new WireFault('bad_request', 'the handshake is not valid');
  const identity = { ...(auth.identity as object), attributes: undefined };
  return {
    hello: wellFormedBody(visitorHandshakeSchema.parse({ ...auth, identity })),
    fault: badRequest(parsed.error).wire,
  };
}

function closedForYou(): WireFault {
  return new WireFault('refused', 'this chat is closed for you');
}

function facts(hello: VisitorHandshake, identity: CheckedIdentity | null) {
  return {
    locale: hello.locale,
    timeZone: knownZone(hello.timeZone),
    page: hello.page === undefined ? null : { url: hello.page.url, title: hello.page.title },
    referrer: hello.page?.referrer ?? null,
    consent: hello.consent ?? null,
    identity,
  };
}

async function serve(options: VisitorGatewayOptions, socket: Socket): Promise<void> {
  const { desk, online, limits } = options;
  const { visitor, token, complaint } = socket.data as Entered;
  const session: VisitorSession = { socket, visitor };
  socket.data = {};
  online.add(session);
  socket.on('disconnect', () => {
    if (online.remove(session)) {
      options.onTyping(session.visitor, false);
      options.onPresenceChange(session.visitor);
    }
  });
  openDoor(socket, {
    schemas: visitorUpSchemas,
    quick: { message: plainMessage },
    handlers: visitorHandlers(options, session),
    heavy: HEAVY,
    sender: { person: visitor.key, address: options.addressOf(socket), site: visitor.site },
    limits,
    intake: options.intake,
    clock: desk.clock,
    log: desk.log,
  });
  // Who was blocked between the handshake and `online.add` was not heard of by anybody.
  if ((await desk.store.findVisitor(visitor.key))?.blocked !== 'no') throw closedForYou();
  socket.emit('welcome', await welcome(options, visitor, token));
  if (complaint !== null) socket.emit('fault', complaint);
  options.onPresenceChange(visitor);
}

async function welcome(options: VisitorGatewayOptions, visitor: Visitor, token: string): Promise<Welcome> {
  const { desk } = options;
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
    ...(await extrasFor(desk, site, visitor, conversation, options.address())),
  };
}
