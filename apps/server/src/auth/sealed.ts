import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readOrCreateSecret } from './secret-file.ts';

/**
 * Texts that the server must read again, but that nobody shall read who has the database alone (a copy, a backup):
 * AES-256-GCM with a key from `DATA_DIR/secrets`, bound to whose text it is.
 */
export class Sealed {
  readonly #dataDir: string;
  #key: Buffer | null = null;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /** @param of whose it is; opening takes the same. @returns `v1.` and nonce, tag and ciphertext in base64url. */
  seal(text: string, of: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#secret(), nonce).setAAD(Buffer.from(of));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return ['v1', nonce, cipher.getAuthTag(), sealed]
      .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
      .join('.');
  }

  /** Null for what was sealed with another key, for somebody else, or was changed since. */
  open(sealed: string, of: string): string | null {
    const [version, ...parts] = sealed.split('.');
    const [nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'));
    if (version !== 'v1' || nonce?.length !== 12 || tag?.length !== 16 || !text) return null;
    const decipher = createDecipheriv('aes-256-gcm', this.#secret(), nonce).setAAD(Buffer.from(of)).setAuthTag(tag);
    const start = decipher.update(text);
    try {
      return Buffer.concat([start, decipher.final()]).toString('utf8');
    } catch {
      // The one thing that `final` throws of: a tag that does not fit.
      return null;
    }
  }

  #secret(): Buffer {
    const file = join(this.#dataDir, 'secrets', 'sealing.key');
    this.#key ??= Buffer.from(
      readOrCreateSecret(file, () => randomBytes(32).toString('hex')),
      'hex',
    );
    return this.#key;
  }
}
