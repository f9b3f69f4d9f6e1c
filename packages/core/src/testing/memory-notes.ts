import type { ConversationNote } from '../domain/conversation/conversation-note.ts';
import type { NoteStore } from '../ports/note-store.ts';

export function createMemoryNotes(): NoteStore & { dropNotes(conversationKeys: readonly number[]): number } {
  const rows: { site: string; conversation: number; note: ConversationNote }[] = [];
  const placeOf = (site: string, conversation: number, id: string) =>
    rows.findIndex((row) => row.site === site && row.conversation === conversation && row.note.id === id);
  const notesOf = (site: string, conversation: number) =>
    rows
      .filter((row) => row.site === site && row.conversation === conversation)
      .map(({ note }) => note)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return {
    notesOf: async (site, conversation) => notesOf(site, conversation),
    async putNote(site, conversation, note, most) {
      const place = placeOf(site, conversation, note.id);
      if (place >= 0) rows[place] = { site, conversation, note };
      else if (notesOf(site, conversation).length >= most) return false;
      else rows.push({ site, conversation, note });
      return true;
    },
    async dropNote(site, conversation, id) {
      const place = placeOf(site, conversation, id);
      if (place < 0) return false;
      rows.splice(place, 1);
      return true;
    },
    dropNotes(conversationKeys) {
      const before = rows.length;
      const left = rows.filter(({ conversation }) => !conversationKeys.includes(conversation));
      rows.splice(0, rows.length, ...left);
      return before - left.length;
    },
  };
}
