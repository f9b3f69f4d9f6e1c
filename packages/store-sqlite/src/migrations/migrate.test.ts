import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '@solodesk/core';
import { Stage, createFakeClock, silentLog } from '@solodesk/core/testing';
import Database from 'better-sqlite3';
import { backupBeforeMigration, verifyDatabase } from '../backups/backup.ts';
import { lockData } from '../database/data-lock.ts';
import { DatabaseTooNewError, DatabaseTooOldError } from '../database/database-errors.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { MIGRATIONS } from './index.ts';
import { openSqliteStore } from '../sqlite-store.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');

describe('the schema', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  let file: string;
  const edit = (change: (db: Database.Database) => void) => {
    const db = new Database(file);
    change(db);
    db.close();
  };
  const versionOf = (path: string) => {
    const db = new Database(path, { readonly: true });
    const version = schemaVersion(db);
    db.close();
    return version;
  };

  beforeEach(() => {
    directory = temporaryDirectory();
    file = directory.file('desk.db');
  });
  afterEach(() => directory.remove());

  it('counts its steps from 1 without holes', () => {
    expect(MIGRATIONS.map((step) => step.version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  it('of a new file is the newest, without any backup of nothing', async () => {
    await (await openSqliteStore({ file, log: silentLog })).close();
    expect(readdirSync(directory.path)).toEqual(['desk.db']);
    expect(versionOf(file)).toBe(MIGRATIONS.length);
  });

  it('of a file that version 1 wrote is brought up to date, and every row reads as it did', async () => {
    edit((db) => db.exec(fixture('version-1.sql')));
    const store = await openSqliteStore({ file, log: silentLog });
    expect(await readEverything(store)).toEqual(JSON.parse(fixture('version-1.json')));
    expect(await store.isSetupToken('setup-hash', 1_760_000_060_000)).toBe(true);
    await store.close();
    expect(versionOf(file)).toBe(MIGRATIONS.length);
  });

  it('of a file that version 1 wrote can then do what is new', async () => {
    edit((db) => db.exec(fixture('version-1.sql')));
    const stage = new Stage(await openSqliteStore({ file, log: silentLog }), 8);
    const visitor = await stage.visitor('bakery', { referrer: 'https://search.example/' });
    expect(visitor.key).toBe(6);
    const { events } = await stage.says(visitor);
    expect(events[0]?.id).toBe(await stage.store.cursor('bakery'));
    expect((await stage.store.findVisitor(visitor.key))?.referrer).toBe('https://search.example/');
    const view = { clientId: 'a', name: 'view', props: {}, at: 1, page: 'https://shop.example/' };
    expect(await stage.store.addTracked(1, [view])).toBe(1);
    await stage.store.setPresenceMode('bakery', 'here');
    await stage.store.close();
  });

  it('of a file from before unanswered questions were kept finds them by the reasons that the bot gave', async () => {
    edit((db) => {
      db.exec(fixture('version-1.sql'));
      const say = db.prepare(
        `INSERT INTO event (id, site, conversation, seq, at, type, text, client_id, extra, reason)
         VALUES (@id, 1, 2, @seq, 1, @type, @text, @client, @extra, @reason)`,
      );
      const reason = (kind: string) => JSON.stringify({ kind, guesses: [{ intent: 'a.b', confidence: 0.4 }] });
      let id = 100;
      const ask = (text: string, intent?: string) => {
        const extra = intent === undefined ? null : JSON.stringify({ intent });
        say.run({ id, seq: id, type: 0, text, client: `c${id++}`, extra, reason: null });
      };
      const answer = (kind: string) => {
        const extra = JSON.stringify({ replyTo: id - 1 });
        say.run({ id, seq: id++, type: 1, text: '…', client: null, extra, reason: reason(kind) });
      };
      ask('unsure');
      answer('unsure');
      ask('sure');
      answer('answered');
      ask('chosen');
      answer('suggested');
      ask('A', 'a.b');
      answer('answered');
      ask('not chosen');
      answer('suggested');
      ask('None of these', 'solodesk.none-of-these');
      answer('unsure');
      ask('left alone');
      answer('suggested');
    });
    const store = await openSqliteStore({ file, log: silentLog });
    const found = await store.unanswered('teal-and-linen', { status: 'open', limit: 10 });
    expect(found.map(({ text, kind }) => [text, kind])).toEqual([
      ['left alone', 'suggested'],
      ['not chosen', 'suggested'],
      ['unsure', 'unsure'],
    ]);
    expect(found[0]?.guesses).toEqual([{ intent: 'a.b', confidence: 0.4 }]);
    await store.close();
  });

  it('is backed up before it changes, as a file that the older program can open', async () => {
    edit((db) => db.exec(fixture('version-1.sql')));
    await (await openSqliteStore({ file, log: silentLog })).close();
    const backup = directory.file('desk.db.before-v2');
    expect(versionOf(backup)).toBe(1);
    expect(await verifyDatabase(backup)).toEqual({ schema: 1, conversations: 5, events: 22 });
    // Nothing is due at the next start, so nothing is saved again.
    await (await openSqliteStore({ file, log: silentLog })).close();
    const backups = readdirSync(directory.path).filter((name) => /before-v\d+$/.test(name));
    expect(backups).toEqual(['desk.db.before-v2']);
  });

  it('is brought up to date by several processes at once, which all go on and leave nothing half done', async () => {
    edit((db) => db.exec(fixture('version-1.sql')));
    const stores = await Promise.all(Array.from({ length: 4 }, () => openSqliteStore({ file, log: silentLog })));
    for (const store of stores) await store.close();
    edit((db) => expect(schemaVersion(db)).toBe(MIGRATIONS.length));
    const beside = readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)));
    expect(beside.filter((name) => name.endsWith('.part'))).toEqual([]);
    const saved = beside.filter((name) => name.includes('.before-v'));
    expect(saved).toEqual(['desk.db.before-v2']);
    expect(await verifyDatabase(directory.file('desk.db.before-v2'))).toMatchObject({ schema: 1 });
  });

  it('is left alone while an older server holds the lock of its data, and brought up to date by the one that holds it', async () => {
    edit((db) => db.exec(fixture('version-1.sql')));
    const lock = lockData(dirname(file));
    await expect(openSqliteStore({ file, log: silentLog })).rejects.toThrow(DatabaseTooOldError);
    expect(versionOf(file)).toBe(1);
    await (await openSqliteStore({ file, log: silentLog, locked: true })).close();
    expect(versionOf(file)).toBe(MIGRATIONS.length);
    // What needs no migration is open to the programs beside the server.
    await (await openSqliteStore({ file, log: silentLog })).close();
    lock.release();
  });

  it('is waited for while another process is about it', async () => {
    edit((db) => db.exec(fixture('version-1.sql')));
    const lock = lockData(dirname(file));
    const opened = openSqliteStore({ file, log: silentLog });
    await pause(200);
    lock.release();
    await (await opened).close();
    expect(versionOf(file)).toBe(MIGRATIONS.length);
  });

  it('keeps the three newest of those backups', async () => {
    edit((db) => db.exec(fixture('version-1.sql')));
    const db = new Database(file);
    for (const version of [8, 9, 10, 11]) await backupBeforeMigration(db, file, directory.path, version);
    db.close();
    const kept = readdirSync(directory.path).filter((name) => name.includes('.before-v'));
    expect(kept.sort()).toEqual(['desk.db.before-v10', 'desk.db.before-v11', 'desk.db.before-v9']);
  });

  it('stays as it was when a step fails, and is not half of the next', async () => {
    edit((db) => db.exec(fixture('version-1.sql')));
    const db = new Database(file);
    const broken = { version: 2, since: '9.9.9', sql: 'CREATE TABLE half (n INTEGER); SELECT no_such_function();' };
    const attempt = migrate(db, {
      migrations: [...MIGRATIONS.slice(0, 1), broken],
      clock: createFakeClock(),
      backup: async () => undefined,
    });
    await expect(attempt).rejects.toMatchObject({ code: 'SQLITE_ERROR' });
    expect(schemaVersion(db)).toBe(1);
    expect(db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'half'`).get()).toBe(undefined);
    db.close();
  });

  it('is not changed without its backup', async () => {
    edit((db) => db.exec(fixture('version-1.sql')));
    const backupDir = directory.file('no-such-directory');
    await expect(openSqliteStore({ file, log: silentLog, backupDir })).rejects.toThrow();
    expect(versionOf(file)).toBe(1);
  });

  it('of a newer program is refused, naming the release that it needs, and left alone', async () => {
    await (await openSqliteStore({ file, log: silentLog })).close();
    const newer = MIGRATIONS.length + 1;
    edit((db) => {
      db.prepare('INSERT INTO migration VALUES (?, ?, ?)').run(newer, '3.2.0', 1);
      db.pragma(`user_version = ${newer}`);
    });
    const opened = openSqliteStore({ file, log: silentLog });
    await expect(opened).rejects.toThrow(DatabaseTooNewError);
    await expect(opened).rejects.toMatchObject({ found: newer, known: MIGRATIONS.length, needed: '3.2.0' });
    await expect(opened).rejects.toThrow('it needs Solodesk 3.2.0 or newer');
    expect(versionOf(file)).toBe(newer);
    expect(existsSync(directory.file(`desk.db.before-v${newer}`))).toBe(false);
  });
});

/** What the fixture's writer read of its own database, by the same questions. */
async function readEverything(store: Store): Promise<Record<string, unknown>> {
  const readings: Record<string, unknown> = {};
  const sites = ['teal-and-linen', 'bakery'];
  for (const site of sites) {
    for (const filter of ['open', 'closed', 'waiting'] as const) {
      readings[`${site} ${filter}`] = await store.inbox(site, { filter, limit: 50 });
    }
  }
  for (const key of [1, 2, 3, 4, 5]) readings[`log ${key}`] = await store.readLog(key, { limit: 100 });
  for (const site of sites) {
    readings[`${site} events`] = (await store.eventsAfter(site, 0, 100)).map((event) => event.id);
  }
  readings['owed'] = (await store.owed()).map((conversation) => conversation.key);
  readings['mara'] = await store.findAccountByEmail('mara@SHOP.example');
  readings['noah'] = await store.findAccount(2);
  readings['session'] = await store.findSession('session-hash', 1_760_000_060_000);
  return readings;
}
