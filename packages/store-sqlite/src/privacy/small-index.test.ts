import { afterAll, describe, expect, it } from '@jest/globals';
import { Stage, silentLog } from '@solodesk/core/testing';
import { openConnection } from '../database/connection.ts';
import { openSqliteStore } from '../sqlite-store.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

const directory = temporaryDirectory();
afterAll(() => directory.remove());

describe('erasing the only one who has talked', () => {
  it.each(['indexed after each message', 'indexed at the end', 'never indexed'])('works %s', async (when) => {
    const file = directory.file(`${when}.db`);
    const stage = new Stage(await openSqliteStore({ file, log: silentLog }));
    const tend = async (now: string) => {
      if (when === now) while (await stage.store.tendSearch(50));
    };
    const visitor = await stage.visitor();
    const sensitive = { kind: 'form', guesses: [], sensitive: true } as const;
    for (const [text, reason] of [
      ['my IBAN', sensitive],
      ['a person, please', { kind: 'handed_off', guesses: [] }],
    ] as const) {
      await stage.says(visitor, { text });
      await tend('indexed after each message');
      await stage.botAnswers(visitor, { reason, handoff: reason.kind === 'handed_off' ? 'asked' : null });
      await tend('indexed after each message');
    }
    await tend('indexed at the end');
    const { id } = await stage.conversation(visitor);
    const erasure = await stage.store.erasePerson('shop', { conversation: id }, { id: 'r', at: 1, by: '' });
    expect(erasure?.rows[0]).toEqual({ table: 'event', erased: 5, anonymised: 0 });
    // The index is whole, and takes what comes next.
    await stage.says(await stage.visitor(), { text: 'hello' });
    while (await stage.store.tendSearch(50));
    const db = openConnection(file);
    db.exec(`INSERT INTO search_message (search_message) VALUES ('integrity-check')`);
    db.close();
    await stage.store.close();
  });
});
