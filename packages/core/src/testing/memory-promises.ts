import type { PromiseChange } from '../domain/promise/promise-change.ts';
import type { PromiseStore, ReplyTime } from '../ports/promise-store.ts';

interface Row {
  readonly key: number;
  readonly site: string;
  readonly conversationKey: number;
  readonly madeAt: number;
  readonly dueAt: number;
  outcome: 'open' | 'kept' | 'broken' | 'withdrawn';
}

/** Promises in an array; `changePromise` is called by the commit that holds the changes. */
export function createMemoryPromises(): PromiseStore & {
  changePromise(site: string, conversationKey: number, change: PromiseChange): void;
  allPromises(): readonly Row[];
  dropPromises(conversationKeys: readonly number[]): { erased: number; promise: number; reply_time: number };
} {
  let rows: Row[] = [];
  let lastKey = 0;
  const replies: (ReplyTime & { site: string; conversationKey: number })[] = [];
  const openOf = (key: number) => rows.find((row) => row.conversationKey === key && row.outcome === 'open');
  return {
    changePromise(site, conversationKey, change) {
      const open = openOf(conversationKey);
      if (change.op === 'reply')
        replies.push({ site, conversationKey, askedAt: change.askedAt, answeredAt: change.at });
      else if (change.op === 'make') {
        if (open) return;
        rows.push({ key: ++lastKey, site, conversationKey, madeAt: change.at, dueAt: change.dueAt, outcome: 'open' });
      } else if (open) {
        const inTime = change.how === 'answered' && change.at <= open.dueAt;
        open.outcome = change.how === 'withdrawn' && change.at <= open.dueAt ? 'withdrawn' : inTime ? 'kept' : 'broken';
      }
    },
    allPromises: () => rows,
    dropPromises(keys) {
      const own = rows.filter(({ conversationKey }) => keys.includes(conversationKey));
      const open = own.filter(({ outcome }) => outcome === 'open');
      rows = rows
        .filter((row) => !open.includes(row))
        .map((row) => (own.includes(row) ? { ...row, conversationKey: 0 } : row));
      const times = replies.filter(({ conversationKey }) => keys.includes(conversationKey));
      for (const time of times) time.conversationKey = 0;
      return { erased: open.length, promise: own.length - open.length, reply_time: times.length };
    },
    overduePromises: async (now, limit) =>
      rows
        .filter((row) => row.outcome === 'open' && row.dueAt < now)
        .sort((one, other) => one.dueAt - other.dueAt || one.key - other.key)
        .slice(0, limit)
        .map(({ key, site, conversationKey, dueAt }) => ({ key, site, conversationKey, dueAt })),
    async breakPromises(keys, now) {
      const overdue = rows.filter((row) => keys.includes(row.key) && row.outcome === 'open' && row.dueAt < now);
      for (const row of overdue) row.outcome = 'broken';
      return overdue.length;
    },
    async countPromises(site, { from, to }) {
      const made = rows.filter((row) => row.site === site && row.madeAt >= from && row.madeAt < to);
      const count = (outcome: Row['outcome']) => made.filter((row) => row.outcome === outcome).length;
      return { kept: count('kept'), broken: count('broken'), open: count('open') };
    },
    async replyTimes(site, limit) {
      return replies
        .filter((reply) => reply.site === site)
        .map(({ askedAt, answeredAt }) => ({ askedAt, answeredAt }))
        .reverse()
        .slice(0, limit);
    },
  };
}
