import type { DeadJob, JobChange, JobKind } from '../domain/notice/job.ts';
import type { JobStore } from '../ports/job-store.ts';

interface Row {
  readonly key: number;
  readonly kind: JobKind;
  readonly site: string;
  readonly conversationKey: number;
  id: string;
  state: 'due' | 'done' | 'dead';
  dueAt: number;
  gapMs: number;
  /** When it is due once more, asked for while it was being delivered. */
  againAt: number | null;
  attempts: number;
  lease: string | null;
  leaseUntil: number;
  sentAt: number | null;
  sentSeq: number;
  error: string;
  /** When it was given up. */
  deadAt: number;
}

/** Jobs in an array, one row a conversation and kind; `change` is called by the commit that holds the changes. */
export function createMemoryJobs(): JobStore & {
  change(site: string, conversationKey: number, change: JobChange): void;
} {
  const rows: Row[] = [];
  const held = (key: number, lease: string) => rows.find((row) => row.key === key && row.lease === lease);
  const dead = (site: string, key?: number) =>
    rows.filter((row) => row.site === site && row.state === 'dead' && (key === undefined || row.key === key));
  const claimableAt = (row: Row) => (row.lease === null ? row.dueAt : Math.max(row.dueAt, row.leaseUntil));

  const plan = (site: string, conversationKey: number, change: Extract<JobChange, { op: 'plan' }>) => {
    const { kind, id, dueAt, gapMs } = change;
    const row = rows.find((each) => each.conversationKey === conversationKey && each.kind === kind);
    if (row === undefined) {
      const fresh = { againAt: null, attempts: 0, lease: null, leaseUntil: 0, sentAt: null, sentSeq: 0, error: '' };
      rows.push({
        ...{ key: rows.length + 1, kind, site, conversationKey, id, state: 'due', dueAt, gapMs, deadAt: 0 },
        ...fresh,
      });
      return;
    }
    const wanted = Math.max(dueAt, row.sentAt === null ? dueAt : row.sentAt + gapMs);
    row.gapMs = gapMs;
    if (row.state !== 'due') Object.assign(row, { id, state: 'due', dueAt: wanted, attempts: 0, lease: null });
    else if (row.lease !== null) row.againAt = Math.min(dueAt, row.againAt ?? dueAt);
    else if (row.attempts === 0) row.dueAt = Math.min(row.dueAt, wanted);
  };

  return {
    change(site, conversationKey, change) {
      if (change.op === 'plan') return plan(site, conversationKey, change);
      const row = rows.find((each) => each.conversationKey === conversationKey && each.kind === change.kind);
      if (row === undefined) return;
      if (row.state === 'due') Object.assign(row, { state: 'done', lease: null, againAt: null });
      if (change.answered) row.sentAt = null;
    },

    async nextJobAt() {
      const due = rows.filter((row) => row.state === 'due').map(claimableAt);
      return due.length === 0 ? null : Math.min(...due);
    },

    async claimJobs({ now, until, limit, lease }) {
      const claimed = rows
        .filter((row) => row.state === 'due' && claimableAt(row) <= now)
        .sort((a, b) => a.dueAt - b.dueAt || a.key - b.key)
        .slice(0, limit);
      for (const row of claimed) Object.assign(row, { lease, leaseUntil: until, attempts: row.attempts + 1 });
      return claimed.map(({ key, id, kind, site, conversationKey, attempts, sentSeq }) => {
        return { key, id, kind, site, conversationKey, attempts, sentSeq };
      });
    },

    async finishJob(key, lease, sent) {
      const row = held(key, lease);
      if (row === undefined) return;
      if (sent !== null) Object.assign(row, { sentAt: sent.at, sentSeq: sent.seq });
      const again = row.againAt;
      const dueAt = again === null ? row.dueAt : Math.max(again, row.sentAt === null ? again : row.sentAt + row.gapMs);
      Object.assign(row, { state: again === null ? 'done' : 'due', dueAt, lease: null, againAt: null, attempts: 0 });
    },

    async postponeJob(key, lease, { dueAt, error, counted }) {
      const row = held(key, lease);
      if (row === undefined) return;
      Object.assign(row, { dueAt, error, lease: null, againAt: null, attempts: row.attempts - (counted ? 0 : 1) });
    },

    async buryJob(key, lease, { at, error }) {
      const row = held(key, lease);
      if (row !== undefined) Object.assign(row, { state: 'dead', deadAt: at, error, lease: null, againAt: null });
    },

    async deadJobs(site, limit) {
      return dead(site)
        .sort((a, b) => b.deadAt - a.deadAt || b.key - a.key)
        .slice(0, limit)
        .map(({ key, kind, conversationKey, attempts, error, deadAt }): DeadJob => {
          return { key, kind, site, conversationKey, attempts, error, at: deadAt };
        });
    },

    async reviveJob(site, key, now) {
      const [row] = dead(site, key);
      if (row !== undefined) Object.assign(row, { state: 'due', dueAt: now, attempts: 0 });
      return row !== undefined;
    },

    async dismissJob(site, key) {
      const [row] = dead(site, key);
      if (row !== undefined) row.state = 'done';
      return row !== undefined;
    },
  };
}
