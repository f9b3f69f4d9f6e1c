import type { KnownProblem, Waiter } from '../domain/problem/known-problem.ts';

/** Somebody who waits for a problem that is fixed and has not been told. */
export interface UntoldWaiter extends Waiter {
  readonly problem: KnownProblem;
}

/** Known problems, and who wants to hear when they are fixed. */
export interface ProblemStore {
  addProblem(problem: KnownProblem): Promise<void>;
  /** Newest first, with how many wait; those that last before those that are fixed. */
  problems(site: string, limit: number): Promise<{ problem: KnownProblem; waiting: number }[]>;
  /** @returns false when there is no such problem that still lasts. */
  fixProblem(site: string, id: string, fixed: Pick<KnownProblem, 'fixedAt' | 'fixedText'>): Promise<boolean>;
  /** A visitor who asks again gives a new address, and waits once. @returns false when there is no such problem that still lasts. */
  awaitFix(site: string, id: string, waiter: Waiter & { at: number }): Promise<boolean>;
  /** Of all sites, the longest waiting first. */
  untoldWaiters(limit: number): Promise<UntoldWaiter[]>;
  markTold(site: string, id: string, visitorKey: number, at: number): Promise<void>;
}
