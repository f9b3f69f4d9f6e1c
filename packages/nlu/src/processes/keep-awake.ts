import { Worker } from 'node:worker_threads';

const EVERY_MS = 1;
const TICK = `setInterval(() => undefined, ${EVERY_MS})`;

/**
 * Lets this process onto its core at once while a child that takes all that the core has runs there. Otherwise whoever is woken by a packet or by the
 * disk may be let in only at the kernel's next tick (4 ms at 250 Hz), however low the child's priority, unless a timer ends on that core before.
 * The main thread has one while it sleeps, but none while it waits in a call, as for the sync of a commit: for that time a thread has one.
 * `npm run bench -- reload` and `npm run bench -- insights --part chat` measure it.
 * @returns ends it
 */
export function keepAwake(): () => void {
  const timer = setInterval(() => undefined, EVERY_MS).unref();
  const thread = new Worker(TICK, { eval: true, execArgv: [], env: {} });
  // Where none can be begun the core is given up later, and nothing else is lost.
  thread.on('error', () => undefined).unref();
  return () => {
    clearInterval(timer);
    void thread.terminate();
  };
}
