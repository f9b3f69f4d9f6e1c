import type { ECDH } from 'node:crypto';
import ece from 'http_ece';

/** Reads a push message as a browser does, by an implementation that is not ours. @throws Error when it is for another. */
export function decryptPush(sealed: Buffer, device: ECDH, authSecret: Buffer): Buffer {
  return ece.decrypt(sealed, { version: 'aes128gcm', privateKey: device, authSecret });
}
