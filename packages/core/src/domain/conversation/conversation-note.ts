/** A remark of the owner's beside a conversation. No visitor and no bot ever reads it. */
export interface ConversationNote {
  readonly id: string;
  /** Who wrote it. */
  readonly by: string;
  readonly text: string;
  /** UTC milliseconds: its place among what was said. */
  readonly at: number;
}

/** More about one talk belongs into a profile. */
export const MOST_NOTES = 100;
