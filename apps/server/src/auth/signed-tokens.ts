import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { readOrCreateSecret } from './secret-file.ts';

/** What stands in a token itself, signed: nothing of it is stored. */
export interface SignedTokens {
  sign(content: object): string;
  /** What stands in it; null for a token that is none of ours, or of another purpose. */
  read(token: string): unknown;
}

/** Tokens of the links that mails carry. @param purpose by which one kind is none of the other */
export function signedTokensOf(dataDir: string, purpose: 'act' | 'file'): SignedTokens {
  const secret = readOrCreateSecret(join(dataDir, 'secrets', 'action-links.key'), () =>
    randomBytes(32).toString('hex'),
  );
  const signatureOf = (body: string) => createHmac('sha256', secret).update(`${purpose}.${body}`).digest();
  return {
    sign(content) {
      const body = Buffer.from(JSON.stringify(content)).toString('base64url');
      return `${body}.${signatureOf(body).toString('base64url')}`;
    },
    read(token) {
      const [body = '', signature = '', ...rest] = token.split('.');
      const [given, expected] = [Buffer.from(signature, 'base64url'), signatureOf(body)];
      if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      return JSON.parse(Buffer.from(body, 'base64url').toString());
    },
  };
}
