import { describe, expect, it } from '@jest/globals';
import { BOOK, COST, NOW, say } from '../../../testing/short-talk.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { NOTHING_YET } from '../dialogue-context.ts';
import { formBook } from '../forms/form-book.ts';

const FORM = sampleForm('bug', [sampleSlot('what', { fromOpening: true }), sampleSlot('email', { type: 'email' })], {
  startedBy: [COST.intent],
});
const context = { ...NOTHING_YET, intents: [COST.intent], words: 'your app keeps crashing', at: NOW };
const reply = (text: string, change: object = {}) =>
  say(
    text,
    { [text]: { [COST.intent]: 0.95 } },
    { formBook: formBook([FORM]), book: BOOK, context, now: NOW, ...change },
  );

describe('who tells more of what the bot asked them to write', () => {
  it.each(['when I click export it just dies', 'the export never ends', '一点导出页面就卡死'])(
    'is not told the same once more, but asked on, with both messages noted: %s',
    (words) => {
      const { form, text } = reply(words);
      expect(form?.slots['what']?.value).toBe(`your app keeps crashing\n${words}`);
      expect(text).toContain('Which email?');
    },
  );

  it('is answered where something is asked, little is told, a request is open, or something else was answered', () => {
    const answer = COST.answer.en?.text;
    expect(reply('what does the export do?').text).toBe(answer);
    expect(reply('crashing').text).toBe(answer);
    expect(reply('the export never ends', { ticket: 'SHOP-T1' }).form).toBeUndefined();
    expect(reply('the export never ends', { context: { ...context, intents: ['shop.hours'] } }).form).toBeUndefined();
  });
});
