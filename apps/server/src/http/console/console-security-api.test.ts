import { createFakeClock } from '@solodesk/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { hashToken } from '../../system.ts';
import { cookieOf, Owner, OWNER, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';

describe('the security of an account', () => {
  const clock = createFakeClock(1_800_000_000_000);
  let desk: TestDesk;
  let here: string;
  beforeEach(async () => {
    desk = await startDesk({ clock });
    here = (await desk.console()).cookie;
  });
  afterEach(() => desk.end());

  const post = (path: string, body: object, cookie = here) => postToConsole(desk.url, path, body, cookie);
  const get = async <T>(path: string, cookie = here) =>
    (await (await fetch(`${desk.url}/console/api/${path}`, { headers: { cookie } })).json()) as T;
  const login = (given: object) => post('/login', { ...OWNER, code: null, ...given }, '');
  interface Begun {
    secret: string;
    uri: string;
    qr: { size: number; path: string };
  }
  interface Listed {
    sessions: { id: string; device: string; here: boolean; lastSeenAt: number }[];
  }

  it('asks for a code after the password, sets the password alone by a reset link, and goes off for both', async () => {
    expect((await post('/second-factor/begin', { current: 'wrong' })).status).toBe(403);
    expect((await post('/second-factor/confirm', { code: '123456' })).status).toBe(409);
    const begun = (await (await post('/second-factor/begin', { current: OWNER.password })).json()) as Begun;
    expect(begun.uri).toContain(encodeURIComponent(OWNER.email));
    expect(begun.qr.size).toBeGreaterThan(40);
    expect(begun.qr.path).toMatch(/^M\d+ \d+h1v1h-1z/);
    expect(await get('second-factor')).toMatchObject({ on: false });
    const code = new TOTP({ secret: Secret.fromBase32(begun.secret) }).generate({ timestamp: clock.now() });
    const { codes } = (await (await post('/second-factor/confirm', { code })).json()) as { codes: string[] };

    const asked = await login({});
    expect(await asked.json()).toEqual({ ok: true, signedIn: false });
    expect(cookieOf(asked)).toBe('');
    expect((await login({ code })).status).toBe(403);

    const token = await desk.server.accounts.newSetupToken();
    const reset = await post('/setup', { ...OWNER, password: 'a loud green kettle', token }, '');
    expect(await reset.json()).toEqual({ ok: true, signedIn: false });
    expect(cookieOf(reset)).toBe('');
    const again = await login({ password: 'a loud green kettle', code: codes[0] });
    here = cookieOf(again);
    expect(here).not.toBe('');

    const both = { current: 'a loud green kettle', code: codes[1] };
    expect((await post('/second-factor/off', { ...both, code: codes[0] })).status).toBe(403);
    expect((await post('/second-factor/off', both, '')).status).toBe(401);
    expect(await get('second-factor')).toMatchObject({ on: true, codesLeft: 9 });
    expect((await post('/second-factor/off', both)).status).toBe(200);
    expect(await get('second-factor')).toEqual({ on: false, since: null, codesLeft: 0 });
    // A password takes half a second each time it is checked, on a machine that has nothing else to do.
  });

  /** Another device of the same owner. @returns its cookie. */
  const signIn = async (token: string, device = '') => {
    const account = await desk.store.findAccountByEmail(OWNER.email);
    const times = { createdAt: clock.now(), expiresAt: clock.now() + 86_400_000, lastSeenAt: clock.now() };
    await desk.store.createSession({ accountKey: account?.key ?? 0, device, ...times }, hashToken(token));
    return `solodesk_session=${token}`;
  };

  describe('in sessions', () => {
    it('lists them with device and last sign of life, and says which one asks', async () => {
      await signIn('phone', 'Firefox · <b>Android</b>');
      clock.advance(3_600_000);
      const { sessions } = await get<Listed>('sessions');
      expect(sessions.map(({ device, here: mine }) => [device, mine])).toEqual([
        ['', true],
        ['Firefox · <b>Android</b>', false],
      ]);
      expect(sessions[0]?.lastSeenAt).toBe(clock.now());
      expect(sessions[1]?.lastSeenAt).toBe(clock.now() - 3_600_000);
    });

    it('cuts one that is revoked at once, also while it is in use, and no other', async () => {
      const stolen = await signIn('stolen');
      const thief = await new Owner(desk.url, stolen).connect();
      await thief.watch('shop');
      const mine = await desk.console();
      const other = (await get<Listed>('sessions')).sessions.find((session) => !session.here);
      expect((await post(`/sessions/${other?.id}/revoke`, {})).status).toBe(200);
      await thief.heard.until('goodbye');
      expect(await get('sessions', stolen)).toMatchObject({ error: { kind: 'unauthorized' } });
      expect(mine.socket.connected).toBe(true);
      expect((await post(`/sessions/${other?.id}/revoke`, {})).status).toBe(404);
      thief.leave();
    });

    it('sends no more pushes to the device of one that is revoked', async () => {
      const hashOf = (cookie: string) => hashToken(cookie.split('=')[1] ?? '');
      const [account] = await desk.store.membersOf('shop');
      const devices = async () => (await desk.store.pushDevices(account!.key)).map(({ label }) => label);
      const cookies = { mine: here, stolen: await signIn('stolen'), tablet: await signIn('tablet') };
      for (const [label, cookie] of Object.entries(cookies)) {
        const keys = { p256dh: 'k', auth: 'a', label, createdAt: 1, lastPush: null, session: hashOf(cookie) };
        await desk.store.putPushDevice(account!.key, { endpoint: `https://push.example/${label}`, ...keys }, 9);
      }
      const stolen = hashOf(cookies.stolen).slice(0, 16);
      expect((await post(`/sessions/${stolen}/revoke`, {})).status).toBe(200);
      expect((await devices()).sort()).toEqual(['mine', 'tablet']);
      await post('/sessions/others/revoke', {});
      expect(await devices()).toEqual(['mine']);
    });

    it('ends all others on one word', async () => {
      const others = [await signIn('one'), await signIn('two')];
      expect((await post('/sessions/others/revoke', {})).status).toBe(200);
      for (const cookie of others) expect((await post('/sessions/others/revoke', {}, cookie)).status).toBe(401);
      expect((await get<Listed>('sessions')).sessions).toHaveLength(1);
    });

    it('reaches nobody else’s', async () => {
      const { sessions } = await get<Listed>('sessions');
      const stranger = await desk.store.createAccount({
        ...OWNER,
        email: 's@x.example',
        passwordHash: '',
        createdAt: 0,
      });
      const times = { createdAt: 0, expiresAt: Number.MAX_SAFE_INTEGER, lastSeenAt: 0 };
      await desk.store.createSession({ accountKey: stranger.key, device: '', ...times }, hashToken('theirs'));
      const cookie = 'solodesk_session=theirs';
      expect((await post(`/sessions/${sessions[0]?.id}/revoke`, {}, cookie)).status).toBe(404);
      expect((await get<Listed>('sessions', cookie)).sessions).toHaveLength(1);
      expect(await get('sessions')).toMatchObject({ sessions: [{ here: true }] });
    });
  });
});
