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
  });
};
