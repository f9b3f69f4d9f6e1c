import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiDesk, NOW } from '../testing/api-desk.ts';
import { FollowedSite, NO_LOOKS } from '../testing/followed-site.ts';
import { postToConsole } from '../testing/owner.ts';
import type { Owner } from '../testing/owner.ts';
import type { Visitor } from '../testing/visitor.ts';

const MINUTE = 60_000;

describe('the owner’s queue', () => {
  let at: ApiDesk;
  let owner: Owner;
  let followed: FollowedSite;
  beforeAll(async () => {
    at = await ApiDesk.start(NO_LOOKS);
    owner = await at.desk.console();
    followed = await FollowedSite.begin(at.desk, at.clock);
  });
  afterAll(() => at.end());

  const kinds = () => followed.queue.filter(({ away }) => away === null).map(({ id }) => id.split('-')[0]);
  const find = (kind: string) => {
    const found = followed.queue.find(({ id }) => id.startsWith(`${kind}-`));
    if (found === undefined) throw new Error(`there is no ${kind}`);
    return found;
  };
  const put = (kind: string, how: 'done' | 'hour' | 'tomorrow' | 'monday' | 'back') => {
    const { id: item, stamp } = find(kind);
    return followed.after(() => owner.must('queue_put', { item, stamp, how }));
  };
  let visitor: Visitor;
  let conversation: string;

  it('is empty while nobody needs the owner, whatever the bot answers', async () => {
    visitor = await at.desk.visit();
    await followed.after(async () => {
      const said = await visitor.mustSay('How long does delivery take?');
      conversation = said.conversation;
      await visitor.answerTo(said.seq);
    });
    expect(followed.queue).toEqual([]);
  });

  it('has who asks for a person, with the sum of its reasons', async () => {
    await followed.after(async () => {
      const { seq } = await visitor.mustSay('I want to talk to a person');
      await visitor.answerTo(seq);
    });
    await followed.after(() => visitor.mustSay('My refund is missing, this is unacceptable'));
    const chat = find('chat');
    expect(chat.task).toMatchObject({ kind: 'chat', conversation });
    expect(chat.text).toBe('My refund is missing, this is unacceptable');
    expect(chat.reasons.map(({ name }) => name)).toEqual(['complaint', 'refund', 'angry', 'live']);
    expect(chat.score).toBe(chat.reasons.reduce((sum, { points }) => sum + points, 0));
  });

  it('remembers what they complained of when they only ask whether anybody is there', async () => {
    const before = find('chat').reasons.map(({ name }) => name);
    await followed.after(() => visitor.mustSay('hello?'));
    expect(find('chat')).toMatchObject({ text: 'hello?' });
    expect(find('chat').reasons.map(({ name }) => name)).toEqual(before);
  });

  it('keeps it when the owner takes over, and lets go of it at the reply', async () => {
    await followed.after(() => owner.must('takeover', { conversation }));
    expect(find('chat').reasons.at(-1)?.text.en).toBe('waits for your answer');
    await followed.after(() => owner.reply(conversation, 'I look after it.'));
    expect(kinds()).toEqual([]);
    await followed.after(() => visitor.mustSay('Thank you, and when?'));
    expect(kinds()).toEqual(['chat']);
    // A person has answered what was said before.
    expect(find('chat').reasons.map(({ name }) => name)).toEqual(['live']);
  });

  it('follows what is seen, handed back, blocked, let in, closed and opened again', async () => {
    await followed.after(() => owner.must('seen', { conversation, seq: 3 }));
    await followed.after(() => owner.must('hand_back', { conversation }));
    expect(kinds()).toEqual([]);
    await followed.after(() => owner.must('takeover', { conversation }));
    await followed.after(() => visitor.mustSay('Still here'));
    await followed.after(() => owner.must('block', { conversation, blocked: true, spam: false }));
    expect(kinds()).toEqual([]);
    await followed.after(() => owner.must('block', { conversation, blocked: false, spam: false }));
    visitor = await at.desk.visit({ token: visitor.token });
    await followed.after(async () => {
      const { seq } = await visitor.mustSay('I want to talk to a person');
      await visitor.answerTo(seq);
    });
    expect(kinds()).toEqual(['chat']);
    await followed.after(() => owner.must('close', { conversation }));
    expect(kinds()).toEqual([]);
  });

  it('has tickets, and follows each change of them', async () => {
    await followed.after(() => at.ok('POST /api/tickets', { subject: 'Vase', category: 'returns' }));
    const { task } = find('ticket');
    const number = task.kind === 'ticket' ? task.number : 0;
    expect(find('ticket').text).toBe('Vase');
    await followed.after(() => owner.must('ticket_note', { number, text: 'Call them' }));
    await followed.after(() => owner.must('ticket_change', { number, category: 'general' }));
    await followed.after(() => owner.must('ticket_change', { number, state: 'waiting' }));
    expect(kinds()).toEqual([]);
    await followed.after(() => owner.must('ticket_change', { number, state: 'open' }));
    expect(kinds()).toEqual(['ticket']);
    await followed.after(() => owner.must('ticket_change', { number, state: 'solved' }));
    expect(kinds()).toEqual([]);
  });

  it('has a complaint in its chat, and follows what is offered to make it good', async () => {
    const angry = await at.desk.visit();
    await followed.after(async () => {
      for (const text of ['I have a complaint', 'The vase came broken and nobody cares']) {
        const { seq } = await angry.mustSay(text);
        await angry.answerTo(seq);
      }
    });
    const { task } = find('chat');
    const chat = task.kind === 'chat' ? task : null;
    const number = Number(/\d+$/.exec(chat?.ticket ?? '')?.[0]);
    await followed.after(() => owner.must('ticket_offer', { number, offer: { text: 'We send a new one.' } }));
    await followed.after(() => owner.must('ticket_change', { number, state: 'solved' }));
    await followed.after(() => owner.must('close', { conversation: chat?.conversation ?? '' }));
    expect(kinds()).toEqual([]);
  });

  it('has today’s appointments with whom to call, and neither tomorrow’s nor cancelled ones', async () => {
    await at.ok('POST /api/customers', { id: 'K-1', name: 'Ada', phone: '+49 30 901820' });
    const book = (id: string, startsAt: number) => ({
      ...{ id, service: 'First visit', customer: 'K-1', startsAt: new Date(startsAt).toISOString() },
      endsAt: new Date(startsAt + 30 * MINUTE).toISOString(),
    });
    await followed.after(() => at.ok('POST /api/appointments', book('A-1', NOW + 90 * MINUTE)));
    await followed.after(() => at.ok('POST /api/appointments', book('A-2', NOW + 24 * 60 * MINUTE)));
    expect(kinds()).toEqual(['appointment']);
    expect(find('appointment')).toMatchObject({ text: 'First visit', title: 'Ada', dueAt: NOW + 90 * MINUTE });
    expect(find('appointment').task).toMatchObject({ phone: '+4930901820' });
    await followed.after(() => at.ok('POST /api/customers', { id: 'K-1', name: 'Ada L.', phone: '+49 30 901821' }));
    expect(find('appointment')).toMatchObject({ title: 'Ada L.', task: { phone: '+4930901821' } });
    await followed.after(() => at.ok('POST /api/appointments/A-1/cancel'));
    expect(kinds()).toEqual([]);
  });

  it('has the questions without an answer as one, until they are seen to', async () => {
    const ask = async (text: string) => {
      const asker = await at.desk.visit();
      const { seq } = await asker.mustSay(text);
      await asker.answerTo(seq);
      asker.leave();
    };
    await followed.after(() => ask('do you repair torn shirts'));
    await followed.after(() => ask('purple elephants flying backwards'));
    expect(find('questions').task).toEqual({ kind: 'questions', count: 2 });
    const keys = (await at.desk.store.unanswered('shop', { status: 'open', limit: 10 })).map(({ key }) => key);
    const status = { keys, status: 'ignored' };
    await followed.after(() => postToConsole(at.desk.url, '/unanswered/shop/status', status, owner.cookie));
    expect(kinds()).toEqual([]);
  });

  it('lets things be put away and taken back, until they are due, or something happens to them', async () => {
    await followed.after(() => at.ok('POST /api/tickets', { subject: 'Cup', category: 'returns' }));
    expect(await put('ticket', 'hour')).toMatchObject({ until: NOW + 60 * MINUTE });
    expect(kinds()).toEqual([]);
    await put('ticket', 'back');
    expect(kinds()).toEqual(['ticket']);
    // A Monday at eight; the shop opens at nine.
    expect(await put('ticket', 'tomorrow')).toMatchObject({ until: Date.parse('2026-12-01T09:00:00Z') });
    expect(await put('ticket', 'monday')).toMatchObject({ until: Date.parse('2026-12-07T09:00:00Z') });
    expect(await put('ticket', 'done')).toMatchObject({ until: null });
    const { task } = find('ticket');
    at.clock.advance(1);
    await followed.after(() =>
      owner.must('ticket_note', { number: task.kind === 'ticket' ? task.number : 0, text: 'x' }),
    );
    expect(kinds()).toEqual(['ticket']);
    await put('ticket', 'hour');
    at.clock.advance(61 * MINUTE);
    await followed.after(() => at.desk.server.sweep());
    expect(kinds()).toEqual(['ticket']);
    await put('ticket', 'done');
  });

  it('does not put away what was written while the owner decided', async () => {
    await followed.after(async () => {
      const { seq } = await visitor.mustSay('I want to talk to a person');
      await visitor.answerTo(seq);
    });
    const { id: item, stamp } = find('chat');
    at.clock.advance(1);
    await followed.after(() => visitor.mustSay('It is burning!'));
    await followed.after(() => owner.must('queue_put', { item, stamp, how: 'done' }));
    expect(kinds()).toContain('chat');
  });

  it('lets go of who is erased', async () => {
    expect(kinds()).toContain('chat');
    const whom = { conversation, confirm: conversation.slice(0, 6) };
    const erase = () => postToConsole(at.desk.url, '/privacy/shop/erase', whom, owner.cookie);
    expect((await followed.after(erase)).status).toBe(200);
    expect(followed.queue.filter(({ id }) => id.startsWith('chat'))).toEqual([]);
  });

  it('knows on every device whether the owner is there', async () => {
    for (const mode of ['away', 'here', 'auto'] as const) await followed.after(() => owner.must('presence', { mode }));
  });

  it('is no other site’s business, and takes no names that it does not know', async () => {
    const other = await owner.must('queue', { site: 'bakery' });
    expect(other.items).toEqual([]);
    expect(await owner.emit('queue', { site: 'elsewhere' })).toMatchObject({ error: { kind: 'not_found' } });
    const wrong = { item: 'vase-1', stamp: 1, how: 'done' as const };
    expect(await owner.emit('queue_put', wrong)).toMatchObject({ error: { kind: 'bad_request' } });
    expect(await owner.emit('queue_put', { ...wrong, item: 'x; drop' })).toMatchObject({
      error: { kind: 'bad_request' },
    });
  });
});
