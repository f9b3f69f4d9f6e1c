import { OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION } from '@solodesk/protocol/visitor';
import { WireFault } from './wire-error.ts';

/**
 * Looks at the version before anything else in a handshake: what another version says besides need not be of our shape.
 * @throws WireFault `upgrade_required`
 */
export function mustSpeakOurVersion(auth: unknown): void {
  const version = typeof auth === 'object' && auth !== null && 'v' in auth ? auth.v : undefined;
  if (typeof version !== 'number') throw new WireFault('bad_request', 'the handshake is not valid');
  if (version >= OLDEST_PROTOCOL_VERSION && version <= PROTOCOL_VERSION) return;
  const spoken = `this server speaks versions ${OLDEST_PROTOCOL_VERSION} to ${PROTOCOL_VERSION}`;
  throw new WireFault('upgrade_required', spoken);
}
