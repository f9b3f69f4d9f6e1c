import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import type { Log } from '@solodesk/core';
import { keepAwake } from './keep-awake.ts';

/** Training takes all the time that a core has, so it gets what the chat leaves over. */
const LOWEST_PRIORITY = 19;
/**
 * `gentle` is for a child beside a server that answers: it runs only when nothing else wants its core (Linux's SCHED_IDLE by util-linux's
 * `chrt`, which Node cannot set itself), and the server stays awake meanwhile. `brisk` is for one that somebody waits for.
 */
export type Pace = 'brisk' | 'gentle';
/** Becomes Node under SCHED_IDLE from its first instruction on; where the system cannot do that, at the low priority alone. */
const GENTLE_NODE = {
  execPath: '/bin/sh',
  execArgv: ['-c', 'chrt -a -i -p 0 $$ >/dev/null 2>&1; exec "$0" "$@"', process.execPath],
};
const STDERR_UNITS = 2_000;

/** What came of a job: its last message, unless the process failed. */
export type JobEnd<Answer> = { ok: true; answer: Answer | undefined } | { ok: false; reason: string; cause?: unknown };

/** One request to a program in a process of its own at the lowest priority; messages back until it exits. */
export class ChildJob<Request extends object, Answer> {
  readonly #script: string;
  readonly #log: Log;
  readonly #pace: Pace;
  #child: ChildProcess | undefined;
  #endedFor: string | undefined;

  constructor(script: string, log: Log, pace: Pace) {
    this.#script = script;
    this.#log = log;
    this.#pace = pace;
  }

  /**
   * Resolves when the process is gone; never rejects.
   * @param onMessage hears every message, the last one too
   */
  run(request: Request, timeoutMs: number, onMessage?: (message: Answer) => void): Promise<JobEnd<Answer>> {
    if (this.#endedFor !== undefined) return Promise.resolve({ ok: false, reason: this.#endedFor });
    // Advanced serialization carries the book's Map; the empty environment keeps secrets out; stdout would be the server's own.
    const gentle = this.#pace === 'gentle';
    const child = fork(this.#script, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      ...(gentle && process.platform === 'linux' ? GENTLE_NODE : { execArgv: [] }),
      env: {},
    });
    this.#child = child;
    this.#lowerPriority(child);
    let answer: Answer | undefined;
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-STDERR_UNITS);
    });
    const sleep = gentle ? keepAwake() : undefined;
    const timer = setTimeout(() => this.end(`it took longer than ${timeoutMs} ms`), timeoutMs);
    return new Promise((resolve) => {
      const finish = (end: JobEnd<Answer>): void => {
        clearTimeout(timer);
        sleep?.();
        resolve(end);
      };
      child.on('message', (message: Answer) => {
        answer = message;
        onMessage?.(message);
      });
      child.on('error', (error) =>
        finish({ ok: false, reason: `its process could not be run: ${error.message}`, cause: error }),
      );
      child.on('close', (code, signal) => {
        if (this.#endedFor !== undefined) finish({ ok: false, reason: this.#endedFor });
        else if (code === 0) finish({ ok: true, answer });
        else
          finish({ ok: false, reason: `its process ended with ${signal ?? `code ${code}`}. ${stderr.trim()}`.trim() });
      });
      // To begin a process and to write the request take some milliseconds each: what waits goes first in between.
      setImmediate(() => {
        if (!child.connected) return;
        child.send(request, (error) => {
          if (error) this.#log.warn({ reason: error.message }, 'the training process took no request');
        });
      });
    });
  }

  /** Kills the process; `run` resolves with `reason`. */
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
