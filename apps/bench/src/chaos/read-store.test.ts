import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { close, handBack, newConversation, ownerSpeaks, visitorSpeaks } from '@solodesk/core';
import type { Conversation, Decision } from '@solodesk/core';
import { createSeededIds, silentLog } from '@solodesk/core/testing';
import { openSqliteStore } from '@solodesk/store-sqlite';
import type { SqliteStore } from '@solodesk/store-sqlite';
import { fillStore, storeFile } from '../restart/fill-store.ts';
import { readHead, readStore } from './read-store.ts';

const SITE = 'shop';
const AT = 1_800_000_000_000;
const ids = createSeededIds(1);

let dataDir: string;
let store: SqliteStore;

async function newVisitor(): Promise<Conversation> {
  const { key } = await store.createVisitor(
    {
      site: SITE,
      id: ids.uuid(),
      createdAt: AT,
      locale: 'en',
      timeZone: null,
      userId: null,
      verified: false,
      claims: {},
      page: null,
      referrer: null,
      consent: null,
      blocked: 'no',
    },
    ids.token(),
  );
  return newConversation({ id: ids.uuid(), site: SITE, visitorKey: key, locale: 'en', timeZone: null, at: AT });
}

async function decide(
  conversation: Conversation,
  decision: (current: Conversation) => Decision | null,
): Promise<Conversation> {
  const { events, next } = decision(conversation)!;
  const outcome = await store.commit({ expectedVersion: conversation.version, events, next });
  if (outcome.kind !== 'committed') throw new Error(outcome.kind);
  return outcome.conversation;
}

const says = (conversation: Conversation, text: string) =>
  decide(conversation, (current) => visitorSpeaks(current, { text, clientId: ids.uuid() }, AT));

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'solodesk-read-'));
  store = await openSqliteStore({ file: storeFile(dataDir), log: silentLog });
});

afterEach(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('reading the store past the server', () => {
  it('sees the same log as the store’s own reader', async () => {
    let conversation = await says(await newVisitor(), 'Hello');
    const words = { name: 'Mei', text: 'Hi', clientId: ids.uuid() };
    conversation = await decide(conversation, (current) => ownerSpeaks(current, words, AT));
    conversation = await decide(conversation, (current) => handBack(current, AT));
    conversation = await decide(conversation, (current) => close(current, 'visitor', AT));
    conversation = await says(conversation, 'One more thing');

    const [read] = readStore(storeFile(dataDir), 0);
    const log = await store.readLog(conversation.key, { limit: 100 });
    const expected = log.map(({ seq, at, entry }) => ({
      seq,
      at,
      type: entry.type,
      ...('clientId' in entry && { clientId: entry.clientId }),
      ...('by' in entry && { by: entry.by }),
    }));
    expect(read).toEqual({ id: conversation.id, site: SITE, visitor: conversation.visitorKey, events: expected });
    expect(expected.map((event) => event.type)).toEqual([
      'visitor_message',
      'takeover',
      'owner_message',
      'hand_back',
      'closed',
      'reopened',
      'visitor_message',
    ]);
  });

  it('tells how far the store is and what the bot owes', async () => {
    const conversation = await says(await newVisitor(), 'Hello');
    const head = readHead(storeFile(dataDir), 0);
    expect(head.lastSeq.get(conversation.id)).toBe(1);
    expect(head.lastId.get(SITE)).toBe(await store.cursor(SITE));
    expect(head.owing).toBe(1);
    expect(readHead(storeFile(dataDir), AT + 1).lastSeq.size).toBe(0);
  });

  it('tells of a step that waits to be done while the bot itself owes nothing', async () => {
    const fresh = await newVisitor();
    const { events, next } = visitorSpeaks(fresh, { text: 'Tuesday at ten', clientId: ids.uuid() }, AT);
    const payload = {
      ...{ action: 'book', conversation: fresh.id, run: 'r', key: 'k', input: { do: 'start' as const } },
      ...{ moves: null, form: 'book', slots: {}, locale: 'en' as const },
    };
    const outbox = [{ kind: 'action' as const, id: ids.uuid(), key: 'k', dueAt: AT, payload }];
    await store.commit({ expectedVersion: 0, events, next: { ...next, botDue: [] }, outbox });
    expect(readHead(storeFile(dataDir), 0).owing).toBe(1);
  });
});

describe('a store that was filled for a benchmark', () => {
  it('holds what was ordered, and is read by the product as if it had written it', async () => {
    const long = await says(await newVisitor(), 'Hello');
    const order = { dataDir, site: SITE, messages: 1000, grow: [{ conversation: long.id, events: 300 }], open: 4 };
    expect(fillStore(order)).toBeGreaterThanOrEqual(1000);

    const log = await store.readLog(long.key, { limit: 400 });
    expect(log.map((event) => event.seq)).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
    expect(log[299]?.entry).toMatchObject({ type: 'bot_message', replyTo: 299 });
    const found = await store.findConversation(SITE, long.id);
    expect(found?.conversation.lastSeq).toBe(300);
    // The filled ones that are still open, and the one that was there before.
    expect(await store.open(SITE)).toHaveLength(5);
    for (const { events } of readStore(storeFile(dataDir), 0)) expect(events.at(-1)?.seq).toBe(events.length);
  });
});
