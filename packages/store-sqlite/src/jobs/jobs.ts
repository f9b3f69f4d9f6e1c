import type { ConversationJob, DeadEntry, DeadJob, Job, JobStore, OutboxJob } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { DueJobs } from './due-jobs.ts';
import type { GroupCommit } from '../group-commit.ts';
import { OutboxWriter } from './outbox-writer.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';

interface JobRow {
  key: number;
  id: string;
  kind: Job['kind'];
  site: number;
  conversationKey: number | null;
  payload: string | null;
  attempts: number;
  sentSeq: number;
  begun: number;
}
type DeadRow = Omit<DeadJob, 'site'>;
type DeadEntryRow = Omit<DeadEntry, 'payload'> & { payload: string | null };

/** Entries of one site and kind whose keys begin alike. Most of them are done: those that are due or dead have indexes of their own. */
const BEGINNING = 'site = @site AND kind = @kind AND outbox_key >= @first AND outbox_key < @last';

/** Settling needs the lease of the claim: who comes too late changes nothing. */
export function createJobStore(db: Database, group: GroupCommit, sites: SiteKeys, dueJobs: DueJobs): JobStore {
  const statements = prepare(db);
  /** None of these happens with a message, so that it may forget all that is known. */
  const change = <T>(work: () => T) =>
    group.write(() => {
      dueJobs.clear();
      return work();
    });
  const outbox = new OutboxWriter(db);
  const beginning = (site: string, kind: string, prefix: string) => ({
    ...{ site: sites.find(site) ?? 0, kind },
    ...{ first: prefix, last: `${prefix}\u{10ffff}` },
  });
  return {
    planOutbox: (site, entries) => group.write(() => outbox.add(sites.make(site), entries)),
    cancelOutbox: (site, kind, key) => group.write(() => outbox.cancel(sites.find(site), kind, key)),
    hastenOutbox: (site, kind, prefix, now) =>
      change(() => statements.hasten.run({ ...beginning(site, kind, prefix), now }).changes),
    pruneOutbox: (before, limit) => group.write(() => statements.prune.run(before, limit).changes),
    deadEntries: (site, kind, prefix, { before = Number.MAX_SAFE_INTEGER, limit }) =>
      reading(() =>
        statements.deadEntries.all({ ...beginning(site, kind, prefix), before, limit }).map(
          // Kind and payload were written together, from a typed entry.
          (row) => ({ ...row, payload: JSON.parse(row.payload ?? 'null') as unknown }) as DeadEntry,
        ),
      ),
    reviveEntries: (site, kind, prefix, now) =>
      change(() => statements.reviveEntries.run({ ...beginning(site, kind, prefix), now }).changes),

    beginJob: (key, lease) => group.write(() => statements.begin.run(key, lease).changes === 1),
    releaseJobs: () => change(() => void statements.release.run()),

    nextJobAt: () => reading(() => statements.next.get() ?? null),

    claimJobs: ({ now, until, limit, lease }) =>
      change(() => {
        const rows = statements.claimable.all(now, limit);
        for (const { key } of rows) statements.claim.run(lease, until, key);
        return rows.map((row) => toJob(row, sites.idOf(row.site)));
      }),

    finishJob: (key, lease, sent) =>
      change(() => {
        if (sent !== null) statements.noteMail.run({ key, lease, at: sent.at });
        statements.finish.run({ key, lease, at: sent?.at ?? null, seq: sent?.seq ?? null });
      }),

    postponeJob: (key, lease, { dueAt, error, counted, unsure = false }) =>
      change(() => void statements.postpone.run(dueAt, error, counted ? 0 : 1, unsure ? 0 : 1, key, lease)),

    buryJob: (key, lease, { at, error }) => change(() => void statements.bury.run(at, error, key, lease)),

    deadJobs: (site, limit) =>
      reading(() => statements.dead.all(sites.find(site) ?? 0, limit).map((row) => ({ ...row, site }))),

    reviveJob: (site, key, now) => change(() => statements.revive.run(now, key, sites.find(site)).changes === 1),
    dismissJob: (site, key) => change(() => statements.dismiss.run(key, sites.find(site)).changes === 1),
  };
}

function toJob({ site: _number, conversationKey, payload, begun, sentSeq, ...row }: JobRow, site: string): Job {
  const held = { ...row, site, attempts: row.attempts + 1 };
  if (conversationKey !== null) return { ...held, conversationKey, sentSeq } as ConversationJob;
  // Kind and payload were written together, from a typed entry.
  return { ...held, begun, payload: JSON.parse(payload ?? 'null') as unknown } as OutboxJob;
}

function prepare(db: Database) {
  const letGo = 'lease = NULL, lease_until = 0, again_at = NULL';
  return {
    next: db
      .prepare<[], number>(
        `SELECT max(due_at, lease_until) FROM job WHERE state = 'due' ORDER BY max(due_at, lease_until) LIMIT 1`,
      )
      .pluck(),
    claimable: db.prepare<[number, number], JobRow>(`
      SELECT key, id, kind, site, conversation AS conversationKey, payload, attempts, sent_seq AS sentSeq, begun FROM job
      WHERE state = 'due' AND max(due_at, lease_until) <= ? ORDER BY due_at, key LIMIT ?`),
    claim: db.prepare('UPDATE job SET lease = ?, lease_until = ?, attempts = attempts + 1 WHERE key = ?'),
    begin: db.prepare('UPDATE job SET begun = begun + 1 WHERE key = ? AND lease = ?'),
    release: db.prepare('UPDATE job SET lease = NULL, lease_until = 0 WHERE lease IS NOT NULL'),
    hasten: db.prepare(
      `UPDATE job INDEXED BY job_due SET due_at = @now
       WHERE ${BEGINNING} AND state = 'due' AND lease IS NULL AND due_at > @now`,
    ),
    prune: db.prepare(`
      DELETE FROM job WHERE key IN (
        SELECT key FROM job WHERE state = 'done' AND outbox_key IS NOT NULL AND max(due_at, coalesce(sent_at, 0)) < ? LIMIT ?)`),
    deadEntries: db.prepare<[object], DeadEntryRow>(`
      SELECT key, kind, id, payload, attempts, error, dead_at AS at FROM job INDEXED BY job_dead
      WHERE ${BEGINNING} AND state = 'dead' AND key < @before ORDER BY key DESC LIMIT @limit`),
    reviveEntries: db.prepare(
      `UPDATE job INDEXED BY job_dead SET state = 'due', due_at = @now, attempts = 0, begun = 0
       WHERE ${BEGINNING} AND state = 'dead'`,
    ),
    noteMail: db.prepare(`
      INSERT INTO sent_mail (site, address, at, about)
      SELECT site, lower(json_extract(payload, '$.to.address')), @at, outbox_key FROM job
      WHERE key = @key AND lease = @lease AND kind = 'mail' AND payload IS NOT NULL`),
    // What was planned meanwhile comes again after its gap, and as a new job: its attempts are its own.
    finish: db.prepare(`
      UPDATE job SET
        sent_at = coalesce(@at, sent_at), sent_seq = coalesce(@seq, sent_seq), attempts = 0, payload = NULL,
        state = iif(again_at IS NULL, 'done', 'due'),
        due_at = iif(again_at IS NULL, due_at, max(again_at, coalesce(coalesce(@at, sent_at) + gap_ms, again_at))),
        ${letGo}
      WHERE key = @key AND lease = @lease`),
    postpone: db.prepare(
      `UPDATE job SET due_at = ?, error = ?, attempts = attempts - ?, begun = max(0, begun - ?), ${letGo} WHERE key = ? AND lease = ?`,
    ),
    bury: db.prepare(`UPDATE job SET state = 'dead', dead_at = ?, error = ?, ${letGo} WHERE key = ? AND lease = ?`),
    dead: db.prepare<[number, number], DeadRow>(`
      SELECT key, kind, conversation AS conversationKey, attempts, error, dead_at AS at FROM job
      WHERE site = ? AND state = 'dead' ORDER BY dead_at DESC, key DESC LIMIT ?`),
    revive: db.prepare(
      `UPDATE job SET state = 'due', due_at = ?, attempts = 0, begun = 0 WHERE key = ? AND site = ? AND state = 'dead'`,
    ),
    dismiss: db.prepare(`UPDATE job SET state = 'done', payload = NULL WHERE key = ? AND site = ? AND state = 'dead'`),
  };
}
