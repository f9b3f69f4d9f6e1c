import { z } from 'zod';
import { messageTextSchema } from '../visitor/up.ts';

const site = z.string().max(40);

/** What a console says about the replies that its owner keeps. */
export const cannedUpSchemas = {
  /** All of them; subscribes this socket to the site. */
  canned: z.object({ site }),
  /** Keeps one, or changes the one with this id. */
  canned_put: z.object({
    site,
    id: z.uuid(),
    name: z.string().trim().min(1).max(80),
    texts: z
      .strictObject({ en: messageTextSchema.optional(), zh: messageTextSchema.optional() })
      .refine(({ en, zh }) => en !== undefined || zh !== undefined, 'a text in one language at least'),
  }),
  canned_drop: z.object({ site, id: z.uuid() }),
};

/** `{name}`, `{me}` and `{site}` in its texts stand for the customer, the owner and the business. */
export interface CannedReply {
  id: string;
  name: string;
  texts: { en?: string | undefined; zh?: string | undefined };
}
