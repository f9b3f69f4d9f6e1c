import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readOrCreateSecret } from '../auth/secret-file.ts';

/** Where such a link leads. */
export const ACT_PATH = '/act';

/** How long a link of a mail is good for. Milliseconds. */
export const LINK_LASTS_MS = 3 * 86_400_000;

const actionSchema = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.enum(['snooze', 'done']),
    site: z.string(),
    account: z.int(),
    /** Name of the queue's item, and its stamp as it was in the mail. */
    item: z.string(),
    seen: z.number(),
    until: z.number(),
  }),
  z.strictObject({
    act: z.literal('ignore'),
    site: z.string(),
    account: z.int(),
    question: z.int(),
    until: z.number(),
  }),
]);

/** One thing that whoever holds the link may do, for one account on one site, until a moment (UTC milliseconds). */
export type MailAction = z.infer<typeof actionSchema>;

/** Links of mails to the desk's own people. What they may do stands in the link itself, signed: nothing of it is stored. */
export interface ActionLinks {
  link(action: MailAction): string;
  /** Null for a token that is none of ours, or whose time is over. */
  read(token: string, now: number): MailAction | null;
}

export function actionLinksOf(dataDir: string, publicUrl: () => string): ActionLinks {
  const secret = readOrCreateSecret(join(dataDir, 'secrets', 'action-links.key'), () =>
    randomBytes(32).toString('hex'),
  );
  const signatureOf = (body: string) => createHmac('sha256', secret).update(`act.${body}`).digest();
  return {
    link(action) {
      const body = Buffer.from(JSON.stringify(action)).toString('base64url');
      return `${publicUrl()}${ACT_PATH}#${body}.${signatureOf(body).toString('base64url')}`;
    },
    read(token, now) {
      const [body = '', signature = '', ...rest] = token.split('.');
      const [given, expected] = [Buffer.from(signature, 'base64url'), signatureOf(body)];
      if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const parsed = actionSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()));
      return parsed.success && parsed.data.until > now ? parsed.data : null;
    },
  };
}
