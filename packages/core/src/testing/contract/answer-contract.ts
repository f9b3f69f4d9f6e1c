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
};
