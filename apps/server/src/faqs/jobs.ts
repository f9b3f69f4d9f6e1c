import type { Ids, Log } from '@solodesk/core';
import { toWireError } from '../realtime/wire-error.ts';
import type { WireFault } from '../realtime/wire-error.ts';

/** Work that takes seconds, as a console that asks again and again sees it. */
export type JobView<Result> =
  | { state: 'running'; /** From 0 to 1. */ share: number }
  | { state: 'done'; result: Result }
  | { state: 'failed'; error: WireFault['wire'] };

interface Job<Result> {
  site: string;
  view: JobView<Result>;
}

/** Finished ones are forgotten when so many newer ones have come. */
const KEPT = 40;

/** Jobs that consoles have begun; in memory, as who asked is gone after a restart. */
export class Jobs<Result> {
  readonly #jobs = new Map<string, Job<Result>>();
  readonly #ids: Ids;
  readonly #log: Log;

  constructor(ids: Ids, log: Log) {
    this.#ids = ids;
    this.#log = log;
  }

  /** @returns the job's id */
  begin(site: string, work: (onProgress: (share: number) => void) => Promise<Result>): string {
    const id = this.#ids.uuid();
    const job: Job<Result> = { site, view: { state: 'running', share: 0 } };
    this.#jobs.set(id, job);
    for (const old of this.#jobs.keys()) if (this.#jobs.size > KEPT) this.#jobs.delete(old);
    work((share) => {
      if (job.view.state === 'running') job.view = { state: 'running', share: Math.max(job.view.share, share) };
    }).then(
      (result) => (job.view = { state: 'done', result }),
      (cause: unknown) => {
        this.#log.error({ err: cause, site }, 'a check of FAQs failed');
        job.view = { state: 'failed', error: toWireError(cause) };
      },
    );
    return id;
  }

  /** Null for a job of another site, or one that is forgotten. */
  of(site: string, id: string): JobView<Result> | null {
    const job = this.#jobs.get(id);
    return job?.site === site ? job.view : null;
  }
}
