import { DeskError, withProfileChange } from '@solodesk/core';
import type { CrmStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import { ProfileRows } from './profiles.ts';
import { TimelineReader } from './timeline.ts';

export function createCrmStore(db: Database, group: GroupCommit, sites: SiteKeys): CrmStore {
  const timeline = new TimelineReader(db);
  const profiles = new ProfileRows(db);
  const keyOf = (site: string) => sites.find(site) ?? 0;
  return {
    timeline: (site, contactKey, page) => reading(() => timeline.read(keyOf(site), contactKey, page)),
    profile: (site, contactKey) =>
      reading(() => (profiles.isKnown(keyOf(site), contactKey) ? profiles.read(contactKey) : null)),
    async changeProfile(site, contactKey, change) {
      const outcome = await group.write(() => {
        if (!profiles.isKnown(keyOf(site), contactKey)) return null;
        const next = withProfileChange(profiles.read(contactKey), change);
        if (next === null) return 'full';
        profiles.write(keyOf(site), next);
        return next;
      });
      if (outcome === 'full') throw new DeskError('refused', 'more tags or attributes than one contact may have');
      return outcome;
    },
    tags: (site, limit) => reading(() => profiles.tags(keyOf(site), limit)),
  };
}
