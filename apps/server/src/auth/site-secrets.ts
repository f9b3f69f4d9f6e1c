import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

function readOrCreate(file: string): string {
  try {
    // `wx` decides a race between two processes: one writes, the other reads.
    const secret = randomBytes(32).toString('hex');
    writeFileSync(file, secret, { flag: 'wx', mode: 0o600 });
    return secret;
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
    return readFileSync(file, 'utf8').trim();
  }
}
