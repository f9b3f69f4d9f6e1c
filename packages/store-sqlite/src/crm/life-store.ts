import { DELIVERY_IS_NEWS_MS, GONE_ORDERS, LIFE_STAGES, lifePlace, stageBefore } from '@solodesk/core';
import type { LifeFacts, LifeStage, LifeStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import { OutboxWriter } from '../jobs/outbox-writer.ts';
import { CONTACT_COLUMNS, toContact } from '../records/contact-rows.ts';
import type { ContactRow } from '../records/contact-rows.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';

interface StageRow {
  stage: LifeStage | null;
  since: number;
  until: number | null;
}

/** `due_at` of what is worked out anew because the rules changed. */
const RULES_CHANGED = -1;

export function createLifeStore(db: Database, group: GroupCommit, sites: SiteKeys): LifeStore {
  const s = prepare(db);
  const outbox = new OutboxWriter(db);
  return {
    tendLife: (site, { rules, now, limit, onPlaced, aftermath }) => {
      const key = sites.find(site);
      // Looking costs no transaction: mostly there is nothing to do.
      if (key === null || !isDue(key, JSON.stringify(rules), now)) return Promise.resolve(false);
      return group.write(() => {
        const text = JSON.stringify(rules);
        const rulesBefore = s.rules.get(key);
        if (rulesBefore !== text) s.saveRules.run(key, text);
        // Whoever was never looked at is due anyway, and has not been moved by rules.
        if (rulesBefore !== undefined && rulesBefore !== text) s.allAgain.run(key);
        const news = now - DELIVERY_IS_NEWS_MS;
        const came = s.forgetOld.run({ key, news, limit }).changes + s.stamp.run({ key, now, news, limit }).changes;
        const due = s.due.all(key, now, limit);
        for (const { contact, stage: known, due_at: dueAt } of due) {
          const facts = s.facts.get({ contact });
          // An orphan of a contact that is gone.
          if (facts === undefined) {
            s.remove.run(contact);
            continue;
          }
          const { stage, until } = lifePlace(facts, rules, now);
          s.save.run({ contact, stage, until, now });
          if (known !== stage) onPlaced?.(contact);
          const before = known ?? stageBefore(facts, now);
          if (before === null || before === stage) continue;
          const byRules = dueAt === RULES_CHANGED;
          s.move.run(key, contact, now, before, stage, byRules ? 1 : 0);
          const row = aftermath && s.contact.get(contact);
          if (row === undefined) continue;
          const move = { contactKey: contact, at: now, from: before, to: stage, byRules };
          outbox.add(key, aftermath?.(move, toContact(row, site)) ?? []);
        }
        return due.length === limit || came >= limit;
      });
    },

    lifeOf: (site, contactKey) =>
      reading(() => {
        const row = s.one.get(contactKey, sites.find(site) ?? 0);
        const facts = s.facts.get({ contact: contactKey });
        if (row === undefined || facts === undefined || row.stage === null) return null;
        return { stage: row.stage, since: row.since, until: row.until, facts };
      }),

    stagesOf: (site, contactKeys) =>
      reading(() => {
        const rows = s.stages.all(JSON.stringify(contactKeys), sites.find(site) ?? 0);
        return new Map(rows.map(({ contact, stage }) => [contact, stage]));
      }),

    lifeCounts: (site) =>
      reading(() => {
        const rows = s.counts.all(sites.find(site) ?? 0);
        const count = (stage: LifeStage) => rows.find((row) => row.stage === stage)?.contacts ?? 0;
        return Object.fromEntries(LIFE_STAGES.map((stage) => [stage, count(stage)])) as Record<LifeStage, number>;
      }),

    lifeMoves: (site, since, limit) =>
      reading(() =>
        s.moves.all(sites.find(site) ?? 0, since, limit).map(({ movedAt, fromStage, toStage, byRules, ...row }) => ({
          move: { contactKey: row.key, at: movedAt, from: fromStage, to: toStage, byRules: byRules === 1 },
          contact: toContact(row, site),
        })),
      ),
  };

  function isDue(key: number, rules: string, now: number): boolean {
    return s.rules.get(key) !== rules || s.anyDue.get(key, now) !== undefined || s.anyCame.get(key) !== undefined;
  }
}

const columns = CONTACT_COLUMNS.split(', ')
  .map((name) => `contact.${name}`)
  .join(', ');

const GONE = GONE_ORDERS.map((status) => `'${status}'`).join(', ');

function prepare(db: Database) {
  const order = (what: string) =>
    `(SELECT ${what} FROM shop_order WHERE contact = @contact AND status NOT IN (${GONE})`;
  return {
    rules: db.prepare<[number], string>('SELECT rules FROM life_rules WHERE site = ?').pluck(),
    saveRules: db.prepare(
      'INSERT INTO life_rules VALUES (?, ?) ON CONFLICT (site) DO UPDATE SET rules = excluded.rules',
    ),
    allAgain: db.prepare<[number]>(`UPDATE life_stage SET due_at = ${RULES_CHANGED} WHERE site = ?`),
    due: db.prepare<[number, number, number], { contact: number; stage: LifeStage | null; due_at: number }>(
      'SELECT contact, stage, due_at FROM life_stage WHERE site = ? AND due_at <= ? ORDER BY due_at LIMIT ?',
    ),
    facts: db.prepare<{ contact: number }, LifeFacts>(`
      SELECT customer_since AS customerSince,
        ${order('min(placed_at)')}) AS firstOrderAt,
        ${order('max(placed_at)')}) AS lastOrderAt,
        ${order('placed_at')} ORDER BY placed_at DESC LIMIT 1 OFFSET 1) AS orderBeforeAt,
        nullif(max(
          coalesce((SELECT max(created_at) FROM ticket WHERE contact = @contact), 0),
          coalesce((SELECT max(last_at) FROM visitor_contact JOIN conversation ON conversation.key = visitor_contact.visitor
            WHERE visitor_contact.contact = @contact), 0)), 0) AS lastAskedAt
      FROM contact WHERE key = @contact`),
    // Nothing is due for years where nothing changes by itself.
    save: db.prepare(`
      UPDATE life_stage SET since = iif(stage IS @stage, since, @now), stage = @stage,
        due_at = coalesce(@until, 9007199254740991) WHERE contact = @contact`),
    remove: db.prepare<[number]>('DELETE FROM life_stage WHERE contact = ?'),
    move: db.prepare(
      'INSERT INTO life_move (site, contact, at, from_stage, to_stage, by_rules) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    one: db.prepare<[number, number], StageRow>(
      'SELECT stage, since, nullif(due_at, 9007199254740991) AS until FROM life_stage WHERE contact = ? AND site = ?',
    ),
    counts: db.prepare<[number], { stage: LifeStage; contacts: number }>(
      'SELECT stage, count(*) AS contacts FROM life_stage WHERE site = ? AND stage IS NOT NULL GROUP BY stage',
    ),
    moves: db.prepare<
      [number, number, number],
      ContactRow & { movedAt: number; fromStage: LifeStage; toStage: LifeStage; byRules: number }
    >(`
      SELECT ${columns}, life_move.at AS movedAt, from_stage AS fromStage, to_stage AS toStage,
        by_rules AS byRules
      FROM life_move JOIN contact ON contact.key = life_move.contact
      WHERE life_move.site = ? AND life_move.at >= ? ORDER BY life_move.at DESC, life_move.key DESC LIMIT ?`),
    stages: db.prepare<[string, number], { contact: number; stage: LifeStage }>(
      'SELECT contact, stage FROM life_stage WHERE contact IN (SELECT value FROM json_each(?)) AND site = ? AND stage IS NOT NULL',
    ),
    contact: db.prepare<[number], ContactRow>(`SELECT ${CONTACT_COLUMNS} FROM contact WHERE key = ?`),
    anyDue: db.prepare<[number, number], object>('SELECT 1 FROM life_stage WHERE site = ? AND due_at <= ? LIMIT 1'),
    anyCame: db.prepare<[number], object>('SELECT 1 FROM delivery WHERE site = ? AND seen_at IS NULL LIMIT 1'),
    forgetOld: db.prepare(`
      DELETE FROM delivery WHERE order_key IN (
        SELECT order_key FROM delivery JOIN shop_order ON key = order_key
        WHERE delivery.site = @key AND seen_at IS NULL AND placed_at < @news LIMIT @limit)`),
    stamp: db.prepare(`
      UPDATE delivery SET seen_at = @now WHERE order_key IN (
        SELECT order_key FROM delivery JOIN shop_order ON key = order_key
        WHERE delivery.site = @key AND seen_at IS NULL AND placed_at >= @news LIMIT @limit)`),
  };
}
