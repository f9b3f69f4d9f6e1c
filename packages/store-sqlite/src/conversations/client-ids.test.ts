import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Visitor } from '@solodesk/core';
import { Stage, silentLog } from '@solodesk/core/testing';
import Database from 'better-sqlite3';
import { ClientIds } from './client-ids.ts';
import { addSearchFunctions } from '../search/search-functions.ts';
import { openSqliteStore } from '../sqlite-store.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

/** Places of `event.type`. */
const [VISITOR, OWNER] = [0, 2];

/** Two ids that have one hash. */
const COLLIDING = ['id-5pvu', 'id-c3ea'] as const;

let directory: ReturnType<typeof temporaryDirectory>;
let file: string;

beforeEach(() => {
  directory = temporaryDirectory();
  file = directory.file('desk.db');
});
afterEach(() => directory.remove());

describe('a repeated message', () => {
  let stages: Stage[];
  /** Another process, as far as the file can tell. */
  const open = async () => {
    const stage = new Stage(await openSqliteStore({ file, log: silentLog }), stages.length + 1);
    stages.push(stage);
    return stage;
  };
  const repeat = async (stage: Stage, visitor: Visitor, clientId: string) =>
    stage.store.commit(await stage.message(visitor, { clientId, at: 9_000 }));
  const clientIdsOf = async (stage: Stage, visitor: Visitor) =>
    (await stage.store.readLog(visitor.key, { limit: 50 })).map(({ entry }) => 'clientId' in entry && entry.clientId);

  beforeEach(() => {
    stages = [];
  });
  afterEach(() => Promise.all(stages.map(({ store }) => store.close())));

  it('is known after the file was opened anew', async () => {
    const before = await open();
    const visitor = await before.visitor();
    const { events } = await before.says(visitor, { clientId: 'm' });
    await before.store.close();
    expect(await repeat(await open(), visitor, 'm')).toMatchObject({ kind: 'duplicate', event: events[0] });
  });

  it('is known though another process has stored the first one meanwhile', async () => {
    const [one, two] = [await open(), await open()];
    const visitor = await one.visitor();
    for (const [stage, other, clientId] of [
      [one, two, 'a'],
      [two, one, 'b'],
      [one, two, 'c'],
    ] as const) {
      const { events } = await stage.says(visitor, { clientId });
      expect(await repeat(other, visitor, clientId)).toMatchObject({ kind: 'duplicate', event: events[0] });
    }
    expect(await clientIdsOf(two, visitor)).toEqual(['a', 'b', 'c']);
  });

  it('is known after its group was written anew without one that failed', async () => {
    const stage = await open();
    const visitor = await stage.visitor();
    await stage.says(visitor, { clientId: 'before' });
    const nobody = { ...(await stage.visitor()), key: 99 };
    const outcomes = await Promise.allSettled([
      stage.says(visitor, { clientId: 'm' }),
      stage.says(nobody, { clientId: 'n' }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await repeat(stage, visitor, 'm')).toMatchObject({ kind: 'duplicate', event: { seq: 2 } });
    expect(await clientIdsOf(stage, visitor)).toEqual(['before', 'm']);
  });

  it('is none if the first one was not stored', async () => {
    const stage = await open();
    const visitor = await stage.visitor();
    const message = await stage.message(visitor, { clientId: 'm' });
    const twice = { ...message, events: [...message.events, ...message.events] };
    await expect(stage.store.commit(twice)).rejects.toThrow('one message only');
    expect(await stage.store.commit(message)).toMatchObject({ kind: 'committed', events: [{ seq: 1 }] });
  });

  it('is refused whole where a decision has something new before it', async () => {
    const stage = await open();
    const visitor = await stage.visitor();
    const [first] = (await stage.says(visitor, { clientId: 'm' })).events;
    const message = await stage.message(visitor, { clientId: 'new' });
    const both = { ...message, events: [...message.events, { ...first!, seq: 3 }] };
    await expect(stage.store.commit(both)).rejects.toThrow('one message only');
    expect(await clientIdsOf(stage, visitor)).toEqual(['m']);
  });

  it('is known in each of the talks of two people who turn out to be one', async () => {
    const stage = await open();
    const write = { site: 'shop', at: 1_000, uuid: () => stage.uuid(), batch: null };
    const talk = async (id: string) => {
      const [saved] = await stage.store.saveContacts([{ id, source: {} }], write);
      const visitor = await stage.visitor();
      await stage.store.linkVerifiedVisitor(visitor.key, id, write);
      const { events } = await stage.says(visitor, { clientId: 'm', text: id });
      return { contact: saved?.record.key ?? 0, visitor, event: events[0] };
    };
    const [winner, loser] = [await talk('one'), await talk('other')];
    await stage.says(loser.visitor, { clientId: 'only here' });
    const people = { winner: winner.contact, loser: loser.contact };
    const outcome = await stage.store.mergeContacts('shop', { ...people, vouched: false, at: 9 });
    expect(outcome.kind).toBe('merged');
    for (const { visitor, event } of [winner, loser])
      expect(await repeat(stage, visitor, 'm')).toMatchObject({ kind: 'duplicate', event });
    expect(await repeat(stage, winner.visitor, 'only here')).toMatchObject({ kind: 'committed' });
  });
});

describe('the client ids of the logs that are written', () => {
  let db: Database.Database;
  let said: string[];
  const logsRead = () => said.filter((sql) => sql.startsWith('SELECT client_id')).length;
  const looksInto = () => said.filter((sql) => sql.includes('AND client_id =')).length;
  const write = (conversation: number, clientId: string, type = VISITOR) =>
    db
      .prepare(
        `INSERT INTO event (site, conversation, seq, at, type, client_id)
         SELECT 1, @conversation, coalesce(max(seq), 0) + 1, 1, @type, @clientId FROM event WHERE conversation = @conversation`,
      )
      .run({ conversation, clientId, type });
  const say = (ids: ClientIds, conversation: number, clientId: string) => {
    write(conversation, clientId);
    ids.add(conversation, clientId);
  };
  const seqOf = (ids: ClientIds, conversation: number, clientId: string, type = VISITOR) =>
    ids.find(conversation, clientId, type)?.[2];

  beforeEach(async () => {
    await (await openSqliteStore({ file, log: silentLog })).close();
    said = [];
    db = new Database(file, { verbose: (sql) => void said.push(String(sql)) });
    addSearchFunctions(db);
  });
  afterEach(() => void db.close());

  it('are read once, however long the log is, which new messages then leave alone', () => {
    db.transaction(() => {
      for (let n = 1; n <= 10_000; n++) write(1, `old ${n}`);
    })();
    const ids = new ClientIds(db);
    for (let n = 1; n <= 20; n++) {
      ids.begin(n > 1);
      expect(seqOf(ids, 1, `new ${n}`)).toBeUndefined();
      say(ids, 1, `new ${n}`);
    }
    expect([logsRead(), looksInto()]).toEqual([1, 0]);
    expect(['old 1', 'old 10000', 'new 1', 'new 20'].map((id) => seqOf(ids, 1, id))).toEqual([
      1, 10_000, 10_001, 10_020,
    ]);
    expect(logsRead()).toBe(1);
  });

  it('are read again when others had taken their room', () => {
    const ids = new ClientIds(db, 40);
    for (let conversation = 1; conversation <= 3; conversation++)
      for (let n = 1; n <= 9; n++) say(ids, conversation, `m${n}`);
    expect(logsRead()).toBe(3);
    expect([3, 2, 1, 2].map((conversation) => seqOf(ids, conversation, 'm9'))).toEqual([9, 9, 9, 9]);
    // The first one had gone, and the third one went for it: of those that stayed, it had written longest ago.
    expect(logsRead()).toBe(4);
    expect(seqOf(ids, 3, 'm1')).toBe(1);
    expect(logsRead()).toBe(5);
  });

  it('stay while their own log is longer than all that is kept', () => {
    const ids = new ClientIds(db, 40);
    for (let n = 1; n <= 60; n++) say(ids, 1, `m${n}`);
    expect(seqOf(ids, 1, 'm1')).toBe(1);
    expect(logsRead()).toBe(1);
  });

  it('are forgotten when somebody else has written', () => {
    const ids = new ClientIds(db);
    say(ids, 1, 'ours');
    write(1, 'theirs');
    ids.begin(false);
    expect([seqOf(ids, 1, 'ours'), seqOf(ids, 1, 'theirs')]).toEqual([1, 2]);
  });

  it('of a transaction that was rolled back are new again, without a look at the log', () => {
    const ids = new ClientIds(db);
    say(ids, 1, 'stays');
    ids.begin(true);
    db.exec('BEGIN');
    say(ids, 1, 'goes');
    db.exec('ROLLBACK');
    ids.rollback();
    expect([seqOf(ids, 1, 'goes'), looksInto()]).toEqual([undefined, 0]);
    expect(seqOf(ids, 1, 'stays')).toBe(1);
  });

  it('of what was erased are new again', () => {
    const ids = new ClientIds(db);
    say(ids, 1, 'm');
    db.exec('DELETE FROM event');
    expect(seqOf(ids, 1, 'm')).toBeUndefined();
  });

  it('are of one type of event and of one conversation', () => {
    const ids = new ClientIds(db);
    say(ids, 1, 'm');
    expect([seqOf(ids, 1, 'm', OWNER), seqOf(ids, 2, 'm')]).toEqual([undefined, undefined]);
  });

  it('are told apart where they have one hash', () => {
    const ids = new ClientIds(db);
    const [one, other] = COLLIDING;
    say(ids, 1, one);
    expect(seqOf(ids, 1, other)).toBeUndefined();
    say(ids, 1, other);
    expect([seqOf(ids, 1, one), seqOf(ids, 1, other)]).toEqual([1, 2]);
  });
});
