import type { PageVote, PageVoteCount, PageVoteStore } from '../ports/page-votes.ts';

export function createMemoryPageVotes(): PageVoteStore {
  const votes: PageVote[] = [];
  return {
    async countPageVote(vote) {
      votes.push({ ...vote });
    },
    async pageVotes(site, { from, to }) {
      const counts = new Map<string, PageVoteCount>();
      for (const { page, locale, helpful } of votes.filter(
        (vote) => vote.site === site && vote.day >= from && vote.day <= to,
      )) {
        const count = counts.get(`${page} ${locale}`) ?? { page, locale, yes: 0, no: 0 };
        counts.set(`${page} ${locale}`, helpful ? { ...count, yes: count.yes + 1 } : { ...count, no: count.no + 1 });
      }
      return [...counts.keys()].sort().map((key) => counts.get(key)!);
    },
  };
}
