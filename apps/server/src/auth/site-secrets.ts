import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readOrCreateSecret } from './secret-file.ts';

/** Each site's key for signed identities: made at its first use, kept in `DATA_DIR/secrets`, readable by us alone. */
export class SiteSecrets {
  readonly #folder: string;
  readonly #known = new Map<string, string>();

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'secrets');
  }

  identitySecret(site: string): string {
    return this.#secret(`${site}.identity`);
  }

  /** What calls to an owner's system are signed with, by the name that `site.json` gives it. */
  actionSecret(site: string, name: string): string {
    return this.#secret(`${site}.action.${name}`);
  }

  #secret(file: string): string {
    const known = this.#known.get(file);
    if (known !== undefined) return known;
    const secret = readOrCreateSecret(join(this.#folder, file), () => randomBytes(32).toString('hex'));
    this.#known.set(file, secret);
    return secret;
  }
}
