import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Owner, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import type { SpendList } from './console-spend-api.ts';

describe('spend that is typed in', () => {
  let desk: TestDesk;
  let owner: Owner;
  const post = async (path: string, body: object, cookie = owner.cookie) => {
    const answer = await postToConsole(desk.url, `/spend/${path}`, body, cookie);
    return { status: answer.status, body: (await answer.json()) as SpendList };
  };
  const spent = { channel: 'Google', month: '2026-05', currency: 'eur', amount: 49.9 };

  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: { currency: 'EUR' }, bakery: {} } });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
  });
  afterAll(() => desk.end());

  it('is one amount a channel, month and currency, in minor units, the last month first', async () => {
    await post('shop', spent);
    await post('shop', { ...spent, month: '2026-06', currency: 'JPY', amount: 500 });
    const { body } = await post('shop', { ...spent, amount: 60.05 });
    expect(body.currency).toBe('EUR');
    expect(body.rows.map(({ channel, month, currency, amount }) => [channel, month, currency, amount])).toEqual([
      ['google', '2026-06', 'JPY', 500],
      ['google', '2026-05', 'EUR', 6005],
    ]);
    expect(await desk.store.spend('bakery', { from: '0000-00', to: '9999-99' })).toEqual([]);
  });

  it('can be taken out again, of its own site', async () => {
    const { body } = await post('shop', { ...spent, channel: 'fair' });
    const key = body.rows.find(({ channel }) => channel === 'fair')?.key;
    expect((await post('bakery/remove', { key })).status).toBe(404);
    const left = await post('shop/remove', { key });
    expect(left.body.rows.some(({ channel }) => channel === 'fair')).toBe(false);
    expect((await post('shop/remove', { key })).status).toBe(404);
  });

  it.each([
    { month: '2026-13' },
    { month: 'May' },
    { amount: -1 },
    { amount: 'many' },
    { channel: '' },
    { currency: 'XYZ1' },
    { currency: 'QQQ' },
    { currency: '12$' },
  ])('refuses %j', async (wrong) => {
    expect((await post('shop', { ...spent, ...wrong })).status).toBe(400);
  });

  it('is nobody else’s', async () => {
    expect((await post('shop', spent, '')).status).toBe(401);
    expect((await post('nowhere', spent)).status).toBe(404);
  });
});
