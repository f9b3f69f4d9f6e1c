import type { Visitor } from '../../domain/visitor.ts';
import type { InboxRow } from '../../ports/conversation-store.ts';
import type { Contract } from './contract.ts';
import { SHOP } from './stage.ts';

export const inboxContract: Contract = ({ describe, it, expect }, stage) => {
  describe('the inbox', () => {
    const keys = (rows: readonly (InboxRow | { visitor: Visitor })[]) => rows.map((row) => row.visitor.key);
    const speakers = async (moments: number[]) => {
      const visitors: Visitor[] = [];
      for (const at of moments) {
        const visitor = await stage().visitor();
        await stage().says(visitor, { at });
        visitors.push(visitor);
      }
      return visitors;
    };

    it('shows open conversations, whoever has them, the newest first', async () => {
      const [one, two, three, gone] = (await speakers([3_000, 9_000, 6_000, 7_000])) as [
        Visitor,
        Visitor,
        Visitor,
        Visitor,
      ];
      await stage().botAnswers(one, { handoff: 'asked' }, 10_000);
      await stage().ownerAnswers(three, { at: 11_000 });
      await stage().closes(gone, 12_000);
      const rows = await stage().store.inbox(SHOP, { filter: 'open', limit: 10 });
      expect(keys(rows)).toEqual([three.key, one.key, two.key]);
      expect(rows.map((row) => row.conversation.state)).toEqual(['owner', 'waiting', 'bot']);
      expect(rows[0]?.visitor).toEqual(three);
    });

    it('shows closed conversations apart', async () => {
      const [one, two, open] = (await speakers([1_000, 2_000, 3_000])) as [Visitor, Visitor, Visitor];
      await stage().closes(two, 5_000);
      await stage().closes(one, 6_000);
      expect(keys(await stage().store.inbox(SHOP, { filter: 'closed', limit: 10 }))).toEqual([one.key, two.key]);
      await stage().says(one, { at: 7_000 });
      expect(keys(await stage().store.inbox(SHOP, { filter: 'closed', limit: 10 }))).toEqual([two.key]);
      expect(keys(await stage().store.inbox(SHOP, { filter: 'open', limit: 10 }))).toEqual([one.key, open.key]);
    });

    it('shows who waits for a person, the longest first, until the first word', async () => {
      const [late, early, patient] = (await speakers([8_000, 2_000, 5_000])) as [Visitor, Visitor, Visitor];
      for (const visitor of [late, early, patient]) await stage().botAnswers(visitor, { handoff: 'asked' }, 9_000);
      // Writing on while one waits does not cost the place in the queue.
      await stage().says(early, { at: 20_000 });
      const waiting = () => stage().store.inbox(SHOP, { filter: 'waiting', limit: 10 });
      expect(keys(await waiting())).toEqual([early.key, patient.key, late.key]);
      expect(keys(await stage().store.inbox(SHOP, { filter: 'waiting', limit: 2 }))).toEqual([early.key, patient.key]);
      expect(await stage().store.countWaiting(SHOP)).toBe(3);
      await stage().ownerAnswers(early, { at: 30_000 });
      await stage().closes(late, 31_000);
      expect(keys(await waiting())).toEqual([patient.key]);
      // To an owner who is silent one waits as well.
      await stage().says(early, { at: 40_000 });
      expect(keys(await waiting())).toEqual([patient.key, early.key]);
      expect(await stage().store.countWaiting(SHOP)).toBe(2);
    });

    it('shows who may be in danger before everybody who waits, until a person has answered', async () => {
      const [patient, danger, later] = (await speakers([1_000, 2_000, 3_000])) as [Visitor, Visitor, Visitor];
      await stage().botAnswers(patient, { handoff: 'asked' }, 9_000);
      await stage().botAnswers(danger, { handoff: 'emergency' }, 9_000);
      await stage().botAnswers(later, { handoff: 'emergency' }, 9_000);
      const waiting = async () => {
        const rows = await stage().store.inbox(SHOP, { filter: 'waiting', limit: 10 });
        return rows.map(({ visitor, conversation }) => [visitor.key, conversation.urgent]);
      };
      expect(await waiting()).toEqual([
        [danger.key, true],
        [later.key, true],
        [patient.key, false],
      ]);
      await stage().says(danger, { at: 10_000 });
      expect((await waiting())[0]).toEqual([danger.key, true]);
      await stage().ownerAnswers(danger, { at: 11_000 });
      await stage().says(danger, { at: 12_000 });
      expect(await waiting()).toEqual([
        [later.key, true],
        [patient.key, false],
        [danger.key, false],
      ]);
    });

    for (const filter of ['open', 'closed'] as const) {
      it(`pages through ${filter} conversations without missing one, though several share a moment`, async () => {
        const visitors = await speakers([1_000, 2_000, 2_000, 2_000, 3_000, 4_000]);
        if (filter === 'closed') {
          for (const [index, visitor] of visitors.entries()) await stage().closes(visitor, index < 3 ? 5_000 : 6_000);
        }
        const found: number[] = [];
        let before: number | undefined;
        for (;;) {
          const rows = await stage().store.inbox(SHOP, { filter, limit: 2, ...(before !== undefined && { before }) });
          if (rows.length === 0) break;
          found.push(...keys(rows));
          before = rows.at(-1)?.conversation.lastAt;
        }
        expect(found).toHaveLength(visitors.length);
        expect(found.sort((a, b) => a - b)).toEqual(visitors.map((visitor) => visitor.key));
      });
    }

    it('gives single rows by key, each once, without those that are not there', async () => {
      const [one, two] = (await speakers([1_000, 2_000])) as [Visitor, Visitor];
      const [first, second] = await Promise.all([stage().conversation(one), stage().conversation(two)]);
      const rows = await stage().store.rows(SHOP, [second.key, 999, first.key, first.key]);
      expect(keys(rows).sort((a, b) => a - b)).toEqual([one.key, two.key]);
      expect(await stage().store.rows(SHOP, [])).toEqual([]);
    });

    it('shows visitors as they are now', async () => {
      const [visitor] = (await speakers([1_000])) as [Visitor];
      await stage().store.updateVisitor(visitor.key, { blocked: 'spam' });
      const [row] = await stage().store.inbox(SHOP, { filter: 'open', limit: 1 });
      expect(row?.visitor.blocked).toBe('spam');
    });
  });
};
