import type { Log } from '@solodesk/core';
import { ChildJob } from './child-job.ts';
import type { Pace } from './child-job.ts';
import { TrainingError } from '../errors.ts';
import type { TrainingAnswer, TrainingRequest } from './training-messages.ts';

/** Trainings in a process of their own, one after the other. */
export class TrainingProcess {
  readonly #job: ChildJob<TrainingRequest, TrainingAnswer>;
  readonly #log: Log;

  constructor(script: string, log: Log, pace: Pace) {
    // Its only message says what came of it.
    this.#job = new ChildJob(script, log, pace, () => true);
    this.#log = log;
  }

  /** Whether it can be asked again. */
  get isThere(): boolean {
    return this.#job.isThere;
  }

  /**
   * Resolves when the model's file is written.
   * @throws TrainingError if the process dies, takes longer than `timeoutMs`, or reports an error
   */
  async run(request: TrainingRequest, timeoutMs: number): Promise<void> {
    const end = await this.#job.run(request, timeoutMs);
    const fail = (reason: string, cause?: unknown): never => {
      throw new TrainingError(`Training the model failed: ${reason}`, { cause });
    };
    if (!end.ok) return fail(end.reason, end.cause);
    const { answer } = end;
    if (answer?.kind === 'failed') return fail(answer.reason);
    if (answer === undefined) return fail('its process ended without a word');
    this.#log.info({ book: request.book.hash, bytes: answer.bytes, ms: answer.ms }, 'trained a model');
  }

  /** Kills the process; `run` rejects with `reason`. */
  end(reason: string): void {
    this.#job.end(reason);
  }
}
