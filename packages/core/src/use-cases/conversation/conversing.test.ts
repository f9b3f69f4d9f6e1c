import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../domain/visitor.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { closeAsOwner, handBackToBot, replyAsOwner, takeOverConversation } from './act-as-owner.ts';
import { answerOwed } from './answer-owed.ts';
import { endChat } from './end-chat.ts';
import { markSeenByOwner, markSeenByVisitor } from './mark-seen.ts';
import { payWhatIsOwed } from './pay-what-is-owed.ts';
import { receiveVisitorMessage } from './receive-visitor-message.ts';

let desk: TestDesk;
let visitor: Visitor;

beforeEach(async () => {
  desk = createTestDesk();
  visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
});

const receive = (text: string, clientId = desk.ids.uuid()) => receiveVisitorMessage(desk, visitor, { text, clientId });
/** The bot fails; the message is taken all the same. */
const receiveWithoutAnswer = () => {
  const of = () => {
    throw new Error('the model is broken');
  };
  return receiveVisitorMessage({ ...desk, knowledge: { of } }, visitor, {
    text: 'may I return it?',
    clientId: desk.ids.uuid(),
  });
};
const conversation = async () => {
  const found = await desk.store.findConversationOfVisitor('shop', visitor.key);
  if (found === null) throw new Error('there is no conversation');
  return found;
};
const log = async () => desk.store.readLog((await conversation()).key, { limit: 100 });
const said = async () => (await log()).map(({ entry }) => ('text' in entry ? entry.text : entry.type));
const target = async () => ({ site: 'shop', conversationId: (await conversation()).id, ownerName: 'Mara' });

describe("a visitor's message", () => {
  it("is stored together with the bot's answer, and then announced", async () => {
    const { seq } = await receive('may I return it?');
    expect(seq).toBe(1);
    expect(await said()).toEqual(['may I return it?', 'Within 30 days.']);
    expect(desk.announcements).toMatchObject([{ kind: 'events', events: [{ seq: 1 }, { seq: 2 }] }]);
    expect(await conversation()).toMatchObject({ botDue: [], version: 1 });
  });

  it('is answered in its own language', async () => {
    await receive('我想退货');
    expect((await said())[1]).toBe('30 天内可以退货。');
  });

  it('that is a number or an address alone is answered in the language of the talk, whatever the page is in', async () => {
    await receive('我想退货');
    await receive('TL-1042');
    expect(await conversation()).toMatchObject({ locale: 'zh' });
    await receive('let me say it in English');
    await receive('TL-1042');
    expect(await conversation()).toMatchObject({ locale: 'en' });
  });

  it('that comes twice resolves to the first one and causes nothing', async () => {
    const first = await receive('may I return it?', 'same');
    const again = await receive('may I return it?', 'same');
    expect(again.seq).toBe(first.seq);
    expect(await said()).toHaveLength(2);
    expect(desk.announcements).toHaveLength(1);
  });

  it('that comes twice at once is one', async () => {
    const both = await Promise.all([receive('hello', 'same'), receive('hello', 'same')]);
    expect(both.map(({ seq }) => seq)).toEqual([1, 1]);
    expect(await said()).toHaveLength(2);
  });

  it('of two tabs at once joins one conversation, and each is answered once', async () => {
    await Promise.all([receive('hello'), receive('may I return it?')]);
    expect((await log()).map((event) => event.seq)).toEqual([1, 2, 3, 4]);
    const answers = (await log()).flatMap(({ entry }) => (entry.type === 'bot_message' ? [entry.replyTo] : []));
    expect(answers).toEqual([1, 3]);
  });

  it('of a blocked visitor is refused', async () => {
    visitor = { ...visitor, blocked: 'spam' };
    await expect(receive('hello')).rejects.toMatchObject({ kind: 'refused' });
  });

  it('that cannot be stored is refused, and announced to nobody', async () => {
    desk.store.commit = () => Promise.reject(new Error('the disk is full'));
    await expect(receive('hello')).rejects.toThrow('the disk is full');
    expect(desk.announcements).toEqual([]);
  });

  it('is decided anew when another process was faster', async () => {
    const commit = desk.store.commit.bind(desk.store);
    let rivals = 2;
    desk.store.commit = async (given) => (rivals-- > 0 ? { kind: 'conflict' } : commit(given));
    expect((await receive('hello')).seq).toBe(1);
    desk.store.commit = async () => ({ kind: 'conflict' });
    await expect(receive('again')).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('the bot', () => {
  it('hands off when asked, and is silent from then on', async () => {
    await receive('a person, please');
    await receive('may I return it?');
    expect((await said()).at(-1)).toBe('may I return it?');
    expect((await conversation()).state).toBe('waiting');
    expect(await desk.store.countWaiting('shop')).toBe(1);
  });

  it('promises a time when nobody is there', async () => {
    desk.here = false;
    await receive('a person, please');
    expect((await said()).at(-1)).toContain('T+4h');
    expect((await conversation()).promisedFor).toBe(desk.clock.now() + 4 * 3_600_000);
  });

  it('calls a person after it was unsure twice in a row, not after a success between', async () => {
    for (const text of ['gibberish', 'may I return it?', 'gibberish', 'more gibberish']) await receive(text);
    expect((await log()).filter(({ entry }) => entry.type === 'handoff')).toHaveLength(1);
    expect((await conversation()).state).toBe('waiting');
  });

  it('says that it does not know while the site has not been learned yet', async () => {
    desk.learned = false;
    await receive('may I return it?');
    expect((await log())[1]).toMatchObject({ reason: { kind: 'unsure', guesses: [] } });
  });

  it("is silent from the owner's first word, even while it computes", async () => {
    await receive('hello');
    // The owner's word comes from another process, when the answer is decided and not yet written.
    const commit = desk.store.commit.bind(desk.store);
    let interrupted = false;
    desk.store.commit = async (given) => {
      if (interrupted || given.events[0]?.entry.type !== 'visitor_message') return commit(given);
      expect(given.events[1]?.entry.type).toBe('bot_message');
      interrupted = true;
      const elsewhere = { ...desk, lanes: createTestDesk().lanes };
      await replyAsOwner(elsewhere, await target(), 'Mara here.', 'o-1');
      return commit(given);
    };
    await receive('may I return it?');
    expect(interrupted).toBe(true);
    expect((await said()).slice(2)).toEqual(['takeover', 'Mara here.', 'may I return it?']);
  });

  it('answers again after the owner has handed back', async () => {
    await receive('may I return it?');
    await replyAsOwner(desk, await target(), 'Mara here.', 'o-1');
    await receive('may I return it?');
    expect((await said()).at(-1)).toBe('may I return it?');
    await handBackToBot(desk, await target());
    await receive('may I return it?');
    expect((await said()).slice(-3)).toEqual(['hand_back', 'may I return it?', 'Within 30 days.']);
  });

  it('pays later, once, what a failure kept it from saying', async () => {
    await receiveWithoutAnswer();
    expect(await said()).toEqual(['may I return it?']);
    expect((await conversation()).botDue).toEqual([1]);
    expect(await payWhatIsOwed(desk)).toBe(1);
    expect(await payWhatIsOwed(desk)).toBe(0);
    expect(await said()).toEqual(['may I return it?', 'Within 30 days.']);
  });

  it('answers a message, and not an older one that it still owes', async () => {
    await receiveWithoutAnswer();
    await receive('hello');
    expect((await log()).at(-1)?.entry).toMatchObject({ type: 'bot_message', replyTo: 2 });
    expect((await conversation()).botDue).toEqual([1]);
  });

  it('answers a message once, though the sweep comes at the same moment', async () => {
    await receiveWithoutAnswer();
    const owing = await conversation();
    await Promise.all([payWhatIsOwed(desk), answerOwed(desk, owing, visitor, { seq: 1, text: 'return' })]);
    expect(await said()).toHaveLength(2);
  });
});

describe('the owner', () => {
  it('takes over without a word, replies, and closes; each is announced', async () => {
    await receive('hello');
    await takeOverConversation(desk, await target());
    await takeOverConversation(desk, await target());
    expect(await replyAsOwner(desk, await target(), 'Hi!', 'o-1')).toBe(4);
    expect(await replyAsOwner(desk, await target(), 'Hi!', 'o-1')).toBe(4);
    await closeAsOwner(desk, await target());
    expect((await said()).slice(2)).toEqual(['takeover', 'Hi!', 'closed']);
    expect(desk.announcements.filter(({ kind }) => kind === 'events')).toHaveLength(4);
  });

  it('of another site is told the same as of a conversation that does not exist', async () => {
    await receive('hello');
    const foreign = { ...(await target()), site: 'bakery' };
    await expect(replyAsOwner(desk, foreign, 'Hi!', 'o-1')).rejects.toMatchObject({ kind: 'not_found' });
    const missing = { ...(await target()), conversationId: 'no-such-id' };
    await expect(closeAsOwner(desk, missing)).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('and the visitor see what the other has read', async () => {
    await receive('hello');
    const { conversationId } = await target();
    await markSeenByOwner(desk, 'shop', conversationId, 99);
    await markSeenByVisitor(desk, visitor, 2);
    expect(await conversation()).toMatchObject({ ownerSeenSeq: 2, visitorSeenSeq: 2, unread: 0 });
    expect(desk.announcements.slice(1)).toMatchObject([
      { kind: 'seen', side: 'owner' },
      { kind: 'seen', side: 'visitor' },
    ]);
    await markSeenByVisitor(desk, visitor, 1);
    expect(desk.announcements).toHaveLength(3);
  });
});

describe('ending a chat', () => {
  it('closes it once, and a message reopens it', async () => {
    await receive('hello');
    expect(await endChat(desk, visitor, 'end')).toBe(3);
    expect(await endChat(desk, visitor, 'end')).toBe(3);
    await receive('may I return it?');
    expect((await said()).slice(2)).toEqual(['closed', 'reopened', 'may I return it?', 'Within 30 days.']);
  });

  it('is not repeated by a packet that is, also when the chat was taken up anew or ended otherwise meanwhile', async () => {
    await receive('hello');
    expect(await endChat(desk, visitor, 'first')).toBe(3);
    await receive('may I return it?');
    expect(await endChat(desk, visitor, 'first')).toBe(3);
    expect((await conversation())?.state).toBe('bot');
    expect(await endChat(desk, visitor, 'second')).toBe(7);
    expect(await endChat(desk, visitor, 'first')).toBe(3);
    expect(await endChat(desk, visitor, 'third')).toBe(7);
    expect((await said()).filter((what) => what === 'closed')).toHaveLength(2);
  });

  it('by two packets of one click at once ends it once', async () => {
    await receive('hello');
    expect(await Promise.all([endChat(desk, visitor, 'end'), endChat(desk, visitor, 'end')])).toEqual([3, 3]);
  });

  it('that never began is not found', async () => {
    await expect(endChat(desk, visitor, 'end')).rejects.toMatchObject({ kind: 'not_found' });
  });
});
