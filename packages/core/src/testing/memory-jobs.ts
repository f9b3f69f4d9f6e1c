import type { DeadEntry, DeadJob, Job, JobChange, JobKind } from '../domain/notice/job.ts';
import type { OutboxContent, OutboxEntry, OutboxKind } from '../domain/outbox/outbox-entry.ts';
import type { SentMail } from './memory-crm.ts';
import type { JobStore } from '../ports/job-store.ts';

/** What a row is about: a conversation, or what was put into the outbox. */
type Subject =
  | { readonly kind: JobKind; readonly conversationKey: number }
  | (OutboxContent & { readonly conversationKey: null; readonly outboxKey: string });

type Row = Subject & {
  readonly key: number;
  readonly site: string;
  id: string;
  state: 'due' | 'done' | 'dead';
  dueAt: number;
  gapMs: number;
  /** When it is due once more, asked for while it was being delivered. */
  againAt: number | null;
  attempts: number;
  lease: string | null;
  leaseUntil: number;
  begun: number;
  sentAt: number | null;
  sentSeq: number;
  error: string;
  /** When it was given up. */
  deadAt: number;
};

export interface MemoryJobs extends JobStore {
  change(site: string, conversationKey: number, change: JobChange): void;
  add(site: string, entries: readonly OutboxEntry[]): void;
  cancel(site: string, kind: OutboxKind, key: string): boolean;
  /** Drops jobs of conversations, and entries whose payload holds one of these pieces of JSON. */
  /** What was handed over, in its order. */
  sentMails(): readonly SentMail[];
  dropMails(site: string, addresses: readonly string[]): number;
  dropJobs(site: string, conversationKeys: readonly number[], quoted: readonly string[]): number;
}

/** Jobs in an array; `change` and `add` are called by the commit that holds them, and so is `cancel`. */
export function createMemoryJobs(): MemoryJobs {
  let rows: Row[] = [];
  let mails: SentMail[] = [];
  let lastKey = 0;
  const held = (key: number, lease: string) => rows.find((row) => row.key === key && row.lease === lease);
  const dead = (site: string, key?: number) =>
    rows.filter((row) => row.site === site && row.state === 'dead' && (key === undefined || row.key === key));
  const claimableAt = (row: Row) => (row.lease === null ? row.dueAt : Math.max(row.dueAt, row.leaseUntil));
  const fresh = (id: string, dueAt: number) => ({
    ...{ key: ++lastKey, id, state: 'due' as const, dueAt, gapMs: 0, againAt: null, attempts: 0, begun: 0 },
    ...{ lease: null, leaseUntil: 0, sentAt: null, sentSeq: 0, error: '', deadAt: 0 },
  });
  const inOutbox = (site: string, kind: string, key: string) =>
    rows.find((row) => row.site === site && row.kind === kind && row.conversationKey === null && row.outboxKey === key);

  const entriesOf = (site: string, kind: string, prefix: string, state: Row['state']) =>
    rows.filter(
      (row): row is Row & { conversationKey: null } =>
        row.site === site &&
        row.kind === kind &&
        row.state === state &&
        row.conversationKey === null &&
        row.outboxKey.startsWith(prefix),
    );

  const plan = (site: string, conversationKey: number, change: Extract<JobChange, { op: 'plan' }>) => {
    const { kind, id, dueAt, gapMs } = change;
    const row = rows.find((each) => each.conversationKey === conversationKey && each.kind === kind);
    if (row === undefined) {
      rows.push({ ...fresh(id, dueAt), kind, site, conversationKey, gapMs });
      return;
    }
    const wanted = Math.max(dueAt, row.sentAt === null ? dueAt : row.sentAt + gapMs);
    row.gapMs = gapMs;
    if (row.state !== 'due') Object.assign(row, { id, state: 'due', dueAt: wanted, attempts: 0, lease: null });
    else if (row.lease !== null) row.againAt = Math.min(dueAt, row.againAt ?? dueAt);
    else if (row.attempts === 0) row.dueAt = Math.min(row.dueAt, wanted);
  };

  const add = (site: string, entries: readonly OutboxEntry[]) => {
    for (const { id, key, dueAt, ...content } of entries) {
      if (inOutbox(site, content.kind, key) !== undefined) continue;
      rows.push({ ...fresh(id, dueAt), ...content, site, conversationKey: null, outboxKey: key });
    }
  };

  const cancel = (site: string, kind: OutboxKind, key: string) => {
    const row = inOutbox(site, kind, key);
    if (row === undefined || row.state !== 'due' || row.lease !== null) return false;
    row.state = 'done';
    return true;
  };

  return {
    change(site, conversationKey, change) {
      if (change.op === 'plan') return plan(site, conversationKey, change);
      const row = rows.find((each) => each.conversationKey === conversationKey && each.kind === change.kind);
      if (row === undefined) return;
      if (row.state === 'due') Object.assign(row, { state: 'done', lease: null, againAt: null });
      if (change.answered) row.sentAt = null;
    },
    add,
    cancel,
    sentMails: () => mails,
    dropMails(site, addresses) {
      const before = mails.length;
      mails = mails.filter((mail) => mail.site !== site || !addresses.includes(mail.address));
      return before - mails.length;
    },
    dropJobs(site, conversationKeys, quoted) {
      const before = rows.length;
      rows = rows.filter((row) => {
        if (row.conversationKey !== null) return !conversationKeys.includes(row.conversationKey);
        if (row.site !== site || row.state === 'done') return true;
        const payload = JSON.stringify(row.payload);
        return !quoted.some((piece) => payload.includes(piece));
      });
      return before - rows.length;
    },

    async planOutbox(site, entries) {
      add(site, entries);
    },

    async cancelOutbox(site, kind, key) {
      return cancel(site, kind, key);
    },

    async hastenOutbox(site, kind, prefix, now) {
      const waiting = entriesOf(site, kind, prefix, 'due').filter((row) => row.lease === null && row.dueAt > now);
      for (const row of waiting) row.dueAt = now;
      return waiting.length;
    },

    async pruneOutbox(before, limit) {
      const old = rows
        .filter((row) => row.conversationKey === null && row.state === 'done')
        .filter((row) => Math.max(row.dueAt, row.sentAt ?? 0) < before)
        .slice(0, limit);
      rows = rows.filter((row) => !old.includes(row));
      return old.length;
    },

    async deadEntries(site, kind, prefix, { before = Infinity, limit }) {
      return entriesOf(site, kind, prefix, 'dead')
        .filter(({ key }) => key < before)
        .sort((a, b) => b.key - a.key)
        .slice(0, limit)
        .map((row): DeadEntry => {
          const { key, id, attempts, error, deadAt: at } = row;
          return { ...contentOf(row), key, id, attempts, error, at };
        });
    },

    async reviveEntries(site, kind, prefix, now) {
      const given = entriesOf(site, kind, prefix, 'dead');
      for (const row of given) Object.assign(row, { state: 'due', dueAt: now, attempts: 0, begun: 0 });
      return given.length;
    },

    async beginJob(key, lease) {
      const row = held(key, lease);
      if (row !== undefined) row.begun++;
      return row !== undefined;
    },

    async releaseJobs() {
      for (const row of rows) Object.assign(row, { lease: null, leaseUntil: 0 });
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
      return claimed.map(toJob);
    },

    async finishJob(key, lease, sent) {
      const row = held(key, lease);
      if (row === undefined) return;
      if (sent !== null && row.kind === 'mail' && row.conversationKey === null) {
        const address = row.payload.to.address.toLowerCase();
        mails.push({ site: row.site, address, at: sent.at, about: row.outboxKey });
      }
      if (sent !== null) Object.assign(row, { sentAt: sent.at, sentSeq: sent.seq });
      const again = row.againAt;
      const dueAt = again === null ? row.dueAt : Math.max(again, row.sentAt === null ? again : row.sentAt + row.gapMs);
      Object.assign(row, { state: again === null ? 'done' : 'due', dueAt, lease: null, againAt: null, attempts: 0 });
    },

    async postponeJob(key, lease, { dueAt, error, counted, unsure = false }) {
      const row = held(key, lease);
      if (row === undefined) return;
      const attempts = row.attempts - (counted ? 0 : 1);
      const begun = Math.max(0, row.begun - (unsure ? 0 : 1));
      Object.assign(row, { dueAt, error, lease: null, againAt: null, attempts, begun });
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
      if (row !== undefined) Object.assign(row, { state: 'due', dueAt: now, attempts: 0, begun: 0 });
      return row !== undefined;
    },

    async dismissJob(site, key) {
      const [row] = dead(site, key);
      if (row !== undefined) row.state = 'done';
      return row !== undefined;
    },
  };
}

function toJob(row: Row): Job {
  const { key, id, site, attempts, begun, sentSeq } = row;
  if (row.conversationKey !== null) {
    return { key, id, site, attempts, kind: row.kind, conversationKey: row.conversationKey, sentSeq };
  }
  return { key, id, site, attempts, begun, ...contentOf(row) };
}

/** Written out by kind, because a union's parts cannot be spread and stay a union. */
function contentOf(row: Row & { conversationKey: null }): OutboxContent {
  if (row.kind === 'mail') return { kind: row.kind, payload: row.payload };
  if (row.kind === 'sms') return { kind: row.kind, payload: row.payload };
  if (row.kind === 'action') return { kind: row.kind, payload: row.payload };
  if (row.kind === 'push') return { kind: row.kind, payload: row.payload };
  return { kind: row.kind, payload: row.payload };
}
