import type { Log } from '@solodesk/core';
import type { Pace } from './child-job.ts';
import { TrainingProcess } from './training-process.ts';
import type { TrainingRequest } from './training-messages.ts';

/**
 * Who changes one FAQ often changes the next. To begin a process takes the server several milliseconds, in which everybody who chats waits, and
 * Node half a second; and code that has run before runs faster.
 */
const STAYS_MS = 60_000;
/** It holds some 200 MB meanwhile. A machine that has no more than that beside it needs it for something else. */
const SHORT_OF_MEMORY_BYTES = 256 * 1024 * 1024;
const LOOKS_EVERY_MS = 5_000;

export interface Room {
  /** Bytes that this process and its children may still have. */
  availableMemory(): number;
  looksEveryMs: number;
}

/** Node knows the limits of a container, too. */
const MACHINE: Room = { availableMemory: () => process.availableMemory(), looksEveryMs: LOOKS_EVERY_MS };

/**
 * The processes of trainings. The last one stays for a minute, where it gives way to everybody else, unless the machine becomes short of
 * memory.
 */
export class TrainingProcesses {
  readonly #script: string;
  readonly #log: Log;
  readonly #room: Room;
  readonly #busy = new Set<TrainingProcess>();
  #waiting: { process: TrainingProcess; timer: NodeJS.Timeout } | null = null;

  constructor(script: string, log: Log, room = MACHINE) {
    this.#script = script;
    this.#log = log;
    this.#room = room;
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
    if (pace === 'gentle' && this.#waiting === null && !this.#isShort()) this.#letWait(process);
    else process.end('it is not needed any more');
  }

  close(): void {
    const reason = 'the trainer was closed';
    for (const process of this.#busy) process.end(reason);
    this.#takeWaiting()?.end(reason);
  }

  #letWait(process: TrainingProcess): void {
    const { looksEveryMs } = this.#room;
    let left = STAYS_MS / looksEveryMs;
    const timer = setInterval(() => {
      left -= 1;
      if (left <= 0 || this.#isShort()) this.#takeWaiting()?.end('it is not needed any more');
    }, looksEveryMs).unref();
    this.#waiting = { process, timer };
  }

  #isShort(): boolean {
    return this.#room.availableMemory() < SHORT_OF_MEMORY_BYTES;
  }

  #takeWaiting(): TrainingProcess | null {
    if (this.#waiting === null) return null;
    const { process, timer } = this.#waiting;
    clearInterval(timer);
    this.#waiting = null;
    return process.isThere ? process : null;
  }
}
