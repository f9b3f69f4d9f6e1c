import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import type { InputChange } from '../../../testing/reply-input.ts';
import { RETURNS } from '../../../testing/test-desk.ts';
import { DEFAULT_COMPLAINTS } from '../../complaint/complaint-policy.ts';
import { BUILT_IN } from '../../faq.ts';
import { PLAIN_VOICE } from '../../voice.ts';
import { decideReply } from '../decide-reply.ts';
import { formBook } from '../forms/form-book.ts';

const BITTER = 'This is unacceptable, my return was ignored for the third time';

function reply(text: string, change: InputChange = {}) {
  const asked = { moods: 0 };
  const complaints = {
    policy: DEFAULT_COMPLAINTS,
    mood: () => ((asked.moods += 1), 'unhappy' as const),
    deadlineText: () => 'Friday 12:00',
  };
  const understand = () => [{ intent: RETURNS.intent, confidence: 0.95 }];
  const said = decideReply(replyInput({ text, complaints, formBook: formBook([]), understand, ...change }));
  return { ...said, ...asked };
}

describe('a complaint in a conversation', () => {
  it('is answered with regret, a deadline and one question, whatever else was understood', () => {
    const said = reply(BITTER);
    expect(said.text).toMatch(
      /^I'm very sorry about this. I've passed it on to Mara as a complaint, and you'll have an answer by Friday 12:00\./,
    );
    expect(said.text).not.toContain('Within 30 days');
    expect(said.text.match(/\?/g)).toHaveLength(1);
    expect(said.reason).toMatchObject({ kind: 'complaint', guesses: [{ intent: RETURNS.intent }] });
    expect(said.form).toMatchObject({ form: 'complaint', slots: { details: { value: BITTER } } });
  });

  it('is a ticket at once, with the words and what is still missing', () => {
    expect(reply(BITTER).tickets).toEqual([
      {
        category: 'complaint',
        form: 'complaint',
        subject: BITTER,
        details: [{ slot: 'details', label: 'What happened', value: BITTER, sensitive: false }],
        contact: {},
        missing: ['email'],
        locale: 'en',
        complaint: true,
      },
    ]);
  });

  it('is met in Chinese, as the site addresses its customers, and formally where it is formal', () => {
    const zh = reply('太过分了，我要投诉', { locale: 'zh', voice: { ...PLAIN_VOICE, address: '你' } });
    expect(zh.text).toMatch(/^非常抱歉给你带来了不好的体验。我已经把你的投诉转给 Mara/);
    expect(zh.tickets?.[0]).toMatchObject({ details: [{ label: '事情经过' }], locale: 'zh' });
    expect(reply(BITTER, { voice: { ...PLAIN_VOICE, tone: 'formal' } }).text).toMatch(/^I am very sorry about this\./);
  });

  it('is a ticket also while the site has not been learned, when there is no form to ask', () => {
    const said = reply(BITTER, { formBook: null, understand: () => [], book: null });
    expect(said.tickets).toHaveLength(1);
    expect(said.form).toBeUndefined();
    expect(said.quickReplies).toEqual([]);
  });

  it('leaves questions, small talk and the wish for a person as they are', () => {
    expect(reply('can I send it back').text).toBe('Within 30 days.');
    expect(reply('The mug is broken, can I return it?').reason.kind).toBe('answered');
    const person = { understand: () => [{ intent: BUILT_IN.person, confidence: 0.99 }] };
    expect(reply('I want to speak to your manager', person).reason.kind).toBe('handed_off');
    expect(
      reply('You stupid machine', { understand: () => [{ intent: BUILT_IN.insult, confidence: 0.99 }] }).reason.kind,
    ).toBe('small_talk');
  });

  it('is not made of a question that is surely answered by a bad mood alone, but by anger it is', () => {
    const text = 'I am still waiting for my refund';
    const inMood = (mood: 'unhappy' | 'angry', confidence: number) => {
      const complaints = { policy: DEFAULT_COMPLAINTS, mood: () => mood, deadlineText: () => 'Friday 12:00' };
      return reply(text, { complaints, understand: () => [{ intent: RETURNS.intent, confidence }] }).reason.kind;
    };
    expect(inMood('unhappy', 0.95)).toBe('answered');
    expect(inMood('unhappy', 0.1)).toBe('complaint');
    expect(inMood('angry', 0.95)).toBe('complaint');
  });

  it('reads no mood of an ordinary message, and does not begin anew while its form is open', () => {
    expect(reply('can I send it back').moods).toBe(0);
    const { form } = reply(BITTER);
    const answer = reply('It is a disgrace, the vase was broken', { form: form ?? null, understand: () => [] });
    expect(answer.tickets).toBeUndefined();
    expect(answer.reason.kind).toBe('form');
  });

  it('is kept when its questions are cancelled', () => {
    const { form } = reply(BITTER);
    const kept = reply('cancel', { form: form ? { ...form, ticket: 17 } : null, understand: () => [] });
    expect(kept.text).toContain('is kept (Complaint)');
    expect(kept.text).not.toContain('Nothing was sent');
  });
});
