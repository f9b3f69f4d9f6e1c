import { SAME_LOOK_MS } from '@solodesk/core';
import type { ConsentStore, ConsentText, Localized, View, ViewStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';

type ViewRow = Omit<View, 'site'>;

/** Who saw whom, and the texts that people agreed to. */
export function createViewStore(db: Database, group: GroupCommit, sites: SiteKeys): ViewStore & ConsentStore {
  const statements = prepare(db);
  return {
    noteView: ({ site, at, account, by, kind, contact, visitor, detail }) =>
      group.write(() => {
        const key = sites.make(site);
        const before = { site: key, since: at - SAME_LOOK_MS, account, kind, contact, visitor, detail };
        if (statements.recent.get(before) === undefined) {
          statements.add.run(key, at, account, by, kind, contact, visitor, detail);
        }
      }),
    views: (site, { before = Number.MAX_SAFE_INTEGER, limit, contact, visitor }) =>
      reading(() => {
        const key = sites.find(site) ?? 0;
        const rows =
          contact !== undefined
            ? statements.ofContact.all(contact, key, before, limit)
            : visitor !== undefined
              ? statements.ofVisitor.all(visitor, key, before, limit)
              : statements.list.all(key, before, limit);
        return rows.map((row) => ({ ...row, site }));
      }),
    noteConsentText: (site, { version, text, since }) =>
      group.write(() => void statements.addText.run(sites.make(site), version, JSON.stringify(text), since)),
    consentTexts: (site) =>
      reading(() =>
        statements.texts
          .all(sites.find(site) ?? 0)
          .map(({ text, ...row }): ConsentText => ({ ...row, text: JSON.parse(text) as Localized<string> })),
      ),
  };
}

function prepare(db: Database) {
  const list = (where: string) =>
    `SELECT key, at, account, by, kind, contact, visitor, detail FROM view_log
     WHERE ${where} AND key < ? ORDER BY key DESC LIMIT ?`;
  return {
    recent: db.prepare<[object], number>(`
      SELECT 1 FROM (SELECT * FROM view_log WHERE site = @site ORDER BY key DESC LIMIT 50)
      WHERE at > @since AND account = @account AND kind = @kind AND contact IS @contact AND visitor IS @visitor
        AND detail = @detail`),
    add: db.prepare(`
      INSERT INTO view_log (site, at, account, by, kind, contact, visitor, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
    list: db.prepare<[number, number, number], ViewRow>(list('site = ?')),
    ofContact: db.prepare<[number, number, number, number], ViewRow>(list('contact = ? AND site = ?')),
    ofVisitor: db.prepare<[number, number, number, number], ViewRow>(list('visitor = ? AND site = ?')),
    addText: db.prepare('INSERT OR IGNORE INTO consent_text (site, version, text, since) VALUES (?, ?, ?, ?)'),
    texts: db.prepare<[number], { version: string; text: string; since: number }>(
      'SELECT version, text, since FROM consent_text WHERE site = ? ORDER BY since DESC, version DESC',
    ),
  };
}
