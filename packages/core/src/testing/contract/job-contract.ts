import type { JobChange } from '../../domain/notice/job.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { Contract } from './contract.ts';
import { BAKERY } from './stage.ts';
import type { Stage } from './stage.ts';

const plan = (id: string, dueAt: number, change: Partial<JobChange & { op: 'plan' }> = {}): JobChange => ({
  op: 'plan',
  kind: 'owner_mail',
  id,
  dueAt,
  gapMs: 1_000,
  ...change,
});
const cancel = (answered: boolean): JobChange => ({ op: 'cancel', kind: 'owner_mail', answered });

/** A message of the visitor with these changes to the jobs of their conversation. */
const causes = async (on: Stage, visitor: Visitor, ...jobs: JobChange[]) =>
  on.commit({ ...(await on.message(visitor)), jobs });
const claim = (on: Stage, now: number, lease = 'L', limit = 10) =>
  on.store.claimJobs({ now, until: now + 500, limit, lease });

export const jobContract: Contract = ({ describe, it, expect }, stage) => {
  describe('a job', () => {
    it('is there with the commit that causes it, and due when it says', async () => {
      const visitor = await stage().visitor();
      expect(await stage().store.nextJobAt()).toBeNull();
      await causes(stage(), visitor, plan('a', 5_000));
      expect(await stage().store.nextJobAt()).toBe(5_000);
      expect(await claim(stage(), 4_999)).toEqual([]);
      const [job] = await claim(stage(), 5_000);
      const { key: conversationKey } = visitor;
      expect(job).toMatchObject({
        id: 'a',
        kind: 'owner_mail',
        site: 'shop',
        conversationKey,
        attempts: 1,
        sentSeq: 0,
      });
    });

    it('is not there when its commit was refused', async () => {
      const visitor = await stage().visitor();
      const late = await stage().message(visitor);
      const { events } = await stage().says(visitor, { clientId: 'm' });
      expect(await stage().store.commit({ ...late, jobs: [plan('a', 1)] })).toMatchObject({ kind: 'conflict' });
      const again = await stage().message(visitor, { clientId: 'm' });
      const outcome = await stage().store.commit({ ...again, jobs: [plan('a', 1)] });
      expect(outcome).toMatchObject({ kind: 'duplicate', event: events[0] ?? {} });
      expect(await stage().store.nextJobAt()).toBeNull();
    });

    it('is one a conversation and kind: what comes while it is due joins it, and may only bring it forward', async () => {
      const [one, two] = [await stage().visitor(), await stage().visitor(BAKERY)];
      await causes(stage(), one, plan('a', 5_000), plan('p', 6_000, { kind: 'owner_push' }));
      await causes(stage(), two, plan('b', 5_500));
      await causes(stage(), one, plan('c', 9_000));
      expect((await claim(stage(), 9_000)).map(({ id, site }) => `${id} ${site}`)).toEqual([
        'a shop',
        'b bakery',
        'p shop',
      ]);
      const three = await stage().visitor();
      await causes(stage(), three, plan('d', 20_000));
      await causes(stage(), three, plan('e', 15_000));
      expect(await claim(stage(), 15_000, 'M')).toMatchObject([{ id: 'a' }, { id: 'b' }, { id: 'p' }, { id: 'd' }]);
    });

    it('is held by one claim at a time, and is anybody’s again when that has run out', async () => {
      const visitor = await stage().visitor();
      await causes(stage(), visitor, plan('a', 5_000));
      const claims = await Promise.all(['L', 'M', 'N'].map((lease) => claim(stage(), 5_000, lease)));
      expect(claims.flat()).toHaveLength(1);
      expect(await stage().store.nextJobAt()).toBe(5_500);
      expect(await claim(stage(), 5_499, 'late')).toEqual([]);
      const [job] = await claim(stage(), 5_500, 'late');
      expect(job).toMatchObject({ id: 'a', attempts: 2 });
      // The first holder comes back too late: it has nothing to say any more.
      await stage().store.finishJob(job?.key ?? 0, 'L', { at: 5_500, seq: 1 });
      expect(await stage().store.nextJobAt()).toBe(6_000);
      await stage().store.finishJob(job?.key ?? 0, 'late', { at: 5_501, seq: 1 });
      expect(await stage().store.nextJobAt()).toBeNull();
    });

    it('is claimed in portions, the longest due first', async () => {
      for (const dueAt of [3, 1, 2]) await causes(stage(), await stage().visitor(), plan(`at ${dueAt}`, dueAt));
      expect((await claim(stage(), 10, 'L', 2)).map(({ id }) => id)).toEqual(['at 1', 'at 2']);
      expect((await claim(stage(), 10, 'M', 2)).map(({ id }) => id)).toEqual(['at 3']);
    });

    it('comes again after it was done, not before its gap, and knows what was told', async () => {
      const visitor = await stage().visitor();
      await causes(stage(), visitor, plan('a', 5_000));
      const [job] = await claim(stage(), 5_000);
      await stage().store.finishJob(job?.key ?? 0, 'L', { at: 5_100, seq: 7 });
      await causes(stage(), visitor, plan('b', 5_200));
      expect(await stage().store.nextJobAt()).toBe(6_100);
      expect(await claim(stage(), 6_100)).toMatchObject([{ id: 'b', attempts: 1, sentSeq: 7 }]);
    });

    it('comes again for what was said while it was being delivered', async () => {
      const visitor = await stage().visitor();
      await causes(stage(), visitor, plan('a', 5_000));
      const [job] = await claim(stage(), 5_000);
      await causes(stage(), visitor, plan('b', 5_050));
      await stage().store.finishJob(job?.key ?? 0, 'L', { at: 5_100, seq: 7 });
      expect(await stage().store.nextJobAt()).toBe(6_100);
    });

    it('is off when it is cancelled, also while it is held; an answer ends its gap', async () => {
      const visitor = await stage().visitor();
      await causes(stage(), visitor, plan('a', 5_000));
      await causes(stage(), visitor, cancel(true));
      expect(await stage().store.nextJobAt()).toBeNull();

      await causes(stage(), visitor, plan('b', 6_000));
      const [job] = await claim(stage(), 6_000);
      await stage().store.finishJob(job?.key ?? 0, 'L', { at: 6_000, seq: 3 });
      await causes(stage(), visitor, cancel(false));
      await causes(stage(), visitor, plan('c', 6_100));
      expect(await stage().store.nextJobAt()).toBe(7_000);
      await causes(stage(), visitor, cancel(true));
      await causes(stage(), visitor, plan('d', 6_200));
      expect(await stage().store.nextJobAt()).toBe(6_200);

      const [held] = await claim(stage(), 6_200);
      await causes(stage(), visitor, cancel(true));
      await stage().store.postponeJob(held?.key ?? 0, 'L', { dueAt: 6_300, error: 'no', counted: true });
      expect(await stage().store.nextJobAt()).toBeNull();
    });

    it('that failed is due later, with its attempts counted, and what joins it does not hurry it', async () => {
      const visitor = await stage().visitor();
      await causes(stage(), visitor, plan('a', 5_000));
      const [job] = await claim(stage(), 5_000);
      await stage().store.postponeJob(job?.key ?? 0, 'L', { dueAt: 9_000, error: 'busy', counted: true });
      await causes(stage(), visitor, plan('b', 5_100));
      expect(await stage().store.nextJobAt()).toBe(9_000);
      const [second] = await claim(stage(), 9_000);
      expect(second).toMatchObject({ id: 'a', attempts: 2 });
      await stage().store.postponeJob(job?.key ?? 0, 'L', { dueAt: 9_500, error: 'wait', counted: false });
      expect(await claim(stage(), 9_500)).toMatchObject([{ attempts: 2 }]);
    });
  });

  describe('a job that was given up', () => {
    const bury = async (on: Stage, visitor: Visitor, at: number) => {
      await causes(on, visitor, plan(`dead ${at}`, at));
      const [job] = await claim(on, at);
      await on.store.buryJob(job?.key ?? 0, 'L', { at, error: '550 no such mailbox' });
      return job?.key ?? 0;
    };

    it('is shown to its own site, the newest first, and never claimed', async () => {
      const [one, two, foreign] = [await stage().visitor(), await stage().visitor(), await stage().visitor(BAKERY)];
      await bury(stage(), one, 1_000);
      await bury(stage(), two, 2_000);
      await bury(stage(), foreign, 3_000);
      const dead = await stage().store.deadJobs('shop', 10);
      expect(dead.map(({ at }) => at)).toEqual([2_000, 1_000]);
      const { key: conversationKey } = two;
      const facts = { kind: 'owner_mail', site: 'shop', conversationKey, attempts: 1, error: '550 no such mailbox' };
      expect(dead[0]).toMatchObject(facts);
      expect(await stage().store.deadJobs('shop', 1)).toHaveLength(1);
      expect(await stage().store.nextJobAt()).toBeNull();
    });

    it('can be tried anew or dismissed, by its own site only', async () => {
      const key = await bury(stage(), await stage().visitor(), 1_000);
      expect(await stage().store.reviveJob(BAKERY, key, 5_000)).toBe(false);
      expect(await stage().store.dismissJob(BAKERY, key)).toBe(false);
      expect(await stage().store.reviveJob('shop', key, 5_000)).toBe(true);
      expect(await stage().store.deadJobs('shop', 10)).toEqual([]);
      expect(await claim(stage(), 5_000)).toMatchObject([{ key, attempts: 1 }]);
      await stage().store.buryJob(key, 'L', { at: 6_000, error: 'again' });
      expect(await stage().store.dismissJob('shop', key)).toBe(true);
      expect(await stage().store.dismissJob('shop', key)).toBe(false);
      expect(await stage().store.deadJobs('shop', 10)).toEqual([]);
      expect(await stage().store.nextJobAt()).toBeNull();
    });

    it('is due again with the next message, and tells everything then', async () => {
      const visitor = await stage().visitor();
      await bury(stage(), visitor, 1_000);
      await causes(stage(), visitor, plan('new', 8_000));
      expect(await stage().store.deadJobs('shop', 10)).toEqual([]);
      expect(await claim(stage(), 8_000)).toMatchObject([{ id: 'new', attempts: 1, sentSeq: 0 }]);
    });
  });
};
