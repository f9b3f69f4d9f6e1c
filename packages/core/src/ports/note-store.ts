import type { ConversationNote } from '../domain/conversation/conversation-note.ts';

/** Remarks beside conversations. They go with the conversation. */
export interface NoteStore {
  /** In the order in which they were written. */
  notesOf(site: string, conversationKey: number): Promise<ConversationNote[]>;
  /**
   * Takes the place of the one with its id.
   * @param conversationKey of a conversation of the site
   * @returns false when it would be one more than `most`
   */
  putNote(site: string, conversationKey: number, note: ConversationNote, most: number): Promise<boolean>;
  /** False when there was none. */
  dropNote(site: string, conversationKey: number, id: string): Promise<boolean>;
}
