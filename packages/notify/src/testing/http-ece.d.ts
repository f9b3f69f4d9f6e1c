/** The part of http_ece (https://www.npmjs.com/package/http_ece) that the tests use; it has no types of its own. */
declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';
  interface Parameters {
    version: 'aes128gcm';
    privateKey: ECDH;
    authSecret: Buffer;
  }
  const ece: { decrypt(sealed: Buffer, parameters: Parameters): Buffer };
  export default ece;
}
