import type { JudgedFeedback } from '../../domain/records/feedback.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

export const feedbackContract: Contract = ({ describe, it, expect }, stage) => {
  const write = (batch: number | null = null, site = SHOP) => ({
    ...{ site, at: 1_000, uuid: () => stage().uuid(), batch },
  });
  const said = (id: string, more: Partial<JudgedFeedback> = {}): JudgedFeedback => ({
    ...{ source: 'google', id, text: `what ${id} said`, locale: 'en', mood: 'neutral', score: 0, category: 'other' },
    ...more,
  });
  const save = (...drafts: JudgedFeedback[]) => stage().store.saveFeedback(drafts, write());
  const ids = async (filter: object = {}, limit = 9) =>
    (await stage().store.feedback(SHOP, { ...filter, limit })).map(({ id }) => id);
  const alert = (key: string) => ({
    ...{ id: stage().uuid(), kind: 'mail' as const, key, dueAt: 5_000 },
    payload: {
      ...{ to: { address: 'mia@shop.example' }, locale: 'en' as const, conversation: null },
      content: { template: 'known_problem_fixed' as const, problem: 'x', note: null },
    },
  });

  describe('feedback from elsewhere', () => {
    it('is known by its source and id: what comes again is the same, and what is left out stays', async () => {
      const first = said('a', { author: 'Ann', rating: 3, link: 'https://one.example/a', at: 400, score: -0.25 });
      const [added] = await save(first);
      expect(added).toMatchObject({ outcome: 'new', record: { author: 'Ann', rating: 3, at: 400, receivedAt: 1_000 } });
      expect((await save(said('a', { score: -0.25 }))).map(({ outcome }) => outcome)).toEqual(['same']);
      const [changed] = await save(said('a', { text: 'on second thought', rating: null, score: -0.25 }));
      expect(changed).toMatchObject({ outcome: 'changed', record: { text: 'on second thought', rating: null } });
      expect((await save(said('a', { source: 'forum' }))).map(({ outcome }) => outcome)).toEqual(['new']);
      expect(await stage().store.findFeedback(SHOP, 'google', 'a')).toMatchObject({ author: 'Ann', score: -0.25 });
      expect(await stage().store.findFeedback(BAKERY, 'google', 'a')).toBeNull();
    });

    it('comes newest first, page by page, and narrowed down by mood, category and source', async () => {
      await save(said('a', { at: 3 }), said('b', { at: 9, mood: 'negative', category: 'price' }));
      await save(said('c', { at: 3, mood: 'negative' }), said('d', { at: 1, source: 'forum' }));
      expect(await ids()).toEqual(['b', 'c', 'a', 'd']);
      expect(await ids({ mood: 'negative' })).toEqual(['b', 'c']);
      expect(await ids({ category: 'price', mood: 'negative' })).toEqual(['b']);
      expect(await ids({ source: 'forum' })).toEqual(['d']);
      const [, last] = await stage().store.feedback(SHOP, { limit: 2 });
      expect(await ids({ before: { at: last!.at, key: last!.key } })).toEqual(['a', 'd']);
      expect(await stage().store.feedback(BAKERY, { limit: 9 })).toEqual([]);
    });

    it('is found by its keys, of its own site', async () => {
      const keys = (await save(said('a'), said('b'), said('c'))).map(({ record }) => record.key);
      const found = await stage().store.feedbackByKeys(SHOP, [keys[2]!, keys[0]!, 10_000]);
      expect(found.map(({ id, site }) => [id, site])).toEqual([
        ['a', SHOP],
        ['c', SHOP],
      ]);
      expect(await stage().store.feedbackByKeys(BAKERY, keys)).toEqual([]);
    });

    it('is counted by source, category and mood within a time', async () => {
      await save(
        said('a', { at: 5 }),
        said('b', { at: 6 }),
        said('c', { at: 6, mood: 'negative' }),
        said('d', { at: 9 }),
      );
      expect(await stage().store.countFeedback(SHOP, 5, 9)).toEqual([
        { source: 'google', category: 'other', mood: 'negative', n: 1 },
        { source: 'google', category: 'other', mood: 'neutral', n: 2 },
      ]);
      expect(await stage().store.countFeedback(BAKERY, 0, 99)).toEqual([]);
    });

    it('calls the owner once, however often it is sent', async () => {
      const { store } = stage();
      await store.saveFeedback([said('a')], write(), [alert('feedback:a')]);
      await store.saveFeedback([said('a')], write(), [alert('feedback:a')]);
      expect(await store.claimJobs({ now: 9_000, until: 10_000, limit: 9, lease: 'l' })).toHaveLength(1);
    });

    it('of an import is taken back with it', async () => {
      const { store } = stage();
      await save(said('a', { rating: 2 }));
      const { key } = await store.startBatch({ site: SHOP, kind: 'feedback', file: 'feedback.csv', at: 1 });
      await store.saveFeedback([said('a', { rating: 9 }), said('b')], write(key));
      expect(await store.undoBatch(SHOP, key, { at: 2, limit: 10 })).toEqual({
        ...{ removed: 1, restored: 1, kept: 0, done: true },
      });
      expect((await store.feedback(SHOP, { limit: 9 })).map(({ id, rating }) => [id, rating])).toEqual([['a', 2]]);
    });

    it('can be taken out, by its own site only', async () => {
      const { store } = stage();
      const [saved] = await save(said('a'));
      const key = saved?.record.key ?? 0;
      expect(await store.deleteFeedback(BAKERY, key)).toBe(false);
      expect(await store.deleteFeedback(SHOP, key)).toBe(true);
      expect(await ids()).toEqual([]);
    });

    it('loses its words and whose it was when it is too old, and stays a figure', async () => {
      const { store } = stage();
      await save(said('a', { at: 5, author: 'Ann', email: 'ann@one.example', rating: 2 }), said('b', { at: 50 }));
      expect(await store.countExpired(SHOP, 'feedback', 50)).toBe(1);
      expect(await store.expire(BAKERY, 'feedback', 50, 99)).toBe(0);
      expect(await store.expire(SHOP, 'feedback', 50, 99)).toBe(1);
      expect(await store.expire(SHOP, 'feedback', 50, 99)).toBe(0);
      const bare = { text: '', author: null, email: null, link: null, rating: 2, mood: 'negative' };
      expect(await store.findFeedback(SHOP, 'google', 'a')).toMatchObject(bare);
      expect(await store.findFeedback(SHOP, 'google', 'b')).toMatchObject({ text: 'what b said' });
    });

    it('goes with the person under whose address it came', async () => {
      const { store } = stage();
      const [ann] = await store.saveContacts([{ id: 'K-1', email: 'ann@one.example' }], write());
      await save(said('a', { email: 'ann@one.example' }), said('b', { email: 'ben@one.example' }));
      await store.saveFeedback([said('c', { email: 'ann@one.example' })], write(null, BAKERY));
      const as = { id: 'r-1', at: 9_000, by: 'Mara' };
      const erasure = await store.erasePerson(SHOP, { contact: ann?.record.key ?? 0 }, as);
      expect(erasure?.rows.find(({ table }) => table === 'feedback')).toEqual({
        ...{ table: 'feedback', erased: 1, anonymised: 0 },
      });
      expect(await ids()).toEqual(['b']);
      expect(await store.feedback(BAKERY, { limit: 9 })).toHaveLength(1);
    });
  });
};
