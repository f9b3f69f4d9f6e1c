import { describe, expect, it } from '@jest/globals';
import { actionForm } from '../../action/action-form.ts';
import { say, texts } from '../../../testing/short-talk.ts';
import { sampleForm, VISIT_FORM } from '../../../testing/sample-forms.ts';
import { formBook } from '../forms/form-book.ts';

const BOOK = 'visit.start';
const change = actionForm({
  kind: 'change-booking',
  name: 'change',
  title: { en: 'Move or cancel', zh: '改期或取消' },
  intents: ['visit.change'],
  offeredUnder: [],
  slots: null,
  fallback: {},
});
const book = formBook([{ ...VISIT_FORM, startedBy: [BOOK] }, change]);
const told = (text: string, locale: 'en' | 'zh' = 'en', known: Record<string, number> = { [BOOK]: 0.96 }, of = book) =>
  say(text, { [text]: known }, { locale, formBook: of });

describe('who tells of an appointment that they have', () => {
  it.each([
    'I have an appointment on Thursday',
    "we've got a booking for tomorrow at 3",
    'my daughter has a check-up on Monday',
    'my appointment is tomorrow',
    "I'm booked in for 10:20",
    'I already have an appointment with Dr. Wolf',
  ])('begins no other one, and is asked what about it: "%s"', (text) => {
    expect(told(text)).toMatchObject({
      text: texts.aboutBooking,
      quickReplies: [{ label: 'Move or cancel', intent: 'solodesk.form.begin.change' }],
    });
    expect(told(text).form).toBeUndefined();
    // Nor does the day move what is booked.
    expect(told(text, 'en', { 'visit.change': 0.9 }).text).toBe(texts.aboutBooking);
    expect(told(text, 'en', {}).text).toBe(texts.aboutBooking);
  });

  it.each(['我周四有个预约', '我约了周五上午', '我已经预约好了', '我妈明天上午有个预约', '我挂了周三的号'])(
    'is asked in Chinese: %s',
    (text) => {
      const { text: said, quickReplies, form } = told(text, 'zh');
      expect(said).toBe('好的。您是想改动预约，还是想了解什么？');
      expect(quickReplies.map(({ label }) => label)).toEqual(['改期或取消']);
      expect(form).toBeUndefined();
    },
  );

  it.each([
    'can I have an appointment on Thursday',
    "I'd like to have an appointment",
    'I have a toothache and need an appointment',
    'I have an appointment on Thursday and need another one',
    'do I have an appointment on Thursday?',
    'I have no appointment yet',
    'I want an appointment',
  ])('is another than who wants one: "%s"', (text) => {
    expect(told(text).text).not.toBe(texts.aboutBooking);
  });

  it.each(['我想周四预约', '我没有预约', '有没有周四的号', '我想改一下周四的预约', '我有个订单号', '帮我约周四'])(
    'is another than who wants one: %s',
    (text) => {
      expect(told(text, 'zh').text).not.toBe('好的。您是想改动预约，还是想了解什么？');
    },
  );

  it('is answered where the words are near to a question, and asked nothing where nothing can be booked', () => {
    const text = 'I have an appointment on Thursday';
    expect(told(text, 'en', { 'shop.hours': 0.9 }).text).toBe('Nine to five.');
    expect(told(text, 'en', {}, formBook([sampleForm('return', [])])).text).toBe(texts.unsure);
  });
});
