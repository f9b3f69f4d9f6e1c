import type { Contract } from './contract.ts';

export const sessionContract: Contract = ({ describe, it, expect }, stage) => {
  describe('a session', () => {
    const session = {
      ...{ accountKey: 1, createdAt: 1_000, expiresAt: 5_000 },
      ...{ device: 'Firefox · Windows', lastSeenAt: 1_000 },
    };

    it('lasts until it expires', async () => {
      const { store } = stage();
      await store.createSession(session, 'hash');
      expect(await store.findSession('hash', 4_999)).toEqual(session);
      expect(await store.findSession('hash', 5_000)).toBeNull();
      expect(await store.findSession('other', 2_000)).toBeNull();
    });

    it('ends when it is deleted, alone or with all of its account', async () => {
      const { store } = stage();
      for (const hash of ['a', 'b', 'c']) await store.createSession(session, hash);
      await store.createSession({ ...session, accountKey: 2 }, 'd');
      await store.deleteSession('a');
      expect(await store.findSession('a', 2_000)).toBeNull();
      expect(await store.findSession('b', 2_000)).toEqual(session);
      await store.deleteSessionsOf(1, 'b');
      expect(await store.findSession('b', 2_000)).toEqual(session);
      expect(await store.findSession('c', 2_000)).toBeNull();
      await store.deleteSessionsOf(1);
      expect(await store.findSession('b', 2_000)).toBeNull();
      expect(await store.findSession('c', 2_000)).toBeNull();
      expect(await store.findSession('d', 2_000)).not.toBeNull();
    });
  });

  describe('the sessions of an account', () => {
    const session = { accountKey: 1, createdAt: 1_000, expiresAt: 5_000, device: '', lastSeenAt: 1_000 };

    it('are listed without those that expired and those of others, the one seen last first', async () => {
      const { store } = stage();
      await store.createSession({ ...session, device: 'Chrome · Android' }, 'phone');
      await store.createSession({ ...session, createdAt: 1_500, lastSeenAt: 1_500 }, 'desk');
      await store.createSession({ ...session, expiresAt: 2_000 }, 'old');
      await store.createSession({ ...session, accountKey: 2 }, 'other');
      const names = async () => (await store.sessionsOf(1, 2_000)).map(({ tokenHash }) => tokenHash);
      expect(await names()).toEqual(['desk', 'phone']);
      await store.touchSession('phone', 1_900);
      await store.touchSession('nobody', 1_900);
      expect(await names()).toEqual(['phone', 'desk']);
      expect((await store.sessionsOf(1, 2_000))[0]).toEqual({
        ...session,
        device: 'Chrome · Android',
        lastSeenAt: 1_900,
        tokenHash: 'phone',
      });
      await store.deleteSession('phone');
      expect(await names()).toEqual(['desk']);
    });
  });

  describe('a set-up token', () => {
    it('counts until it expires, and only the newest', async () => {
      const { store } = stage();
      await store.putSetupToken('first', 5_000);
      expect(await store.isSetupToken('first', 4_999)).toBe(true);
      expect(await store.isSetupToken('first', 5_000)).toBe(false);
      expect(await store.takeSetupToken('first', 5_000)).toBe(false);
      await store.putSetupToken('second', 9_000);
      expect(await store.isSetupToken('first', 1_000)).toBe(false);
      expect(await store.takeSetupToken('first', 1_000)).toBe(false);
      expect(await store.isSetupToken('second', 1_000)).toBe(true);
    });

    it('is used up by one caller, however many come at once', async () => {
      const { store } = stage();
      await store.putSetupToken('token', 5_000);
      const taken = await Promise.all([1, 2, 3, 4].map(() => store.takeSetupToken('token', 1_000)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await store.isSetupToken('token', 1_000)).toBe(false);
      expect(await store.takeSetupToken('token', 1_000)).toBe(false);
    });
  });

  describe('a store', () => {
    it('says that it can be read and written', async () => {
      expect(await stage().store.check()).toBe(undefined);
    });
  });
};
