import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cookieOf, OWNER, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';

describe('changing the account', () => {
  let desk: TestDesk;
  let here: string;
  let elsewhere: string;
  beforeEach(async () => {
    desk = await startDesk();
    here = (await desk.console()).cookie;
    elsewhere = cookieOf(await postToConsole(desk.url, '/login', OWNER));
  });
  afterEach(() => desk.end());

  const change = (body: object, cookie = here) =>
    postToConsole(desk.url, '/account', { name: OWNER.name, email: OWNER.email, current: '', ...body }, cookie);
  const account = async (cookie: string) => {
    const answer = await fetch(`${desk.url}/console/api/session`, { headers: { cookie } });
    return ((await answer.json()) as { account: unknown }).account;
  };
  const signsIn = async (email: string) =>
    (await postToConsole(desk.url, '/login', { email, password: OWNER.password })).status === 200;

  it('gives another name without a password, and every session shows it', async () => {
    expect((await change({ name: '  Mei Lin ' })).status).toBe(200);
    for (const cookie of [here, elsewhere]) {
      expect(await account(cookie)).toMatchObject({ name: 'Mei Lin', email: OWNER.email });
    }
  });

  it('gives another address to whoever knows the password, and that one signs in', async () => {
    expect((await change({ email: 'new@shop.example', current: OWNER.password })).status).toBe(200);
    expect(await account(elsewhere)).toMatchObject({ email: 'new@shop.example' });
    expect(await signsIn('new@shop.example')).toBe(true);
    expect(await signsIn(OWNER.email)).toBe(false);
  });

  it('refuses an address without the password, one that is none, one that is taken, and an empty name', async () => {
    expect((await change({ email: 'new@shop.example' })).status).toBe(403);
    expect((await change({ email: 'new@shop.example', current: 'wrong' })).status).toBe(403);
    expect((await change({ email: 'no address', current: OWNER.password })).status).toBe(400);
    expect((await change({ name: ' ' })).status).toBe(400);
    expect((await change({}, '')).status).toBe(401);
    await desk.store.createAccount({ email: 'ben@shop.example', name: 'Ben', passwordHash: 'x', createdAt: 1 });
    expect((await change({ email: 'BEN@shop.example', current: OWNER.password })).status).toBe(409);
    expect(await account(here)).toMatchObject({ name: OWNER.name, email: OWNER.email });
  });

  it('cannot be used to guess the password', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 10; n++) answers.push((await change({ email: 'new@shop.example', current: `${n}` })).status);
    expect(answers.at(-1)).toBe(429);
  });
});
