import type { PageVote } from '../../ports/page-votes.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

const vote = (change: Partial<PageVote> = {}): PageVote => ({
  site: SHOP,
  page: 'article:washing',
  locale: 'en',
  day: '2026-11-27',
  helpful: true,
  ...change,
});
const ALWAYS = { from: '0000-01-01', to: '9999-12-31' };

export const pageVoteContract: Contract = ({ describe, it, expect }, stage) => {
  describe('votes on pages of the help centre', () => {
    it('are counted by page and language, sorted', async () => {
      const { store } = stage();
      expect(await store.pageVotes(SHOP, ALWAYS)).toEqual([]);
      for (const change of [{}, {}, { helpful: false }, { locale: 'zh' as const }, { page: 'faq:care.washing' }])
        await store.countPageVote(vote(change));
      expect(await store.pageVotes(SHOP, ALWAYS)).toEqual([
        { page: 'article:washing', locale: 'en', yes: 2, no: 1 },
        { page: 'article:washing', locale: 'zh', yes: 1, no: 0 },
        { page: 'faq:care.washing', locale: 'en', yes: 1, no: 0 },
      ]);
    });

    it('are counted one by one when they come at once', async () => {
      const { store } = stage();
      await Promise.all(Array.from({ length: 20 }, (_, n) => store.countPageVote(vote({ helpful: n % 4 === 0 }))));
      expect(await store.pageVotes(SHOP, ALWAYS)).toEqual([{ page: 'article:washing', locale: 'en', yes: 5, no: 15 }]);
    });

    it('are of days, the first and the last one included', async () => {
      const { store } = stage();
      for (const day of ['2026-11-25', '2026-11-26', '2026-11-27']) await store.countPageVote(vote({ day }));
      const yesOf = async (from: string, to: string) => (await store.pageVotes(SHOP, { from, to }))[0]?.yes ?? 0;
      expect(await yesOf('2026-11-25', '2026-11-26')).toBe(2);
      expect(await yesOf('2026-11-27', '2026-11-27')).toBe(1);
      expect(await yesOf('2026-11-28', '2026-12-31')).toBe(0);
    });

    it('belong to their site', async () => {
      const { store } = stage();
      await store.countPageVote(vote());
      await store.countPageVote(vote({ site: BAKERY, helpful: false }));
      expect(await store.pageVotes(BAKERY, ALWAYS)).toEqual([{ page: 'article:washing', locale: 'en', yes: 0, no: 1 }]);
      expect(await store.pageVotes('no-such-site', ALWAYS)).toEqual([]);
    });
  });
};
