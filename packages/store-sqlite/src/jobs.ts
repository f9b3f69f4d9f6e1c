import type { ConversationJob, DeadJob, Job, JobStore, OutboxJob } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { DueJobs } from './due-jobs.ts';
import type { GroupCommit } from './group-commit.ts';
import { OutboxWriter } from './outbox-writer.ts';
import type { SiteKeys } from './sites.ts';
import { reading } from './storage-failure.ts';

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
  return {
    planOutbox: (site, entries) => group.write(() => outbox.add(sites.make(site), entries)),
    cancelOutbox: (site, kind, key) =>
      group.write(() => statements.cancel.run(sites.find(site), kind, key).changes === 1),
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
      change(() => void statements.finish.run({ key, lease, at: sent?.at ?? null, seq: sent?.seq ?? null })),

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
    cancel: db.prepare(`
      UPDATE job SET state = 'done', payload = NULL
      WHERE site = ? AND kind = ? AND outbox_key = ? AND state = 'due' AND lease IS NULL`),
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
