import type { Contract } from './contract.ts';
import { botReply, seqs } from './stage.ts';

export const logContract: Contract = ({ describe, it, expect }, stage) => {
  describe('a log', () => {
    const tenMessages = async () => (await stage().saysOften(await stage().visitor(), 10)).key;

    it('gives its newest events, ascending', async () => {
      const key = await tenMessages();
      expect(seqs(await stage().store.readLog(key, { limit: 3 }))).toEqual([8, 9, 10]);
      expect(seqs(await stage().store.readLog(key, { limit: 100 }))).toHaveLength(10);
    });

    it('gives what comes after a place, oldest first', async () => {
      const key = await tenMessages();
      expect(seqs(await stage().store.readLog(key, { after: 4, limit: 3 }))).toEqual([5, 6, 7]);
      expect(seqs(await stage().store.readLog(key, { after: 0, limit: 2 }))).toEqual([1, 2]);
      expect(await stage().store.readLog(key, { after: 10, limit: 3 })).toEqual([]);
    });

    it('gives what comes before a place, the nearest, ascending', async () => {
      const key = await tenMessages();
      expect(seqs(await stage().store.readLog(key, { before: 5, limit: 3 }))).toEqual([2, 3, 4]);
      expect(await stage().store.readLog(key, { before: 1, limit: 3 })).toEqual([]);
    });

    it('gives what lies between two places', async () => {
      const key = await tenMessages();
      expect(seqs(await stage().store.readLog(key, { after: 2, before: 6, limit: 9 }))).toEqual([3, 4, 5]);
      expect(seqs(await stage().store.readLog(key, { after: 2, before: 6, limit: 2 }))).toEqual([3, 4]);
    });

    it('is cut by bytes as well, from the side that was asked for, but gives one event at least', async () => {
      const visitor = await stage().visitor();
      const { key } = await stage().saysOften(visitor, 6, (n) => '退'.repeat(300) + n);
      const read = async (slice: { after?: number; before?: number; maxBytes: number }) =>
        seqs(await stage().store.readLog(key, { ...slice, limit: 100 }));
      expect(await read({ after: 0, maxBytes: 2_000 })).toEqual([1, 2]);
      expect(await read({ maxBytes: 2_000 })).toEqual([5, 6]);
      expect(await read({ before: 6, maxBytes: 2_000 })).toEqual([4, 5]);
      expect(await read({ after: 3, maxBytes: 1 })).toEqual([4]);
      expect(await read({ maxBytes: 1 })).toEqual([6]);
      expect(await read({ after: 0, maxBytes: 100_000 })).toHaveLength(6);
    });

    it('of a conversation that is not there is empty', async () => {
      expect(await stage().store.readLog(999, { limit: 10 })).toEqual([]);
    });

    it('gives every entry back as it was, with the reason of the bot', async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor, { text: 'returns?', clientId: 'm-1' });
      const reply = botReply({
        text: 'Within 30 days.',
        quickReplies: [{ label: 'How?', intent: 'returns.how' }, { label: 'Thanks' }],
        links: [{ label: 'Terms', url: 'https://shop.example/terms' }],
        handoff: 'unsure',
      });
      await stage().botAnswers(visitor, reply, 2_000);
      await stage().ownerAnswers(visitor, { text: 'Hi', clientId: 'o-1', at: 3_000 });
      const { conversation } = await stage().closes(visitor, 4_000);
      const log = await stage().store.readLog(conversation.key, { limit: 10 });
      expect(log.map(({ at, entry, reason }) => ({ at, entry, reason }))).toEqual([
        { at: 1_000, entry: { type: 'visitor_message', text: 'returns?', clientId: 'm-1' }, reason: undefined },
        { at: 2_000, entry: { type: 'handoff', reason: 'unsure' }, reason: undefined },
        {
          at: 2_000,
          entry: {
            type: 'bot_message',
            text: 'Within 30 days.',
            replyTo: 1,
            quickReplies: reply.quickReplies,
            links: reply.links,
          },
          reason: reply.reason,
        },
        { at: 3_000, entry: { type: 'takeover', name: 'Mara' }, reason: undefined },
        { at: 3_000, entry: { type: 'owner_message', name: 'Mara', text: 'Hi', clientId: 'o-1' }, reason: undefined },
        { at: 4_000, entry: { type: 'closed', by: 'owner' }, reason: undefined },
      ]);
    });

    it('keeps what a pressed button meant', async () => {
      const visitor = await stage().visitor();
      const message = await stage().message(visitor);
      const [event] = message.events;
      if (event?.entry.type !== 'visitor_message') throw new Error('a visitor spoke');
      const entry = { ...event.entry, intent: 'returns.how' };
      const { conversation } = await stage().commit({ ...message, events: [{ ...event, entry }] });
      expect((await stage().store.readLog(conversation.key, { limit: 1 }))[0]?.entry).toEqual(entry);
    });
  });
};
