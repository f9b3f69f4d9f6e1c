import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** Whom to encrypt for: the subscription's keys, base64url. */
export interface PushKeys {
  p256dh: string;
  auth: string;
}

const RECORD_SIZE = 4096;
/** Room in one record: without the tag of 16 bytes and the mark of the last record. */
export const MAX_PUSH_BYTES = RECORD_SIZE - 17 - 86;

/**
 * Encrypts a push message (RFC 8291 over RFC 8188, `aes128gcm`): only the device can read it, not its push service.
 * @param fresh for the test vectors of the RFC: the sender's private key and the salt.
 * @throws RangeError for a message that is too long; Error for keys that are none.
 */
export function encryptPush(message: Buffer, keys: PushKeys, fresh?: { privateKey: Buffer; salt: Buffer }): Buffer {
  if (message.length > MAX_PUSH_BYTES) throw new RangeError('a push message holds at most 3,993 bytes');
  const [theirs, auth] = [Buffer.from(keys.p256dh, 'base64url'), Buffer.from(keys.auth, 'base64url')];
  const sender = createECDH('prime256v1');
  if (fresh === undefined) sender.generateKeys();
  else sender.setPrivateKey(fresh.privateKey);
  const ours = sender.getPublicKey();
  const salt = fresh?.salt ?? randomBytes(16);

  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const secret = Buffer.from(hkdfSync('sha256', sender.computeSecret(theirs), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));

  const header = Buffer.alloc(5);
  header.writeUInt32BE(RECORD_SIZE, 0);
  header.writeUInt8(ours.length, 4);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  // 2 marks the last record.
  const sealed = Buffer.concat([cipher.update(message), cipher.update(Buffer.of(2)), cipher.final()]);
  return Buffer.concat([salt, header, ours, sealed, cipher.getAuthTag()]);
}

/** Whether these can be a subscription's keys: a point of P-256, and 16 bytes. */
export function arePushKeys({ p256dh, auth }: PushKeys): boolean {
  if (![p256dh, auth].every((text) => /^[\w-]{20,100}={0,2}$/.test(text))) return false;
  if (Buffer.from(auth, 'base64url').length !== 16) return false;
  const point = Buffer.from(p256dh, 'base64url');
  if (point.length !== 65 || point[0] !== 4) return false;
  const any = createECDH('prime256v1');
  any.generateKeys();
  try {
    return any.computeSecret(point).length === 32;
  } catch (error) {
    // The one thing that can be wrong here: the point is not on the curve.
    if ((error as NodeJS.ErrnoException).code === 'ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY') return false;
    throw error;
  }
}
