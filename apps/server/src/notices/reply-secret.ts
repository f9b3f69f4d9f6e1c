import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readOrCreateSecret } from '../auth/secret-file.ts';

/** What the ids of mails are signed with, so that answers to them are recognised. */
export function replySecret(dataDir: string): string {
  return readOrCreateSecret(join(dataDir, 'secrets', 'replies.key'), () => randomBytes(32).toString('hex'));
}
