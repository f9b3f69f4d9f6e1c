import { z } from 'zod';
import { messageTextSchema } from '../visitor/up.ts';

const ofConversation = { site: z.string().max(40), conversation: z.uuid() };

/** What a console says about the owner's remarks beside a conversation, which no visitor ever hears. */
export const noteUpSchemas = {
  /** Writes one, or another text for the one with this id. `at`: of one that is put back in its place. */
  note_put: z.object({
    ...ofConversation,
    id: z.uuid(),
    text: messageTextSchema,
    at: z.number().int().min(0).optional(),
  }),
  /** What the owner said before to questions like the last one here. */
  answered_before: z.object(ofConversation),
  note_drop: z.object({ ...ofConversation, id: z.uuid() }),
};

export interface ConversationNote {
  id: string;
  /** Who wrote it. */
  by: string;
  text: string;
  /** UTC milliseconds: its place among what was said. */
  at: number;
}

export interface EarlierAnswer {
  question: string;
  answer: string;
  /** When it was given, UTC milliseconds. */
  at: number;
}
