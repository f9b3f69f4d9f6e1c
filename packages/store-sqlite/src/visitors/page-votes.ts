import type { PageVoteCount, PageVoteStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';

export function createPageVoteStore(db: Database, group: GroupCommit, sites: SiteKeys): PageVoteStore {
  const count = db.prepare(`
    INSERT INTO page_vote (site, day, page, locale, yes, no) VALUES (@site, @day, @page, @locale, @yes, @no)
    ON CONFLICT (site, day, page, locale) DO UPDATE SET yes = yes + excluded.yes, no = no + excluded.no`);
  const select = db.prepare<[number, string, string], PageVoteCount>(`
    SELECT page, locale, sum(yes) AS yes, sum(no) AS no FROM page_vote
    WHERE site = ? AND day BETWEEN ? AND ? GROUP BY page, locale ORDER BY page, locale`);
  return {
    countPageVote: ({ site, day, page, locale, helpful }) =>
      group.write(() => {
        count.run({ site: sites.make(site), day, page, locale, yes: helpful ? 1 : 0, no: helpful ? 0 : 1 });
      }),
    pageVotes: (site, { from, to }) =>
      reading(() => {
        const key = sites.find(site);
        return key === null ? [] : select.all(key, from, to);
      }),
  };
}
