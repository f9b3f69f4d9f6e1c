import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Contact, Store, Visitor } from '@solodesk/core';
import { createMemoryStore, silentLog } from '@solodesk/core/testing';
import { ApiDesk } from '../testing/api-desk.ts';
import { FollowedSite, NO_LOOKS } from '../testing/followed-site.ts';
import { postToConsole } from '../testing/owner.ts';
import type { Owner } from '../testing/owner.ts';
import { until } from '../testing/until.ts';
import { ContactNames } from './contact-names.ts';
import { visitorName } from './wire-mapping.ts';

describe('a visitor whose contact is known', () => {
  let at: ApiDesk;
  let owner: Owner;
  let followed: FollowedSite;
  let conversation: string;
  beforeAll(async () => {
    at = await ApiDesk.start(NO_LOOKS);
    owner = await at.desk.console();
    // The secret is made when it is first needed.
    await at.desk.visit({ auth: { identity: { userId: 'first', hash: '0' } } });
    const secret = await readFile(join(at.desk.dataDir, 'secrets', 'shop.identity'), 'utf8');
    const hash = createHmac('sha256', secret).update('K-1').digest('hex');
    const visitor = await at.desk.visit({ auth: { identity: { userId: 'K-1', hash } } });
    const said = await visitor.mustSay('I want to talk to a person');
    await visitor.answerTo(said.seq);
    conversation = said.conversation;
    followed = await FollowedSite.begin(at.desk, at.clock);
  });
  afterAll(() => at.end());

  const save = (contact: object) => followed.after(() => at.ok('POST /api/customers', { id: 'K-1', ...contact }));
  /** In the queue, in the list of conversations, and in the conversation itself. */
  const called = async () => [
    followed.queue.find(({ id }) => id.startsWith('chat-'))?.title,
    (await owner.must('inbox', { filter: 'open' })).conversations.find(({ id }) => id === conversation)?.visitor.name,
    (await owner.must('open', { conversation })).conversation.visitor.name,
  ];

  it('is called by their name, else by how they are reached, on every device as soon as it is known', async () => {
    expect(await called()).toEqual(['K-1', 'K-1', 'K-1']);
    await save({ phone: '+49 30 901820' });
    expect(await called()).toEqual(['+4930901820', '+4930901820', '+4930901820']);
    await save({ email: 'lena@one.example' });
    expect(await called()).toEqual(['lena@one.example', 'lena@one.example', 'lena@one.example']);
    await save({ name: 'Lena Roth' });
    expect(await called()).toEqual(['Lena Roth', 'Lena Roth', 'Lena Roth']);
  });

  it('is called as the owner puts it right by hand', async () => {
    const { key } = (await at.desk.store.findContact('shop', { id: 'K-1' }))!;
    const putRight = (name: string) =>
      followed.after(async () => {
        const path = `/contacts/shop/${key}/details`;
        expect((await postToConsole(at.desk.url, path, { name }, owner.cookie)).status).toBe(200);
      });
    await putRight('Lena Rot');
    expect(await called()).toEqual(['Lena Rot', 'Lena Rot', 'Lena Rot']);
    await putRight('Lena Roth');
    expect(await called()).toEqual(['Lena Roth', 'Lena Roth', 'Lena Roth']);
  });

  it('has that name in the search as well', async () => {
    const response = await fetch(`${at.desk.url}/console/api/search/shop?q=person&kind=messages`, {
      headers: { cookie: owner.cookie },
    });
    const { groups } = (await response.json()) as { groups: { hits: { title: { text: string } }[] }[] };
    expect(groups[0]?.hits[0]?.title.text).toBe('Lena Roth');
  });

  it('is called by none of it once they are erased', async () => {
    const whom = { conversation, confirm: 'Lena Roth' };
    await followed.after(async () => {
      expect((await postToConsole(at.desk.url, '/privacy/shop/erase', whom, owner.cookie)).status).toBe(200);
    });
    expect(JSON.stringify((await owner.must('inbox', { filter: 'open' })).conversations)).not.toContain('Lena');
  });
});

describe('names of visitors', () => {
  const write = { site: 'shop', at: 1, uuid: () => crypto.randomUUID(), batch: null };
  let store: Store;
  let names: ContactNames;
  let asked: jest.SpiedFunction<Store['contactsOfVisitors']>;
  let renamed: number[];
  let isWatched: boolean;
  beforeEach(async () => {
    store = createMemoryStore();
    asked = jest.spyOn(store, 'contactsOfVisitors');
    names = new ContactNames(store, silentLog);
    [renamed, isWatched] = [[], true];
    names.listen({ isWatched: () => isWatched, renamed: (_site, keys) => renamed.push(...keys) });
    await store.noteVisitorContact(1, { email: 'a@one.example' }, write);
  });

  it('are asked for once, however often a visitor writes, with those of others at the same time', async () => {
    const one = { name: null, reach: 'a@one.example' };
    expect([...(await names.of('shop', [1, 2]))]).toEqual([[1, one]]);
    expect([...(await names.of('shop', [2, 1]))]).toEqual([[1, one]]);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('are read again when contacts change, and only who is called otherwise is told of', async () => {
    await names.of('shop', [1, 2, 3]);
    await store.noteVisitorContact(2, { name: 'Bo', email: 'b@one.example' }, write);
    names.changed('shop');
    names.changed('bakery');
    await until(() => renamed.length > 0, 'for the new name');
    expect(renamed).toEqual([2]);
    expect((await names.of('shop', [2])).get(2)).toEqual({ name: 'Bo', reach: 'b@one.example' });
  });

  it('are read again once another process has written, such as an import of the command line', async () => {
    const foreign = jest.spyOn(store, 'foreignWrites').mockResolvedValue(1);
    await names.of('shop', [1, 2]);
    await store.noteVisitorContact(2, { name: 'Bo' }, write);
    expect((await names.of('shop', [2])).get(2)).toBeUndefined();
    foreign.mockResolvedValue(2);
    expect((await names.of('shop', [2])).get(2)).toEqual({ name: 'Bo', reach: null });
    await until(() => renamed.includes(2), 'for the new name');
  });

  it('are forgotten when contacts change and nobody looks', async () => {
    await names.of('shop', [1]);
    isWatched = false;
    names.changed('shop');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked).toHaveBeenCalledTimes(1);
    await names.of('shop', [1]);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(renamed).toEqual([]);
  });
});

it('a name that a contact has goes before what a page claims, and that before an address', () => {
  const visitor = { id: 'abcd1234', userId: 'u1', claims: { name: ' Lee ', email: 'lee@page.example' } };
  const called = (contact: Partial<Pick<Contact, 'name'>> & { reach?: string }, claims: object = visitor.claims) =>
    visitorName({ ...visitor, claims } as unknown as Visitor, { name: null, reach: null, ...contact });
  expect(called({ name: 'Lena', reach: 'l@one.example' })).toBe('Lena');
  expect(called({ reach: 'l@one.example' })).toBe('Lee');
  expect(called({ reach: 'l@one.example' }, { email: 'lee@page.example' })).toBe('l@one.example');
  expect(called({}, { email: 'lee@page.example' })).toBe('lee@page.example');
  expect(called({}, {})).toBe('u1');
});
