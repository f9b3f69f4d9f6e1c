import { close, ownerSpeaks } from '../../domain/conversation/owner-commands.ts';
import type { Contract } from './contract.ts';
import { seqs, toCommit } from './stage.ts';

export const repeatContract: Contract = ({ describe, it, expect }, stage) => {
  describe('a repeated client id', () => {
    it('of the same visitor resolves to the first event and stores nothing', async () => {
      const visitor = await stage().visitor();
      const first = await stage().says(visitor, { text: 'once', clientId: 'same' });
      await stage().botAnswers(visitor);
      const before = await stage().conversation(visitor);
      const repeat = await stage().store.commit(await stage().message(visitor, { text: 'once', clientId: 'same' }));
      expect(repeat).toEqual({ kind: 'duplicate', conversation: before, event: first.events[0] });
      expect(await stage().conversation(visitor)).toEqual(before);
      expect(await stage().store.readLog(before.key, { limit: 9 })).toHaveLength(2);
    });

    it('is recognised even if it was decided on an older version', async () => {
      const visitor = await stage().visitor();
      const message = await stage().message(visitor, { clientId: 'same' });
      await stage().commit(message);
      expect(await stage().store.commit(message)).toMatchObject({ kind: 'duplicate', event: { seq: 1 } });
    });

    it('is recognised among commits that are given at once', async () => {
      const visitor = await stage().visitor();
      const message = await stage().message(visitor, { clientId: 'same' });
      const outcomes = await Promise.all([message, message, message].map((commit) => stage().store.commit(commit)));
      expect(outcomes.map((outcome) => outcome.kind)).toEqual(['committed', 'duplicate', 'duplicate']);
      expect((await stage().conversation(visitor)).lastSeq).toBe(1);
    });

    it('does not lose the "reopened" of its neighbour, nor add one of its own', async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor, { clientId: 'same' });
      await stage().closes(visitor);
      const outcome = await stage().store.commit(await stage().message(visitor, { clientId: 'same', at: 9_000 }));
      expect(outcome).toMatchObject({ kind: 'duplicate', event: { seq: 1 }, conversation: { state: 'closed' } });
      const { key } = await stage().conversation(visitor);
      expect(seqs(await stage().store.readLog(key, { limit: 9 }))).toEqual([1, 2]);
      await stage().says(visitor, { clientId: 'other', at: 9_000 });
      expect(seqs(await stage().store.readLog(key, { limit: 9 }))).toEqual([1, 2, 3, 4]);
    });

    it('of two visitors is two messages', async () => {
      const [one, other] = await Promise.all([stage().visitor(), stage().visitor()]);
      await stage().says(one, { clientId: 'same' });
      await stage().says(other, { clientId: 'same' });
      expect((await stage().conversation(other)).lastSeq).toBe(1);
    });

    it("of an owner's reply resolves to the first reply", async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor);
      const first = await stage().ownerAnswers(visitor, { text: 'Coming!', clientId: 'reply' });
      const conversation = await stage().conversation(visitor);
      const again = ownerSpeaks(conversation, { name: 'Mara', text: 'Coming!', clientId: 'reply' }, 9_000);
      const outcome = await stage().store.commit(toCommit(conversation, again));
      expect(outcome).toEqual({ kind: 'duplicate', conversation, event: first.events[1] });
    });

    it('of an "end chat" resolves to the first end, whatever was decided on and whatever came since', async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor);
      const open = await stage().conversation(visitor);
      const end = toCommit(open, close(open, 'visitor', 5_000, 'end')!);
      const { events } = await stage().commit(end);
      expect(events).toMatchObject([{ seq: 2, entry: { type: 'closed', by: 'visitor', clientId: 'end' } }]);
      expect(await stage().store.commit(end)).toMatchObject({ kind: 'duplicate', event: events[0] });
      await stage().says(visitor, { at: 6_000 });
      const again = await stage().conversation(visitor);
      const repeat = await stage().store.commit(toCommit(again, close(again, 'visitor', 7_000, 'end')!));
      expect(repeat).toEqual({ kind: 'duplicate', conversation: again, event: events[0] });
      expect(await stage().store.findEnd(again.key, 'end')).toEqual(events[0]);
      expect(await stage().store.findEnd(again.key, 'other')).toBeNull();
      const other = await stage().visitor();
      await stage().says(other);
      expect(await stage().store.findEnd((await stage().conversation(other)).key, 'end')).toBeNull();
    });

    it("of the owner's is not taken for the visitor's own", async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor);
      await stage().ownerAnswers(visitor, { clientId: 'shared' });
      const { events } = await stage().says(visitor, { clientId: 'shared', at: 9_000 });
      expect(events[0]).toMatchObject({ seq: 4, entry: { type: 'visitor_message' } });
    });
  });
};
