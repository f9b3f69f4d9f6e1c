import { z } from 'zod';

/** Names a thing of the queue: `chat-12`. */
const item = z.string().regex(/^[a-z]+-\d{1,15}$/);

/** What a console says about the owner's queue. */
export const queueUpSchemas = {
  /** The whole queue of a site; subscribes this socket to it. */
  queue: z.object({ site: z.string().max(40) }),
  /** Puts an item away as it was seen (`stamp`): until later, or done. `back` takes it out again. */
  queue_put: z.object({
    site: z.string().max(40),
    item,
    stamp: z.number().int().min(0),
    how: z.enum(['done', 'hour', 'tomorrow', 'monday', 'back']),
  }),
};

export type QueueHow = z.infer<(typeof queueUpSchemas)['queue_put']>['how'];

/** What is to be done about an item, and where. */
export type QueueTask =
  /** `urgent`: somebody may be in danger. */
  | { kind: 'chat'; conversation: string; ticket: string | null; verified: boolean; urgent: boolean }
  | { kind: 'ticket'; number: number; name: string; complaint: boolean }
  /** `phone` and `contact` of who booked, as far as it is known. UTC milliseconds. */
  | { kind: 'appointment'; startsAt: number; endsAt: number; phone: string | null; contact: number | null }
  | { kind: 'questions'; count: number };

export interface QueueItem {
  /** Its name, `chat-12`. */
  id: string;
  task: QueueTask;
  /** Who it is about, or the ticket's name; empty where nobody is named. */
  title: string;
  /** The last words, the subject, the service. Cut to 200 characters. */
  text: string;
  /** 0 to 100, the sum of `reasons`. */
  score: number;
  level: 'urgent' | 'high' | 'normal' | 'low';
  reasons: { name: string; points: number; text: { en?: string; zh?: string } }[];
  /** UTC milliseconds. */
  since: number;
  dueAt: number | null;
  /** To be given back when it is put away. */
  stamp: number;
  /** Sorts the items in the order of work, as text. */
  order: string;
  /** Null: to be done now. `until` null: done, until something happens to it. */
  away: { until: number | null } | null;
}

/** Versions count up by one a site; who misses one asks for the whole queue anew. */
export interface QueueChange {
  site: string;
  version: number;
  changed: QueueItem[];
  /** Names of those that are no more. */
  gone: string[];
}
