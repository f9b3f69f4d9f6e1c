import { z } from 'zod';
import { signedTokensOf } from '../auth/signed-tokens.ts';

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
  const tokens = signedTokensOf(dataDir, 'act');
  return {
    link: (action) => `${publicUrl()}${ACT_PATH}#${tokens.sign(action)}`,
    read(token, now) {
      const parsed = actionSchema.safeParse(tokens.read(token));
      return parsed.success && parsed.data.until > now ? parsed.data : null;
    },
  };
}
