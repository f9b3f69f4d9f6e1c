import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A secret that is made at its first use and then kept, readable by us alone. What is there is read without a write: the disk may be full. */
export function readOrCreateSecret(file: string, make: () => string): string {
  const secret = (read(file) ?? create(file, make)).trim();
  if (secret.length < 32)
    throw new Error(`${file}: a secret has at least 32 characters; remove the file for a new one`);
  return secret;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
}

/** Writes it whole under another name first: a crash in between must not leave half a secret behind. */
function create(file: string, make: () => string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(draft, make(), { flag: 'wx', mode: 0o600 });
    // A link does not replace what is there: of two processes one makes the secret, and both read it.
    linkSync(draft, file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8');
}
