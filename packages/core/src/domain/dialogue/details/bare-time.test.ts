import { describe, expect, it } from '@jest/globals';
import type { Entity } from '../../entity.ts';
import { replyInput } from '../../../testing/reply-input.ts';
import { RETURN_FORM, VISIT_FORM, sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { RETURNS } from '../../../testing/test-desk.ts';
import { decideReply } from '../decide-reply.ts';
import { formBook } from '../forms/form-book.ts';
import { NOTHING_KNOWN } from '../forms/forms-input.ts';

const TABLE_FORM = sampleForm('table', [sampleSlot('day', { type: 'date', withTime: true })]);
const TIME = /tomorrow half 3\b|tomorrow at 3 ?pm|tomorrow|明天下午三点/i;
const find = (text: string): Entity[] => {
  const match = TIME.exec(text);
  if (match === null) return [];
  const [said] = match;
  const timeIsCertain = /3|三/.test(said);
  const place = { start: match.index, end: match.index + said.length, text: said };
  return [{ kind: 'date', value: '1970-01-02T15:00:00Z', timeIsCertain, ...place }];
};
const reply = (text: string, locale: 'en' | 'zh' = 'en', other = VISIT_FORM) =>
  decideReply(
    replyInput({
      text,
      locale,
      // Whatever is near to the words by themselves.
      understand: () => [{ intent: RETURNS.intent, confidence: 0.85 }],
      formBook: formBook([other, TABLE_FORM]),
      forms: () => ({ ...NOTHING_KNOWN, find }),
    }),
  );

describe('a message that names a time of day and says nothing else', () => {
  it('is asked what it is about, is kept, and can begin what takes a time', () => {
    const { text, quickReplies, context, reason } = reply('Tomorrow at 3pm.');
    expect(text).toBe("I've noted Tomorrow at 3pm. What is it about?");
    expect(reason.guesses).toEqual([]);
    expect(quickReplies.map(({ intent }) => intent)).toEqual(['solodesk.form.begin.table', 'solodesk.person']);
    expect(context?.named).toEqual([{ kind: 'date', value: '1970-01-02T15:00:00Z' }]);
    expect(reply('明天下午三点', 'zh').text).toBe('我记下了明天下午三点。请问是什么事？');
  });

  it.each(['how about tomorrow at 3pm for me?', 'can I come tomorrow at 3pm', 'Are you free tomorrow at 3pm?'])(
    'is asked what it is about where it asks for that time, and something takes one: %s',
    (text) => {
      expect(reply(text).text).toBe("I've noted tomorrow at 3pm. What is it about?");
      const none = decideReply(replyInput({ text, forms: () => ({ ...NOTHING_KNOWN, find }) }));
      expect(none.reason.kind).toBe('unsure');
    },
  );

  it('may ask for it by its mark alone', () => {
    expect(reply('tomorrow half 3?').text).toBe("I've noted tomorrow half 3. What is it about?");
  });

  it('is not kept where forms want different parts of it', () => {
    const { quickReplies, context } = reply('tomorrow at 3pm', 'en', RETURN_FORM);
    expect(quickReplies).toHaveLength(3);
    expect(context?.named).toEqual([]);
  });

  it.each(['does it arrive tomorrow at 3pm', 'tomorrow', 'send it tomorrow at 3pm', 'at 3'])(
    'is none where it asks, says more, or names no time of day: %s',
    (text) => {
      expect(reply(text).text).toBe(RETURNS.answer?.en?.text);
    },
  );
});
