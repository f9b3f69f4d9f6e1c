import { ownerSpeaks } from '../../domain/conversation/owner-commands.ts';
import { visitorSpeaks } from '../../domain/conversation/visitor-commands.ts';
import type { Contract } from './contract.ts';
import { SHOP, committed, seqs, toCommit } from './stage.ts';

export const commitContract: Contract = ({ describe, it, expect }, stage) => {
  describe('a commit', () => {
    it('makes the conversation with its first message', async () => {
      const visitor = await stage().visitor();
      const { conversation, events } = await stage().says(visitor, { text: 'hello', at: 1_000 });
      expect(conversation.key).toBeGreaterThan(0);
      expect(conversation).toMatchObject({ site: SHOP, visitorKey: visitor.key, version: 1, lastSeq: 1, botDue: [1] });
      expect(events).toHaveLength(1);
      expect(events[0]).toMatchObject({ seq: 1, at: 1_000, conversationKey: conversation.key });
      expect(await stage().conversation(visitor)).toEqual(conversation);
    });

    it('keeps every field of the state', async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor);
      await stage().botAnswers(visitor, { handoff: 'asked', promisedFor: 99_000 });
      await stage().says(visitor, { text: 'still there?', at: 5_000 });
      const { conversation } = await stage().act(visitor, (current) => {
        const decision = ownerSpeaks(current, { name: 'Mara', text: 'Yes!', clientId: 'reply-1' }, 6_000);
        const next = { ...decision.next, promisedFor: 123, waitingSince: 45, unsureStreak: 1, botDue: [1, 5] };
        return { ...decision, next };
      });
      expect(conversation).toMatchObject({
        state: 'owner',
        ownerName: 'Mara',
        promisedFor: 123,
        waitingSince: 45,
        unsureStreak: 1,
        botDue: [1, 5],
        lastAt: 6_000,
        lastVisitorAt: 5_000,
        createdAt: 1_000,
        preview: 'Yes!',
        previewFrom: 'owner',
        locale: 'en',
        timeZone: 'Europe/Berlin',
      });
      expect(await stage().conversation(visitor)).toEqual(conversation);
      expect((await stage().store.findConversation(SHOP, conversation.id))?.conversation).toEqual(conversation);
    });

    it('that was decided on an older version is a conflict and stores nothing', async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor);
      const late = await stage().message(visitor, { text: 'late' });
      await stage().botAnswers(visitor);
      expect(await stage().store.commit(late)).toEqual({ kind: 'conflict' });
      const { key, lastSeq } = await stage().conversation(visitor);
      expect(lastSeq).toBe(2);
      expect(seqs(await stage().store.readLog(key, { limit: 10 }))).toEqual([1, 2]);
    });

    it('wins alone among those that were decided on the same version at once', async () => {
      const visitor = await stage().visitor();
      const { conversation } = await stage().says(visitor);
      const rivals = ['a', 'b', 'c'].map((clientId) =>
        stage().store.commit(toCommit(conversation, visitorSpeaks(conversation, { text: clientId, clientId }, 2_000))),
      );
      const kinds = (await Promise.all(rivals)).map((outcome) => outcome.kind);
      expect(kinds.sort()).toEqual(['committed', 'conflict', 'conflict']);
      expect((await stage().conversation(visitor)).lastSeq).toBe(2);
    });

    it('makes one conversation a visitor, however many first messages come at once', async () => {
      const visitor = await stage().visitor();
      const first = await Promise.all(['one', 'two'].map((text) => stage().message(visitor, { text })));
      const kinds = (await Promise.all(first.map((commit) => stage().store.commit(commit)))).map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(['committed', 'conflict']);
      expect(await stage().store.inbox(SHOP, { filter: 'open', limit: 10 })).toHaveLength(1);
    });

    it('that is refused does not take its neighbours with it', async () => {
      const visitors = await Promise.all([stage().visitor(), stage().visitor(), stage().visitor()]);
      const [before, loser, after] = await Promise.all(visitors.map((visitor) => stage().message(visitor)));
      if (!before || !loser || !after) throw new Error('three messages were made');
      const outcomes = await Promise.all([
        stage().store.commit(before),
        stage().store.commit({ ...loser, expectedVersion: 9 }),
        stage().store.commit(after),
      ]);
      expect(outcomes.map((outcome) => outcome.kind)).toEqual(['committed', 'conflict', 'committed']);
      const stored = await stage().store.inbox(SHOP, { filter: 'open', limit: 10 });
      expect(stored).toHaveLength(2);
    });

    it('that fails is rejected, and its neighbours are stored', async () => {
      const nobody = { ...(await stage().visitor()), key: 4_711 };
      const visitors = await Promise.all([stage().visitor(), stage().visitor()]);
      const [before, after] = await Promise.all(visitors.map((visitor) => stage().message(visitor)));
      const ghost = await stage().message(nobody);
      if (!before || !after) throw new Error('two messages were made');
      const outcomes = await Promise.allSettled([before, ghost, after].map((commit) => stage().store.commit(commit)));
      expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(outcomes[1]).toMatchObject({ reason: { name: 'DeskError', kind: 'not_found' } });
      expect(await stage().store.findConversationOfVisitor(SHOP, 4_711)).toBeNull();
      for (const visitor of visitors) expect((await stage().conversation(visitor)).lastSeq).toBe(1);
    });

    it('numbers the log from 1 without holes, whoever speaks', async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor);
      await stage().botAnswers(visitor, { handoff: 'asked' });
      await stage().ownerAnswers(visitor);
      await stage().closes(visitor);
      await stage().says(visitor, { at: 5_000 });
      const { key, lastSeq } = await stage().conversation(visitor);
      const log = await stage().store.readLog(key, { limit: 100 });
      expect(seqs(log)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(lastSeq).toBe(8);
      expect(log.map((event) => event.entry.type)).toEqual([
        'visitor_message',
        'handoff',
        'bot_message',
        'takeover',
        'owner_message',
        'closed',
        'reopened',
        'visitor_message',
      ]);
    });

    it('resolves to what is read afterwards, for many conversations at once', async () => {
      const visitors = await Promise.all(Array.from({ length: 30 }, () => stage().visitor()));
      const commits = await Promise.all(visitors.map((visitor) => stage().message(visitor)));
      const outcomes = await Promise.all(commits.map((commit) => stage().store.commit(commit)));
      for (const outcome of outcomes) {
        const { conversation, events } = committed(outcome);
        expect(await stage().store.readLog(conversation.key, { limit: 5 })).toEqual(events);
      }
    });

    it('leaves in `owed` what the bot still has to answer, and in `open` what is not closed', async () => {
      const [owed, answered, closed] = await Promise.all([stage().visitor(), stage().visitor(), stage().visitor()]);
      for (const visitor of [owed, answered, closed]) await stage().says(visitor);
      await stage().botAnswers(answered);
      await stage().closes(closed);
      expect((await stage().store.owed()).map(({ visitorKey }) => visitorKey)).toEqual([owed.key]);
      const open = (await stage().store.open(SHOP)).map(({ visitorKey }) => visitorKey);
      expect(open.sort((a, b) => a - b)).toEqual([owed.key, answered.key]);
      await stage().says(closed, { at: 9_000 });
      expect(await stage().store.open(SHOP)).toHaveLength(3);
      expect(await stage().store.owed()).toHaveLength(2);
    });
  });
};
