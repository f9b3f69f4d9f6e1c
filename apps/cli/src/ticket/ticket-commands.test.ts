import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PLAIN_PRIORITY, TO_OWNER, newTicket } from '@solodesk/core';
import { Stage } from '@solodesk/core/testing';
import { openSqliteStore } from '@solodesk/store-sqlite';
import type { SqliteStore } from '@solodesk/store-sqlite';
import { program } from '../program.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

describe('solodesk ticket', () => {
  let dataDir: string;
  let printed: string[];
  let server: SqliteStore;
  const solodesk = (...args: string[]) =>
    program({ DATA_DIR: dataDir }, (text) => printed.push(text)).parseAsync(['node', 'solodesk', ...args]);

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'solodesk-tickets-'));
    printed = [];
    server = await openSqliteStore({ file: join(dataDir, 'solodesk.sqlite'), log: silent });
    await solodesk('site', 'add', 'bakery', '--name', 'Bakery');
    const stage = new Stage(server);
    const visitor = await stage.visitor('bakery');
    const number = await server.drawTicketNumber('bakery');
    const made = newTicket(
      {
        ...{ category: 'cakes', form: 'cake', subject: 'A cake with plums', missing: [], locale: 'en' },
        details: [
          { slot: 'size', label: 'Size', value: 'large', sensitive: false },
          { slot: 'allergy', label: 'Allergy', value: 'hazelnut', sensitive: true },
        ],
        contact: { email: 'ada@home.example' },
      },
      {
        ...{ id: 't-1', site: 'bakery', number, at: 1_000, by: { kind: 'visitor' }, route: TO_OWNER },
        ...{ priority: PLAIN_PRIORITY, contactKey: null, dueAt: null },
      },
    );
    const message = await stage.message(visitor);
    await stage.commit({ ...message, next: { ...message.next, tickets: [number] }, tickets: [made] });
    printed = [];
  });
  afterEach(async () => {
    await server.close();
    rmSync(dataDir, { recursive: true });
  });

  it('lists and shows tickets, and nothing that is sensitive', async () => {
    await solodesk('ticket', 'list', 'plums');
    expect(printed[0]).toBe('BAKERY-T1  new  30 normal  A cake with plums');
    await solodesk('ticket', 'list', 'hazelnut');
    expect(printed[1]).toBe('No tickets.');
    await solodesk('ticket', 'show', 'bakery-t1');
    expect(printed[2]).toContain('Size: large');
    expect(printed[2]).toContain('settled by: the owner (no rule fits)');
    await solodesk('ticket', 'show', '1', '--json');
    expect(JSON.parse(printed[3]!)).toMatchObject({
      name: 'BAKERY-T1',
      state: 'new',
      history: [{ by: { kind: 'visitor' } }],
    });
    expect(printed.join('')).not.toContain('hazelnut');
  });

  it('solves a ticket beside a running server, and its conversation says so', async () => {
    await solodesk('ticket', 'solve', 'BAKERY-T1');
    expect(printed[0]).toBe('BAKERY-T1 is solved.');
    const ticket = await server.findTicketByNumber('bakery', 1);
    expect(ticket).toMatchObject({ state: 'solved' });
    const log = await server.readLog(ticket?.conversationKey ?? 0, { limit: 9 });
    expect(log.at(-1)?.entry).toMatchObject({ type: 'ticket', name: 'BAKERY-T1', state: 'solved' });
  });

  it('says so when there is no such ticket', async () => {
    await expect(solodesk('ticket', 'solve', '9')).rejects.toThrow('"bakery" has no ticket "9"');
  });
});
