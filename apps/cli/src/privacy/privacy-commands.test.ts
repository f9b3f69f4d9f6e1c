import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Stage } from '@solodesk/core/testing';
import { besideServer } from '../testing/beside-server.ts';
import type { BesideServer } from '../testing/beside-server.ts';

describe('solodesk erase', () => {
  let desk: BesideServer;
  const write = { site: 'bakery', at: 1_000, uuid: () => crypto.randomUUID(), batch: null };
  beforeEach(async () => {
    desk = await besideServer();
    await desk.server.saveContacts([{ id: 'K-1', name: 'Ada', email: 'ada@one.example' }, { id: 'K-2' }], write);
    await desk.server.saveOrders(
      [{ number: 'B-1', customer: { id: 'K-1', email: 'ada@one.example' }, total: 5 }],
      write,
    );
  });
  afterEach(() => desk.remove());

  it('says first what would go, and erases nothing', async () => {
    await desk.solodesk('erase', '--site', 'bakery', '--customer', 'ADA@one.example', '--dry-run');
    expect(desk.printed[0]).toContain('Nothing was erased yet');
    expect(desk.printed[0]).toMatch(/contact\s+1 erased/);
    expect(desk.printed[0]).toMatch(/shop_order\s+1 made anonymous/);
    expect(await desk.server.findContact('bakery', { id: 'K-1' })).not.toBeNull();
  });

  it('erases, and the receipt says what became of each table', async () => {
    await desk.solodesk('erase', '--customer', 'K-1', '--json');
    const summary = JSON.parse(desk.printed[0]!) as { receipt: { id: string }; rows: unknown[] };
    expect(summary).toMatchObject({ site: 'bakery', files: 0, alike: [] });
    expect(summary.rows).toContainEqual({ table: 'shop_order', erased: 0, anonymised: 1 });
    expect(await desk.server.findContact('bakery', { id: 'K-1' })).toBeNull();
    expect(await desk.server.findContact('bakery', { id: 'K-2' })).not.toBeNull();
    expect((await desk.server.erasures('bakery', 9)).map(({ id, by }) => [id, by])).toEqual([
      [summary.receipt.id, 'solodesk'],
    ]);
  });

  it('erases somebody of whom only a conversation is known', async () => {
    const stage = new Stage(desk.server);
    const visitor = await stage.visitor('bakery');
    const { id } = (await stage.says(visitor)).conversation;
    await desk.solodesk('erase', '--conversation', id);
    expect(desk.printed[0]).toMatch(/event\s+1 erased/);
    expect(await desk.server.findVisitor(visitor.key)).toBeNull();
  });

  it('erases nobody where nobody, or an unknown one, is named', async () => {
    await expect(desk.solodesk('erase')).rejects.toThrow('--customer or --conversation');
    await expect(desk.solodesk('erase', '--customer', 'K-9')).rejects.toThrow('knows nobody');
    await expect(desk.solodesk('erase', '--conversation', 'K-9')).rejects.toThrow('no such conversation');
    expect(await desk.server.erasures('bakery', 9)).toEqual([]);
  });
});

describe('solodesk retention', () => {
  it('says what would go, takes it out, and then that it is done for today', async () => {
    const desk = await besideServer();
    const stage = new Stage(desk.server);
    const visitor = await stage.visitor('bakery');
    await stage.says(visitor, { text: 'long ago' });
    await stage.closes(visitor);
    const file = join(desk.sitesDir, 'bakery/site.json');
    writeFileSync(
      file,
      JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), retention: { messages: 7 } }),
    );
    await desk.solodesk('retention', '--dry-run', '--json');
    expect(JSON.parse(desk.printed[0]!)).toMatchObject({ site: 'bakery', dryRun: true, removed: { messages: 1 } });
    expect(await desk.server.findVisitor(visitor.key)).not.toBeNull();
    await desk.solodesk('retention');
    expect(desk.printed[1]).toMatch(/messages\s+1 {2}older than 7 days/);
    expect(desk.printed[1]).toContain('Kept until somebody erases it: tickets, scores, feedback, pageEvents, mails');
    expect(await desk.server.findVisitor(visitor.key)).toBeNull();
    await desk.solodesk('retention');
    expect(desk.printed[2]).toContain('today already');
    await desk.remove();
  });
});
