import type { Log } from '@solodesk/core';
import type { Pace } from './child-job.ts';
import { TrainingProcess } from './training-process.ts';
import type { TrainingRequest } from './training-messages.ts';

/**
 * Who changes one FAQ often changes the next. To begin a process takes the server several milliseconds, in which everybody who chats waits, and
 * Node half a second; and code that has run before runs faster.
 */
const STAYS_MS = 60_000;

/** The processes of trainings. The last one stays for a minute, where it gives way to everybody else. */
export class TrainingProcesses {
  readonly #script: string;
  readonly #log: Log;
  readonly #busy = new Set<TrainingProcess>();
  #waiting: { process: TrainingProcess; timer: NodeJS.Timeout } | null = null;

  constructor(script: string, log: Log) {
    this.#script = script;
    this.#log = log;
  }

  /**
   * Resolves when the model's file is written.
   * @throws TrainingError if the process dies, takes longer than `timeoutMs`, or reports an error
   */
  async run(request: TrainingRequest, timeoutMs: number, pace: Pace): Promise<void> {
    const process = this.#takeWaiting() ?? new TrainingProcess(this.#script, this.#log, pace);
    this.#busy.add(process);
    try {
      await process.run(request, timeoutMs);
    } catch (error) {
      process.end('its training failed');
      throw error;
    } finally {
      this.#busy.delete(process);
    }
    if (pace === 'gentle' && this.#waiting === null) this.#letWait(process);
    else process.end('it is not needed any more');
  }

  close(): void {
    const reason = 'the trainer was closed';
    for (const process of this.#busy) process.end(reason);
    this.#takeWaiting()?.end(reason);
  }

  #letWait(process: TrainingProcess): void {
    const timer = setTimeout(() => this.#takeWaiting()?.end('it is not needed any more'), STAYS_MS).unref();
    this.#waiting = { process, timer };
  }

  #takeWaiting(): TrainingProcess | null {
    if (this.#waiting === null) return null;
    const { process, timer } = this.#waiting;
    clearTimeout(timer);
    this.#waiting = null;
    return process.isThere ? process : null;
  }
}
