import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Each site's key for signed identities: made at its first use, kept in `DATA_DIR/secrets`, readable by us alone. */
export class SiteSecrets {
  readonly #folder: string;
  readonly #known = new Map<string, string>();

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'secrets');
  }

  identitySecret(site: string): string {
    const known = this.#known.get(site);
    if (known !== undefined) return known;
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const file = join(this.#folder, `${site}.identity`);
    const secret = readOrCreate(file);
    this.#known.set(site, secret);
    return secret;
  }
}

/** Written whole under another name first: a crash in between must not leave half a secret behind. */
function readOrCreate(file: string): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  try {
    // A link does not replace what is there: of two processes one makes the secret, and both read it.
    linkSync(draft, file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  } finally {
    unlinkSync(draft);
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32)
    throw new Error(`${file}: a secret has at least 32 characters; remove the file for a new one`);
  return secret;
}
