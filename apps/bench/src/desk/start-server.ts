import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { endChild, startChild } from './child-processes.ts';
import { onCore } from './cores.ts';
import { serverMain } from './repository.ts';

export interface ServerOptions {
  dataDir: string;
  sitesDir: string;
  port: number;
  core: number;
  /** Another build than the one that is shipped. */
  main?: string;
  /** Serves the demo shop's pages at `/`, too. */
  demo?: boolean;
  /** Settings besides the usual ones. */
  environment?: Readonly<Record<string, string>>;
  /** Flags of Node itself. */
  nodeArgs?: readonly string[];
  /** Default: 60 s, because the first start learns the FAQs. */
  readyWithinMs?: number;
}

export interface Server {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string;
  pid: number;
  child: ChildProcess;
  /** From the start of the process until `/readyz` said yes. */
  readyMs: number;
  /** What it said on standard output and standard error until now. */
  output(): string;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const POLL_MS = 10;
/** What `npm start` gives a server with one core (packages/tooling/server-flags.mjs): one is all that it gets here. */
const ONE_CORE = ['--single-threaded-gc'];

/** Starts a server for a benchmark: loopback, without limits, quiet. @throws with its output when it does not get ready. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const url = `http://127.0.0.1:${options.port}`;
  const began = performance.now();
  const nodeArgs = [...ONE_CORE, ...(options.nodeArgs ?? []), options.main ?? serverMain()];
  const child = startChild(...onCore(options.core, process.execPath, nodeArgs), {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      HOST: '127.0.0.1',
      PORT: String(options.port),
      PUBLIC_URL: url,
      DEMO: options.demo === true ? 'on' : 'off',
      DATA_DIR: options.dataDir,
      SITES_DIR: options.sitesDir,
      LOG_LEVEL: 'warn',
      LIMITS: 'off',
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const hear = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-100_000));
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const failure = await becomesReady(child, url, options.readyWithinMs ?? 60_000);
  if (failure !== null) {
    await endChild(child, 'SIGKILL');
    throw new Error(`the server did not start: ${failure}\n${output.slice(-2000)}`);
  }
  return {
    url,
    pid: child.pid!,
    child,
    readyMs: performance.now() - began,
    output: () => output,
    kill: () => endChild(child, 'SIGKILL'),
    stop: () => endChild(child, 'SIGTERM'),
  };
}

async function becomesReady(child: ChildProcess, url: string, withinMs: number): Promise<string | null> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) return `it ended with code ${child.exitCode}`;
    if (child.signalCode !== null) return `it ended by ${child.signalCode}`;
    if (await answersReady(url)) return null;
    await pause(POLL_MS);
  }
  return `not ready within ${withinMs} ms`;
}

async function answersReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    // Nobody listens yet; the caller asks again until its time is up.
    return false;
  }
}
