import type { ConversationNote } from '../../domain/conversation/conversation-note.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

export const noteContract: Contract = ({ describe, it, expect }, stage) => {
  const note = (id: string, at: number, text = `Text ${id}`): ConversationNote => ({ id, by: 'Mara', text, at });
  const talk = async () => {
    const visitor = await stage().visitor();
    await stage().says(visitor, { text: 'hello', at: 1_000 });
    return { visitor, key: (await stage().conversation(visitor)).key };
  };

  describe('a remark beside a conversation', () => {
    it('is there in the order in which it was written, can be changed, and goes when it is dropped', async () => {
      const { store } = stage();
      const { key } = await talk();
      await store.putNote(SHOP, key, note('b', 2_000), 9);
      await store.putNote(SHOP, key, note('a', 3_000), 9);
      await store.putNote(SHOP, key, note('b', 2_000, '“Changed” 改了'), 9);
      expect(await store.notesOf(SHOP, key)).toEqual([note('b', 2_000, '“Changed” 改了'), note('a', 3_000)]);
      expect(await store.dropNote(SHOP, key, 'b')).toBe(true);
      expect(await store.dropNote(SHOP, key, 'b')).toBe(false);
      expect(await store.notesOf(SHOP, key)).toEqual([note('a', 3_000)]);
    });

    it('is of one conversation and one site alone, and there are never more than was said', async () => {
      const { store } = stage();
      const [{ key }, other] = [await talk(), await talk()];
      expect(await store.putNote(SHOP, key, note('a', 2_000), 1)).toBe(true);
      expect(await store.putNote(SHOP, key, note('b', 2_000), 1)).toBe(false);
      expect(await store.putNote(SHOP, other.key, note('a', 2_000, 'Other'), 1)).toBe(true);
      expect(await store.notesOf(BAKERY, key)).toEqual([]);
      expect(await store.dropNote(BAKERY, key, 'a')).toBe(false);
      expect(await store.notesOf(SHOP, key)).toEqual([note('a', 2_000)]);
    });

    it('adds nothing to the log, and goes with a person who is erased', async () => {
      const { store } = stage();
      const [{ key, visitor }, other] = [await talk(), await talk()];
      await store.putNote(SHOP, key, note('a', 2_000), 9);
      await store.putNote(SHOP, other.key, note('b', 2_000), 9);
      const { id, lastSeq } = await stage().conversation(visitor);
      expect(lastSeq).toBe(1);
      await store.erasePerson(SHOP, { conversation: id }, { id: 'e', at: 9_000, by: 'Mara' });
      expect(await store.notesOf(SHOP, key)).toEqual([]);
      expect(await store.notesOf(SHOP, other.key)).toEqual([note('b', 2_000)]);
    });

    it('goes with a conversation that has become too old', async () => {
      const { store } = stage();
      const { key, visitor } = await talk();
      await store.putNote(SHOP, key, note('a', 2_000), 9);
      await stage().closes(visitor, 3_000);
      for (let gone = -1; gone !== 0;) gone = await store.expire(SHOP, 'messages', 50_000, 90_000);
      expect(await store.notesOf(SHOP, key)).toEqual([]);
    });
  });
};
