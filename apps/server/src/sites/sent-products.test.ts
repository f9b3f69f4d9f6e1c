import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '@solodesk/store-sqlite';
import { silentLog } from '@solodesk/core/testing';
import { ApiKeys } from '../api/api-keys.ts';
import { systemClock, systemIds } from '../system.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';

describe('products that a shop sends', () => {
  let desk: TestDesk;
  let secret: string;
  beforeAll(async () => {
    desk = await startDesk({ environment: { LIMITS: 'off' }, sites: { shop: {}, bakery: {} } });
    const made = await new ApiKeys(desk.store, systemClock, systemIds).make('shop', 'Shop', ['products:write']);
    ({ secret } = made);
  });
  afterAll(() => desk.end());

  const ask = async (text: string, site = 'shop') => {
    const visitor = await desk.visit({ site });
    const { seq } = await visitor.mustSay(text);
    const answer = (await visitor.answerTo(seq)).text;
    visitor.leave();
    return answer;
  };
  const send = (product: object) =>
    fetch(`${desk.url}/api/products`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify(product),
    });

  it('are known to the bot at once, on their own site', async () => {
    const lamp = { id: 'lamp-1', names: { en: 'Copper lamp', zh: '铜灯' }, price: 12_950, currency: 'EUR' };
    expect((await send(lamp)).status).toBe(201);
    await until(async () => (await ask('how much is the copper lamp?')).includes('€129.50'), 'for the price');
    expect(await ask('铜灯多少钱')).toContain('€129.50');
    expect(await ask('how much is the copper lamp?', 'bakery')).not.toContain('129.50');
    await send({ id: 'lamp-1', price: 9_900, currency: 'EUR' });
    await until(async () => (await ask('how much is the copper lamp?')).includes('€99.00'), 'for the new price');
  });

  it('are known too when another process wrote them, at the next sweep', async () => {
    const other = await openSqliteStore({ file: join(desk.dataDir, 'solodesk.sqlite'), log: silentLog });
    const write = { site: 'shop', at: 1, uuid: () => 'u', batch: null };
    await other.saveProducts([{ id: 'vase', names: { en: 'Glass vase' }, price: 2_000, currency: 'EUR' }], write);
    await desk.server.sweep();
    expect(await ask('how much is the glass vase?')).toContain('€20.00');
    await other.deleteProduct('shop', 'vase');
    await other.close();
    await desk.server.sweep();
    expect(await ask('how much is the glass vase?')).not.toContain('€20.00');
  });
});
