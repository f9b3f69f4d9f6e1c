import { afterAll, describe, expect, it } from '@jest/globals';
import { silentLog } from '@solodesk/core/testing';
import Database from 'better-sqlite3';
import { openSqliteStore } from './sqlite-store.ts';
import { temporaryDirectory } from './testing/temporary-directory.ts';

const directory = temporaryDirectory();
const file = directory.file('desk.db');
const store = await openSqliteStore({ file, log: silentLog });
await store.close();
const db = new Database(file);

afterAll(() => {
  db.close();
  directory.remove();
});

/** What the store asks while people chat and while it starts; each must find its rows without reading all of them. */
const QUESTIONS = {
  'the newest of a log': 'SELECT * FROM event WHERE conversation = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
  'what comes after a place': 'SELECT * FROM event WHERE conversation = ? AND seq > ? AND seq < ? ORDER BY seq LIMIT ?',
  'a repeated client id': 'SELECT * FROM event WHERE conversation = ? AND client_id = ? AND type = ?',
  'what comes after a cursor': 'SELECT * FROM event WHERE site = ? AND id > ? ORDER BY id LIMIT ?',
  'the cursor of a site': 'SELECT max(id) FROM event WHERE site = ?',
  'the last event': 'SELECT max(id) FROM event',
  'what is open': `SELECT * FROM conversation WHERE site = ? AND state <> 'closed'`,
  'what is closed': `SELECT * FROM conversation WHERE site = ? AND state = 'closed' AND last_at < ? ORDER BY last_at DESC, key DESC LIMIT ?`,
  'who waits':
    'SELECT * FROM conversation WHERE site = ? AND waiting_since IS NOT NULL ORDER BY urgent DESC, waiting_since, key LIMIT ?',
  'what is owed': `SELECT * FROM conversation WHERE state <> 'closed' AND bot_due <> ''`,
  'a conversation by its id': 'SELECT * FROM conversation WHERE id = ?',
  'the unanswered questions': `SELECT * FROM unanswered JOIN event ON event.conversation = unanswered.conversation AND event.seq = unanswered.seq WHERE unanswered.site = ? AND unanswered.status = ? ORDER BY unanswered.key DESC LIMIT ?`,
  'what was offered last': `SELECT max(key) FROM unanswered WHERE conversation = ? AND kind = 'suggested'`,
  'the next job': `SELECT max(due_at, lease_until) FROM job WHERE state = 'due' ORDER BY max(due_at, lease_until) LIMIT 1`,
  'jobs that are due': `SELECT key FROM job WHERE state = 'due' AND max(due_at, lease_until) <= ?`,
  'the job of a conversation': 'SELECT * FROM job WHERE conversation = ? AND kind = ?',
  'an entry of the outbox': 'SELECT * FROM job WHERE site = ? AND kind = ? AND outbox_key = ?',
  'jobs that are held': 'UPDATE job SET lease = NULL, lease_until = 0 WHERE lease IS NOT NULL',
  'jobs that were given up': `SELECT key FROM job WHERE site = ? AND state = 'dead' ORDER BY dead_at DESC, key DESC LIMIT ?`,
  'the devices of an account': 'SELECT * FROM push_device WHERE account = ? ORDER BY created_at',
  'a visitor by token': 'SELECT * FROM visitor WHERE token_hash = ?',
};

describe('an index answers for', () => {
  for (const [name, sql] of Object.entries(QUESTIONS)) {
    it(name, () => {
      const parameters = Array<number>(sql.split('?').length - 1).fill(1);
      const plan = db.prepare<number[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
      for (const { detail } of plan) {
        expect(detail).toMatch(/USING (COVERING )?(INDEX|INTEGER PRIMARY KEY)|^SEARCH event$/);
        expect(detail).not.toMatch(/^SCAN event/);
      }
    });
  }
});
