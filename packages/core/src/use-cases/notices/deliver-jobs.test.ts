import { beforeEach, describe, expect, it } from '@jest/globals';
import { flagPhrase } from '../../domain/emergency/flag-phrase.ts';
import { ACTION } from '../../domain/faq.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { Delivery } from '../../ports/courier.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import { createFakeCaller, createFakeCarrier, createFakeCourier, wordsOf } from '../../testing/fake-courier.ts';
import type { FakeCourier } from '../../testing/fake-courier.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { closeAsOwner, handBackToBot, replyAsOwner, takeOverConversation } from '../conversation/act-as-owner.ts';
import { deliverDueJobs } from './deliver-jobs.ts';
import { endChat } from '../conversation/end-chat.ts';
import { markSeenByOwner } from '../conversation/mark-seen.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';
import { sweepByTime } from '../sweep-by-time.ts';
import { setBlocked } from '../visitor/update-visitor.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DEVICE = {
  endpoint: 'https://push.example/1',
  p256dh: 'k',
  auth: 'a',
  label: 'Phone',
  createdAt: 1,
  lastPush: null,
};

describe('a visitor who waits for a person', () => {
  let desk: TestDesk;
  let visitor: Visitor;
  let courier: FakeCourier;
  let mailPause: number;

  beforeEach(async () => {
    desk = createTestDesk();
    desk.here = false;
    courier = createFakeCourier();
    mailPause = 0;
    visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
    const account = { email: 'mara@shop.example', name: 'Mara', passwordHash: '', createdAt: 1 };
    const { key } = await desk.store.createAccount(account);
    await desk.store.addMembership(key, '*', 'owner');
    await desk.store.putPushDevice(key, DEVICE, 5);
  });

  const says = async (text: string, intent?: string, by = visitor) => {
    const words = { text, clientId: desk.ids.uuid(), ...(intent !== undefined && { intent }) };
    await receiveVisitorMessage(desk, by, words);
  };
  const target = async () => {
    const conversation = await desk.store.findConversationOfVisitor('shop', visitor.key);
    return { site: 'shop', conversationId: conversation?.id ?? '', ownerName: 'Mara' };
  };
  const ownerSays = async (text: string) => replyAsOwner(desk, await target(), text, desk.ids.uuid());
  const deliver = async () => {
    const linkTo = (site: string, conversation: string) => `https://desk.example/${site}/${conversation}`;
    const jobs = await deliverDueJobs(
      desk,
      {
        ...{ courier, carrier: createFakeCarrier(), caller: createFakeCaller(), random: () => 1, linkTo },
        mailPause: ({ kind }) => (kind === 'owner_push' ? 0 : mailPause),
      },
      10,
    );
    await Promise.all(jobs);
    return jobs.length;
  };
  const after = async (ms: number) => {
    desk.clock.advance(ms);
    return deliver();
  };
  const texts = () => courier.mailed.map(({ call }) => wordsOf(call));

  it('is told to the owner by a push at once and by a mail with the whole text after two minutes', async () => {
    await says('hello');
    await says('a person, please');
    await says('my parcel is lost');
    await deliver();
    expect(courier.pushed).toMatchObject([{ to: { endpoint: DEVICE.endpoint }, locale: 'en' }]);
    await after(2 * MINUTE - 1);
    expect(courier.mailed).toEqual([]);
    await after(1);
    expect(courier.mailed).toMatchObject([{ to: [{ address: 'mara@shop.example', locale: 'en' }] }]);
    const [words] = texts();
    expect(words?.filter((text) => ['hello', 'a person, please', 'my parcel is lost'].includes(text))).toHaveLength(3);
    expect(courier.mailed[0]?.call).toMatchObject({ cut: false, link: expect.stringContaining('desk.example/shop/') });
    expect(await after(HOUR)).toBe(0);
  });

  it('is mailed at once where somebody may be in danger', async () => {
    const flags = [{ name: 'fainted', phrases: [flagPhrase('fainted')], firstAid: {} }];
    Object.assign(desk.site, { emergency: { number: '112', flags } });
    await says('she fainted');
    await deliver();
    expect(courier.pushed).toHaveLength(1);
    expect(texts()[0]?.[0]).toBe('she fainted');
  });

  it('is told after the quiet hours, and at once when somebody may be in danger', async () => {
    const [account] = await desk.store.membersOf('shop');
    const now = new Date(desk.clock.now()).getUTCHours() * 60;
    // In Berlin, in winter or in summer, the whole day but the hours around this time tomorrow.
    const quiet = { from: (now + 1_440 - 60) % 1_440, to: (now + 240) % 1_440 };
    const settings = { mail: true, address: null, locale: null, quiet };
    await desk.store.putNoticeSettings(account?.key ?? 0, settings);
    await says('a person, please');
    await deliver();
    await after(2 * MINUTE);
    expect([courier.pushed, courier.mailed]).toEqual([[], []]);
    await after(4 * HOUR);
    expect([courier.pushed.length, courier.mailed.length]).toEqual([1, 1]);

    const flags = [{ name: 'fainted', phrases: [flagPhrase('fainted')], firstAid: {} }];
    Object.assign(desk.site, { emergency: { number: '112', flags } });
    await desk.store.putNoticeSettings(account?.key ?? 0, { ...settings, quiet: { from: 0, to: 1_439 } });
    const other = await desk.store.createVisitor(anonymous('shop', 'v-9'), 'hash-9');
    await says('she fainted', undefined, other);
    await deliver();
    expect([courier.pushed.length, courier.mailed.length]).toEqual([2, 2]);
  });

  it('costs no job while the bot answers', async () => {
    await says('hello');
    await says('how do I return it');
    await says('label');
    expect(await desk.store.nextJobAt()).toBeNull();
  });

  it.each([
    ['speaks', () => ownerSays('Hi!')],
    ['takes over', async () => takeOverConversation(desk, await target())],
    ['hands back', async () => handBackToBot(desk, await target())],
    ['closes', async () => closeAsOwner(desk, await target())],
    ['blocks the visitor', async () => setBlocked(desk, 'shop', (await target()).conversationId, 'blocked')],
    ['has read it', async () => markSeenByOwner(desk, 'shop', (await target()).conversationId, 99)],
  ])('is not mailed when the owner %s in time', async (_what, act) => {
    await says('a person, please');
    await deliver();
    await act();
    await after(HOUR);
    expect(courier.pushed).toHaveLength(1);
    expect(courier.mailed).toEqual([]);
  });

  it('is not mailed when they end the chat, and is mailed when they go on with the bot but were not answered', async () => {
    await says('a person, please');
    await says('the bot, then', ACTION.resumeBot);
    await says('how do I return it');
    await after(2 * MINUTE);
    expect(courier.mailed).toHaveLength(1);
    await says('a person after all');
    await endChat(desk, visitor, 'end');
    await after(HOUR);
    expect(courier.mailed).toHaveLength(1);
  });

  it('is mailed once, and what is said later at most every half hour, with everything since the last word of the owner', async () => {
    await says('a person, please');
    await ownerSays('Hi!');
    await says('one');
    await says('two');
    await after(2 * MINUTE);
    expect(texts()).toEqual([['one', 'two']]);
    await says('three');
    await after(5 * MINUTE);
    await says('four');
    await after(25 * MINUTE - 1);
    expect(courier.mailed).toHaveLength(1);
    await after(1);
    expect(texts()[1]).toEqual(['one', 'two', 'three', 'four']);
    // The promise after ten silent minutes has nothing new to tell.
    await sweepByTime(desk);
    await after(HOUR);
    expect(courier.mailed).toHaveLength(2);
  });

  it('does not get round that by ending and asking anew', async () => {
    await says('a person, please');
    await after(2 * MINUTE);
    await endChat(desk, visitor, 'end');
    await says('a person, please');
    await after(28 * MINUTE);
    expect(courier.mailed).toHaveLength(1);
    await after(2 * MINUTE);
    expect(courier.mailed).toHaveLength(2);
  });

  it('is told anew at once after the owner has answered', async () => {
    await says('a person, please');
    await after(2 * MINUTE);
    await ownerSays('Hi!');
    await says('and now?');
    await after(2 * MINUTE);
    expect(texts()[1]).toEqual(['and now?']);
    expect(courier.pushed).toHaveLength(2);
  });

  it('is pushed once for a burst of messages', async () => {
    await says('a person, please');
    await deliver();
    for (const text of ['one', 'two', 'three']) {
      await says(text);
      await after(1_000);
    }
    expect(courier.pushed).toHaveLength(1);
    await after(MINUTE);
    expect(courier.pushed).toHaveLength(2);
    expect(wordsOf(courier.pushed[1]?.call)).toContain('three');
  });

  it('rings nobody who is chatting with them, unless that one falls silent', async () => {
    desk.here = true;
    await says('a person, please');
    await ownerSays('Hi!');
    courier.pushed.length = 0;
    await says('thanks');
    await after(MINUTE);
    await ownerSays('You are welcome.');
    await says('one more thing');
    await after(MINUTE);
    expect(courier.pushed).toEqual([]);
    await after(MINUTE);
    expect(courier.pushed).toHaveLength(1);
    expect(courier.mailed).toHaveLength(1);
  });

  it('is mailed after all when the owner took over without a word and a promise had to be made', async () => {
    desk.here = true;
    await says('a person, please');
    await deliver();
    await takeOverConversation(desk, await target());
    desk.clock.advance(10 * MINUTE);
    await sweepByTime(desk);
    await deliver();
    expect(courier.mailed).toHaveLength(1);
    expect(courier.pushed).toHaveLength(1);
  });

  it('is told to everybody at that desk, in their language and at their address, but to nobody who wants no mails', async () => {
    const chen = { email: 'chen@shop.example', name: 'Chen', passwordHash: '', createdAt: 1 };
    const quiet = await desk.store.createAccount({ ...chen, email: 'quiet@shop.example' });
    const { key } = await desk.store.createAccount(chen);
    const stranger = await desk.store.createAccount({ ...chen, email: 'ben@bakery.example' });
    for (const member of [quiet.key, key]) await desk.store.addMembership(member, 'shop', 'owner');
    await desk.store.addMembership(stranger.key, 'bakery', 'owner');
    await desk.store.putNoticeSettings(quiet.key, { mail: false, address: null, locale: null, quiet: null });
    await desk.store.putNoticeSettings(key, { mail: true, address: 'chen@home.example', locale: 'zh', quiet: null });
    await says('a person, please');
    await after(2 * MINUTE);
    expect(courier.mailed[0]?.to).toEqual([
      { address: 'mara@shop.example', locale: 'en' },
      { address: 'chen@home.example', locale: 'zh' },
    ]);
  });

  it('does not make failures where no mail server is', async () => {
    courier.mails = false;
    await says('a person, please');
    await after(2 * MINUTE);
    expect(await desk.store.nextJobAt()).toBeNull();
    expect(await desk.store.deadJobs('shop', 10)).toEqual([]);
  });

  describe('and a delivery that fails', () => {
    const busy: Delivery = { kind: 'failed', reason: '451 try later', permanent: false };

    it('is tried again after longer and longer pauses, and with what was said meanwhile, as the same job', async () => {
      courier.mailOutcomes.push(busy, busy);
      await says('a person, please');
      await after(2 * MINUTE);
      await says('still here');
      await after(30_000 - 1);
      expect(courier.mailed).toHaveLength(1);
      await after(1);
      await after(60_000 - 1);
      expect(courier.mailed).toHaveLength(2);
      await after(1);
      expect(courier.mailed).toHaveLength(3);
      expect(texts()[2]).toContain('still here');
      const [first, second, third] = courier.mailed.map(({ call }) => call.id);
      expect(first?.split('.')[0]).toBe(third?.split('.')[0]);
      // The same text has the same id; more text has another.
      expect(second).toBe(third);
      expect(first).not.toBe(second);
      expect(await desk.store.nextJobAt()).toBeNull();
    });

    it('is given up at last, shown, and can be tried anew', async () => {
      for (let n = 0; n < 9; n++) courier.mailOutcomes.push(busy);
      await says('a person, please');
      for (let n = 0; n < 9; n++) await after(HOUR);
      expect(courier.mailed).toHaveLength(9);
      await after(24 * HOUR);
      expect(courier.mailed).toHaveLength(9);
      const [dead] = await desk.store.deadJobs('shop', 10);
      expect(dead).toMatchObject({ kind: 'owner_mail', attempts: 9, error: '451 try later' });
      await desk.store.reviveJob('shop', dead?.key ?? 0, desk.clock.now());
      await deliver();
      expect(courier.mailed).toHaveLength(10);
    });

    it('is given up at once when another attempt would fail as well', async () => {
      courier.mailOutcomes.push({ kind: 'failed', reason: '550 no such mailbox', permanent: true });
      await says('a person, please');
      await after(2 * MINUTE);
      expect(await desk.store.deadJobs('shop', 10)).toHaveLength(1);
    });

    it('does not repeat a push to the devices that have it, and forgets those that are gone', async () => {
      const [{ key } = { key: 0 }] = await desk.store.membersOf('shop');
      for (const n of [2, 3]) {
        await desk.store.putPushDevice(key, { ...DEVICE, endpoint: `https://push.example/${n}`, createdAt: n }, 5);
      }
      courier.pushOutcomes.set('https://push.example/2', busy);
      courier.pushOutcomes.set('https://push.example/3', { kind: 'gone' });
      await says('a person, please');
      await deliver();
      courier.pushOutcomes.clear();
      await after(10_000);
      const reached = courier.pushed.map(({ to }) => to.endpoint.at(-1));
      expect(reached).toEqual(['1', '2', '3', '2']);
      expect((await desk.store.pushDevices(key)).map(({ endpoint }) => endpoint.at(-1))).toEqual(['1', '2']);
    });

    it('whose holder died is somebody else’s after two minutes', async () => {
      await says('a person, please');
      desk.clock.advance(2 * MINUTE);
      const { clock, store } = desk;
      await store.claimJobs({ now: clock.now(), until: clock.now() + 2 * MINUTE, limit: 10, lease: 'dead process' });
      expect(await after(2 * MINUTE - 1)).toBe(0);
      expect(await after(1)).toBe(2);
      expect(courier.mailed).toHaveLength(1);
    });

    it('is left alone by an error of ours, and comes back', async () => {
      await says('a person, please');
      desk.clock.advance(2 * MINUTE);
      const { rows } = desk.store;
      desk.store.rows = () => Promise.reject(new Error('the disk'));
      await deliver();
      desk.store.rows = rows;
      await after(2 * MINUTE);
      expect(courier.mailed).toHaveLength(1);
    });
  });

  it('waits while the site sends many mails, without losing an attempt', async () => {
    await says('a person, please');
    mailPause = 10 * MINUTE;
    await after(2 * MINUTE);
    expect(courier.mailed).toEqual([]);
    mailPause = 0;
    await after(10 * MINUTE);
    expect(courier.mailed).toHaveLength(1);
  });

  it('is told in full, however long they have written, until a mail is full', async () => {
    await says('a person, please');
    for (let n = 0; n < 240; n++) await says(`line ${n}`);
    await after(2 * MINUTE);
    expect(texts()[0]).toContain('line 0');
    expect(courier.mailed[0]?.call.cut).toBe(false);
    for (let n = 240; n < 800; n++) await says(`line ${n}`);
    await after(HOUR);
    expect(courier.mailed[1]?.call.cut).toBe(true);
    expect(texts()[1]?.at(-1)).toBe('line 799');
  });
});
