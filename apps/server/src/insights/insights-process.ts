import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import type { Log } from '@solodesk/core';
import { keepAwake } from '@solodesk/nlu';

/** The chats come first: the batch gets what they leave over. */
const LOWEST_PRIORITY = 19;
/** Becomes Node under SCHED_IDLE (util-linux's `chrt`); where the system cannot do that, at the low priority alone. */
const GENTLE = ['-c', 'chrt -a -i -p 0 $$ >/dev/null 2>&1; exec "$0" "$@"', process.execPath];
const MOST_CHARACTERS = 8_000_000;

export interface Ended {
  /** Null when it was killed, or could not be started. */
  readonly code: number | null;
  readonly stdout: string;
  /** The last of what it complained of. */
  readonly stderr: string;
}

/** Runs the program of the insights beside the chats. */
export class InsightsProcess {
  readonly #script: string;
  readonly #log: Log;
  readonly #running = new Set<ChildProcess>();
  #stopped = false;

  constructor(script: string, log: Log) {
    this.#script = script;
    this.#log = log;
  }

  /** Resolves when the process is gone; never rejects. */
  run(args: readonly string[]): Promise<Ended> {
    if (this.#stopped) return Promise.resolve({ code: null, stdout: '', stderr: 'the server stops' });
    const gentle = process.platform === 'linux';
    // The empty environment keeps secrets out.
    const options = { stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'], env: {} };
    const child = gentle
      ? spawn('/bin/sh', [...GENTLE, this.#script, ...args], options)
      : spawn(process.execPath, [this.#script, ...args], options);
    this.#running.add(child);
    this.#lowerPriority(child);
    const sleep = keepAwake();
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.length > MOST_CHARACTERS) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-2_000)));
    return new Promise((resolve) => {
      const end = (ended: Ended) => {
        sleep();
        this.#running.delete(child);
        resolve(ended);
      };
      child.on('error', (error) => end({ code: null, stdout: '', stderr: error.message }));
      child.on('close', (code) => end({ code, stdout, stderr }));
    });
  }

  /** Ends what runs; the next run goes on from the last whole day. */
  stop(): void {
    this.#stopped = true;
    for (const child of this.#running) child.kill('SIGKILL');
  }

  #lowerPriority({ pid }: ChildProcess): void {
    if (pid === undefined) return;
    try {
      setPriority(pid, LOWEST_PRIORITY);
    } catch (error) {
      this.#log.warn({ error }, 'the batch runs at normal priority');
    }
  }
}
