import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Contact, OutboxEntry } from '@solodesk/core';
import { Stage, silentLog } from '@solodesk/core/testing';
import { openSqliteStore } from '../sqlite-store.ts';
import type { SqliteStore } from '../sqlite-store.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

const directory = temporaryDirectory();

describe('what waits to be sent when a person is erased', () => {
  let store: SqliteStore;
  let contact: Contact;
  let opened = 0;
  const left = async () => {
    const claim = { now: 1e15, until: 1e15 + 1, limit: 9, lease: crypto.randomUUID() };
    return (await store.claimJobs(claim)).map((job) => job.id);
  };
  const erase = async () => {
    await store.erasePerson('shop', { contact: contact.key }, { id: crypto.randomUUID(), at: 9, by: 'Mara' });
  };
  const digest = (id: string, of: readonly string[]): OutboxEntry => ({
    ...{ id, kind: 'mail', key: id, dueAt: 1 },
    payload: {
      ...{ to: { address: 'mara@shop.example' }, locale: 'en', conversation: null },
      content: {
        ...{ template: 'digest', day: 'Friday', link: 'https://d.example/c' },
        sections: [{ what: 'first', lines: [{ text: 'The vase of Ada', why: null, of, links: [] }] }],
      },
    },
  });

  beforeEach(async () => {
    store = await openSqliteStore({ file: directory.file(`${opened++}.db`), log: silentLog });
    await new Stage(store).visitor();
    const [saved] = await store.saveContacts([{ id: '7', name: 'Ada', email: 'ada@one.example' }], {
      ...{ site: 'shop', at: 1, uuid: () => crypto.randomUUID(), batch: null },
    });
    contact = saved!.record;
  });
  afterAll(() => directory.remove());

  it('is no mail of the morning that tells of them, which names others too and so is in nobody’s export', async () => {
    await store.planOutbox('shop', [digest('theirs', ['ada@one.example']), digest('other', ['joada@one.example'])]);
    expect((await store.personRows('shop', { contact: contact.key }))?.job).toBeUndefined();
    await erase();
    expect(await left()).toEqual(['other']);
    await store.close();
  });

  it('is no call to another program that names them by the business’s own id alone', async () => {
    const moved = (id: string, contactId: string): OutboxEntry => ({
      ...{ id, kind: 'webhook', key: id, dueAt: 1 },
      payload: {
        ...{ endpoint: 'e', event: 'customer.moved', id, at: 1 },
        data: { contact_id: contactId, contact_name: 'Ada', contact_email: null },
      },
    });
    await store.planOutbox('shop', [moved('theirs', '7'), moved('other', '77')]);
    await store.planOutbox('bakery', [moved('elsewhere', '7')]);
    await erase();
    expect((await left()).sort()).toEqual(['elsewhere', 'other']);
    await store.close();
  });
});
