import type { CannedReply } from '../../domain/conversation/canned-reply.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

export const cannedReplyContract: Contract = ({ describe, it, expect }, stage) => {
  const reply = (id: string, at: number, texts: CannedReply['texts'] = { en: `Text ${id}` }): CannedReply => ({
    ...{ id, name: `Name ${id}`, texts, at },
  });

  describe('what the owner keeps to be said again', () => {
    it('is there in the order in which it was kept first, in its languages, whatever is changed about it', async () => {
      const { store } = stage();
      await store.putCannedReply(SHOP, reply('b', 1_000, { en: 'Hello {name}', zh: '您好，{name}' }), 9);
      await store.putCannedReply(SHOP, reply('a', 2_000), 9);
      expect(await store.putCannedReply(SHOP, reply('b', 3_000, { zh: '“好”\n的' }), 9)).toBe(true);
      expect(await store.cannedReplies(SHOP)).toEqual([reply('b', 1_000, { zh: '“好”\n的' }), reply('a', 2_000)]);
    });

    it('is one site’s alone, goes when it is dropped, and is never more than was said', async () => {
      const { store } = stage();
      expect(await store.putCannedReply(SHOP, reply('a', 1_000), 1)).toBe(true);
      expect(await store.putCannedReply(SHOP, reply('b', 1_000), 1)).toBe(false);
      expect(await store.putCannedReply(BAKERY, reply('b', 1_000), 1)).toBe(true);
      expect(await store.dropCannedReply(SHOP, 'b')).toBe(false);
      expect(await store.dropCannedReply(SHOP, 'a')).toBe(true);
      expect(await store.cannedReplies(SHOP)).toEqual([]);
      expect(await store.cannedReplies(BAKERY)).toEqual([reply('b', 1_000)]);
      expect(await store.cannedReplies('elsewhere')).toEqual([]);
    });
  });
};
