import type { Contract } from './contract.ts';
import { BAKERY, SHOP, anonymous } from './stage.ts';

export const isolationContract: Contract = ({ describe, it, expect }, stage) => {
  describe('a site', () => {
    it('never sees a conversation of another, not even by its id', async () => {
      const visitor = await stage().visitor(SHOP);
      const { conversation } = await stage().says(visitor);
      const { store } = stage();
      expect(await store.findConversation(BAKERY, conversation.id)).toBeNull();
      expect(await store.findConversation('no-such-site', conversation.id)).toBeNull();
      expect(await store.findConversationOfVisitor(BAKERY, visitor.key)).toBeNull();
      expect(await store.rows(BAKERY, [conversation.key])).toEqual([]);
      expect((await store.findConversation(SHOP, conversation.id))?.visitor).toEqual(visitor);
    });

    it("never sees another's visitors by their token", async () => {
      const { store } = stage();
      await store.createVisitor(anonymous(SHOP, 'v1'), 'hash-1');
      await store.createVisitor(anonymous(BAKERY, 'v2'), 'hash-2');
      expect(await store.findVisitorByToken(BAKERY, 'hash-1')).toBeNull();
      expect(await store.findVisitorByToken('no-such-site', 'hash-1')).toBeNull();
      expect((await store.findVisitorByToken(SHOP, 'hash-1'))?.id).toBe('v1');
    });

    it('has an inbox, a count, a cursor and a sweep of its own', async () => {
      const { store } = stage();
      const [customer, guest] = await Promise.all([stage().visitor(SHOP), stage().visitor(BAKERY)]);
      await stage().says(customer);
      await stage().botAnswers(customer, { handoff: 'asked' });
      await stage().says(guest);
      const ofShop = await store.inbox(SHOP, { filter: 'open', limit: 10 });
      expect(ofShop.map((row) => row.visitor.key)).toEqual([customer.key]);
      expect(await store.inbox(BAKERY, { filter: 'waiting', limit: 10 })).toEqual([]);
      expect([await store.countWaiting(SHOP), await store.countWaiting(BAKERY)]).toEqual([1, 0]);
      expect((await store.open(BAKERY)).map((conversation) => conversation.visitorKey)).toEqual([guest.key]);
      expect(await store.eventsAfter(SHOP, 0, 10)).toHaveLength(3);
      expect(await store.eventsAfter(BAKERY, 0, 10)).toHaveLength(1);
      expect(await store.cursor('no-such-site')).toBe(0);
      expect(await store.inbox('no-such-site', { filter: 'open', limit: 10 })).toEqual([]);
      expect(await store.open('no-such-site')).toEqual([]);
    });

    it("does not take a conversation for another site's visitor", async () => {
      const visitor = await stage().visitor(SHOP);
      const message = await stage().message({ ...visitor, site: BAKERY });
      await expect(stage().store.commit(message)).rejects.toMatchObject({ kind: 'not_found' });
      expect(await stage().store.findConversationOfVisitor(SHOP, visitor.key)).toBeNull();
      expect(await stage().store.cursor(BAKERY)).toBe(0);
    });

    it("keeps its owner's presence switch", async () => {
      const { store } = stage();
      expect(await store.presenceMode(SHOP)).toBe('auto');
      await store.setPresenceMode(SHOP, 'away');
      await store.setPresenceMode(SHOP, 'here');
      expect(await store.presenceMode(SHOP)).toBe('here');
      expect(await store.presenceMode(BAKERY)).toBe('auto');
    });
  });
};
