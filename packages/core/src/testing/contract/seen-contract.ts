import type { Contract } from './contract.ts';

export const seenContract: Contract = ({ describe, it, expect }, stage) => {
  describe('seen marks', () => {
    it('only rise', async () => {
      const { key } = await stage().saysOften(await stage().visitor(), 5);
      const { store } = stage();
      expect(await store.markSeen(key, 'visitor', 3)).toMatchObject({ visitorSeenSeq: 3, ownerSeenSeq: 0 });
      expect(await store.markSeen(key, 'visitor', 2)).toMatchObject({ visitorSeenSeq: 3 });
      expect(await store.markSeen(key, 'owner', 4)).toMatchObject({ visitorSeenSeq: 3, ownerSeenSeq: 4 });
      expect(await store.markSeen(key, 'owner', 1)).toMatchObject({ visitorSeenSeq: 3, ownerSeenSeq: 4 });
    });

    it('never pass the end of the log', async () => {
      const { key } = await stage().saysOften(await stage().visitor(), 2);
      expect(await stage().store.markSeen(key, 'owner', 99)).toMatchObject({ ownerSeenSeq: 2, unread: 0 });
      expect(await stage().store.markSeen(key, 'visitor', 99)).toMatchObject({ visitorSeenSeq: 2 });
    });

    it("of the owner count anew which of the visitor's messages are unread", async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor);
      await stage().botAnswers(visitor);
      await stage().says(visitor, { at: 3_000 });
      const { conversation } = await stage().says(visitor, { at: 4_000 });
      expect(conversation.unread).toBe(3);
      expect(await stage().store.markSeen(conversation.key, 'owner', 2)).toMatchObject({ unread: 2 });
      expect(await stage().store.markSeen(conversation.key, 'owner', 3)).toMatchObject({ unread: 1 });
      expect((await stage().conversation(visitor)).unread).toBe(1);
    });

    it('of the visitor leave the count alone', async () => {
      const { key } = await stage().saysOften(await stage().visitor(), 2);
      expect(await stage().store.markSeen(key, 'visitor', 2)).toMatchObject({ unread: 2 });
    });

    it('are no conflict for a decision that was made before, and are not lowered by it', async () => {
      const visitor = await stage().visitor();
      const { key, version } = await stage().saysOften(visitor, 3);
      const decided = await stage().message(visitor, { at: 900_000 });
      expect(await stage().store.markSeen(key, 'owner', 3)).toMatchObject({ version, unread: 0 });
      await stage().store.markSeen(key, 'visitor', 2);
      const { conversation } = await stage().commit(decided);
      expect(conversation).toMatchObject({ lastSeq: 4, ownerSeenSeq: 3, visitorSeenSeq: 2, unread: 1 });
      expect(await stage().conversation(visitor)).toEqual(conversation);
    });

    it('of a conversation that is not there are null', async () => {
      expect(await stage().store.markSeen(999, 'owner', 1)).toBeNull();
    });
  });
};
