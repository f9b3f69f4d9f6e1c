import { afterAll, describe, expect, it } from '@jest/globals';
import { Stage, silentLog } from '@solodesk/core/testing';
import { openConnection } from '../database/connection.ts';
import { openSqliteStore } from '../sqlite-store.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

const directory = temporaryDirectory();
afterAll(() => directory.remove());

describe('what is too old', () => {
  it('is also a score with words, a mail that was given up and a receipt; what is younger stays', async () => {
    const file = directory.file('old.db');
    const store = await openSqliteStore({ file, log: silentLog });
    await new Stage(store).visitor();
    const db = openConnection(file);
    for (const at of [1_000, 60_000]) {
      db.exec(`INSERT INTO survey_request (site, id, survey, visitor, locale, asked_at, answered_at, score, word)
        VALUES (1, 's${at}', 'satisfaction', 1, 'en', ${at}, ${at}, 9, 'kind')`);
      db.exec(`INSERT INTO job (site, kind, outbox_key, payload, id, state, due_at, gap_ms, attempts, lease_until, sent_seq, error, dead_at)
        VALUES (1, 'mail', 'k${at}', '{}', 'j${at}', 'dead', 1, 0, 9, 0, 0, 'no', ${at})`);
      db.exec(`INSERT INTO erasure (site, id, at, by, rows, conversations, tickets, visitors)
        VALUES (1, 'e${at}', ${at}, '', '[]', '[]', '[]', '[]')`);
    }
    db.close();
    for (const kind of ['scores', 'mails', 'receipts'] as const) {
      expect([kind, await store.countExpired('shop', kind, 50_000)]).toEqual([kind, 1]);
      expect([kind, await store.countExpired('bakery', kind, 50_000)]).toEqual([kind, 0]);
      expect([kind, await store.expire('shop', kind, 50_000, 70_000)]).toEqual([kind, 1]);
      expect([kind, await store.expire('shop', kind, 50_000, 70_000)]).toEqual([kind, 0]);
    }
    const after = openConnection(file);
    const scores = after.prepare('SELECT score, word, visitor FROM survey_request ORDER BY key').all();
    after.close();
    expect(scores).toEqual([
      { score: 9, word: '', visitor: null },
      { score: 9, word: 'kind', visitor: 1 },
    ]);
    expect((await store.erasures('shop', 9)).map(({ id }) => id)).toEqual(['e60000']);
    expect(await store.deadEntries('shop', 'mail', '', { limit: 9 })).toHaveLength(1);
    await store.close();
  });

  it('leaves a word for no more surveys with whose it is, until they are erased', async () => {
    const store = await openSqliteStore({ file: directory.file('left.db'), log: silentLog });
    const ask = {
      ...{ id: 's', site: 'shop', survey: 'spring', visitorKey: null, contactKey: 5, conversationKey: null },
      ...{ ticket: null, locale: 'en' as const, askedAt: 1_000, restMs: 1 },
    };
    const content = { template: 'survey' as const, title: '', intro: '', link: '' };
    const payload = { to: { address: 'a@b.example' }, locale: 'en' as const, conversation: null, content };
    const entry = { id: 'e', kind: 'mail' as const, key: 'k', dueAt: 0, payload };
    await store.askSurvey(ask, { address: 'a@b.example', tokenHash: 't', leaveHash: 'l', entry });
    await store.leaveSurveys('l', 2_000);
    expect(await store.countExpired('shop', 'scores', 50_000)).toBe(0);
    expect(await store.surveyStanding('shop', { contactKey: null, address: 'a@b.example' }, 60_000)).toBe('left');
    await store.returnToSurveys('l');
    expect(await store.expire('shop', 'scores', 50_000, 70_000)).toBe(1);
    expect(await store.findSurveyByLeaveToken('l')).toBeNull();
    await store.close();
  });

  it('is taken out in slices, and the index of the search stays whole', async () => {
    const file = directory.file('slices.db');
    const stage = new Stage(await openSqliteStore({ file, log: silentLog }));
    for (let n = 0; n < 25; n++) {
      const visitor = await stage.visitor();
      for (let m = 0; m < 5; m++) await stage.says(visitor, { text: `word ${n} ${m}`, at: 1_000 });
      await stage.closes(visitor, 2_000);
    }
    while (await stage.store.tendSearch(50));
    expect(await stage.store.expire('shop', 'messages', 50_000, 60_000)).toBe(20);
    expect(await stage.store.expire('shop', 'messages', 50_000, 60_000)).toBe(5);
    expect(await stage.store.expire('shop', 'messages', 50_000, 60_000)).toBe(0);
    const db = openConnection(file);
    db.exec(`INSERT INTO search_message (search_message) VALUES ('integrity-check')`);
    expect(db.prepare(`SELECT count(*) FROM event WHERE text IS NOT NULL`).pluck().get()).toBe(0);
    db.close();
    await stage.store.close();
  });
});
