import type { ContactDraft } from '../../domain/records/contact.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

export const contactContract: Contract = ({ describe, it, expect }, stage) => {
  const write = (site = SHOP, at = 1_000) => ({ site, at, uuid: () => stage().uuid(), batch: null });
  const save = (...drafts: ContactDraft[]) => stage().store.saveContacts(drafts, write());
  const outcomes = async (...drafts: ContactDraft[]) => (await save(...drafts)).map(({ outcome }) => outcome);
  const names = async (search: string) =>
    (await stage().store.contacts(SHOP, { search, limit: 50 })).map(({ name }) => name);

  describe('contacts', () => {
    it('are found by key, own id, address and number', async () => {
      const draft: ContactDraft = { id: 'C-7', name: '李小琳', email: 'lin@shop.example', phone: '+4930123456' };
      const [saved] = await save({ ...draft, locale: 'zh', customer: true, source: { campaign: 'spring' } });
      const expected = {
        key: saved!.record.key,
        site: SHOP,
        ...draft,
        ...{ ownId: true, verified: true, locale: 'zh', customer: true, customerSince: 1_000, createdAt: 1_000 },
        source: { campaign: 'spring' },
      };
      const { store } = stage();
      const found = [{ key: expected.key }, { id: 'C-7' }, { email: 'lin@shop.example' }, { phone: '+4930123456' }];
      for (const by of found) expect(await store.findContact(SHOP, by)).toEqual(expected);
      for (const by of found) expect(await store.findContact(BAKERY, by)).toBeNull();
      expect(await store.findContact(SHOP, { id: 'c-8' })).toBeNull();
    });

    it('are changed where something new is said, and the same where nothing is', async () => {
      const draft = { id: 'C-7', name: 'Lin', email: 'lin@shop.example' };
      expect(await outcomes(draft, draft, { id: 'C-7', name: 'Lin B.' }, { id: 'C-7', email: null })).toEqual([
        'new',
        'same',
        'changed',
        'changed',
      ]);
      expect(await stage().store.findContact(SHOP, { id: 'C-7' })).toMatchObject({ name: 'Lin B.', email: null });
      expect(await stage().store.findContact(SHOP, { email: 'lin@shop.example' })).toBeNull();
    });

    it('without an id of their own are the one who has that address, else that number, and take the id on later', async () => {
      await save({ email: 'lin@shop.example', phone: '+4930123456' });
      expect(await outcomes({ email: 'lin@shop.example', name: 'Lin' })).toEqual(['changed']);
      expect(await outcomes({ phone: '+4930123456', name: 'Lin' })).toEqual(['same']);
      expect(await outcomes({ id: 'C-7', email: 'lin@shop.example' })).toEqual(['changed']);
      expect(await stage().store.contacts(SHOP, { limit: 9 })).toHaveLength(1);
      // Somebody else of the same address.
      expect(await outcomes({ id: 'C-8', email: 'lin@shop.example' })).toEqual(['new']);
      expect(await outcomes({ email: 'new@shop.example', phone: '+4930123456' })).toEqual(['new']);
    });

    it('are of the site that has them, whatever they share', async () => {
      await save({ id: 'C-7', email: 'lin@shop.example' });
      const other = await stage().store.saveContacts([{ id: 'C-7', email: 'lin@shop.example' }], write(BAKERY));
      expect(other[0]?.outcome).toBe('new');
      expect(await stage().store.contacts(BAKERY, { limit: 9 })).toHaveLength(1);
      expect(await stage().store.contacts('no-such-site', { limit: 9 })).toEqual([]);
    });

    it('keep their first source, and have been customers since the earliest day that was named', async () => {
      await save({ id: 'a', source: { campaign: 'spring' }, customerSince: 900 });
      await save({ id: 'a', source: { campaign: 'autumn' }, customerSince: 800 });
      await save({ id: 'a', customerSince: 950 });
      const found = await stage().store.findContact(SHOP, { id: 'a' });
      expect(found).toMatchObject({ source: { campaign: 'spring' }, customer: true, customerSince: 800 });
      await save({ id: 'a', customer: false });
      expect(await stage().store.findContact(SHOP, { id: 'a' })).toMatchObject({
        customer: false,
        customerSince: null,
      });
    });

    it('are put right by hand, verified or not, and keep what nothing is said of', async () => {
      const [lin] = await save({ id: 'C-7', name: 'Lin', email: 'lin@shop.example', phone: '+4930123456' });
      const { store } = stage();
      const { key } = lin!.record;
      const changed = await store.changeContact(SHOP, key, { email: 'lin@new.example', customer: true }, 5_000);
      expect(changed).toEqual({ ...lin!.record, email: 'lin@new.example', customer: true, customerSince: 5_000 });
      expect(await store.findContact(SHOP, { email: 'lin@new.example' })).toEqual(changed);
      expect(await names('lin@new')).toEqual(['Lin']);
      // Taken back: as it was, to the moment.
      await store.changeContact(SHOP, key, { customer: false }, 6_000);
      await store.changeContact(SHOP, key, { customerSince: 5_000 }, 7_000);
      expect(await store.findContact(SHOP, { key })).toEqual(changed);
      expect(await store.changeContact(BAKERY, key, { name: 'Eve' }, 8_000)).toBeNull();
      expect(await store.findContact(SHOP, { key })).toEqual(changed);
    });

    it('cannot be put right so that nobody could reach them any more', async () => {
      const [lin] = await save({ name: 'Lin', email: 'lin@shop.example' });
      const { store } = stage();
      const emptied = store.changeContact(SHOP, lin!.record.key, { email: null }, 5_000);
      await expect(emptied).rejects.toMatchObject({ kind: 'refused' });
      expect(await store.findContact(SHOP, { key: lin!.record.key })).toEqual(lin!.record);
      await store.changeContact(SHOP, lin!.record.key, { email: null, phone: '+4930123456' }, 5_000);
      expect(await store.findContact(SHOP, { phone: '+4930123456' })).toMatchObject({ name: 'Lin', email: null });
    });

    it('stay as they were put right when the import that brought them is taken back', async () => {
      const { store } = stage();
      const batch = await store.startBatch({ site: SHOP, kind: 'customers', file: 'people.csv', at: 1 });
      const drafts = [
        { id: 'a', name: 'Ada' },
        { id: 'b', name: 'Bob' },
      ];
      const saved = await store.saveContacts(drafts, { ...write(), batch: batch.key });
      await store.changeContact(SHOP, saved[0]!.record.key, { name: 'Ada Löwe' }, 2);
      expect(await store.undoBatch(SHOP, batch.key, { at: 3, limit: 9 })).toMatchObject({ removed: 1, kept: 1 });
      expect(await names('')).toEqual(['Ada Löwe']);
    });

    it('are listed newest first, page by page', async () => {
      await save(...['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: id })));
      const first = await stage().store.contacts(SHOP, { limit: 2 });
      expect(first.map(({ id }) => id)).toEqual(['e', 'd']);
      const rest = await stage().store.contacts(SHOP, { limit: 9, before: first[1]!.key });
      expect(rest.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    });

    it('are searched by a part of name, address, number or id, in any writing', async () => {
      await save({ id: 'K-100', name: 'Ada Löwe', email: 'ada@one.example' }, { id: 'K-2', name: '王小明' });
      await save({ id: 'K-3', name: '100% Wool_Ltd', phone: '+4930123456' });
      expect(await names('löwe')).toEqual(['Ada Löwe']);
      expect(await names(' ADA@ONE ')).toEqual(['Ada Löwe']);
      expect(await names('ＡＤＡ')).toEqual(['Ada Löwe']);
      expect(await names('小明')).toEqual(['王小明']);
      expect(await names('30123')).toEqual(['100% Wool_Ltd']);
      expect(await names('100')).toEqual(['100% Wool_Ltd', 'Ada Löwe']);
      const [made] = await save({ email: 'made@here.example', name: 'Made' });
      expect(await names(made!.record.id.slice(0, 8))).toEqual([]);
      expect(await names('%')).toEqual(['100% Wool_Ltd']);
      expect(await names('l_d')).toEqual([]);
      expect(await names("'; --")).toEqual([]);
    });
  });

  describe('what a visitor says of themselves', () => {
    it("is a contact of that visitor alone, which nobody's address finds", async () => {
      const { store } = stage();
      const [ada, mallory] = [await stage().visitor(), await stage().visitor()];
      const email = 'ada@one.example';
      await save({ id: 'K-1', email, name: 'Ada' });
      const said = await store.noteVisitorContact(mallory.key, { email, name: 'Ada!' }, write());
      expect(said).toMatchObject({ verified: false, ownId: false, customer: false });
      expect((await store.findContact(SHOP, { email }))?.id).toBe('K-1');
      expect(await store.contactOfVisitor(SHOP, mallory.key)).toEqual(said);
      expect(await store.contactOfVisitor(BAKERY, mallory.key)).toBeNull();
      const both = [ada.key, mallory.key];
      expect(await store.contactsOfVisitors(SHOP, both)).toEqual([{ visitorKey: mallory.key, contact: said }]);
      expect(await store.contactsOfVisitors(BAKERY, both)).toEqual([]);
      expect(await store.contactsOfVisitors(SHOP, [])).toEqual([]);
      expect(await store.contactOfVisitor(SHOP, ada.key)).toBeNull();
      expect((await store.noteVisitorContact(ada.key, { email }, write())).key).not.toBe(said.key);
      // The business's own word about the address does not touch what they said.
      await save({ email, name: 'Ada L.' });
      expect((await store.contactOfVisitor(SHOP, mallory.key))?.name).toBe('Ada!');
    });

    it('is changed by what they say next, and found by none of it', async () => {
      const { store } = stage();
      const visitor = await stage().visitor();
      const first = await store.noteVisitorContact(visitor.key, { email: 'a@one.example' }, write());
      const next = await store.noteVisitorContact(visitor.key, { phone: '+4930123456' }, write(SHOP, 2_000));
      expect(next).toEqual({ ...first, phone: '+4930123456' });
      expect(await store.findContact(SHOP, { email: 'a@one.example' })).toBeNull();
      expect(await store.findContact(SHOP, { phone: '+4930123456' })).toBeNull();
      expect(await store.visitorsOfContact(SHOP, first.key, 9)).toEqual([visitor.key]);
      expect(await store.visitorsOfContact(BAKERY, first.key, 9)).toEqual([]);
    });

    it('stays theirs when a signature says who they are, and changes nothing of the verified contact', async () => {
      const { store } = stage();
      const [one, two] = [await stage().visitor(), await stage().visitor()];
      const said = await store.noteVisitorContact(one.key, { email: 'x@one.example' }, write());
      await save({ id: 'K-1', name: 'Ada', email: 'ada@one.example' });
      const linked = await store.linkVerifiedVisitor(one.key, 'K-1', write());
      expect(linked).toMatchObject({ id: 'K-1', name: 'Ada', verified: true });
      expect(await store.linkVerifiedVisitor(two.key, 'K-1', write())).toEqual(linked);
      expect(await store.visitorsOfContact(SHOP, linked.key, 9)).toEqual([two.key, one.key]);
      expect(await store.noteVisitorContact(one.key, { email: 'y@one.example' }, write())).toEqual(linked);
      expect(await store.findContact(SHOP, { key: said.key })).toEqual(said);
      expect(await store.linkVerifiedVisitor(two.key, 'K-9', write())).toMatchObject({ id: 'K-9', verified: true });
      expect(await store.visitorsOfContact(SHOP, linked.key, 9)).toEqual([one.key]);
    });

    it('does not become verified by its own id', async () => {
      const { store } = stage();
      const [one, two] = [await stage().visitor(), await stage().visitor()];
      const said = await store.noteVisitorContact(one.key, { email: 'x@one.example' }, write());
      const linked = await store.linkVerifiedVisitor(two.key, said.id, write());
      expect(linked.key).not.toBe(said.key);
      expect(await store.findContact(SHOP, { id: said.id })).toEqual(linked);
      expect((await store.contactOfVisitor(SHOP, one.key))?.verified).toBe(false);
    });
  });
};
