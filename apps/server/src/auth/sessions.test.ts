import { createFakeClock } from '@solodesk/core/testing';
import { describe, expect, it } from '@jest/globals';
import { hashToken } from '../system.ts';
import { Owner } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';

describe('a session that ends by itself', () => {
  it('is cut when it runs out, and when another process removes it', async () => {
    const clock = createFakeClock(Date.now());
    const desk = await startDesk({ clock });
    try {
      const account = await desk.store.createAccount({
        name: 'M',
        email: 'm@x.example',
        passwordHash: '',
        createdAt: 0,
      });
      await desk.store.addMembership(account.key, '*', 'owner');
      const session = (expiresAt: number) => ({
        ...{ accountKey: account.key, createdAt: 0, expiresAt, device: '', lastSeenAt: clock.now() },
      });
      const open = async (token: string, expiresAt: number) => {
        await desk.store.createSession(session(expiresAt), hashToken(token));
        return new Owner(desk.url, `solodesk_session=${token}`).connect();
      };
      const expiring = await open('one', clock.now() + 1000);
      const removed = await open('two', clock.now() + 1_000_000);
      const kept = await open('three', clock.now() + 1_000_000);
      clock.advance(1000);
      await desk.store.deleteSession(hashToken('two'));
      await desk.server.sweep();
      await expiring.heard.until('goodbye');
      await removed.heard.until('goodbye');
      await kept.watch('shop');
      expect(kept.socket.connected).toBe(true);
      kept.leave();
    } finally {
      await desk.end();
    }
  });
});
