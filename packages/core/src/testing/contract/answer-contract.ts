import type { BotReply } from '../../domain/conversation/bot-commands.ts';
import type { BotReason } from '../../domain/conversation/log-event.ts';
import { visitorSpeaks } from '../../domain/conversation/visitor-commands.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

export const answerContract: Contract = ({ describe, it, expect }, stage) => {
  describe('what the owner answered', () => {
    it('is the first word after a visitor’s, the newest first, of one site alone', async () => {
      const { store } = stage();
      const [one, two] = [await stage().visitor(), await stage().visitor()];
      await stage().says(one, { text: 'Do you ship to Norway?', at: 1_000 });
      await stage().ownerAnswers(one, { text: 'Yes.', at: 2_000 });
      await stage().ownerAnswers(one, { text: 'In five days.', at: 3_000 });
      await stage().says(two, { text: '可以退货吗', at: 4_000 });
      await stage().ownerAnswers(two, { text: '可以。', at: 5_000 });
      const found = (await store.earlierAnswers(SHOP, 9)).map(({ question, answer, at }) => ({ question, answer, at }));
      expect(found).toEqual([
        { question: '可以退货吗', answer: '可以。', at: 5_000 },
        { question: 'Do you ship to Norway?', answer: 'Yes.', at: 2_000 },
      ]);
      expect(await store.earlierAnswers(SHOP, 1)).toHaveLength(1);
      expect(await store.earlierAnswers(BAKERY, 9)).toEqual([]);
    });
  });

  describe('what the bot made of visitors’ questions', () => {
    const asks = async (kind: BotReason['kind'], more: Partial<BotReason> = {}, change: Partial<BotReply> = {}) => {
      const visitor = await stage().visitor();
      await stage().says(visitor);
      await stage().botAnswers(visitor, { reason: { kind, guesses: [], ...more }, ...change });
      return visitor;
    };
    const counts = (limit = 99, site = SHOP) => stage().store.replyOutcomes(site, limit);

    it('is counted: answered, asked back, not known, of one site alone', async () => {
      for (const kind of ['answered', 'answered', 'suggested', 'unsure', 'pointed'] as const) await asks(kind);
      await asks('handed_off', {}, { handoff: 'unsure' });
      expect(await counts()).toEqual({ answered: 2, askedBack: 1, unknown: 3 });
      expect(await counts(99, BAKERY)).toEqual({ answered: 0, askedBack: 0, unknown: 0 });
    });

    it('leaves out what was no question to the FAQs: small talk, forms, who wants a person, what the owner leaves to one', async () => {
      for (const kind of ['small_talk', 'form', 'resumed'] as const) await asks(kind);
      await asks('handed_off', {}, { handoff: 'asked' });
      await asks('unsure', { outOfScope: true });
      await asks('unsure', { declined: true });
      expect(await counts()).toEqual({ answered: 0, askedBack: 0, unknown: 0 });
    });

    it('counts what was typed and no button, and the last of it', async () => {
      await asks('unsure');
      const visitor = await asks('answered');
      await stage().act(visitor, (conversation) =>
        visitorSpeaks(conversation, { text: 'Returns', clientId: stage().uuid(), intent: 'returns' }, 5_000),
      );
      await stage().botAnswers(visitor, { reason: { kind: 'answered', guesses: [] } });
      expect(await counts()).toEqual({ answered: 1, askedBack: 0, unknown: 1 });
      expect(await counts(2)).toEqual({ answered: 1, askedBack: 0, unknown: 0 });
    });
  });
};
