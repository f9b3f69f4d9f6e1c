import type { Attachment } from '../domain/attachment/attachment.ts';

/** What was brought in, with its place: in no message while `seq` is null. */
export interface Upload extends Attachment {
  /** Of the conversation, which need not have begun: its visitor's. */
  readonly conversationKey: number;
  readonly from: 'visitor' | 'owner';
  /** UTC milliseconds. */
  readonly at: number;
  readonly seq: number | null;
}

/** What is known of files; their content lies elsewhere. A commit with a message that carries files marks them as sent, or is refused. */
export interface UploadStore {
  /**
   * Keeps what is known of a file that lies ready.
   * @param most in an hour of this side of the conversation
   * @returns false when it would be one more
   * @throws DeskError `not_found` when the site has no such visitor
   */
  addUpload(site: string, upload: Omit<Upload, 'seq'>, most: number): Promise<boolean>;
  findUpload(site: string, id: string): Promise<Upload | null>;
  /** All of these conversations, in the order in which they came. */
  uploadsOf(site: string, conversationKeys: readonly number[]): Promise<Upload[]>;
  /** Forgets a file that is in no message. False when there is none, or it was sent. */
  dropUnsent(site: string, id: string): Promise<boolean>;
  /** Files of any site that came before a moment and are in no message yet, oldest first. */
  unsentBefore(before: number, limit: number): Promise<{ site: string; upload: Upload }[]>;
}
