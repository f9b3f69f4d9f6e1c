import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PLAIN_PRIORITY, TO_OWNER, newTicket, ownerAnswers } from '@solodesk/core';
import type { Store } from '@solodesk/core';
import { openSqliteStore } from '@solodesk/store-sqlite';
import { program } from '../program.ts';
import { writeSmallSite } from '../testing/small-site.ts';
import type { Replay } from './replay-tickets.ts';

const HOUR = 3_600_000;
const silent = { debug() {}, info() {}, warn() {}, error() {} };

describe('solodesk priority replay', () => {
  let dataDir: string;
  let printed: string;
  const replay = async (...args: string[]) => {
    printed = '';
    const command = program({ DATA_DIR: dataDir }, (text) => (printed += `${text}\n`));
    await command.parseAsync(['node', 'solodesk', 'priority', 'replay', ...args]);
  };
  const rules = (content: unknown) => {
    const file = join(dataDir, 'rules.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };

  /** A ticket, answered after some hours. */
  async function make(store: Store, number: number, subject: string, hours: number): Promise<void> {
    const change = newTicket(
      { category: 'returns', form: null, subject, details: [], contact: {}, missing: [], locale: 'en' },
      {
        ...{ id: `t-${number}`, site: 'bakery', number, at: HOUR, by: { kind: 'bot' }, route: TO_OWNER },
        ...{ priority: PLAIN_PRIORITY, contactKey: null, dueAt: null },
      },
    );
    const saved = await store.saveTicket(change);
    if (saved.kind !== 'saved') throw new Error('it was not saved');
    const answered = ownerAnswers(saved.ticket, 'Mei', null, HOUR * (1 + hours));
    if (answered === null) throw new Error('it was not answered');
    await store.saveTicket(answered);
  }

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'solodesk-replay-'));
    writeSmallSite(join(dataDir, 'sites'), 'bakery');
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  const withTickets = async () => {
    const store = await openSqliteStore({ file: join(dataDir, 'solodesk.sqlite'), log: silent });
    try {
      await make(store, 1, 'I want a refund', 0);
      await make(store, 2, 'The cake arrived late', 4);
      await make(store, 3, 'Where are you?', 1);
    } finally {
      await store.close();
    }
  };

  it('counts levels before and after, and shows who moves most with both sums', async () => {
    await withTickets();
    await replay(
      '--rules',
      rules({
        rules: [
          { name: 'refund', points: 70 },
          { name: 'waits', perHour: 4, most: 40 },
        ],
      }),
    );
    expect(printed.split('\n')).toEqual([
      'bakery: 3 tickets, 2 of another level',
      '',
      '            now  with these',
      'urgent        0           1',
      'high          0           0',
      'normal        1           1',
      'low           2           1',
      '',
      'Moves most:',
      'T1  15 → 70  (normal → urgent)  I want a refund',
      '    before: refund +15',
      '    after:  refund +70',
      'T2  8 → 16  (low → normal)  The cake arrived late',
      '    before: waits 4 h +8',
      '    after:  waits 4 h +16',
      'T3  2 → 4  (low → low)  Where are you?',
      '    before: waits 1 h +2',
      '    after:  waits 1 h +4',
      '',
    ]);
  });

  it("compares the site's own rules with what was stored, and changes nothing", async () => {
    await withTickets();
    await replay('--json', '--top', '1');
    const first = JSON.parse(printed) as Replay;
    expect(first).toMatchObject({ tickets: 3, before: { normal: 3 }, after: { normal: 1, low: 2 }, changed: 2 });
    expect(first.movers).toHaveLength(1);
    await replay('--json', '--top', '1');
    expect(JSON.parse(printed)).toEqual(first);
  });

  it('says line and reason where the rules cannot be used, and when there is nothing to replay', async () => {
    await expect(replay('--rules', rules('{ "rules": [{ "name": "refund", "points": 5000 }] }'))).rejects.toThrow(
      /rules\.json:1:\d+ .*at most 100/,
    );
    await expect(replay('--rules', join(dataDir, 'none.json'))).rejects.toThrow('cannot be read');
    await expect(replay()).rejects.toThrow('there are no tickets');
    await (await openSqliteStore({ file: join(dataDir, 'solodesk.sqlite'), log: silent })).close();
    await replay();
    expect(printed).toBe('bakery has no tickets yet.\n');
  });
});
