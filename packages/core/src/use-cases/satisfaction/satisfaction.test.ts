import { beforeEach, describe, expect, it } from '@jest/globals';
import { closeAsOwner, replyAsOwner } from '../conversation/act-as-owner.ts';
import { setStateOfTicket } from '../tickets/act-on-ticket.ts';
import { answerAsVisitor, answerByToken } from './answer-satisfaction.ts';
import { endChat } from '../conversation/end-chat.ts';
import { mailSatisfaction } from './mail-satisfaction.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';
import { sweepByTime } from '../sweep-by-time.ts';
import { newTicket, PLAIN_PRIORITY } from '../../domain/ticket/ticket.ts';
import { TO_OWNER } from '../../domain/ticket/ticket-route.ts';
import type { Visitor } from '../../domain/visitor.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

describe('how was it', () => {
  let desk: TestDesk;
  let visitor: Visitor;
  let online: boolean;
  let tokens: number;
  beforeEach(async () => {
    desk = createTestDesk();
    visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
    online = false;
    tokens = 0;
  });
  const says = (text: string) => receiveVisitorMessage(desk, visitor, { text, clientId: desk.ids.uuid() });
  const ends = () => endChat(desk, visitor, desk.ids.uuid());
  const asked = () => desk.store.satisfactionOfVisitor('shop', visitor.key);
  const talk = async () => {
    await says('can I return it');
    await ends();
  };
  const reachable = () =>
    desk.store.noteVisitorContact(
      visitor.key,
      { email: 'ann@b.example' },
      { site: 'shop', at: desk.clock.now(), uuid: () => desk.ids.uuid(), batch: null },
    );
  const mails = async () => {
    await mailSatisfaction(desk, {
      isOnline: () => online,
      token: () => ({ token: `t${++tokens}`, hash: `h${tokens}` }),
      link: (token, score) => `https://desk.example/rate#${token}.${score}`,
      leave: () => ({
        ...{ unsubscribe: 'https://desk.example/leave#l', oneClick: 'https://desk.example/once/l' },
        hash: `l${tokens}`,
      }),
    });
    const claim = { now: desk.clock.now(), until: desk.clock.now() + 1, limit: 10, lease: desk.ids.uuid() };
    // That a ticket is settled goes out as well.
    return (await desk.store.claimJobs(claim)).flatMap((job) =>
      job.kind === 'mail' && job.payload.content.template === 'satisfaction' ? [job.payload] : [],
    );
  };

  const toOwner = async () => {
    const claim = { now: desk.clock.now(), until: desk.clock.now() + 1, limit: 10, lease: desk.ids.uuid() };
    return (await desk.store.claimJobs(claim)).flatMap((job) =>
      job.kind === 'mail' && job.payload.content.template === 'alert' ? [job.payload] : [],
    );
  };

  it('is asked when an answered chat ends, whoever ends it', async () => {
    await talk();
    expect(await asked()).toMatchObject({ ticket: null, score: null, locale: 'en', visitorKey: visitor.key });
    expect(desk.announcements.some(({ kind }) => kind === 'survey')).toBe(true);
  });

  it('is asked after a chat that time has closed', async () => {
    await says('can I return it');
    desk.clock.advance(25 * 60 * MINUTE);
    await sweepByTime(desk);
    expect(await asked()).not.toBe(null);
  });

  it('is not asked where nobody answered anything', async () => {
    await says('hello');
    await ends();
    expect(await asked()).toBe(null);
  });

  it('looks only at the last talk: an answer of last month is none of today', async () => {
    await talk();
    desk.clock.advance(10 * DAY);
    const first = await asked();
    await says('hello');
    await ends();
    expect(await asked()).toEqual(first);
  });

  it('is asked after a person’s word, even where the bot knew nothing', async () => {
    await says('hello');
    const conversation = await desk.store.findConversationOfVisitor('shop', visitor.key);
    const target = { site: 'shop', conversationId: conversation?.id ?? '', ownerName: 'Mara' };
    await replyAsOwner(desk, target, 'Here I am.', desk.ids.uuid());
    await closeAsOwner(desk, target);
    expect(await asked()).not.toBe(null);
  });

  it('is asked of one person once in seven days', async () => {
    await talk();
    const first = await asked();
    desk.clock.advance(6 * DAY);
    await talk();
    expect(await asked()).toEqual(first);
    desk.clock.advance(2 * DAY);
    await talk();
    expect((await asked())?.id).not.toBe(first?.id);
  });

  it('is not asked of who is blocked, nor after an emergency', async () => {
    await says('can I return it');
    await desk.store.updateVisitor(visitor.key, { blocked: 'spam' });
    await ends();
    expect(await asked()).toBe(null);
    visitor = await desk.store.createVisitor(anonymous('shop', 'v-2'), 'hash-2');
    await says('can I return it');
    const key = visitor.key;
    const conversation = await desk.store.findConversationOfVisitor('shop', key);
    if (conversation === null) throw new Error('it was made');
    await desk.store.commit({
      expectedVersion: conversation.version,
      events: [{ seq: conversation.lastSeq + 1, at: 1, entry: { type: 'handoff', reason: 'emergency' } }],
      next: { ...conversation, version: conversation.version + 1, lastSeq: conversation.lastSeq + 1 },
    });
    await ends();
    expect(await asked()).toBe(null);
  });

  it('is asked when a ticket is solved, in the chat that it came from', async () => {
    await says('can I return it');
    const conversation = await desk.store.findConversationOfVisitor('shop', visitor.key);
    const change = await ticket(conversation?.key ?? 0);
    await setStateOfTicket(desk, { site: 'shop', number: change, by: { kind: 'owner', name: 'Mara' } }, 'solved');
    expect(await asked()).toMatchObject({ ticket: change });
    expect((await mails()).length).toBe(0);
    desk.clock.advance(11 * MINUTE);
    const [mail] = await mails();
    expect(mail?.to).toEqual({ address: 'bo@b.example', name: 'Bo' });
    expect(mail?.content).toMatchObject({ template: 'satisfaction', about: `SHOP-T${change}` });
  });

  it('is asked by mail after a ticket that has no chat', async () => {
    const number = await ticket(null);
    await setStateOfTicket(desk, { site: 'shop', number, by: { kind: 'owner', name: 'Mara' } }, 'solved');
    desk.clock.advance(11 * MINUTE);
    expect((await mails()).map(({ to }) => to.address)).toEqual(['bo@b.example']);
  });

  async function ticket(conversationKey: number | null): Promise<number> {
    const number = await desk.store.drawTicketNumber('shop');
    const made = newTicket(
      {
        ...{ category: 'returns', form: null, subject: 'A return', details: [], missing: [], locale: 'en' },
        contact: { email: 'bo@b.example', name: 'Bo' },
      },
      {
        ...{ id: desk.ids.uuid(), site: 'shop', number, at: desk.clock.now(), by: { kind: 'bot' }, route: TO_OWNER },
        ...{ priority: PLAIN_PRIORITY, contactKey: null, dueAt: null },
      },
    );
    await desk.store.saveTicket({ ...made, next: { ...made.next, conversationKey } });
    return number;
  }

  it('takes nine, a word, and then eight; a repeat changes nothing', async () => {
    await talk();
    const id = (await asked())?.id ?? '';
    await answerAsVisitor(desk, visitor, id, { score: 9 });
    await answerAsVisitor(desk, visitor, id, { score: 9, word: ' quick ' });
    await answerAsVisitor(desk, visitor, id, { score: 9, word: ' quick ' });
    desk.clock.advance(DAY - MINUTE);
    await answerAsVisitor(desk, visitor, id, { score: 8 });
    expect(await asked()).toMatchObject({ score: 8, word: 'quick', channel: 'chat' });
    expect((await desk.store.scores('shop', 0, desk.clock.now())).map(({ score }) => score)).toEqual([8]);
    desk.clock.advance(2 * MINUTE);
    await expect(answerAsVisitor(desk, visitor, id, { score: 1 })).rejects.toMatchObject({ kind: 'refused' });
  });

  it('is told to other programs, each time that it changes', async () => {
    Object.assign(desk, { webhooks: { endpoints: () => [{ id: 'e', events: ['satisfaction.given'] }] } });
    await talk();
    const id = (await asked())?.id ?? '';
    await answerAsVisitor(desk, visitor, id, { score: null });
    await answerAsVisitor(desk, visitor, id, { score: 9, word: 'quick' });
    desk.clock.advance(MINUTE);
    await answerAsVisitor(desk, visitor, id, { score: 8 });
    const claim = { now: desk.clock.now(), until: desk.clock.now() + 1, limit: 10, lease: 'l' };
    const told = (await desk.store.claimJobs(claim)).flatMap((job) => (job.kind === 'webhook' ? [job.payload] : []));
    expect(told.map(({ event, data }) => [event, data['score'], data['changed']])).toEqual([
      ['satisfaction.given', 9, false],
      ['satisfaction.given', 8, true],
    ]);
    expect(told[0]?.data).toEqual({
      ...{ request_id: id, survey: 'satisfaction', score: 9, word: 'quick', changed: false },
      ...{ channel: 'chat', locale: 'en', ticket_number: null },
    });
  });

  it('does not take a skip for a score, nor lets one take a score back', async () => {
    await talk();
    const id = (await asked())?.id ?? '';
    await answerAsVisitor(desk, visitor, id, { score: null });
    expect(await desk.store.scores('shop', 0, Infinity)).toEqual([]);
    expect(await asked()).toMatchObject({ score: null, answeredAt: null });
    await answerAsVisitor(desk, visitor, id, { score: 3 });
    await answerAsVisitor(desk, visitor, id, { score: null });
    expect(await asked()).toMatchObject({ score: 3, skippedAt: null });
  });

  it('takes no score that is none, and no answer to somebody else’s question', async () => {
    await talk();
    const id = (await asked())?.id ?? '';
    for (const score of [0, 11, 7.5, NaN]) {
      await expect(answerAsVisitor(desk, visitor, id, { score })).rejects.toMatchObject({ kind: 'bad_request' });
    }
    const other = await desk.store.createVisitor(anonymous('shop', 'v-9'), 'hash-9');
    await expect(answerAsVisitor(desk, other, id, { score: 1 })).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('goes by mail to who has gone and left an address, once, and is answered by its token', async () => {
    await reachable();
    await talk();
    online = true;
    desk.clock.advance(11 * MINUTE);
    expect(await mails()).toEqual([]);
    online = false;
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.content).toMatchObject({ template: 'satisfaction', about: null });
    const scores = mail?.content.template === 'satisfaction' ? mail.content.scores : [];
    expect(scores.map(({ score }) => score)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(scores[8]?.link).toBe('https://desk.example/rate#t1.9');
    expect(await mails()).toEqual([]);
    expect(await answerByToken(desk, 'h1', { score: 9 })).toMatchObject({ score: 9, channel: 'mail' });
    await expect(answerByToken(desk, 'h2', { score: 9 })).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('goes by mail to nobody who has answered, skipped or left no address', async () => {
    await talk();
    desk.clock.advance(11 * MINUTE);
    expect(await mails()).toEqual([]);
    await reachable();
    expect(await mails()).toEqual([]);
  });

  it('calls the owner by mail about a score of 4 or less, once, with a link to the conversation', async () => {
    const mara = { email: 'mara@shop.example', name: 'Mara', passwordHash: '', createdAt: 1 };
    await desk.store.addMembership((await desk.store.createAccount(mara)).key, '*', 'owner');
    await talk();
    const request = await asked();
    await answerAsVisitor(desk, visitor, request?.id ?? '', { score: 4, word: 'Too <b>slow</b>' });
    const conversation = await desk.store.findConversationOfVisitor('shop', visitor.key);
    const [mail, more] = await toOwner();
    expect(more).toBeUndefined();
    expect(JSON.stringify(mail)).toContain(`https://desk.example/console/#/desk/shop/open/${conversation?.id}`);
    expect(JSON.stringify(mail)).toContain('Too <b>slow</b>');
    await answerAsVisitor(desk, visitor, request?.id ?? '', { score: 2, word: 'Worse' });
    expect(await toOwner()).toEqual([]);
  });

  it('calls the owner about a better score that was changed to a bad one', async () => {
    const mara = { email: 'mara@shop.example', name: 'Mara', passwordHash: '', createdAt: 1 };
    await desk.store.addMembership((await desk.store.createAccount(mara)).key, '*', 'owner');
    await talk();
    const id = (await asked())?.id ?? '';
    await answerAsVisitor(desk, visitor, id, { score: 9, word: '' });
    expect(await toOwner()).toEqual([]);
    desk.clock.advance(MINUTE);
    await answerAsVisitor(desk, visitor, id, { score: 1, word: '' });
    expect(await toOwner()).toMatchObject([{ content: { alert: { what: 'score', score: 1 } } }]);
  });

  it('calls nobody about a better score', async () => {
    const mara = { email: 'mara@shop.example', name: 'Mara', passwordHash: '', createdAt: 1 };
    await desk.store.addMembership((await desk.store.createAccount(mara)).key, '*', 'owner');
    await talk();
    await answerAsVisitor(desk, visitor, (await asked())?.id ?? '', { score: 5, word: '' });
    expect(await toOwner()).toEqual([]);
  });
});
