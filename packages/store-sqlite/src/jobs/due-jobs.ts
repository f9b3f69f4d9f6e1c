import type { JobKind } from '@solodesk/core';

/** Conversations of which is remembered what they have planned; one takes some 200 bytes. */
const CAPACITY = 5_000;

type Planned = Partial<Record<JobKind, { readonly dueAt: number; readonly gapMs: number }>>;

/**
 * Jobs that are known to be due and held by nobody, so that planning them again would change nothing. It forgets too
 * much rather than too little: whatever else touches a job, or may have, takes it out.
 */
export class DueJobs {
  readonly #planned = new Map<number, Planned>();

  /** Whether the conversation has a job of this kind that is due by `dueAt` at the latest, or as soon as its gap allows. */
  includes(conversation: number, kind: JobKind, { dueAt, gapMs }: { dueAt: number; gapMs: number }): boolean {
    const known = this.#planned.get(conversation)?.[kind];
    return known !== undefined && known.dueAt <= dueAt && known.gapMs === gapMs;
  }

  /** It was planned for `dueAt`, inside of a transaction: `clear` if that is rolled back. */
  add(conversation: number, kind: JobKind, { dueAt, gapMs }: { dueAt: number; gapMs: number }): void {
    if (this.#planned.size >= CAPACITY) this.#planned.clear();
    this.#planned.set(conversation, { ...this.#planned.get(conversation), [kind]: { dueAt, gapMs } });
  }

  forget(conversation: number): void {
    this.#planned.delete(conversation);
  }

  clear(): void {
    this.#planned.clear();
  }
}
