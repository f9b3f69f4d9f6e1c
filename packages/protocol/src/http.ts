import { z } from 'zod';
import { consentSchema } from './visitor/handshake.ts';
import { filesSchema, saysSomething, wordsSchema } from './visitor/up.ts';
import type { ConversationState, LogEvent } from './shared/log-event.ts';

/** Body of `POST /api/receive_message`, for those who build their own front end. */
export const receiveMessageSchema = z
  .object({
    /** May be left out, or empty, where files go. */
    message: wordsSchema.optional(),
    /** Ids of files that `POST /api/receive_file` has answered to the same token. */
    attachments: filesSchema.optional(),
    /** May be left out when the server has one site. */
    site: z.string().max(40).optional(),
    /** As answered before; must belong to the token's visitor. */
    conversation: z.uuid().optional(),
    /** As answered before; a new visitor is made without it. */
    token: z.string().max(200).optional(),
    clientId: z.uuid().optional(),
    locale: z.enum(['en', 'zh']).optional(),
    /** Where the site asks for consent: the version that the visitor agreed to, and when. */
    consent: consentSchema.optional(),
  })
  .refine(({ message = '', attachments }) => saysSomething({ text: message, attachments }), {
    ...{ message: 'empty', path: ['message'] },
  });
export type ReceiveMessage = z.infer<typeof receiveMessageSchema>;

export interface ReceiveMessageAnswer {
  conversation: string;
  token: string;
  seq: number;
  state: ConversationState;
  /** What the bot said to it; empty when a person has the conversation. */
  replies: LogEvent[];
}
