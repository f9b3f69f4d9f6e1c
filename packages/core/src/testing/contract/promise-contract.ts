import { promise } from '../../domain/conversation/bot-commands.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Decision } from '../../domain/conversation/decision.ts';
import { close, ownerSpeaks, takeOver } from '../../domain/conversation/owner-commands.ts';
import { promiseChanges } from '../../domain/promise/promise-change.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP, botReply, toCommit } from './stage.ts';

const EVER = { from: 0, to: 1_000_000 };

export const promiseContract: Contract = ({ describe, it, expect }, stage) => {
  /** As the use-cases commit: with what follows for the promise. */
  const act = async (visitor: Visitor, decide: (conversation: Conversation) => Decision | null) => {
    const conversation = await stage().conversation(visitor);
    const decision = decide(conversation);
    if (decision === null) throw new Error('there was nothing to do');
    const promises = promiseChanges(conversation, decision);
    await stage().commit({ ...toCommit(conversation, decision), promises });
  };
  /** Somebody who was promised an answer for 9,000, at 5,000. */
  const promised = async (site = SHOP) => {
    const visitor = await stage().visitor(site);
    await stage().says(visitor);
    await stage().botAnswers(visitor, { handoff: 'asked' });
    await act(visitor, (conversation) => promise(conversation, botReply({ promisedFor: 9_000 }), 5_000));
    return visitor;
  };
  const answers = (visitor: Visitor, at: number) =>
    act(visitor, (conversation) =>
      ownerSpeaks(conversation, { name: 'Mara', text: 'Hi', clientId: stage().uuid() }, at),
    );

  describe('a promise', () => {
    it("is open until the owner's first word, which keeps it up to its moment and breaks it after", async () => {
      const [early, late] = [await promised(), await promised()];
      const { store } = stage();
      expect(await store.countPromises(SHOP, EVER)).toEqual({ kept: 0, broken: 0, open: 2 });
      await answers(early, 9_000);
      await answers(late, 9_001);
      expect(await store.countPromises(SHOP, EVER)).toEqual({ kept: 1, broken: 1, open: 0 });
      await answers(early, 20_000);
      expect(await store.countPromises(SHOP, EVER)).toEqual({ kept: 1, broken: 1, open: 0 });
    });

    it('is broken once its moment has passed, and an answer after that does not mend it', async () => {
      const visitor = await promised();
      const { store } = stage();
      expect(await store.overduePromises(9_000, 9)).toEqual([]);
      const overdue = await store.overduePromises(9_001, 9);
      expect(overdue).toMatchObject([{ site: SHOP, dueAt: 9_000 }]);
      const keys = overdue.map(({ key }) => key);
      expect(await store.breakPromises(keys, 9_000)).toBe(0);
      expect(await store.breakPromises(keys, 9_001)).toBe(1);
      expect(await store.breakPromises(keys, 9_002)).toBe(0);
      expect(await store.overduePromises(9_002, 9)).toEqual([]);
      await answers(visitor, 9_500);
      expect(await store.countPromises(SHOP, EVER)).toEqual({ kept: 0, broken: 1, open: 0 });
    });

    it('is broken with those that are named, and with no other', async () => {
      for (const site of [SHOP, BAKERY, SHOP]) await promised(site);
      const { store } = stage();
      const [first] = await store.overduePromises(9_001, 1);
      expect(await store.breakPromises(first === undefined ? [] : [first.key], 9_001)).toBe(1);
      expect(await store.overduePromises(9_001, 9)).toMatchObject([{ site: BAKERY }, { site: SHOP }]);
      expect(await store.breakPromises([], 9_001)).toBe(0);
    });

    it('is broken by an owner who ends the talk without a word, and withdrawn by a visitor who does', async () => {
      const [sentAway, gone] = [await promised(), await promised()];
      await act(sentAway, (conversation) => close(conversation, 'owner', 6_000));
      await act(gone, (conversation) => close(conversation, 'visitor', 6_000));
      expect(await stage().store.countPromises(SHOP, EVER)).toEqual({ kept: 0, broken: 1, open: 0 });
    });

    it('is told with all others of its site, one by one, with what became of it', async () => {
      const [late, gone, kept] = [await promised(), await promised(), await promised()];
      await promised();
      await promised(BAKERY);
      await answers(late, 9_001);
      await act(gone, (conversation) => close(conversation, 'visitor', 6_000));
      await answers(kept, 8_000);
      const { store } = stage();
      const first = await store.promisesAfter(SHOP, { after: 0, limit: 3 });
      const rest = await store.promisesAfter(SHOP, { after: first.at(-1)!.key, limit: 9 });
      expect([...first, ...rest].map(({ outcome }) => outcome)).toEqual(['broken', 'withdrawn', 'kept', 'open']);
      expect(first[0]).toMatchObject({ conversationKey: late.key, madeAt: 5_000, dueAt: 9_000 });
    });

    it('counts for its own site, by when it was made', async () => {
      await promised();
      await promised(BAKERY);
      const { store } = stage();
      expect((await store.countPromises(BAKERY, { from: 5_000, to: 5_001 })).open).toBe(1);
      expect((await store.countPromises(BAKERY, { from: 0, to: 5_000 })).open).toBe(0);
      expect((await store.countPromises('elsewhere', EVER)).open).toBe(0);
    });
  });

  describe('how long people waited for the owner', () => {
    it('is told newest first, of one site, once for each time that the owner answered', async () => {
      const [first, second, guest] = [await promised(), await promised(), await promised(BAKERY)];
      await act(first, (conversation) => takeOver(conversation, 'Mara', 6_000));
      await answers(first, 6_500);
      await answers(guest, 7_000);
      await answers(second, 8_000);
      const { store } = stage();
      expect(await store.replyTimes(SHOP, 10)).toEqual([
        { askedAt: 1_000, answeredAt: 8_000 },
        { askedAt: 1_000, answeredAt: 6_500 },
      ]);
      expect(await store.replyTimes(SHOP, 1)).toHaveLength(1);
      expect(await store.replyTimes('elsewhere', 10)).toEqual([]);
    });
  });
};
