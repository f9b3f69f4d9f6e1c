import type { FaqBook, Log } from '@solodesk/core';
import { ChildJob } from './child-job.ts';
import type { HeldOut } from '../judge/cross-validate.ts';
import { TrainingError } from '../errors.ts';
import type { EvaluationAnswer, EvaluationRequest } from './evaluation-messages.ts';

export interface EvaluatorOptions {
  /** Path of the bundled `evaluate-child.ts`, which is run with Node. */
  childScript: string;
  log: Log;
  /** After so long an evaluation is given up. 10 minutes by default. */
  timeoutMs?: number;
}

/** Asks a site's sentences of models that did not learn them, in another process. */
export interface Evaluator {
  /**
   * Rejects with a `TrainingError` if the process dies, is too slow, or reports an error. Who asks for a book that is being
   * evaluated waits for the same evaluation; the last few are kept.
   * @param onProgress hears the share that is done, from 0 to 1
   */
  evaluate(book: FaqBook, onProgress?: (share: number) => void): Promise<readonly HeldOut[]>;
  /** Ends what is being evaluated; those who wait for it get a `TrainingError`. */
  close(): void;
}

const TEN_MINUTES_MS = 600_000;
const FOLDS = 5;
/** Books whose evaluation is kept: each site's own and a few that were tried. */
const KEPT = 12;

interface Underway {
  result: Promise<readonly HeldOut[]>;
  listeners: Set<(share: number) => void>;
}

export function createEvaluator({ childScript, log, timeoutMs = TEN_MINUTES_MS }: EvaluatorOptions): Evaluator {
  const known = new Map<string, Underway>();
  const jobs = new Set<ChildJob<EvaluationRequest, EvaluationAnswer>>();
  /** One after the other: two at a time would take as long, and a core more from the chat. */
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const run = async (book: FaqBook, tell: (share: number) => void): Promise<readonly HeldOut[]> => {
    const fail = (reason: string, cause?: unknown): never => {
      throw new TrainingError(`Evaluating the FAQs failed: ${reason}`, { cause });
    };
    if (closed) return fail('the evaluator was closed');
    const job = new ChildJob<EvaluationRequest, EvaluationAnswer>(childScript, log, 'gentle');
    jobs.add(job);
    const end = await job.run({ book, folds: FOLDS }, timeoutMs, (message) => {
      if (message.kind === 'progress') tell(message.done / message.of);
    });
    jobs.delete(job);
    if (!end.ok) return fail(end.reason, end.cause);
    if (end.answer?.kind === 'evaluated') return end.answer.heldOut;
    return fail(end.answer?.kind === 'failed' ? end.answer.reason : 'its process ended without a result');
  };

  const begin = (book: FaqBook): Underway => {
    const listeners = new Set<(share: number) => void>();
    const result = last.then(() => run(book, (share) => listeners.forEach((listener) => listener(share))));
    const underway = { result, listeners };
    last = result.catch(() => known.delete(book.hash));
    return underway;
  };

  return {
    async evaluate(book, onProgress) {
      const underway = known.get(book.hash) ?? begin(book);
      // Kept in the order of their last use.
      known.delete(book.hash);
      known.set(book.hash, underway);
      for (const hash of known.keys()) if (known.size > KEPT) known.delete(hash);
      if (onProgress) underway.listeners.add(onProgress);
      try {
        return await underway.result;
      } finally {
        if (onProgress) underway.listeners.delete(onProgress);
      }
    },
    close() {
      closed = true;
      for (const job of jobs) job.end('the evaluator was closed');
    },
  };
}
