import { beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_NEWS_SETTINGS } from '../../domain/notice/news-settings.ts';
import type { JudgedFeedback } from '../../domain/records/feedback.ts';
import type { Visitor } from '../../domain/visitor.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import { createFakeCarrier, createFakeCaller, createFakeCourier } from '../../testing/fake-courier.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { replyAsOwner } from '../conversation/act-as-owner.ts';
import { deliverDueJobs } from './deliver-jobs.ts';
import { receiveFeedback } from '../satisfaction/receive-feedback.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';
import { sweepByTime } from '../sweep-by-time.ts';

const HOUR = 3_600_000;

describe('what the owner is told at once', () => {
  let desk: TestDesk;
  let courier: ReturnType<typeof createFakeCourier>;
  let carrier: ReturnType<typeof createFakeCarrier>;
  let account: number;
  const bad: JudgedFeedback = {
    ...{ source: 'google', id: 'r-1', text: 'Late again', author: 'Ann', rating: 2 },
    ...{ locale: 'en', mood: 'negative', score: -0.6, category: 'delivery' },
  };
  const receive = (...drafts: JudgedFeedback[]) => receiveFeedback(desk, desk.site, drafts);
  const deliver = async () => {
    const random = () => 0.5;
    const parts = { courier, carrier, caller: createFakeCaller(), random, linkTo: () => '', mailPause: () => 0 };
    await Promise.all(await deliverDueJobs(desk, parts, 99));
  };
  const mails = () =>
    carrier.sent.flatMap((job) =>
      job.kind === 'mail' && job.payload.content.template === 'alert' ? [job.payload.content] : [],
    );
  const device = { endpoint: 'https://push.example/1', p256dh: 'k', auth: 'a', label: 'Phone', createdAt: 1 };

  beforeEach(async () => {
    desk = createTestDesk();
    [courier, carrier] = [createFakeCourier(), createFakeCarrier()];
    const mara = { email: 'mara@shop.example', name: 'Mara', passwordHash: '', createdAt: 1 };
    account = (await desk.store.createAccount(mara)).key;
    await desk.store.addMembership(account, 'shop', 'owner');
  });

  it('is negative feedback, by mail and on each device, once', async () => {
    await desk.store.putPushDevice(account, { ...device, lastPush: null }, 9);
    await receive(bad);
    await receive(bad);
    await deliver();
    await deliver();
    expect(mails()).toMatchObject([
      {
        ...{ link: 'https://desk.example/console/#/feedback', of: null },
        alert: { what: 'feedback', source: 'google', author: 'Ann', rating: 2, text: 'Late again' },
      },
    ]);
    expect(courier.alerted.map(({ payload, to }) => [payload.alert.what, to.label])).toEqual([['feedback', 'Phone']]);
  });

  it('is neither what is old, nor half-hearted, nor praise', async () => {
    const now = desk.clock.now();
    await receive({ ...bad, at: now - 8 * 24 * HOUR }, { ...bad, id: 'r-2', rating: null, score: -0.1 });
    await receive({ ...bad, id: 'r-3', mood: 'positive', rating: 9 });
    await deliver();
    expect(mails()).toEqual([]);
    expect(await desk.store.feedback('shop', { limit: 9 })).toHaveLength(3);
  });

  it('leads to the conversation of a customer whose address came with it', async () => {
    const visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
    await receiveVisitorMessage(desk, visitor, { text: 'hello', clientId: desk.ids.uuid() });
    const write = { site: 'shop', at: 1, uuid: () => desk.ids.uuid(), batch: null };
    await desk.store.saveContacts([{ id: 'K-1', email: 'ann@one.example' }], write);
    await desk.store.linkVerifiedVisitor(visitor.key, 'K-1', write);
    await receive({ ...bad, email: 'ann@one.example' });
    await deliver();
    const talk = await desk.store.findConversationOfVisitor('shop', visitor.key);
    const link = `https://desk.example/console/#/desk/shop/open/${talk?.id}`;
    expect(mails()).toMatchObject([{ link, of: 'ann@one.example' }]);
  });

  it('waits for the end of quiet hours, and does not come at all where it is not wanted', async () => {
    const quiet = { from: 0, to: 1_439 };
    await desk.store.putNoticeSettings(account, { mail: true, address: null, locale: null, quiet });
    await receive(bad);
    await deliver();
    expect(mails()).toEqual([]);
    desk.clock.advance(25 * HOUR);
    await deliver();
    expect(mails()).toHaveLength(1);
    const alerts = { ...DEFAULT_NEWS_SETTINGS.alerts, feedback: false };
    await desk.store.putNewsSettings(account, { ...DEFAULT_NEWS_SETTINGS, alerts });
    await receive({ ...bad, id: 'r-9' });
    desk.clock.advance(25 * HOUR);
    await deliver();
    expect(mails()).toHaveLength(1);
  });

  describe('of a promise', () => {
    let visitor: Visitor;
    beforeEach(async () => {
      visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
      await receiveVisitorMessage(desk, visitor, { text: 'a person, please', clientId: desk.ids.uuid() });
      desk.clock.advance(10 * 60_000);
      await sweepByTime(desk);
    });
    const talk = async () => (await desk.store.findConversationOfVisitor('shop', visitor.key))!;

    it('that was broken, with a link to who waits, once', async () => {
      desk.clock.advance(5 * HOUR);
      await sweepByTime(desk);
      await sweepByTime(desk);
      await deliver();
      const { id } = await talk();
      expect(mails()).toMatchObject([
        { alert: { what: 'promise' }, of: id, link: `https://desk.example/console/#/desk/shop/open/${id}` },
      ]);
      expect(await desk.store.overduePromises(desk.clock.now(), 9)).toEqual([]);
    });

    it('that was broken with more than a hundred others, once for each of them', async () => {
      const others = 104;
      for (let number = 2; number <= others + 1; number++) {
        const other = await desk.store.createVisitor(anonymous('shop', `v-${number}`), `hash-${number}`);
        await receiveVisitorMessage(desk, other, { text: 'a person, please', clientId: desk.ids.uuid() });
      }
      desk.clock.advance(10 * 60_000);
      await sweepByTime(desk);
      desk.clock.advance(5 * HOUR);
      await sweepByTime(desk);
      // Behind the mails that told of who waits, some of them.
      for (let turn = 0; turn < 9; turn++) await deliver();
      expect(new Set(mails().map(({ of }) => of)).size).toBe(1 + others);
      expect(mails()).toHaveLength(1 + others);
    });

    it('that was kept says nothing', async () => {
      const to = { site: 'shop', conversationId: (await talk()).id, ownerName: 'Mara' };
      await replyAsOwner(desk, to, 'It is on its way', 'x-1');
      desk.clock.advance(5 * HOUR);
      await sweepByTime(desk);
      await deliver();
      expect(mails()).toEqual([]);
    });
  });

  it('is erased with the person whom it is about, before it went', async () => {
    await desk.store.putNoticeSettings(account, {
      mail: true,
      address: null,
      locale: null,
      quiet: { from: 0, to: 1_439 },
    });
    const write = { site: 'shop', at: 1, uuid: () => desk.ids.uuid(), batch: null };
    const [ann] = await desk.store.saveContacts([{ id: 'K-1', email: 'ann@one.example' }], write);
    await receive({ ...bad, email: 'ann@one.example' });
    await desk.store.erasePerson('shop', { contact: ann?.record.key ?? 0 }, { id: 'r', at: 2, by: 'Mara' });
    desk.clock.advance(25 * HOUR);
    await deliver();
    expect(mails()).toEqual([]);
  });
});
