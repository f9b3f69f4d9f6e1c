import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import type { InputChange } from '../../../testing/reply-input.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { DEFAULT_COMPLAINTS } from '../../complaint/complaint-policy.ts';
import { PLAIN_VOICE } from '../../voice.ts';
import { decideReply } from '../decide-reply.ts';
import { formBook } from '../forms/form-book.ts';
import { botTexts } from '../texts/voiced-texts.ts';

const localeOf = (text: string) => (/\p{Script=Han}/u.test(text) ? ('zh' as const) : ('en' as const));
/** To who listens for moods alone, all of this is a complaint. */
const reply = (text: string, change: InputChange = {}) =>
  decideReply(
    replyInput({
      text,
      locale: localeOf(text),
      complaints: { policy: DEFAULT_COMPLAINTS, mood: () => 'angry', deadlineText: () => 'Friday' },
      ...change,
    }),
  );
const said = (text: string) => botTexts(PLAIN_VOICE, localeOf(text)).apologised;

describe('who takes back how they said something', () => {
  it.each([
    'ok sorry that was rude',
    "I'm sorry, I was a bit harsh earlier",
    'Sorry about that.',
    'sorry for shouting at you',
    "oh sorry, I didn't mean it like that",
    'I apologise for my language, I was just frustrated',
    'that was mean of me',
    "sorry I shouldn't have said that",
    'my bad',
    '对不起，刚才态度不好',
    '不好意思刚刚说话太冲了',
    '抱歉，我刚才有点激动',
    '抱歉刚才骂你了',
  ])('is told that no harm is done, and has complained of nothing: %s', (text) => {
    const { tickets, unsureStreak, ...told } = reply(text, { unsureStreak: 1 });
    expect(told).toMatchObject({ text: said(text), reason: { kind: 'small_talk' } });
    expect({ tickets, unsureStreak }).toEqual({ tickets: undefined, unsureStreak: 1 });
  });

  it.each([
    'sorry but my parcel is still not here',
    'I was treated in a rude way',
    'sorry, that was rude of your driver',
    'sorry, I was charged twice',
    'that was mean of your courier',
    'your staff should apologise',
    '不好意思，我的包裹还没到',
    '你们客服态度不好',
  ])('is not who says sorry for something else: %s', (text) => {
    expect(reply(text).text).not.toBe(said(text));
  });

  it('is asked again for what a form wants to know, and has told nothing to it', () => {
    const book = formBook([sampleForm('repair', [sampleSlot('what')])]);
    const form = {
      form: 'repair',
      slots: {},
      skipped: [],
      asking: 'what',
      bad: 0,
      prompts: {},
      next: [],
      at: 1_000_000,
    };
    const told = reply('sorry, that was rude', { form, formBook: book });
    expect(told.text).toBe('No harm done!\n\nWhich what?');
    expect(told.form?.slots).toEqual({});
  });
});
