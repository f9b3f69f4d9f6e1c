import { close } from '../../domain/conversation/owner-commands.ts';
import type { FormState } from '../../domain/dialogue/forms/form-state.ts';
import type { Contract } from './contract.ts';

const FORM: FormState = {
  form: 'return',
  slots: { order: { value: 'TL-1042', from: 'said' }, product: { value: 'tee', shown: '亚麻“T恤” 👕', from: 'known' } },
  skipped: ['phone'],
  asking: 'reason',
  bad: 2,
  prompts: { reason: 1 },
  next: [{ form: 'damage', words: '还有一个\n坏了' }],
  at: 2_000,
};

export const formContract: Contract = ({ describe, it, expect }, stage) => {
  describe('an open form', () => {
    it('is kept with its conversation as it is, and found again on every way', async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor);
      const { conversation } = await stage().botAnswers(visitor, { form: FORM });
      expect(conversation.form).toEqual(FORM);
      expect((await stage().conversation(visitor)).form).toEqual(FORM);
      expect((await stage().store.findConversation(visitor.site, conversation.id))?.conversation.form).toEqual(FORM);
      expect((await stage().store.open(visitor.site))[0]?.form).toEqual(FORM);
    });

    it('stays while messages come and answers go that say nothing of it', async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor);
      await stage().botAnswers(visitor, { form: FORM });
      await stage().says(visitor, { text: 'how long does it take?', at: 3_000 });
      await stage().botAnswers(visitor, {}, 4_000);
      expect((await stage().conversation(visitor)).form).toEqual(FORM);
      await stage().ownerAnswers(visitor, { at: 5_000 });
      const rests = { ...FORM, asking: 'resume', bad: 0 };
      expect((await stage().conversation(visitor)).form).toEqual(rests);
    });

    it('takes its next state, and is gone when it has ended', async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor);
      await stage().botAnswers(visitor, { form: FORM });
      await stage().says(visitor, { at: 3_000 });
      const next = { ...FORM, asking: 'confirm', at: 4_000 };
      await stage().botAnswers(visitor, { form: next }, 4_000);
      expect((await stage().conversation(visitor)).form).toEqual(next);
      await stage().says(visitor, { at: 5_000 });
      await stage().botAnswers(visitor, { form: null }, 6_000);
      expect((await stage().conversation(visitor)).form).toBeNull();
    });

    it('waits for who was merely away, and ends with a conversation that somebody ended', async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor);
      await stage().botAnswers(visitor, { form: FORM });
      await stage().act(visitor, (conversation) => close(conversation, 'idle', 90_000_000));
      expect((await stage().conversation(visitor)).form).toEqual(FORM);
      await stage().says(visitor, { at: 600_000_000 });
      await stage().act(visitor, (conversation) => close(conversation, 'visitor', 600_001_000, stage().uuid()));
      expect((await stage().conversation(visitor)).form).toBeNull();
    });

    it('may belong to the first thing that is stored of a conversation', async () => {
      const visitor = await stage().visitor();
      const message = await stage().message(visitor);
      await stage().commit({ ...message, next: { ...message.next, form: FORM } });
      expect((await stage().conversation(visitor)).form).toEqual(FORM);
    });

    it('puts what its message asks for into the log', async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor);
      const ask = { slot: 'day', type: 'date', purpose: '为了安排时间', min: '2026-12-01', max: '2026-12-31' } as const;
      const { conversation } = await stage().botAnswers(visitor, { form: FORM, ask });
      const [event] = await stage().store.readLog(conversation.key, { after: 1, limit: 1 });
      expect(event?.entry).toEqual({ type: 'bot_message', text: 'Within 30 days.', replyTo: 1, ask });
    });
  });
};
