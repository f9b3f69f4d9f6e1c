import type { SiteTrackedEvent, TrackedEvent, Visitor, VisitorStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import { VISITOR_COLUMNS, asStored, changeableColumns, toVisitor } from './visitor-rows.ts';
import type { VisitorRow } from './visitor-rows.ts';

export function createVisitorStore(db: Database, group: GroupCommit, sites: SiteKeys): VisitorStore {
  const select = db.prepare<[number], VisitorRow>(`SELECT ${VISITOR_COLUMNS} FROM visitor WHERE key = ?`);
  const selectByToken = db.prepare<[string], VisitorRow>(`SELECT ${VISITOR_COLUMNS} FROM visitor WHERE token_hash = ?`);
  const insert = db.prepare(`
    INSERT INTO visitor (site, id, token_hash, created_at, locale, time_zone, user_id, verified, claims, page_url,
      page_title, consent_version, consent_at, blocked, referrer)
    VALUES (@site, @id, @tokenHash, @createdAt, @locale, @timeZone, @userId, @verified, @claims, @pageUrl,
      @pageTitle, @consentVersion, @consentAt, @blocked, @referrer)`);
  const update = db.prepare(`
    UPDATE visitor SET locale = @locale, time_zone = @timeZone, user_id = @userId, verified = @verified,
      claims = @claims, page_url = @pageUrl, page_title = @pageTitle, consent_version = @consentVersion,
      consent_at = @consentAt, blocked = @blocked
    WHERE key = @key`);
  const insertTracked = db.prepare(`
    INSERT INTO tracked (visitor, site, client_id, name, props, at, page)
    SELECT key, site, ?, ?, ?, ?, ? FROM visitor WHERE key = ?
    ON CONFLICT (visitor, client_id) DO NOTHING`);
  const selectTracked = db.prepare<[number, number], TrackedRow>(
    'SELECT client_id, name, props, at, page FROM tracked WHERE visitor = ? ORDER BY id DESC LIMIT ?',
  );

  const selectOfSite = db.prepare<[number, number, number], SiteTrackedRow>(`
    SELECT tracked.id, tracked.visitor, contact.key AS contact, tracked.client_id, tracked.name, tracked.props, tracked.at,
      tracked.page
    FROM tracked INDEXED BY tracked_site CROSS JOIN visitor ON visitor.key = tracked.visitor
    LEFT JOIN visitor_contact ON visitor_contact.visitor = visitor.key
    LEFT JOIN contact ON contact.key = visitor_contact.contact AND contact.verified = 1 AND visitor.verified = 1
    WHERE tracked.site = ? AND tracked.id < ? ORDER BY tracked.id DESC LIMIT ?`);

  const load = (key: number): Visitor | null => {
    const row = select.get(key);
    return row === undefined ? null : toVisitor(row, sites.idOf(row.site));
  };

  return {
    createVisitor: (visitor, tokenHash) =>
      group.write(() => {
        const { lastInsertRowid } = insert.run({
          ...changeableColumns(visitor),
          site: sites.make(visitor.site),
          id: visitor.id,
          tokenHash,
          createdAt: visitor.createdAt,
          referrer: visitor.referrer,
        });
        return asStored(visitor, Number(lastInsertRowid));
      }),

    findVisitorByToken: (site, tokenHash) =>
      reading(() => {
        const row = selectByToken.get(tokenHash);
        return row === undefined || row.site !== sites.find(site) ? null : toVisitor(row, site);
      }),

    findVisitor: (visitorKey) => reading(() => load(visitorKey)),

    updateVisitor: (visitorKey, change) =>
      group.write(() => {
        const current = load(visitorKey);
        if (current === null) return null;
        const changed = asStored({ ...current, ...change }, visitorKey);
        update.run({ ...changeableColumns(changed), key: visitorKey });
        return changed;
      }),

    addTracked: (visitorKey, events) =>
      group.write(() => {
        let stored = 0;
        for (const { clientId, name, props, at, page } of events) {
          stored += insertTracked.run(clientId, name, JSON.stringify(props), at, page, visitorKey).changes;
        }
        return stored;
      }),

    tracked: (visitorKey, limit) => reading(() => selectTracked.all(visitorKey, limit).map(toTracked)),
    trackedOfSite: (site, { before = Number.MAX_SAFE_INTEGER, limit }) =>
      reading(() => selectOfSite.all(sites.find(site) ?? 0, before, limit).map(toSiteTracked)),
  };
}

interface TrackedRow {
  client_id: string;
  name: string;
  props: string;
  at: number;
  page: string;
}

interface SiteTrackedRow extends TrackedRow {
  id: number;
  visitor: number;
  contact: number | null;
}

function toSiteTracked(row: SiteTrackedRow): SiteTrackedEvent {
  return { key: row.id, visitorKey: row.visitor, contactKey: row.contact, ...toTracked(row) };
}

function toTracked(row: TrackedRow): TrackedEvent {
  return {
    clientId: row.client_id,
    name: row.name,
    props: JSON.parse(row.props) as TrackedEvent['props'],
    at: row.at,
    page: row.page,
  };
}
