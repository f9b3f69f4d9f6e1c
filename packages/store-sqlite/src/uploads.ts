import type { FileType, LogEvent, Upload, UploadStore } from '@solodesk/core';
import { DeskError } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from './group-commit.ts';
import type { SiteKeys } from './sites.ts';
import { reading } from './database/storage-failure.ts';

const HOUR = 3_600_000;

interface UploadRow {
  site: number;
  id: string;
  conversation: number;
  from_owner: number;
  name: string;
  type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  at: number;
  seq: number | null;
}

export function createUploadStore(db: Database, group: GroupCommit, sites: SiteKeys): UploadStore {
  const statements = prepare(db);
  return {
    addUpload: (site, { from, ...upload }, most) =>
      group.write(() => {
        const key = sites.make(site);
        const { conversationKey: conversation, id, name, type, bytes, width, height, at } = upload;
        const fromOwner = from === 'owner' ? 1 : 0;
        if (statements.ofSite.get(conversation, key) === undefined) {
          throw new DeskError('not_found', 'the site has no such visitor');
        }
        if ((statements.lately.get(conversation, at - HOUR, fromOwner) ?? 0) >= most) return false;
        const size = [width ?? null, height ?? null] as const;
        statements.add.run(key, id, conversation, fromOwner, name, type, bytes, ...size, at);
        return true;
      }),
    findUpload: (site, id) =>
      reading(() => {
        const row = statements.find.get(sites.find(site) ?? 0, id);
        return row === undefined ? null : toUpload(row);
      }),
    uploadsOf: (site, conversationKeys) =>
      reading(() => statements.all.all(sites.find(site) ?? 0, JSON.stringify(conversationKeys)).map(toUpload)),
    dropUnsent: (site, id) => group.write(() => statements.drop.run(sites.find(site) ?? 0, id).changes > 0),
    unsentBefore: (before, limit) =>
      reading(() =>
        statements.unsent.all(before, limit).map((row) => ({ site: sites.idOf(row.site), upload: toUpload(row) })),
      ),
  };
}

/** Marks files as sent, inside the transaction of the message that they belong to. */
export class UploadWriter {
  readonly #ready;
  readonly #send;

  constructor(db: Database) {
    this.#ready = db
      .prepare<[number, string, number], number>(
        'SELECT 1 FROM upload WHERE conversation = ? AND id = ? AND from_owner = ? AND seq IS NULL',
      )
      .pluck();
    this.#send = db.prepare<[number, number, string]>('UPDATE upload SET seq = ? WHERE conversation = ? AND id = ?');
  }

  /** Whether all files of these events are there, and in no message yet. */
  fits(conversation: number, events: readonly LogEvent[]): boolean {
    for (const { entry } of events) {
      if (!('attachments' in entry) || entry.attachments === undefined) continue;
      const fromOwner = entry.type === 'owner_message' ? 1 : 0;
      if (!entry.attachments.every(({ id }) => this.#ready.get(conversation, id, fromOwner) === 1)) return false;
    }
    return true;
  }

  send(conversation: number, events: readonly LogEvent[]): void {
    for (const { seq, entry } of events) {
      if (!('attachments' in entry) || entry.attachments === undefined) continue;
      for (const { id } of entry.attachments) this.#send.run(seq, conversation, id);
    }
  }
}

function toUpload(row: UploadRow): Upload {
  const { id, conversation, from_owner, name, type, bytes, width, height, at, seq } = row;
  return {
    ...{ id, name, type: type as FileType, bytes, conversationKey: conversation, at, seq },
    from: from_owner === 1 ? 'owner' : 'visitor',
    ...(width !== null && height !== null && { width, height }),
  };
}

function prepare(db: Database) {
  return {
    ofSite: db.prepare<[number, number], number>('SELECT key FROM visitor WHERE key = ? AND site = ?').pluck(),
    lately: db
      .prepare<[number, number, number], number>(
        'SELECT count(*) FROM upload WHERE conversation = ? AND at > ? AND from_owner = ?',
      )
      .pluck(),
    add: db.prepare(`
      INSERT INTO upload (site, id, conversation, from_owner, name, type, bytes, width, height, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    find: db.prepare<[number, string], UploadRow>('SELECT * FROM upload WHERE site = ? AND id = ?'),
    all: db.prepare<[number, string], UploadRow>(`
      SELECT * FROM upload WHERE site = ? AND conversation IN (SELECT value FROM json_each(?)) ORDER BY at, key`),
    drop: db.prepare<[number, string]>('DELETE FROM upload WHERE site = ? AND id = ? AND seq IS NULL'),
    unsent: db.prepare<[number, number], UploadRow>(
      'SELECT * FROM upload WHERE seq IS NULL AND at < ? ORDER BY at LIMIT ?',
    ),
  };
}
