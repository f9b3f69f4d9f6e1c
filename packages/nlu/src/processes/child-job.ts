import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
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

/** Requests to a program in a process of its own at the lowest priority; messages back until it exits, or has answered. */
export class ChildJob<Request extends object, Answer> {
  readonly #script: string;
  readonly #log: Log;
  readonly #pace: Pace;
  readonly #answers: (message: Answer) => boolean;
  #child: ChildProcess | undefined;
  #stderr = '';
  #endedFor: string | undefined;

  /** @param answers tells the message after which the process waits for another request; usually there is none, and it exits */
  constructor(script: string, log: Log, pace: Pace, answers: (message: Answer) => boolean = () => false) {
    this.#script = script;
    this.#log = log;
    this.#pace = pace;
    this.#answers = answers;
  }

  /** Whether the process runs. */
  get isThere(): boolean {
    return this.#endedFor === undefined && this.#child?.connected === true;
  }

  /**
   * Resolves when the process is gone, or has answered; never rejects. One request at a time.
   * @param onMessage hears every message, the last one too
   */
  run(request: Request, timeoutMs: number, onMessage?: (message: Answer) => void): Promise<JobEnd<Answer>> {
    if (this.#endedFor !== undefined) return Promise.resolve({ ok: false, reason: this.#endedFor });
    const child = (this.#child ??= this.#begin());
    holdOn(child);
    let answer: Answer | undefined;
    const sleep = this.#pace === 'gentle' ? keepAwake() : undefined;
    const timer = setTimeout(() => this.end(`it took longer than ${timeoutMs} ms`), timeoutMs);
    return new Promise((resolve) => {
      const finish = (end: JobEnd<Answer>): void => {
        clearTimeout(timer);
        sleep?.();
        child.off('message', onAnswer).off('error', onError).off('close', onClose);
        letGo(child);
        resolve(end);
      };
      const onAnswer = (message: Answer): void => {
        answer = message;
        onMessage?.(message);
        if (this.#answers(message)) finish({ ok: true, answer });
      };
      const onError = (error: Error): void =>
        finish({ ok: false, reason: `its process could not be run: ${error.message}`, cause: error });
      const onClose = (code: number | null, signal: string | null): void => {
        if (this.#endedFor !== undefined) finish({ ok: false, reason: this.#endedFor });
        else if (code === 0) finish({ ok: true, answer });
        else {
          const how = signal ?? `code ${code}`;
          finish({ ok: false, reason: `its process ended with ${how}. ${this.#stderr.trim()}`.trim() });
        }
      };
      child.on('message', onAnswer).on('error', onError).on('close', onClose);
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

  #begin(): ChildProcess {
    // Advanced serialization carries the book's Map; the empty environment keeps secrets out; stdout would be the server's own.
    const gentle = this.#pace === 'gentle';
    const child = fork(this.#script, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      ...(gentle && process.platform === 'linux' ? GENTLE_NODE : { execArgv: [] }),
      env: {},
    });
    this.#lowerPriority(child);
    // Between two requests nobody else listens.
    child.on('error', () => undefined);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_UNITS);
    });
    return child;
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

/** A process that waits for its next request keeps nobody from exiting. */
function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
}

function holdOn(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
  if (child.stderr instanceof Socket) child.stderr.ref();
}
