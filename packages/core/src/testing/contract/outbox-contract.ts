import type { OutboxJob } from '../../domain/notice/job.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';
import type { Stage } from './stage.ts';

/** A text message that says its own id. */
const entry = (id: string, dueAt = 1_000, key = id): OutboxEntry => ({
  ...{ id, key, dueAt },
  ...{ kind: 'sms', payload: { to: '+4915112345678', text: `it is ${id} 你好` } },
});
const claim = async (on: Stage, now: number, lease = 'L', limit = 10) =>
  (await on.store.claimJobs({ now, until: now + 500, limit, lease })) as OutboxJob[];

export const outboxContract: Contract = ({ describe, it, expect }, stage) => {
  describe('an entry of the outbox', () => {
    it('is there with the commit that causes it, and says itself what to send', async () => {
      const visitor = await stage().visitor();
      await stage().commit({ ...(await stage().message(visitor)), outbox: [entry('a', 5_000), entry('b', 6_000)] });
      expect(await stage().store.nextJobAt()).toBe(5_000);
      expect(await claim(stage(), 4_999)).toEqual([]);
      const [job, other] = await claim(stage(), 5_000);
      const { key = 0 } = job ?? {};
      const payload = { to: '+4915112345678', text: 'it is a 你好' };
      expect(job).toEqual({ key, id: 'a', kind: 'sms', site: SHOP, attempts: 1, begun: 0, payload });
      expect(other).toBe(undefined);
    });

    it('is not there when its commit was refused, nor twice when it was repeated', async () => {
      const visitor = await stage().visitor();
      const late = await stage().message(visitor);
      await stage().says(visitor, { clientId: 'm' });
      expect(await stage().store.commit({ ...late, outbox: [entry('a')] })).toMatchObject({ kind: 'conflict' });
      const again = await stage().message(visitor, { clientId: 'm' });
      expect(await stage().store.commit({ ...again, outbox: [entry('a')] })).toMatchObject({ kind: 'duplicate' });
      expect(await stage().store.nextJobAt()).toBeNull();
    });

    it('counts once for its site, kind and key, also after it was sent', async () => {
      await stage().store.planOutbox(SHOP, [entry('a', 1_000, 'k'), entry('b', 500, 'k')]);
      await stage().store.planOutbox(BAKERY, [entry('c', 1_001, 'k')]);
      const webhook = { kind: 'webhook', payload: { endpoint: 'e', event: 'x', id: '1', at: 1, data: {} } } as const;
      await stage().store.planOutbox(SHOP, [{ id: 'd', key: 'k', dueAt: 1_002, ...webhook }]);
      const jobs = await claim(stage(), 2_000);
      expect(jobs.map(({ id, site }) => `${id} ${site}`)).toEqual(['a shop', 'c bakery', 'd shop']);
      await stage().store.finishJob(jobs[0]?.key ?? 0, 'L', { at: 2_000, seq: 0 });
      await stage().store.planOutbox(SHOP, [entry('e', 1_000, 'k')]);
      expect(await claim(stage(), 2_400)).toEqual([]);
    });

    it('of one conversation is one of many', async () => {
      const visitor = await stage().visitor();
      const plan = { op: 'plan', kind: 'owner_mail', id: 'job', dueAt: 900, gapMs: 0 } as const;
      const caused = { jobs: [plan], outbox: [entry('a'), entry('b')] };
      await stage().commit({ ...(await stage().message(visitor)), ...caused });
      expect((await claim(stage(), 1_000)).map(({ id }) => id)).toEqual(['job', 'a', 'b']);
    });

    it('is held by one claim at a time, and only its holder may begin to send it', async () => {
      await stage().store.planOutbox(SHOP, [entry('a')]);
      const claims = await Promise.all(['L', 'M', 'N'].map((lease) => claim(stage(), 1_000, lease)));
      expect(claims.flat()).toHaveLength(1);
      const { key = 0 } = claims.flat()[0] ?? {};
      const lease = ['L', 'M', 'N'].find((_lease, index) => claims[index]?.length === 1) ?? '';
      expect(await stage().store.beginJob(key, 'other')).toBe(false);
      expect(await stage().store.beginJob(key, lease)).toBe(true);
      expect(await claim(stage(), 1_499, 'late')).toEqual([]);
      expect(await claim(stage(), 1_500, 'late')).toMatchObject([{ attempts: 2, begun: 1 }]);
      expect(await stage().store.beginJob(key, lease)).toBe(false);
    });

    it('forgets an attempt that surely failed, and counts one that may have arrived', async () => {
      await stage().store.planOutbox(SHOP, [entry('a')]);
      const { key = 0 } = (await claim(stage(), 1_000))[0] ?? {};
      await stage().store.beginJob(key, 'L');
      await stage().store.postponeJob(key, 'L', { dueAt: 2_000, error: 'refused', counted: true });
      expect(await claim(stage(), 2_000)).toMatchObject([{ attempts: 2, begun: 0 }]);
      await stage().store.beginJob(key, 'L');
      await stage().store.postponeJob(key, 'L', { dueAt: 3_000, error: 'cut off', counted: true, unsure: true });
      expect(await claim(stage(), 3_000)).toMatchObject([{ attempts: 3, begun: 1 }]);
      // One that was never begun takes nothing away.
      await stage().store.postponeJob(key, 'L', { dueAt: 4_000, error: 'not now', counted: false, unsure: true });
      expect(await claim(stage(), 4_000)).toMatchObject([{ attempts: 3, begun: 1 }]);
    });

    it('can be called off until somebody holds it', async () => {
      await stage().store.planOutbox(SHOP, [entry('a'), entry('b')]);
      expect(await stage().store.cancelOutbox(BAKERY, 'sms', 'a')).toBe(false);
      expect(await stage().store.cancelOutbox(SHOP, 'mail', 'a')).toBe(false);
      expect(await stage().store.cancelOutbox(SHOP, 'sms', 'a')).toBe(true);
      expect(await stage().store.cancelOutbox(SHOP, 'sms', 'a')).toBe(false);
      expect((await claim(stage(), 1_000)).map(({ id }) => id)).toEqual(['b']);
      expect(await stage().store.cancelOutbox(SHOP, 'sms', 'b')).toBe(false);
    });

    it('is anybody’s at once when a process that is alone lets go of what its predecessor held', async () => {
      await stage().store.planOutbox(SHOP, [entry('a')]);
      const { key = 0 } = (await claim(stage(), 1_000))[0] ?? {};
      await stage().store.beginJob(key, 'L');
      await stage().store.releaseJobs();
      await stage().store.finishJob(key, 'L', { at: 1_001, seq: 0 });
      expect(await claim(stage(), 1_001, 'M')).toMatchObject([{ id: 'a', attempts: 2, begun: 1 }]);
    });

    it('that was given up is shown without a conversation, and sent again as if it were new', async () => {
      await stage().store.planOutbox(SHOP, [entry('a')]);
      const { key = 0 } = (await claim(stage(), 1_000))[0] ?? {};
      await stage().store.beginJob(key, 'L');
      await stage().store.buryJob(key, 'L', { at: 1_100, error: '550 no such mailbox' });
      const [dead] = await stage().store.deadJobs(SHOP, 10);
      const facts = { key, kind: 'sms', site: SHOP, conversationKey: null, attempts: 1, error: '550 no such mailbox' };
      expect(dead).toEqual({ ...facts, at: 1_100 });
      expect(await stage().store.reviveJob(SHOP, key, 2_000)).toBe(true);
      const payload = { to: '+4915112345678', text: 'it is a 你好' };
      expect(await claim(stage(), 2_000)).toMatchObject([{ id: 'a', attempts: 1, begun: 0, payload }]);
    });

    it('that waits is due at once when it is hastened, by how its key begins, and no other', async () => {
      const { store } = stage();
      await store.planOutbox(SHOP, [entry('a', 9_000, 'w:1'), entry('b', 9_000, 'w:2'), entry('c', 9_000, 'wx:1')]);
      await store.planOutbox(BAKERY, [entry('d', 9_000, 'w:1')]);
      expect(await store.hastenOutbox(SHOP, 'mail', 'w:', 1_000)).toBe(0);
      expect(await store.hastenOutbox(SHOP, 'sms', 'w:', 1_000)).toBe(2);
      expect((await claim(stage(), 1_000)).map(({ id }) => id)).toEqual(['a', 'b']);
      // What somebody holds is theirs.
      expect(await store.hastenOutbox(SHOP, 'sms', 'w:', 500)).toBe(0);
      expect(await store.hastenOutbox('no-such-site', 'sms', 'w:', 500)).toBe(0);
    });

    it('is forgotten long after it was done, in portions; one that waits or was given up never', async () => {
      const { store } = stage();
      await store.planOutbox(
        SHOP,
        ['a', 'b', 'c', 'given-up', 'waits'].map((id) => entry(id)),
      );
      await store.planOutbox(SHOP, [entry('called-off', 50_000)]);
      await store.cancelOutbox(SHOP, 'sms', 'called-off');
      for (const { key, id } of await claim(stage(), 1_000)) {
        if (id === 'given-up') await store.buryJob(key, 'L', { at: 1_000, error: 'gone' });
        else if (id === 'waits') await store.postponeJob(key, 'L', { dueAt: 70_000, error: 'later', counted: true });
        else await store.finishJob(key, 'L', id === 'c' ? { at: 3_000, seq: 0 } : null);
      }
      expect(await store.pruneOutbox(1_000, 10)).toBe(0);
      expect([await store.pruneOutbox(3_000, 1), await store.pruneOutbox(3_000, 9)]).toEqual([1, 1]);
      expect([await store.pruneOutbox(3_001, 9), await store.pruneOutbox(50_000, 9)]).toEqual([1, 0]);
      expect(await store.pruneOutbox(1_000_000, 9)).toBe(1);
      expect(await store.deadJobs(SHOP, 9)).toHaveLength(1);
      expect(await store.nextJobAt()).toBe(70_000);
      // Its key is free again, and that of what was given up is not.
      await store.planOutbox(SHOP, [entry('a2', 1_000, 'a'), entry('g2', 1_000, 'given-up')]);
      expect((await claim(stage(), 2_000)).map(({ id }) => id)).toEqual(['a2']);
    });

    it('is never forgotten as a job of a conversation, which is used again', async () => {
      const visitor = await stage().visitor();
      const plan = { op: 'plan', kind: 'owner_mail', id: 'job', dueAt: 900, gapMs: 0 } as const;
      await stage().commit({ ...(await stage().message(visitor)), jobs: [plan] });
      const { key = 0 } = (await claim(stage(), 1_000))[0] ?? {};
      await stage().store.finishJob(key, 'L', { at: 1_000, seq: 1 });
      expect(await stage().store.pruneOutbox(1_000_000, 9)).toBe(0);
    });

    it('that was given up is found by how its key begins, a page at a time, and all are sent again at once', async () => {
      const { store } = stage();
      const keys = ['w:1', 'w:2', 'w:3', 'x:1'];
      await store.planOutbox(
        SHOP,
        keys.map((key) => entry(key)),
      );
      await store.planOutbox(BAKERY, [entry('w:9')]);
      for (const { key } of await claim(stage(), 1_000)) await store.buryJob(key, 'L', { at: 1_100, error: '410' });
      const page = (before?: number) =>
        store.deadEntries(SHOP, 'sms', 'w:', { limit: 2, ...(before !== undefined && { before }) });
      const [third, second] = await page();
      const payload = { to: '+4915112345678', text: 'it is w:3 你好' };
      const facts = { kind: 'sms', id: 'w:3', attempts: 1, error: '410', at: 1_100, payload };
      expect(third).toEqual({ key: third?.key, ...facts });
      expect((await page(second?.key)).map(({ id }) => id)).toEqual(['w:1']);
      expect(await store.deadEntries(SHOP, 'mail', 'w:', { limit: 2 })).toEqual([]);
      expect(await store.reviveEntries(SHOP, 'sms', 'w:', 2_000)).toBe(3);
      expect((await claim(stage(), 2_000)).map(({ id, attempts }) => [id, attempts])).toEqual([
        ['w:1', 1],
        ['w:2', 1],
        ['w:3', 1],
      ]);
      expect(await store.reviveEntries(SHOP, 'sms', 'w:', 2_000)).toBe(0);
    });
  });
};
