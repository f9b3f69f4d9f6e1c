import type { SettingsStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from './group-commit.ts';
import { reading } from './database/storage-failure.ts';

type PresenceMode = Awaited<ReturnType<SettingsStore['presenceMode']>>;

export function createSettingsStore(db: Database, group: GroupCommit): SettingsStore {
  const select = db.prepare<[string], PresenceMode>('SELECT mode FROM presence WHERE site = ?').pluck();
  const upsert = db.prepare(`
    INSERT INTO presence (site, mode) VALUES (?, ?) ON CONFLICT (site) DO UPDATE SET mode = excluded.mode`);
  return {
    presenceMode: (site) => reading(() => select.get(site) ?? 'auto'),
    setPresenceMode: (site, mode) => group.write(() => void upsert.run(site, mode)),
  };
}
