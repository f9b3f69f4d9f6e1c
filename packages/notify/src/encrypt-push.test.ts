import { createECDH, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { MAX_PUSH_BYTES, arePushKeys, encryptPush } from './encrypt-push.ts';
import { decryptPush } from './testing/decrypt-push.ts';

/** RFC 8291, appendix A. */
const RFC = {
  message: 'When I grow up, I want to be a watermelon',
  keys: {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
  privateKey: Buffer.from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url'),
  salt: Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url'),
  sealed:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

describe('a push message', () => {
  it('is encrypted as the RFC’s example', () => {
    expect(encryptPush(Buffer.from(RFC.message), RFC.keys, RFC).toString('base64url')).toBe(RFC.sealed);
  });

  it('is read by another implementation, up to its greatest length, and by nobody with other keys', () => {
    const device = createECDH('prime256v1');
    device.generateKeys();
    const authSecret = randomBytes(16);
    const keys = { p256dh: device.getPublicKey('base64url'), auth: authSecret.toString('base64url') };
    for (const message of [Buffer.from('在等 👋'), randomBytes(MAX_PUSH_BYTES)]) {
      const sealed = encryptPush(message, keys);
      expect(sealed.length).toBeLessThanOrEqual(4096);
      expect(decryptPush(sealed, device, authSecret)).toEqual(message);
      expect(() => decryptPush(sealed, device, randomBytes(16))).toThrow();
    }
    expect(() => encryptPush(randomBytes(MAX_PUSH_BYTES + 1), keys)).toThrow(RangeError);
  });
});

describe('the keys of a subscription', () => {
  it('are a point of the curve and a secret of 16 bytes', () => {
    expect(arePushKeys(RFC.keys)).toBe(true);
    const off = Buffer.from(RFC.keys.p256dh, 'base64url');
    off[64] = (off[64] ?? 0) ^ 1;
    for (const p256dh of [
      '',
      'x',
      off.toString('base64url'),
      off.subarray(0, 33).toString('base64url'),
      '<'.repeat(87),
    ]) {
      expect(arePushKeys({ ...RFC.keys, p256dh })).toBe(false);
    }
    expect(arePushKeys({ ...RFC.keys, auth: 'BTBZMqHH6r4Tts7J_aSI' })).toBe(false);
  });
});
