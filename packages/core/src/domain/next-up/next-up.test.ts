import { describe, expect, it } from '@jest/globals';
import { newConversation } from '../conversation/conversation.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { DEFAULT_COMPLAINTS } from '../complaint/complaint-policy.ts';
import { DEFAULT_PRIORITY } from '../priority/default-rules.ts';
import { newTicket, PLAIN_PRIORITY } from '../ticket/ticket.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { TO_OWNER } from '../ticket/ticket-route.ts';
import type { Mood } from '../priority/mood.ts';
import type { Visitor } from '../visitor.ts';
import { compareQueue, queueId, queueOrder, queuePlace } from './queue-item.ts';
import type { QueueItem } from './queue-item.ts';
import { putAway } from './queue-mark.ts';
import type { QueueMark } from './queue-mark.ts';
import { chatReasons, weigh } from './weigh.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = 1_000 * HOUR;

const visitor = { key: 5, site: 'shop', verified: false, blocked: 'no' } as Visitor;

function chat(change: Partial<Conversation> = {}): Conversation {
  const fresh = newConversation({ id: 'c', site: 'shop', visitorKey: 5, locale: 'en', timeZone: null, at: NOW });
  return { ...fresh, key: 5, state: 'waiting', waitingSince: NOW, lastVisitorAt: NOW, ...change };
}

function ticket(change: Partial<Ticket> = {}): Ticket {
  const draft = { category: 'returns', form: null, subject: 'Vase', details: [], missing: [], locale: 'en' as const };
  const birth = { id: 't', site: 'shop', number: 17, at: NOW, by: { kind: 'bot' as const }, route: TO_OWNER };
  const made = newTicket(
    { ...draft, contact: {} },
    { ...birth, priority: PLAIN_PRIORITY, contactKey: null, dueAt: null },
  );
  return { ...made.next, key: 3, ...change };
}

const said = ({ preview, previewFrom }: Conversation) =>
  previewFrom === 'visitor' ? [{ text: preview, toPerson: true }] : [];

const SITE = { priority: DEFAULT_PRIORITY, complaints: DEFAULT_COMPLAINTS };
const weighChat = (conversation: Conversation, of: Ticket | null = null, now = NOW): QueueItem =>
  weigh(
    { kind: 'chat', conversation, visitor, ticket: of },
    DEFAULT_PRIORITY,
    chatReasons(conversation, visitor, 'none', SITE, said(conversation), () => 'unhappy'),
    now,
  );
const sumOf = ({ reasons }: QueueItem) => reasons.map(({ name, points }) => `${name} ${points}`);

describe('what there is to do', () => {
  it('weighs somebody who waits by the minute, and by what they said', () => {
    expect(sumOf(weighChat(chat()))).toEqual(['live 25']);
    const angry = chat({ preview: 'Where is my refund? This is unacceptable', previewFrom: 'visitor' });
    const item = weighChat(angry, null, NOW + 3 * MINUTE);
    expect(sumOf(item)).toEqual(['complaint 20', 'refund 15', 'angry 12', 'live 25', 'live_waits 6']);
    expect([item.score, item.level]).toEqual([78, 'urgent']);
    expect(item.reasons.at(-1)?.text).toEqual({ en: 'waits 3 min', zh: '已等 3 分钟' });
  });

  it('lets rise who complains while they wait, in either language', () => {
    for (const preview of ['my linen dress tore after one wash, very disappointed', '洗一次就破了，我要投诉']) {
      const points = sumOf(weighChat(chat({ preview, previewFrom: 'visitor' })));
      expect([preview, points]).toEqual([preview, expect.arrayContaining(['complaint 20', 'live 25'])]);
    }
  });

  it('takes what went wrong with somebody’s things for a complaint while they wait in a bad mood, and no question or report', () => {
    const reasonsOf = (preview: string, mood: Mood) =>
      chatReasons(chat(), visitor, 'none', SITE, [{ text: preview, toPerson: true }], () => mood).map(
        ({ name }) => name,
      );
    for (const told of [
      'my dress arrived torn',
      'My linen dress tore after one wash',
      '裙子洗一次就破了',
      '收到的裙子是破的',
    ]) {
      expect([told, reasonsOf(told, 'unhappy')]).toEqual([told, ['complaint']]);
      expect([told, reasonsOf(told, 'neutral')]).toEqual([told, []]);
    }
    for (const asked of ['Do you mend torn dresses?', 'I broke it, my own fault, it is torn', '衣服破了怎么办']) {
      expect([asked, reasonsOf(asked, 'unhappy')]).toEqual([asked, []]);
    }
  });

  it('stops counting after a quarter of an hour, so that nothing changes by itself for ever', () => {
    const [at15, at16] = [15, 16].map((minutes) => weighChat(chat(), null, NOW + minutes * MINUTE));
    expect(at15).toEqual(at16);
    expect(at15?.reasons.at(-1)).toMatchObject({ points: 30, text: { en: 'waits 15+ min' } });
  });

  it('remembers what they said before they only asked whether anybody is there', () => {
    const words = ['My vase arrived in pieces, this is unacceptable', 'hello?', 'anybody there?'];
    const all = words.map((text) => ({ text, toPerson: true }));
    const names = chatReasons(chat(), visitor, 'none', SITE, all, () => 'neutral').map(({ name }) => name);
    expect(names).toEqual(['complaint', 'angry']);
  });

  it('takes what went wrong for a complaint only where it was said to a person', () => {
    const told = (toPerson: boolean) =>
      chatReasons(chat(), visitor, 'none', SITE, [{ text: 'my dress arrived torn', toPerson }], () => 'unhappy');
    expect([told(true).length, told(false).length]).toEqual([1, 0]);
  });

  it('weighs a chat with its request as one, and counts waiting once', () => {
    const reasons = [
      { name: 'complaint', points: 20, text: {} },
      { name: 'waits', points: 10, text: {} },
    ];
    const item = weighChat(chat(), ticket({ reasons, priority: 30, dueAt: NOW + 30 * MINUTE }), NOW + MINUTE);
    expect(sumOf(item)).toEqual(['complaint 20', 'live 25', 'live_waits 2', 'due_hour 25']);
    expect(item.dueAt).toBe(NOW + 30 * MINUTE);
  });

  it('adds to a request what was said since, each reason once', () => {
    const reasons = [{ name: 'refund', points: 15, text: {} }];
    const furious = chat({ preview: 'I am furious, where is my refund', previewFrom: 'visitor' });
    expect(sumOf(weighChat(furious, ticket({ reasons })))).toEqual([
      'refund 15',
      'complaint 20',
      'angry 12',
      'live 25',
    ]);
  });

  it('presses more the nearer a promise is, and most when it is overdue', () => {
    const at = (left: number) =>
      sumOf(weigh({ kind: 'ticket', ticket: ticket({ dueAt: NOW + left }) }, DEFAULT_PRIORITY, [], NOW));
    expect(at(5 * HOUR)).toEqual(['ticket 30']);
    expect(at(2 * HOUR)).toEqual(['ticket 30', 'due_soon 15']);
    expect(at(HOUR - 1)).toEqual(['ticket 30', 'due_hour 25']);
    expect(at(-1)).toEqual(['ticket 30', 'overdue 35']);
  });

  it('never adds up to more than 100', () => {
    const reasons = [{ name: 'danger', points: 90, text: {} }];
    expect(weighChat(chat(), ticket({ reasons })).score).toBe(100);
  });

  it('is in one order: by score, then by how long it lies there, then by name', () => {
    const item = (score: number, since: number, subject: number) =>
      ({ score, since, place: { kind: 'chat', subject } }) as QueueItem;
    const [a, b, c, d] = [item(100, 9, 1), item(86, 10, 4), item(86, 200, 3), item(9, 1, 2)];
    expect([d, c, b, a].sort(compareQueue)).toEqual([a, b, c, d]);
    expect(compareQueue(a, a)).toBe(0);
    expect([d, c, b, a].map(queueOrder).sort()).toEqual([a, b, c, d].map(queueOrder));
  });

  it('goes by names that lead back to it, and by nothing else', () => {
    expect(queuePlace(queueId({ kind: 'ticket', subject: 17 }))).toEqual({ kind: 'ticket', subject: 17 });
    for (const id of ['', 'ticket', 'ticket-', 'ticket-x', 'vase-1', 'chat-1 ', `chat-${'9'.repeat(16)}`]) {
      expect(queuePlace(id)).toBeNull();
    }
  });
});

describe('what was put away', () => {
  const item = weighChat(chat());
  const mark = (change: Partial<QueueMark> = {}): QueueMark => ({
    ...{ place: item.place, stamp: item.stamp, until: NOW + HOUR, at: NOW },
    ...change,
  });

  it('stays away until its time', () => {
    expect(putAway(item, undefined, NOW)).toBe(false);
    expect(putAway(item, mark(), NOW + HOUR - 1)).toEqual({ until: NOW + HOUR });
    expect(putAway(item, mark(), NOW + HOUR)).toBe(false);
    expect(putAway(item, mark({ until: null }), NOW + 900 * HOUR)).toEqual({ until: null });
  });

  it('comes back at the visitor’s next word, however done it was', () => {
    const wrote = weighChat(chat({ lastVisitorAt: NOW + 1 }));
    expect(putAway(wrote, mark({ until: null }), NOW + 2)).toBe(false);
  });

  it('comes back half an hour before a promise breaks', () => {
    const promised = weighChat(chat({ promisedFor: NOW + 3 * HOUR }));
    const back = NOW + 2.5 * HOUR;
    expect(putAway(promised, mark({ until: NOW + 20 * HOUR }), NOW)).toEqual({ until: back });
    expect(putAway(promised, mark({ until: null }), back)).toBe(false);
    // Who puts it away when it presses already means it.
    expect(putAway(promised, mark({ until: null, at: back }), back + 1)).toEqual({ until: null });
  });
});
