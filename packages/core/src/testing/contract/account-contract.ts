import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

const mara = { email: 'Mara@Shop.example', name: 'Mara', passwordHash: 'scrypt$1', createdAt: 100 };

export const accountContract: Contract = ({ describe, it, expect }, stage) => {
  describe('an account', () => {
    it('is found by its e-mail address in any case, and by its key', async () => {
      const { store } = stage();
      expect(await store.countAccounts()).toBe(0);
      const account = await store.createAccount(mara);
      expect(account).toEqual({ ...mara, key: account.key });
      expect(await store.findAccountByEmail('mara@SHOP.example')).toEqual(account);
      expect(await store.findAccount(account.key)).toEqual(account);
      expect(await store.findAccountByEmail('noah@shop.example')).toBeNull();
      expect(await store.findAccount(999)).toBeNull();
      expect(await store.countAccounts()).toBe(1);
    });

    it('has its e-mail address alone, letters beyond ASCII included', async () => {
      const { store } = stage();
      await store.createAccount({ ...mara, email: 'zoë@shop.example' });
      const taken = { name: 'DeskError', kind: 'conflict' };
      await expect(store.createAccount({ ...mara, email: 'ZOË@shop.example' })).rejects.toMatchObject(taken);
      expect(await store.countAccounts()).toBe(1);
    });

    it('takes another name and address, unless the address is taken', async () => {
      const { store } = stage();
      const account = await store.createAccount(mara);
      await store.createAccount({ ...mara, email: 'zoë@shop.example' });
      await store.renameAccount(account.key, { name: 'Mara Lind', email: 'mara@shop.example' });
      expect(await store.findAccount(account.key)).toEqual({
        ...account,
        name: 'Mara Lind',
        email: 'mara@shop.example',
      });
      await store.renameAccount(account.key, { name: 'Mara', email: 'lind@shop.example' });
      expect(await store.findAccountByEmail(mara.email)).toBeNull();
      expect((await store.findAccountByEmail('LIND@shop.example'))?.key).toBe(account.key);
      const taken = store.renameAccount(account.key, { name: 'No', email: 'ZOË@shop.example' });
      await expect(taken).rejects.toMatchObject({ name: 'DeskError', kind: 'conflict' });
      expect(await store.findAccount(account.key)).toMatchObject({ name: 'Mara', email: 'lind@shop.example' });
      await store.renameAccount(999, { name: 'Nobody', email: 'nobody@shop.example' });
      expect(await store.findAccountByEmail('nobody@shop.example')).toBeNull();
    });

    it('is made once when two ask at once', async () => {
      const { store } = stage();
      const both = await Promise.allSettled([store.createAccount(mara), store.createAccount(mara)]);
      expect(both.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
      expect(await store.countAccounts()).toBe(1);
    });

    it('is among the members of its sites, and of those alone', async () => {
      const { store } = stage();
      const everywhere = await store.createAccount(mara);
      const baker = await store.createAccount({ ...mara, email: 'ben@bakery.example' });
      await store.createAccount({ ...mara, email: 'nobody@shop.example' });
      await store.addMembership(baker.key, BAKERY, 'owner');
      await store.addMembership(everywhere.key, '*', 'owner');
      await store.addMembership(everywhere.key, BAKERY, 'owner');
      expect(await store.membersOf(SHOP)).toEqual([everywhere]);
      expect(await store.membersOf(BAKERY)).toEqual([everywhere, baker]);
    });

    it('gets a new password', async () => {
      const { key } = await stage().store.createAccount(mara);
      await stage().store.setPassword(key, 'scrypt$2');
      expect((await stage().store.findAccount(key))?.passwordHash).toBe('scrypt$2');
    });

    it('is a member of the sites that were given to it, or of every one', async () => {
      const { store } = stage();
      const owner = await store.createAccount(mara);
      const guest = await store.createAccount({ ...mara, email: 'guest@shop.example' });
      await store.addMembership(owner.key, '*', 'owner');
      await store.addMembership(guest.key, SHOP, 'owner');
      await store.addMembership(guest.key, SHOP, 'owner');
      expect(await store.isMember(owner.key, SHOP)).toBe(true);
      expect(await store.isMember(owner.key, 'a-site-that-comes-later')).toBe(true);
      expect(await store.isMember(guest.key, SHOP)).toBe(true);
      expect(await store.isMember(guest.key, BAKERY)).toBe(false);
      expect(await store.isMember(999, SHOP)).toBe(false);
    });
  });
};
