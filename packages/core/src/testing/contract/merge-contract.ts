import type { ContactDraft } from '../../domain/records/contact.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

export const mergeContract: Contract = ({ describe, it, expect }, stage) => {
  const write = (site = SHOP) => ({ site, at: 1_000, uuid: () => stage().uuid(), batch: null });
  const contact = async (draft: ContactDraft, site = SHOP) => {
    const [saved] = await stage().store.saveContacts([draft], write(site));
    if (saved === undefined) throw new Error('nothing was saved');
    return saved.record;
  };
  const two = async () => {
    const winner = await contact({ id: 'W', email: 'ada@one.example', customerSince: 900 });
    const loser = await contact({ id: 'L', name: 'Ada', email: 'ada@one.example', phone: '+4930123456' });
    return { winner, loser };
  };
  const merge = (winner: number, loser: number, vouched = false, site = SHOP) =>
    stage().store.mergeContacts(site, { winner, loser, vouched, at: 5_000 });
  const merged = async (winner: number, loser: number) => {
    const outcome = await merge(winner, loser);
    if (outcome.kind !== 'merged') throw new Error(outcome.kind);
    return outcome.merge;
  };

  describe('contacts that may be one', () => {
    it('share an address or a number, verified or not, and nothing is done about it', async () => {
      const { store } = stage();
      const { winner, loser } = await two();
      const visitor = await stage().visitor();
      const said = await store.noteVisitorContact(visitor.key, { phone: '+4930123456' }, write());
      await contact({ id: 'X', email: 'other@one.example' });
      await contact({ id: 'B', email: 'ada@one.example' }, BAKERY);
      const brief = async (key: number, site = SHOP) =>
        (await store.duplicates(site, key, 9)).map(({ contact: { key: of }, shared }) => [of, shared]);
      expect(await brief(loser.key)).toEqual([
        [winner.key, ['email']],
        [said.key, ['phone']],
      ]);
      expect(await brief(winner.key)).toEqual([[loser.key, ['email']]]);
      expect(await brief(loser.key, BAKERY)).toEqual([]);
      expect(await store.duplicates(SHOP, loser.key, 1)).toHaveLength(1);
    });

    it('are previewed as they will be, with what moves, and stay as they are', async () => {
      const { store } = stage();
      const { winner, loser } = await two();
      await store.saveOrders([{ number: 'L-1', customer: { id: 'L' } }], write());
      const preview = await store.previewMerge(SHOP, winner.key, loser.key);
      expect(preview).toMatchObject({
        after: { key: winner.key, id: 'W', name: 'Ada', phone: '+4930123456', customerSince: 900 },
        moved: { visitors: 0, orders: 1, tickets: 0, appointments: 0, surveys: 0 },
        needsVouching: false,
      });
      expect(await store.ordersOfContact(SHOP, loser.key, 9)).toHaveLength(1);
      expect(await store.previewMerge(BAKERY, winner.key, loser.key)).toBeNull();
      expect((await merged(winner.key, loser.key)).moved).toEqual(preview?.moved);
      expect(await store.findContact(SHOP, { key: winner.key })).toEqual(preview?.after);
    });
  });

  describe('a merge', () => {
    it('lets all that pointed at the loser point at the winner', async () => {
      const { store } = stage();
      const { winner, loser } = await two();
      const browser = await stage().visitor();
      await store.linkVerifiedVisitor(browser.key, 'L', write());
      await stage().says(browser, { at: 3_000 });
      await store.saveOrders([{ number: 'L-1', customer: { id: 'L' }, placedAt: 2_000 }], write());
      await store.changeProfile(SHOP, loser.key, { addTags: ['vip'], attributes: { size: 'M', hat: 'L' } });
      await store.changeProfile(SHOP, winner.key, { addTags: ['old'], attributes: { size: 'S' } });
      const before = (await store.timeline(SHOP, loser.key, { limit: 9 })).items;
      await merged(winner.key, loser.key);
      expect(await store.findContact(SHOP, { key: loser.key })).toBeNull();
      expect((await store.contactOfVisitor(SHOP, browser.key))?.key).toBe(winner.key);
      expect((await store.timeline(SHOP, winner.key, { limit: 9 })).items).toEqual(before);
      expect(await store.profile(SHOP, winner.key)).toMatchObject({
        tags: ['old', 'vip'],
        attributes: { size: 'S', hat: 'L' },
      });
    });

    it('lets an import that names the loser’s own id, address or number find the winner, also after another merge', async () => {
      const { store } = stage();
      const { winner, loser } = await two();
      const last = await contact({ id: 'Z', name: 'Ada L.' });
      await merged(winner.key, loser.key);
      await merged(last.key, winner.key);
      for (const draft of [{ id: 'L' }, { id: 'W' }, { email: 'ada@one.example' }, { phone: '+4930123456' }]) {
        expect((await contact(draft)).key).toBe(last.key);
      }
      expect(await store.findContact(SHOP, { key: last.key })).toMatchObject({ id: 'Z', name: 'Ada L.' });
      expect(await store.contacts(SHOP, { limit: 9 })).toHaveLength(1);
    });

    it('is refused with itself, with somebody of another site, and of who is verified into who is not', async () => {
      const { store } = stage();
      const { winner } = await two();
      const baker = await contact({ id: 'B' }, BAKERY);
      const visitor = await stage().visitor();
      const said = await store.noteVisitorContact(visitor.key, { email: 'ada@one.example' }, write());
      expect(await merge(winner.key, winner.key)).toEqual({ kind: 'refused', why: 'same' });
      expect(await merge(winner.key, baker.key)).toEqual({ kind: 'gone' });
      expect(await merge(said.key, winner.key, true)).toEqual({ kind: 'refused', why: 'unverified_winner' });
    });

    it('of who is not verified needs the owner’s own word', async () => {
      const { store } = stage();
      const { winner } = await two();
      const visitor = await stage().visitor();
      const said = await store.noteVisitorContact(visitor.key, { email: 'ada@one.example' }, write());
      expect((await store.previewMerge(SHOP, winner.key, said.key))?.needsVouching).toBe(true);
      expect(await merge(winner.key, said.key)).toEqual({ kind: 'refused', why: 'needs_vouching' });
      expect((await merge(winner.key, said.key, true)).kind).toBe('merged');
      expect((await store.contactOfVisitor(SHOP, visitor.key))?.key).toBe(winner.key);
    });
  });

  describe('a merge that is undone', () => {
    it('leaves both as they were, but for what was changed since', async () => {
      const { store } = stage();
      const { winner, loser } = await two();
      await store.saveOrders([{ number: 'L-1', customer: { id: 'L' } }], write());
      await store.changeProfile(SHOP, loser.key, { addTags: ['vip'] });
      const lost = await store.findContact(SHOP, { key: loser.key });
      const { key } = await merged(winner.key, loser.key);
      expect((await store.mergesOf(SHOP, winner.key)).map((each) => [each.key, each.loserName])).toEqual([
        [key, 'Ada'],
      ]);
      await store.saveContacts([{ id: 'W', phone: '+49309999' }], write());
      await store.saveOrders([{ number: 'W-2', customer: { id: 'W' } }], write());
      await store.changeProfile(SHOP, winner.key, { addTags: ['new'] });
      expect(await store.undoMerge(BAKERY, key)).toBeNull();
      expect((await store.undoMerge(SHOP, key))?.loser).toBe(loser.key);
      expect(await store.findContact(SHOP, { key: winner.key })).toMatchObject({ name: null, phone: '+49309999' });
      expect(await store.findContact(SHOP, { key: loser.key })).toEqual(lost);
      expect((await store.profile(SHOP, winner.key))?.tags).toEqual(['new']);
      expect((await store.profile(SHOP, loser.key))?.tags).toEqual(['vip']);
      expect((await store.ordersOfContact(SHOP, loser.key, 9)).map(({ number }) => number)).toEqual(['L-1']);
      expect((await store.ordersOfContact(SHOP, winner.key, 9)).map(({ number }) => number)).toEqual(['W-2']);
      expect(await store.undoMerge(SHOP, key)).toBeNull();
      expect((await store.findContact(SHOP, { id: 'L' }))?.key).toBe(loser.key);
    });

    it('waits until the winner’s own merge is undone', async () => {
      const { store } = stage();
      const { winner, loser } = await two();
      const last = await contact({ id: 'Z' });
      const first = await merged(winner.key, loser.key);
      const second = await merged(last.key, winner.key);
      expect(await store.undoMerge(SHOP, first.key)).toBeNull();
      expect(await store.undoMerge(SHOP, second.key)).not.toBeNull();
      expect(await store.undoMerge(SHOP, first.key)).not.toBeNull();
      expect(await store.contacts(SHOP, { limit: 9 })).toHaveLength(3);
    });

    it('cannot bring back whom an erasure took', async () => {
      const { store } = stage();
      const { winner, loser } = await two();
      const { key } = await merged(winner.key, loser.key);
      await store.erasePerson(SHOP, { contact: winner.key }, { id: stage().uuid(), at: 1, by: '' });
      expect(await store.undoMerge(SHOP, key)).toBeNull();
      expect(await store.contacts(SHOP, { limit: 9 })).toEqual([]);
      expect((await contact({ id: 'L' })).key).not.toBe(winner.key);
    });
  });
};
