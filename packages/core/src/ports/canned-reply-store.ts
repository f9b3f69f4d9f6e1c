import type { CannedReply } from '../domain/conversation/canned-reply.ts';

/** What the owner keeps to be said again. */
export interface CannedReplyStore {
  /** In the order in which they were kept first. */
  cannedReplies(site: string): Promise<CannedReply[]>;
  /**
   * Takes the place of the one with its id, whose moment stays.
   * @returns false when it would be one more than `most`
   */
  putCannedReply(site: string, reply: CannedReply, most: number): Promise<boolean>;
  /** False when there was none. */
  dropCannedReply(site: string, id: string): Promise<boolean>;
}
