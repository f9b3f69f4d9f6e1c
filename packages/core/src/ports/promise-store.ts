/** How long somebody waited for the owner to come. UTC milliseconds. */
export interface ReplyTime {
  readonly askedAt: number;
  readonly answeredAt: number;
}

/** What became of promises. Those whose visitor left before the owner came count nowhere. */
export interface PromiseCount {
  readonly kept: number;
  readonly broken: number;
  /** Not due yet. */
  readonly open: number;
}

/** A promise that nobody has kept in time. */
export interface OverduePromise {
  /** The store's own number. */
  readonly key: number;
  readonly site: string;
  readonly conversationKey: number;
  /** UTC milliseconds. */
  readonly dueAt: number;
}

/** Promises that an answer will come; they are made and settled by `commit`. */
export interface PromiseStore {
  /** Open promises of every site whose time is over, the first due first. */
  overduePromises(now: number, limit: number): Promise<OverduePromise[]>;
  /** Breaks those of these promises, of whatever site, that are open and whose time is over. @returns how many. */
  breakPromises(keys: readonly number[], now: number): Promise<number>;
  /** Of the promises of a site that were made within `from` and `to` (exclusive). UTC milliseconds. */
  countPromises(site: string, within: { from: number; to: number }): Promise<PromiseCount>;
  /** The last times in which the owner came, newest first. */
  replyTimes(site: string, limit: number): Promise<ReplyTime[]>;
}
