import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import type { Log } from '@solodesk/core';
import { TrainingError } from './errors.ts';
import type { TrainingAnswer, TrainingRequest } from './training-messages.ts';

/** Training takes all the time that a core has, so it gets what the chat leaves over. */
const LOWEST_PRIORITY = 19;
const STDERR_UNITS = 2_000;

/** One training in a process of its own. */
export class TrainingProcess {
  readonly #script: string;
  readonly #log: Log;
  #child: ChildProcess | undefined;
  #endedFor: string | undefined;

  constructor(script: string, log: Log) {
    this.#script = script;
    this.#log = log;
  }

  /**
   * Resolves when the model's file is written.
   * @throws TrainingError if the process dies, takes longer than `timeoutMs`, or reports an error
   */
  run(request: TrainingRequest, timeoutMs: number): Promise<void> {
    // Advanced serialization carries the book's Map; the empty environment keeps secrets out; stdout would be the server's own.
    const child = fork(this.#script, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [],
      env: {},
    });
    this.#child = child;
    this.#lowerPriority(child);
    let answer: TrainingAnswer | undefined;
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-STDERR_UNITS);
    });
    const timer = setTimeout(() => this.end(`it took longer than ${timeoutMs} ms`), timeoutMs);
    return new Promise<void>((resolve, reject) => {
      const fail = (reason: string, cause?: unknown): void => {
        clearTimeout(timer);
        reject(new TrainingError(`Training the model failed: ${reason}`, { cause }));
      };
      child.on('message', (message: TrainingAnswer) => {
        answer = message;
      });
      child.on('error', (error) => fail(`its process could not be run: ${error.message}`, error));
      child.on('close', (code, signal) => {
        clearTimeout(timer);
        if (this.#endedFor !== undefined) fail(this.#endedFor);
        else if (answer?.kind === 'failed') fail(answer.reason);
        else if (answer?.kind === 'trained' && code === 0) {
          this.#log.info({ book: request.book.hash, bytes: answer.bytes, ms: answer.ms }, 'trained a model');
          resolve();
        } else fail(`its process ended with ${signal ?? `code ${code}`}. ${stderr.trim()}`.trim());
      });
      child.send(request, (error) => {
        if (error) this.#log.warn({ reason: error.message }, 'the training process took no request');
      });
    });
  }

  /** Kills the process; `run` rejects with `reason`. */
  end(reason: string): void {
    this.#endedFor = reason;
    this.#child?.kill('SIGKILL');
  }

  #lowerPriority(child: ChildProcess): void {
    if (child.pid === undefined) return;
    try {
      setPriority(child.pid, LOWEST_PRIORITY);
    } catch (error) {
      this.#log.warn({ error }, 'training runs at normal priority');
    }
  }
}
