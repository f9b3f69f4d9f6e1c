import type { SightingStore, WidgetSighting } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';

interface Needs {
  db: Database;
  group: GroupCommit;
  sites: SiteKeys;
}

export function createSightingStore({ db, group, sites }: Needs): SightingStore {
  const upsert = db.prepare(`
    INSERT INTO widget_sighting (site, origin, at) VALUES (?, ?, ?)
    ON CONFLICT (site, origin) DO UPDATE SET at = max(at, excluded.at)`);
  const trim = db.prepare(`
    DELETE FROM widget_sighting WHERE site = ? AND origin NOT IN
      (SELECT origin FROM widget_sighting WHERE site = ? ORDER BY at DESC, origin LIMIT ?)`);
  const select = db.prepare<[number], WidgetSighting>(
    'SELECT origin, at FROM widget_sighting WHERE site = ? ORDER BY at DESC, origin',
  );
  return {
    sawWidget: (id, { origin, at }, most) =>
      group.write(() => {
        const site = sites.make(id);
        upsert.run(site, origin, at);
        trim.run(site, site, most);
      }),
    widgetSightings: (id) =>
      reading(() => {
        const site = sites.find(id);
        return site === null ? [] : select.all(site);
      }),
  };
}
