import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import { RETURN_FORM } from '../../../testing/sample-forms.ts';
import { decideReply } from '../decide-reply.ts';
import { formBook } from '../forms/form-book.ts';
import type { FormState } from '../forms/form-state.ts';

const handoff = (text: string, locale: 'en' | 'zh' = 'en') => decideReply(replyInput({ text, locale })).handoff;

describe('who asks to be called or written to', () => {
  it('is for a person, with the number or the address', () => {
    for (const text of ['call me back 030 1234567', 'Please e-mail me: ann@b.example', 'give me a call, 555 1234']) {
      expect([text, handoff(text)]).toEqual([text, 'asked']);
    }
    for (const text of ['请给我回个电话 13800138000', '联系我 ann@b.example']) {
      expect([text, handoff(text, 'zh')]).toEqual([text, 'asked']);
    }
  });

  it('is for a person under the summary of a form, too, which waits', () => {
    const value = { value: 'x', from: 'said' } as const;
    const slots = { order: value, reason: { ...value, value: 'broken' }, email: { ...value, value: 'ann@b.example' } };
    const form: FormState = {
      ...{ form: 'return', slots, skipped: ['day'], asking: 'confirm', bad: 0, prompts: {}, next: [], at: 1_000_000 },
    };
    const reply = (text: string) => decideReply(replyInput({ text, form, formBook: formBook([RETURN_FORM]) }));
    expect(reply('call me back 030 1234567')).toMatchObject({ handoff: 'asked' });
    expect(reply('call me back 030 1234567').form).toBeUndefined();
    expect(reply('hm')).toMatchObject({ handoff: null, form: { asking: 'confirm', bad: 1 } });
  });

  it('is not meant by who names no way to do it, or asks for nothing', () => {
    for (const text of ['can you call me?', 'my number is 030 1234567']) {
      expect([text, handoff(text)]).toEqual([text, null]);
    }
  });
});
