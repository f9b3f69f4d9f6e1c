import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MailPayload } from '../../domain/outbox/mail.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { Delivery } from '../../ports/courier.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import { createFakeCaller, createFakeCarrier, createFakeCourier } from '../../testing/fake-courier.ts';
import type { FakeCarrier } from '../../testing/fake-courier.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { commitDecision } from '../commit-decision.ts';
import { deliverDueJobs } from './deliver-jobs.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const text = (id: string, dueAt = 0): OutboxEntry => ({
  ...{ id, key: id, dueAt, kind: 'sms', payload: { to: '+4915112345678', text: 'Hello' } },
});
const webhook = (id: string): OutboxEntry => ({
  ...{ id, key: id, dueAt: 0, kind: 'webhook' },
  payload: { endpoint: 'e-1', event: 'ticket.created', id, at: 1, data: { number: 'SHOP-T1' } },
});

describe('an entry of the outbox', () => {
  let desk: TestDesk;
  let carrier: FakeCarrier;
  let mailPause: number;

  beforeEach(() => {
    desk = createTestDesk();
    carrier = createFakeCarrier();
    mailPause = 0;
  });

  const deliver = async () => {
    const parts = { courier: createFakeCourier(), carrier, caller: createFakeCaller(), linkTo: () => '' };
    await Promise.all(await deliverDueJobs(desk, { ...parts, random: () => 1, mailPause: () => mailPause }, 10));
    return carrier.sent.length;
  };
  const after = async (ms: number) => {
    desk.clock.advance(ms);
    return deliver();
  };
  /** A process that claims, begins, and is never heard of again. */
  const dieWhileSending = async () => {
    const now = desk.clock.now();
    const lease = desk.ids.uuid();
    const [job] = await desk.store.claimJobs({ now, until: now + MINUTE, limit: 1, lease });
    expect(await desk.store.beginJob(job?.key ?? 0, lease)).toBe(true);
    await desk.store.releaseJobs();
  };
  const dead = () => desk.store.deadJobs('shop', 10);

  it('is saved with the decision that asks for it, and sent once', async () => {
    const visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
    await receiveVisitorMessage(desk, visitor, { text: 'hello', clientId: 'c-1' });
    const load = async () => {
      const conversation = await desk.store.findConversationOfVisitor('shop', visitor.key);
      if (conversation === null) throw new Error('there is a conversation');
      return conversation;
    };
    await commitDecision(desk, load, (now) => {
      return { events: [], next: { ...now, version: now.version + 1 }, outbox: [text('a')] };
    });
    expect(await deliver()).toBe(1);
    expect(carrier.sent[0]).toMatchObject({ id: 'a', site: 'shop', payload: { text: 'Hello' } });
    expect(await after(HOUR)).toBe(1);
  });

  it('waits until it is due', async () => {
    await desk.store.planOutbox('shop', [text('a', desk.clock.now() + HOUR)]);
    expect(await after(HOUR - 1)).toBe(0);
    expect(await after(1)).toBe(1);
  });

  it('comes again after a failure, later each time, and is given up in the end', async () => {
    carrier.outcomes.push(...Array(6).fill({ kind: 'failed', reason: 'busy', permanent: false }));
    await desk.store.planOutbox('shop', [text('a')]);
    expect(await deliver()).toBe(1);
    expect(await after(MINUTE / 2 - 1)).toBe(1);
    expect(await after(1)).toBe(2);
    expect(await after(MINUTE - 1)).toBe(2);
    for (let n = 0; n < 6; n++) await after(HOUR);
    expect(carrier.sent).toHaveLength(6);
    expect(await dead()).toMatchObject([{ kind: 'sms', conversationKey: null, attempts: 6, error: 'busy' }]);
  });

  it('is sent by the next process when one dies before it has begun, and counts as never tried', async () => {
    await desk.store.planOutbox('shop', [text('a')]);
    const now = desk.clock.now();
    await desk.store.claimJobs({ now, until: now + MINUTE, limit: 1, lease: 'dead' });
    await desk.store.releaseJobs();
    expect(await deliver()).toBe(1);
    expect(carrier.sent[0]).toMatchObject({ begun: 0 });
  });

  it('is sent once more after a process died while sending it, and then only when the owner says so', async () => {
    await desk.store.planOutbox('shop', [text('a')]);
    await dieWhileSending();
    await dieWhileSending();
    expect(await after(HOUR)).toBe(0);
    const [given] = await dead();
    expect(given?.error).toBe('it was cut off while being sent 2 times, so it may have arrived');
    await desk.store.reviveJob('shop', given?.key ?? 0, desk.clock.now());
    expect(await deliver()).toBe(1);

    await desk.store.planOutbox('shop', [text('b')]);
    await dieWhileSending();
    expect(await deliver()).toBe(2);
  });

  it('that failed before it could arrive counts as never begun, and settles nothing about the attempts before', async () => {
    await desk.store.planOutbox('shop', [text('a')]);
    await dieWhileSending();
    const working = carrier;
    const refused: Delivery = { kind: 'failed', reason: 'refused', permanent: false };
    carrier = { ...working, send: async () => refused };
    for (let n = 0; n < 3; n++) await after(HOUR);
    carrier = working;
    expect(await after(HOUR)).toBe(1);
    expect(carrier.sent[0]).toMatchObject({ begun: 1 });
  });

  it('is left alone when somebody else holds it by the time it could arrive', async () => {
    await desk.store.planOutbox('shop', [text('a')]);
    const { sent } = carrier;
    const slow = {
      ...carrier,
      async send(...[job, begin]: Parameters<FakeCarrier['send']>) {
        await desk.store.releaseJobs();
        const now = desk.clock.now();
        await desk.store.claimJobs({ now, until: now + MINUTE, limit: 1, lease: 'other' });
        return working.send(job, begin);
      },
    };
    const working = carrier;
    carrier = slow;
    await deliver();
    expect(sent).toHaveLength(0);
    await desk.store.releaseJobs();
    carrier = working;
    expect(await deliver()).toBe(1);
    expect(sent[0]).toMatchObject({ begun: 0 });
  });

  it('that may have arrived although it failed is repeated once', async () => {
    const cutOff = { kind: 'failed', reason: 'the line broke', permanent: false, unsure: true } as const;
    carrier.outcomes.push(cutOff, cutOff);
    await desk.store.planOutbox('shop', [text('a')]);
    for (let n = 0; n < 6; n++) await after(HOUR);
    expect(carrier.sent).toHaveLength(2);
    expect(await dead()).toHaveLength(1);
  });

  it('is repeated without end where its receiver can tell', async () => {
    await desk.store.planOutbox('shop', [webhook('a')]);
    for (let n = 0; n < 4; n++) await dieWhileSending();
    expect(await deliver()).toBe(1);
    expect(carrier.sent[0]).toMatchObject({ kind: 'webhook', begun: 4 });
  });

  it('waits where the site sends many mails just now, and what may have arrived stays unknown', async () => {
    const payload: MailPayload = {
      ...{ to: { address: 'a@b.example' }, locale: 'en', conversation: null },
      content: { template: 'known_problem_fixed', problem: 'The checkout', note: null },
    };
    await desk.store.planOutbox('shop', [{ id: 'a', key: 'a', dueAt: 0, kind: 'mail', payload }]);
    await dieWhileSending();
    mailPause = MINUTE;
    expect(await deliver()).toBe(0);
    mailPause = 0;
    expect(await after(MINUTE)).toBe(1);
    expect(carrier.sent[0]).toMatchObject({ kind: 'mail', begun: 1 });
  });
});
