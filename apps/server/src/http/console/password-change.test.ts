import { createFakeClock } from '@solodesk/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cookieOf, OWNER, ownerSocket, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';

const NEXT = 'a loud green kettle';

describe('changing the password', () => {
  const clock = createFakeClock(Date.now());
  let desk: TestDesk;
  let here: string;
  let elsewhere: string;
  beforeEach(async () => {
    desk = await startDesk({ clock });
    here = (await desk.console()).cookie;
    elsewhere = cookieOf(await postToConsole(desk.url, '/login', OWNER));
  });
  afterEach(() => desk.end());

  const change = (body: object, cookie = here) => {
    const whole = { current: OWNER.password, password: NEXT, pushHere: null, ...body };
    return postToConsole(desk.url, '/password', whole, cookie);
  };
  const signsInWith = async (password: string) =>
    (await postToConsole(desk.url, '/login', { ...OWNER, password })).status === 200;
  const account = async (cookie: string) => {
    const answer = await fetch(`${desk.url}/console/api/session`, { headers: { cookie } });
    return ((await answer.json()) as { account: unknown }).account;
  };

  it('lets in with the new one alone, and everybody else is out at once, with their sockets and their pushes', async () => {
    const socket = ownerSocket(desk.url, elsewhere);
    await new Promise((resolve) => socket.once('connect', () => resolve(null)));
    const cut = new Promise((resolve) => socket.once('disconnect', () => resolve(true)));
    const [{ key } = { key: 0 }] = await desk.store.membersOf('shop');
    for (const name of ['here', 'stolen']) {
      const keys = { p256dh: 'k', auth: 'a', label: name, createdAt: 1, lastPush: null };
      await desk.store.putPushDevice(key, { endpoint: `https://push.example/${name}`, ...keys }, 5);
    }
    expect((await change({ pushHere: 'https://push.example/here' })).status).toBe(200);
    expect(await cut).toBe(true);
    expect(await account(elsewhere)).toBeNull();
    expect(await account(here)).toMatchObject({ email: OWNER.email });
    expect((await desk.store.pushDevices(key)).map(({ label }) => label)).toEqual(['here']);
    expect(await signsInWith(OWNER.password)).toBe(false);
    expect(await signsInWith(NEXT)).toBe(true);
  });

  it('wants the current one, a good new one, and a session', async () => {
    expect((await change({ current: 'wrong' })).status).toBe(403);
    expect((await change({ password: 'short' })).status).toBe(400);
    expect((await change({ password: '1234567890' })).status).toBe(400);
    expect((await change({}, '')).status).toBe(401);
    expect(await account(elsewhere)).not.toBeNull();
    expect(await signsInWith(OWNER.password)).toBe(true);
  });

  it('by a reset link stops every push, because nobody knows whose devices they are', async () => {
    const [{ key } = { key: 0 }] = await desk.store.membersOf('shop');
    const device = { p256dh: 'k', auth: 'a', label: 'lost', createdAt: 1, lastPush: null };
    await desk.store.putPushDevice(key, { endpoint: 'https://push.example/lost', ...device }, 5);
    const token = await desk.server.accounts.newSetupToken();
    expect((await postToConsole(desk.url, '/setup', { ...OWNER, password: NEXT, token })).status).toBe(200);
    expect(await account(here)).toBeNull();
    expect(await desk.store.pushDevices(key)).toEqual([]);
  });

  it('cannot be used to guess the current one', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 10; n++) answers.push((await change({ current: `guess ${n}` })).status);
    expect(answers).toEqual([403, 403, 403, 403, 403, 403, 403, 403, 429, 429]);
  });
});
