import { describe, expect, it } from '@jest/globals';
import { findPlainly } from '../../../testing/form-talk.ts';
import { replyInput } from '../../../testing/reply-input.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { BUILT_IN } from '../../faq.ts';
import { decideReply } from '../decide-reply.ts';
import { formBook } from '../forms/form-book.ts';
import type { FormState } from '../forms/form-state.ts';

const REPAIR = sampleForm('repair', [sampleSlot('email', { type: 'email' })]);
const said = (value: string) => ({ value, from: 'said' as const });

function face(text: string, asking: 'email' | 'confirm') {
  const slots: FormState['slots'] = asking === 'email' ? {} : { email: said('a@b.example') };
  const form = { form: 'repair', slots, skipped: [], asking, bad: 0, prompts: {}, next: [], at: 1_000_000 };
  const forms = () => ({
    known: () => undefined,
    offered: () => [],
    verified: false,
    timeZone: 'UTC',
    find: findPlainly,
  });
  return decideReply(replyInput({ text, form, forms, formBook: formBook([REPAIR]) }));
}

describe('a message of faces alone, while a form asks', () => {
  it('is heard in anger, and the question stands', () => {
    const reply = face('😡😡', 'email');
    expect(reply.text).toMatch(/^I'm sorry that something went wrong.*\n\nWhich email\?$/s);
    expect(reply.form).toMatchObject({ asking: 'email', bad: 0 });
  });

  it('is thanked for in kindness, and is no address that is written badly', () => {
    expect(face('❤️', 'email').text).toBe("You're welcome!\n\nWhich email?");
  });

  it('says yes with a thumb under what would be sent', () => {
    for (const thumb of ['👍', '👍🏽', '👌 👍']) expect(face(thumb, 'confirm').tickets).toHaveLength(1);
    expect(face('❤️', 'confirm').tickets).toBeUndefined();
  });

  it('calls nobody by itself', () => {
    expect(face('😡', 'email').handoff).toBeNull();
    expect(face('😡', 'email').quickReplies.every(({ intent }) => intent !== BUILT_IN.insult)).toBe(true);
  });
});
