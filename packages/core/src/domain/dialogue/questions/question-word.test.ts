import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import type { InputChange } from '../../../testing/reply-input.ts';
import type { Faq } from '../../faq.ts';
import { NOTHING_YET } from '../dialogue-context.ts';
import { decideReply } from '../decide-reply.ts';

function faq(intent: string, en: string[], zh: string[], more: Partial<Faq> = {}): Faq {
  const [category = ''] = intent.split('.');
  const answer = (text: string) => ({ text, quickReplies: [], links: [] });
  return {
    ...{ intent, category, question: { en: en[0] ?? '', zh: zh[0] ?? '' }, phrasings: { en, zh } },
    answer: { en: answer(`About ${intent}.`), zh: answer(`关于 ${intent}。`) },
    ...more,
  };
}

const buttons = (...intents: string[]) => {
  const quickReplies = intents.map((intent) => ({ label: intent, intent }));
  return { answer: { en: { text: 'Yes.', quickReplies, links: [] }, zh: { text: '可以。', quickReplies, links: [] } } };
};
const FAQS = [
  faq('travel.rooms', ['do you have rooms'], ['有房间吗'], buttons('rooms.price', 'rooms.checkin', 'rooms.place')),
  faq('rooms.price', ['what does a room cost', 'room prices'], ['房间多少钱', '房费']),
  faq('rooms.checkin', ['when can I check in', 'check-in hours'], ['几点可以入住', '入住时间是什么时候']),
  faq('rooms.place', ['where is the house', 'your address'], ['房子在哪里', '位置']),
  faq('repairs.offer', ['do you repair bikes'], ['修自行车吗'], { followUp: 'repairs.how' }),
  faq('repairs.how', ['how do I bring it in', 'how does a repair work'], ['怎么送修', '修车流程']),
  faq('repairs.time', ['how long does a repair take', 'is it done in a few days'], ['修车要多久', '几天能修好']),
  faq('tours.price', ['how much is a tour', 'price of a tour'], ['游览多少钱', '门票价格']),
];
const book = { hash: 'h', locales: ['en', 'zh'] as const, faqs: new Map(FAQS.map((one) => [one.intent, one])) };

const after = (intent: string, text: string, change: InputChange = {}) => {
  const locale = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  const context = { ...NOTHING_YET, intents: [intent], words: 'the question before', at: 1_000_000 };
  const { reason } = decideReply(replyInput({ text, locale, book, context, ...change }));
  return reason.kind === 'answered' ? reason.guesses[0]?.intent : reason.kind;
};

describe('a bare question word behind an answer', () => {
  it.each([
    ['how much', 'rooms.price'],
    ['And how much is it?', 'rooms.price'],
    ['price?', 'rooms.price'],
    ['when', 'rooms.checkin'],
    ['ok, what time?', 'rooms.checkin'],
    ['where exactly', 'rooms.place'],
    ['多少钱', 'rooms.price'],
    ['大概多少钱呢？', 'rooms.price'],
    ['貴嗎', 'rooms.price'],
    ['什么时候', 'rooms.checkin'],
    ['在哪里啊', 'rooms.place'],
  ])('chooses the button that it fits: %s', (text, intent) => {
    expect(after('travel.rooms', text)).toBe(intent);
  });

  it('chooses what is offered as a further question, too', () => {
    expect(after('repairs.offer', 'how do I do that?')).toBe('repairs.how');
    expect(after('repairs.offer', '怎么弄')).toBe('repairs.how');
  });

  it('is asked of what was answered, where nothing under it fits', () => {
    expect(after('repairs.time', 'how long does it take')).toBe('repairs.time');
    expect(after('repairs.time', '要多久')).toBe('repairs.time');
  });

  it('is told once more what the answer told', () => {
    const telling = (en: string, zh: string) => ({
      answer: { en: { text: en, quickReplies: [], links: [] }, zh: { text: zh, quickReplies: [], links: [] } },
    });
    const wrap = faq('gifts.wrap', ['do you wrap gifts'], ['可以包装吗'], telling('Yes, for €3.50.', '可以，3.5 元。'));
    const slots = faq('visit.slots', ['any free slots'], ['有空位吗'], telling('See the free slots.', '请看空位。'));
    const sew = faq('sewing.offer', ['do you sew'], ['做衣服吗'], telling('It takes 3–5 weeks.', '做一件要 3–5 周。'));
    const own = { book: { ...book, faqs: new Map([wrap, slots, sew].map((one) => [one.intent, one])) } };
    for (const text of ['how much?', '多少钱']) expect(after('gifts.wrap', text, own)).toBe('gifts.wrap');
    for (const text of ['how long?', '要多久']) expect(after('sewing.offer', text, own)).toBe('sewing.offer');
    for (const text of ['how much?', 'how long']) expect(after('visit.slots', text, own)).toBe('unsure');
    expect(after('gifts.wrap', 'how long', own)).toBe('unsure');
  });

  it('fits nothing where no button asks for it, or two do', () => {
    expect(after('travel.rooms', 'how long')).toBe('unsure');
    const two = { ...FAQS[0], ...buttons('rooms.price', 'tours.price') } as Faq;
    const faqs = new Map([...book.faqs, [two.intent, two]]);
    expect(after('travel.rooms', 'how much', { book: { ...book, faqs } })).toBe('unsure');
  });

  it('means what its words surely mean where that is near, and not where it points back', () => {
    const sure = (intent: string) => ({ understand: () => [{ intent, confidence: 0.95 }] });
    expect(after('repairs.how', 'how long', sure('repairs.time'))).toBe('repairs.time');
    expect(after('travel.rooms', 'how much', sure('tours.price'))).toBe('rooms.price');
    expect(after('repairs.time', 'how long does it take', sure('tours.price'))).toBe('repairs.time');
  });

  it('is none with words of its own, or where nothing was answered', () => {
    expect(after('travel.rooms', 'how much is breakfast')).toBe('unsure');
    expect(after('travel.rooms', 'how much', { context: null })).toBe('unsure');
  });
});
