import { afterAll, describe, expect, it } from '@jest/globals';
import { Stage, silentLog } from '@solodesk/core/testing';
import { openConnection } from '../database/connection.ts';
import { openSqliteStore } from '../sqlite-store.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

const directory = temporaryDirectory();
afterAll(() => directory.remove());

describe('an unanswered question in SQLite', () => {
  it('is gone with the message that asked it, because its text stands there alone', async () => {
    const file = directory.file('desk.db');
    const store = await openSqliteStore({ file, log: silentLog });
    const stage = new Stage(store);
    const visitor = await stage.visitor();
    await stage.says(visitor, { text: 'my secret illness' });
    await stage.botAnswers(visitor, { reason: { kind: 'unsure', guesses: [] } });
    expect(await store.unanswered('shop', { status: 'open', limit: 9 })).toHaveLength(1);
    const db = openConnection(file);
    expect(db.prepare('SELECT * FROM unanswered').all()).not.toContainEqual(
      expect.objectContaining({ text: expect.anything() }),
    );
    // As erasing leaves an event: a tombstone with its place and nothing else.
    db.exec(`UPDATE event SET type = 8, text = NULL, client_id = NULL, extra = NULL WHERE seq = 1`);
    expect(await store.unanswered('shop', { status: 'open', limit: 9 })).toEqual([]);
    expect(await store.countUnanswered('shop', 9)).toBe(0);
    db.close();
    await store.close();
  });
});
