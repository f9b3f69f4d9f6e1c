import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts';
import type { FeedbackMood, FeedbackRecord, JudgedFeedback } from '../domain/records/feedback.ts';
import type { RecordWrite, SavedRecord } from './record-store.ts';

/** Which feedback is meant; what is left out narrows nothing down. */
export interface FeedbackFilter {
  readonly mood?: FeedbackMood;
  readonly category?: string;
  readonly source?: string;
}

/** A place in the list: the newest is the first, and of one moment the one that was stored last. */
export interface FeedbackPlace {
  readonly at: number;
  readonly key: number;
}

/** How many there are of one kind. */
export interface FeedbackCount {
  readonly source: string;
  readonly category: string;
  readonly mood: FeedbackMood;
  readonly n: number;
}

/** What was said elsewhere, by source and id. */
export interface FeedbackStore {
  /** @param outbox what is to be sent because of it, saved with it; an entry that was saved before is not sent again */
  saveFeedback(
    drafts: readonly JudgedFeedback[],
    write: RecordWrite,
    outbox?: readonly OutboxEntry[],
  ): Promise<SavedRecord<FeedbackRecord>[]>;
  findFeedback(site: string, source: string, id: string): Promise<FeedbackRecord | null>;
  /** Those of the site among some keys, by key. */
  feedbackByKeys(site: string, keys: readonly number[]): Promise<FeedbackRecord[]>;
  /** Newest first; `before` is the place of the last one seen. */
  feedback(
    site: string,
    page: FeedbackFilter & { readonly before?: FeedbackPlace; readonly limit: number },
  ): Promise<FeedbackRecord[]>;
  /** By source, category and mood, of what was said within some time; `to` exclusive. */
  countFeedback(site: string, from: number, to: number): Promise<FeedbackCount[]>;
  /** False when there is none of this site. */
  deleteFeedback(site: string, key: number): Promise<boolean>;
}
