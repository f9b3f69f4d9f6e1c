import type { ConversationNote, NoteStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';

export function createNoteStore(db: Database, group: GroupCommit, sites: SiteKeys): NoteStore {
  const all = db.prepare<[number, number], ConversationNote>(
    'SELECT id, by, text, at FROM conversation_note WHERE conversation = ? AND site = ? ORDER BY at, id',
  );
  const change = db.prepare<[string, string, number, number, string, number]>(
    'UPDATE conversation_note SET by = ?, text = ?, at = ? WHERE conversation = ? AND id = ? AND site = ?',
  );
  const add = db.prepare<[number, number, string, string, string, number, number, number]>(
    `INSERT INTO conversation_note (conversation, site, id, by, text, at)
     SELECT ?, ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM conversation_note WHERE conversation = ?) < ?`,
  );
  const drop = db.prepare<[number, string, number]>(
    'DELETE FROM conversation_note WHERE conversation = ? AND id = ? AND site = ?',
  );
  return {
    notesOf: (site, conversation) => reading(() => all.all(conversation, sites.find(site) ?? 0)),
    putNote: (site, conversation, { id, by, text, at }, most) =>
      group.write(() => {
        const key = sites.make(site);
        return (
          change.run(by, text, at, conversation, id, key).changes > 0 ||
          add.run(conversation, key, id, by, text, at, conversation, most).changes > 0
        );
      }),
    dropNote: (site, conversation, id) =>
      group.write(() => drop.run(conversation, id, sites.find(site) ?? 0).changes > 0),
  };
}
