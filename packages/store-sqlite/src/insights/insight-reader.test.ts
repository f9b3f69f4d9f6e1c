import { afterAll, describe, expect, it } from '@jest/globals';
import { Stage, silentLog } from '@solodesk/core/testing';
import { openSqliteStore } from '../sqlite-store.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { InsightReader } from './insight-reader.ts';

const directory = temporaryDirectory();
afterAll(() => directory.remove());

describe('what the batch reads of messages', () => {
  it('is what visitors wrote within the time, and nothing that is sensitive', async () => {
    const file = directory.file('desk.db');
    const store = await openSqliteStore({ file, log: silentLog });
    const stage = new Stage(store);
    const visitor = await stage.visitor();
    await stage.says(visitor, { text: 'my parcel is late', at: 1_000 });
    await stage.botAnswers(visitor, { reason: { kind: 'form', guesses: [] } }, 1_001);
    await stage.says(visitor, { text: 'DE89 3704 0044', at: 1_002 });
    await stage.botAnswers(visitor, { reason: { kind: 'form', guesses: [], sensitive: true } }, 1_003);
    await stage.says(visitor, { text: 'thank you', at: 5_000 });
    const reader = new InsightReader(file);
    const site = reader.site('shop') ?? 0;
    expect([...reader.messages(site, 0, 4_000)].map(({ text }) => text)).toEqual(['my parcel is late']);
    reader.close();
    await store.close();
  });
});
