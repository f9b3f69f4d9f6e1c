import type { TrackedEvent } from '../../domain/visitor.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP, anonymous } from './stage.ts';

const everything = anonymous(SHOP, 'v-all', {
  locale: 'zh',
  timeZone: 'Asia/Shanghai',
  userId: 'u-7',
  verified: true,
  claims: { plan: 'gold', orders: 3, vip: true, note: null },
  page: { url: 'https://shop.example/a', title: 'A' },
  referrer: 'https://search.example/',
  consent: { version: '2026-01', at: 400 },
  blocked: 'no',
});

function view(clientId: string, at = 1): TrackedEvent {
  return { clientId, name: 'view', props: { sku: 'A-1', price: 12.5, sale: false }, at, page: 'https://shop.example/' };
}

export const visitorContract: Contract = ({ describe, it, expect }, stage) => {
  describe('a visitor', () => {
    it('comes back with everything that was known, by token and by key', async () => {
      const { store } = stage();
      const created = await store.createVisitor(everything, 'hash');
      expect(created).toEqual({ ...everything, key: created.key });
      expect(created.key).toBeGreaterThan(0);
      expect(await store.findVisitorByToken(SHOP, 'hash')).toEqual(created);
      expect(await store.findVisitor(created.key)).toEqual(created);
    });

    it('is null for an unknown token, in another case too', async () => {
      await stage().store.createVisitor(everything, 'hash');
      expect(await stage().store.findVisitorByToken(SHOP, 'other')).toBeNull();
      expect(await stage().store.findVisitorByToken(SHOP, 'HASH')).toBeNull();
      expect(await stage().store.findVisitor(999)).toBeNull();
    });

    it('changes in what is given, and only in that', async () => {
      const { key } = await stage().visitor(SHOP, everything);
      const change = {
        page: null,
        consent: { version: '2026-02', at: 900 },
        verified: false,
        blocked: 'blocked',
      } as const;
      const changed = await stage().store.updateVisitor(key, change);
      expect(changed).toEqual({ ...everything, ...change, key });
      expect(await stage().store.findVisitor(key)).toEqual(changed);
    });

    it('that is not there cannot be changed', async () => {
      expect(await stage().store.updateVisitor(999, { blocked: 'spam' })).toBeNull();
    });

    it('loses no change when two are made at once', async () => {
      const { key } = await stage().visitor();
      await Promise.all([
        stage().store.updateVisitor(key, { locale: 'zh' }),
        stage().store.updateVisitor(key, { timeZone: 'Asia/Shanghai' }),
      ]);
      expect(await stage().store.findVisitor(key)).toMatchObject({ locale: 'zh', timeZone: 'Asia/Shanghai' });
    });
  });

  describe('tracked events', () => {
    it('come back newest first, as they were', async () => {
      const { key } = await stage().visitor();
      expect(await stage().store.addTracked(key, [view('a', 1), view('b', 2), view('c', 3)])).toBe(3);
      expect(await stage().store.tracked(key, 2)).toEqual([view('c', 3), view('b', 2)]);
      expect(await stage().store.tracked(999, 2)).toEqual([]);
    });

    it('count once, however often a packet is repeated', async () => {
      const { key } = await stage().visitor();
      const { store } = stage();
      const repeats = await Promise.all([
        store.addTracked(key, [view('a'), view('b')]),
        store.addTracked(key, [view('b'), view('c'), view('c')]),
      ]);
      expect(repeats).toEqual([2, 1]);
      expect(await store.tracked(key, 10)).toHaveLength(3);
    });

    it('of two visitors with the same client id are two', async () => {
      const [one, other] = await Promise.all([stage().visitor(), stage().visitor()]);
      await stage().store.addTracked(one.key, [view('a')]);
      expect(await stage().store.addTracked(other.key, [view('a')])).toBe(1);
    });

    it('of a site are told newest first, a page at a time, and none of another site', async () => {
      const { store } = stage();
      const [one, two, baker] = [await stage().visitor(), await stage().visitor(), await stage().visitor(BAKERY)];
      await store.addTracked(one.key, [view('a', 9)]);
      await store.addTracked(baker.key, [view('b')]);
      await store.addTracked(two.key, [view('c', 3), view('d', 4)]);
      const first = await store.trackedOfSite(SHOP, { limit: 2 });
      expect(first).toMatchObject([
        { visitorKey: two.key, contactKey: null, ...view('d', 4) },
        { visitorKey: two.key, contactKey: null, ...view('c', 3) },
      ]);
      const rest = await store.trackedOfSite(SHOP, { before: first[1]!.key, limit: 2 });
      expect(rest).toMatchObject([{ visitorKey: one.key, ...view('a', 9) }]);
      expect(await store.trackedOfSite('nobody', { limit: 2 })).toEqual([]);
    });

    it('are those of a contact only where a signature says who it was', async () => {
      const { store } = stage();
      const write = { site: SHOP, at: 1_000, uuid: () => stage().uuid(), batch: null };
      const [signed, told] = [await stage().visitor(SHOP, everything), await stage().visitor()];
      const contact = await store.linkVerifiedVisitor(signed.key, 'u-7', write);
      await store.noteVisitorContact(told.key, { email: 'a@mail.example' }, write);
      await store.addTracked(signed.key, [view('a')]);
      await store.addTracked(told.key, [view('b')]);
      const rows = await store.trackedOfSite(SHOP, { limit: 9 });
      expect(rows.map(({ contactKey }) => contactKey)).toEqual([null, contact.key]);
      await store.updateVisitor(signed.key, { verified: false });
      expect((await store.trackedOfSite(SHOP, { limit: 9 }))[1]?.contactKey).toBeNull();
    });
  });
};
