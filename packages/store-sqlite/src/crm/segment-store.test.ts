import { afterAll, describe, expect, it } from '@jest/globals';
import { silentLog } from '@solodesk/core/testing';
import { openConnection } from '../database/connection.ts';
import { openSqliteStore } from '../sqlite-store.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

const directory = temporaryDirectory();
afterAll(() => directory.remove());

describe('who is in a segment', () => {
  it('is looked for in slices, between which others have their turn, and found wherever they lie', async () => {
    const file = directory.file('desk.db');
    const store = await openSqliteStore({ file, log: silentLog });
    const people = ['a', 'b', 'c'].map((id) => ({ id, email: `${id}@one.example` }));
    await store.saveContacts(people, { site: 'shop', at: 1, uuid: () => crypto.randomUUID(), batch: null });
    const db = openConnection(file);
    db.exec('UPDATE contact SET key = 30000 WHERE key = 3');
    db.close();
    let turns = 0;
    let isDone = false;
    const count = () => void setImmediate(() => (turns++, isDone || count()));
    count();
    const found = await store.contactsOfSegment('shop', {}, { now: 1, after: 1, limit: 9 });
    isDone = true;
    expect(found.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(turns).toBeGreaterThanOrEqual(5);
    expect(await store.contactsOfSegment('shop', {}, { now: 1, after: 1, limit: 1 })).toMatchObject([{ id: 'b' }]);
    expect(await store.contactsOfSegment('shop', {}, { now: 1, after: 30_000, limit: 9 })).toEqual([]);
    await store.close();
  });
});
