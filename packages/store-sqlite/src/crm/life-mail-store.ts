import type { LifeMail, LifeMailDue, LifeMailSpan, LifeMailStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import { OutboxWriter } from '../jobs/outbox-writer.ts';
import { CONTACT_COLUMNS, toContact } from '../records/contact-rows.ts';
import type { ContactRow } from '../records/contact-rows.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import { ALLOWED, BLOCKED, contactWhere } from './contact-where.ts';

type Values = Record<string, string | number>;
type DueRow = ContactRow & { place: number; about: number };

const columns = CONTACT_COLUMNS.split(', ')
  .map((name) => `contact.${name}`)
  .join(', ');

/** Has an address, allowed it, is not blocked, and did not unsubscribe by that address since. */
const REACHABLE = `contact.email IS NOT NULL AND ${ALLOWED} AND NOT ${BLOCKED}
  AND NOT EXISTS (SELECT 1 FROM life_mail u JOIN contact_profile p ON p.contact = contact.key
    WHERE u.site = contact.site AND u.address = contact.email AND u.unsubscribed_at >= p.marketing_at)`;
const NOT_YET = `NOT EXISTS (SELECT 1 FROM life_mail m WHERE m.contact = contact.key AND m.message = @message`;

export function createLifeMailStore(db: Database, group: GroupCommit, sites: SiteKeys): LifeMailStore {
  const s = prepare(db);
  const outbox = new OutboxWriter(db);
  const due = (
    site: string,
    sql: string,
    { filter, now, limit, ...span }: LifeMailSpan,
    more: Values,
  ): LifeMailDue[] => {
    const where = filter === null ? { sql: '1', values: {} } : contactWhere(filter, now);
    const rows = db
      .prepare<[Values], DueRow>(`${sql} AND ${REACHABLE} AND ${where.sql} ORDER BY place LIMIT @limit`)
      .all({ ...where.values, ...span, ...more, limit, site: sites.find(site) ?? 0 });
    return rows.map(({ place, about, ...row }) => ({ place, order: about, contact: toContact(row, site) }));
  };
  return {
    movedForMail: (site, to, span) =>
      reading(() =>
        due(
          site,
          `SELECT ${columns}, life_move.key AS place, 0 AS about FROM life_move
            JOIN contact ON contact.key = life_move.contact
            JOIN life_stage ON life_stage.contact = contact.key AND life_stage.stage = life_move.to_stage
          WHERE life_move.site = @site AND life_move.at > @from AND life_move.at <= @until AND life_move.key > @after
            AND to_stage = @to AND by_rules = 0 AND ${NOT_YET})`,
          span,
          { to },
        ),
      ),
    deliveredForMail: (site, span) =>
      reading(() =>
        due(
          site,
          `SELECT ${columns}, delivery.order_key AS place, delivery.order_key AS about FROM delivery
            JOIN shop_order ON shop_order.key = delivery.order_key
            JOIN contact ON contact.key = shop_order.contact
          WHERE delivery.site = @site AND seen_at > @from AND seen_at <= @until AND delivery.order_key > @after
            AND ${NOT_YET} AND m.about = delivery.order_key)`,
          span,
          {},
        ),
      ),
    planLifeMail: ({ site, message, contactKey, order, at, restMs, address, tokenHash, entry }) =>
      group.write(() => {
        const key = sites.find(site) ?? 0;
        const values = { site: key, message, contact: contactKey, about: order, address, since: at - restMs };
        if (s.mayGet.get(values) === undefined) return false;
        s.add.run({
          ...{ site: key, message, contact: contactKey, about: order, address, at },
          tokenHash,
          key: entry.key,
        });
        outbox.add(key, [entry]);
        return true;
      }),
    findLifeMail: (tokenHash) =>
      reading(() => {
        const row = s.byToken.get(tokenHash);
        return row === undefined ? null : { ...row, site: sites.idOf(row.site) };
      }),
    unsubscribe: (tokenHash, at) =>
      group.write(() => {
        const row = s.byToken.get(tokenHash);
        if (row === undefined) return false;
        const { site, address } = row;
        s.leave.run(at, tokenHash);
        for (const contact of s.atAddress.all(site, address)) {
          s.forbid.run(contact);
          s.dropEmpty.run(contact);
        }
        for (const key of s.waiting.all(site, address)) outbox.cancel(site, 'mail', key);
        return true;
      }),
    lifeMailCounts: (site) => reading(() => s.counts.all(sites.find(site) ?? 0)),
  };
}

function prepare(db: Database) {
  return {
    mayGet: db.prepare<[Values], object>(`
      SELECT 1 FROM contact WHERE key = @contact AND site = @site AND email = @address AND ${REACHABLE}
        AND ${NOT_YET} AND m.about = @about)
        AND NOT EXISTS (SELECT 1 FROM life_mail m WHERE m.site = @site AND m.address = @address AND m.at > @since)`),
    add: db.prepare(`
      INSERT INTO life_mail (site, message, contact, about, address, at, token, outbox_key)
      VALUES (@site, @message, @contact, @about, @address, @at, @tokenHash, @key)`),
    byToken: db.prepare<[string], Omit<LifeMail, 'site'> & { site: number }>(`
      SELECT site, message, contact AS contactKey, address, at, unsubscribed_at AS unsubscribedAt
      FROM life_mail WHERE token = ?`),
    leave: db.prepare('UPDATE life_mail SET unsubscribed_at = coalesce(unsubscribed_at, ?) WHERE token = ?'),
    // Not by an index of verified ones alone: what a visitor said has the same reader.
    atAddress: db.prepare<[number, string], number>('SELECT key FROM contact WHERE site = ? AND email = ?').pluck(),
    forbid: db.prepare(
      'UPDATE contact_profile SET marketing_at = NULL, marketing_how = NULL, marketing_version = NULL WHERE contact = ?',
    ),
    dropEmpty: db.prepare(
      `DELETE FROM contact_profile WHERE contact = ? AND marketing_at IS NULL AND attributes = '{}'`,
    ),
    waiting: db
      .prepare<[number, string], string>('SELECT outbox_key FROM life_mail WHERE site = ? AND address = ?')
      .pluck(),
    counts: db.prepare<[number], { message: string; sent: number; left: number }>(`
      SELECT message, count(*) AS sent, count(unsubscribed_at) AS left FROM life_mail WHERE site = ? GROUP BY message`),
  };
}
