import type { Attachment } from '../../domain/attachment/attachment.ts';
import { ownerSpeaks } from '../../domain/conversation/owner-commands.ts';
import { visitorSpeaks } from '../../domain/conversation/visitor-commands.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP, toCommit } from './stage.ts';

export const uploadContract: Contract = ({ describe, it, expect }, stage) => {
  const file = (id: string): Attachment => ({
    id,
    name: `花瓶 ${id}.png`,
    type: 'image/png',
    bytes: 9,
    width: 3,
    height: 2,
  });
  const bringsIn = (visitor: Visitor, id: string, at = 1_000, from: 'visitor' | 'owner' = 'visitor', most = 9) =>
    stage().store.addUpload(visitor.site, { ...file(id), conversationKey: visitor.key, from, at }, most);
  const sends = async (visitor: Visitor, ids: string[], clientId = stage().uuid()) => {
    const known = await stage().store.findConversationOfVisitor(visitor.site, visitor.key);
    const conversation = known ?? stage().fresh(visitor);
    return toCommit(
      conversation,
      visitorSpeaks(conversation, { text: '', clientId, attachments: ids.map(file) }, 2_000),
    );
  };

  describe('a file of a conversation', () => {
    it('is there before anything was said, and in its message afterwards', async () => {
      const { store } = stage();
      const visitor = await stage().visitor();
      expect(await bringsIn(visitor, 'a')).toBe(true);
      const kept = { ...file('a'), conversationKey: visitor.key, from: 'visitor' as const, at: 1_000 };
      expect(await store.findUpload(SHOP, 'a')).toEqual({ ...kept, seq: null });
      const { conversation } = await stage().commit(await sends(visitor, ['a']));
      expect(await store.findUpload(SHOP, 'a')).toEqual({ ...kept, seq: 1 });
      expect((await store.readLog(conversation.key, { limit: 9 }))[0]?.entry).toMatchObject({
        text: '',
        attachments: [file('a')],
      });
      expect(conversation.preview).toBe('📎 花瓶 a.png');
    });

    it('is sent once: a repeat of the message is its first, and another message with it is refused and changes nothing', async () => {
      const { store } = stage();
      const visitor = await stage().visitor();
      await bringsIn(visitor, 'a');
      await stage().commit(await sends(visitor, ['a'], 'm1'));
      expect((await store.commit(await sends(visitor, ['a'], 'm1'))).kind).toBe('duplicate');
      expect((await store.commit(await sends(visitor, ['a'], 'm2'))).kind).toBe('conflict');
      expect((await stage().conversation(visitor)).lastSeq).toBe(1);
    });

    it('goes in no message of somebody else, of the other side, or where it is missing', async () => {
      const { store } = stage();
      const [visitor, other] = [await stage().visitor(), await stage().visitor()];
      await bringsIn(visitor, 'a');
      await bringsIn(visitor, 'o', 1_000, 'owner');
      for (const commit of [await sends(other, ['a']), await sends(visitor, ['o']), await sends(visitor, ['a', 'z'])]) {
        expect((await store.commit(commit)).kind).toBe('conflict');
      }
      expect(await store.findUpload(SHOP, 'a')).toMatchObject({ seq: null });
      await stage().says(visitor);
      const replied = await stage().act(visitor, (conversation) =>
        ownerSpeaks(conversation, { name: 'Mara', text: '', clientId: 'r', attachments: [file('o')] }, 3_000),
      );
      expect(await store.findUpload(SHOP, 'o')).toMatchObject({ from: 'owner', seq: replied.conversation.lastSeq });
    });

    it('is of one site alone', async () => {
      const { store } = stage();
      const visitor = await stage().visitor();
      await bringsIn(visitor, 'a');
      expect(await store.findUpload(BAKERY, 'a')).toBeNull();
      expect(await store.uploadsOf(BAKERY, [visitor.key])).toEqual([]);
      expect(await store.dropUnsent(BAKERY, 'a')).toBe(false);
      const foreign = { ...file('b'), conversationKey: visitor.key, from: 'visitor' as const, at: 1_000 };
      await expect(store.addUpload(BAKERY, foreign, 9)).rejects.toMatchObject({ kind: 'not_found' });
    });

    it('is refused where a side of a conversation has brought in enough within an hour', async () => {
      const visitor = await stage().visitor();
      expect(await bringsIn(visitor, 'a', 1_000, 'visitor', 2)).toBe(true);
      expect(await bringsIn(visitor, 'b', 2_000, 'visitor', 2)).toBe(true);
      expect(await bringsIn(visitor, 'c', 3_000, 'visitor', 2)).toBe(false);
      expect(await bringsIn(visitor, 'd', 3_000, 'owner', 2)).toBe(true);
      expect(await bringsIn(await stage().visitor(), 'e', 3_000, 'visitor', 2)).toBe(true);
      expect(await bringsIn(visitor, 'f', 3_601_000, 'visitor', 2)).toBe(true);
    });

    it('is forgotten while it is in no message, found again by its age, and never once it was sent', async () => {
      const { store } = stage();
      const visitor = await stage().visitor();
      for (const [id, at] of [
        ['a', 1_000],
        ['b', 2_000],
        ['c', 3_000],
        ['d', 9_000],
      ] as const)
        await bringsIn(visitor, id, at);
      await stage().commit(await sends(visitor, ['a']));
      const unsent = await store.unsentBefore(9_000, 9);
      expect(unsent.map(({ site, upload }) => [site, upload.id])).toEqual([
        [SHOP, 'b'],
        [SHOP, 'c'],
      ]);
      expect(await store.unsentBefore(9_000, 1)).toHaveLength(1);
      expect(await store.dropUnsent(SHOP, 'a')).toBe(false);
      expect(await store.dropUnsent(SHOP, 'b')).toBe(true);
      expect((await store.uploadsOf(SHOP, [visitor.key])).map(({ id }) => id)).toEqual(['a', 'c', 'd']);
    });

    it('goes with a person who is erased', async () => {
      const { store } = stage();
      const [visitor, other] = [await stage().visitor(), await stage().visitor()];
      await bringsIn(visitor, 'a');
      await bringsIn(other, 'b');
      await stage().commit(await sends(visitor, ['a']));
      const { id } = await stage().conversation(visitor);
      const erasure = await store.erasePerson(SHOP, { conversation: id }, { id: 'e', at: 9_000, by: 'Mara' });
      const row = erasure?.rows.find(({ table }) => table === 'upload');
      expect(row).toEqual({ table: 'upload', erased: 1, anonymised: 0 });
      expect(await store.uploadsOf(SHOP, [visitor.key, other.key])).toMatchObject([{ id: 'b' }]);
    });
  });
};
