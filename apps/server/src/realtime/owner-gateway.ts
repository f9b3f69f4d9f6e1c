import { ownerUpSchemas } from '@solodesk/protocol/owner';
import type { Socket } from 'socket.io';
import type { SignedIn } from '../auth/sessions.ts';
import { openDoor } from './door.ts';
import { isOwnOrigin, originOf } from './origins.ts';
import type { OwnerGatewayOptions } from './owner-gateway-options.ts';
import { ownerHandlers } from './owner-handlers.ts';
import { mustSpeakOurVersion } from './spoken-version.ts';
import { toWireError, WireFault } from './wire-error.ts';

const HEAVY = new Set(['reply', 'ticket_note', 'ticket_offer'] as const);

/** The `/owner` namespace: signed in by the session cookie, from our own origin only; membership is checked at each event. */
export function openOwnerGateway(options: OwnerGatewayOptions): void {
  const { io, desk, sessions, feed } = options;
  const namespace = io.of('/owner');
  namespace.use((socket, next) => {
    enter(options, socket).then(
      () => next(),
      (thrown: unknown) => {
        const error = toWireError(thrown);
        if (error.kind === 'internal') desk.log.error({ err: thrown }, 'an owner could not enter');
        next(Object.assign(new Error(error.message), { data: error }));
      },
    );
  });
  namespace.on('connection', (socket) => {
    const signedIn = socket.data as SignedIn;
    const stop = sessions.onEnd(signedIn, () => {
      socket.emit('goodbye', { kind: 'unauthorized', message: 'signed out' });
      socket.disconnect(true);
    });
    socket.on('disconnect', () => {
      stop();
      feed.unwatch(socket);
    });
    openDoor(socket, {
      schemas: ownerUpSchemas,
      handlers: ownerHandlers(options, socket, signedIn),
      heavy: HEAVY,
      sender: { person: `account ${signedIn.accountKey}`, address: options.addressOf(socket), site: 'console' },
      limits: options.limits,
      intake: options.intake,
      clock: desk.clock,
      log: desk.log,
    });
  });
}

async function enter(options: OwnerGatewayOptions, socket: Socket): Promise<void> {
  if (!options.intake.isOpen) throw new WireFault('unavailable', 'the server is stopping');
  options.limits.mustPass('session', { address: options.addressOf(socket) }, options.desk.clock.now());
  mustSpeakOurVersion(socket.handshake.auth);
  const origin = originOf(socket.request);
  if (origin !== null && !isOwnOrigin(origin, socket.request, options.publicUrl)) {
    throw new WireFault('unauthorized', 'not signed in');
  }
  const signedIn = await options.sessions.ofCookie(socket.request.headers.cookie);
  if (signedIn === null) throw new WireFault('unauthorized', 'not signed in');
  socket.data = signedIn;
}
