import { spawnSync } from 'node:child_process';

/**
 * Lets this process run only when nothing else wants its core, where the system can do that (Linux's SCHED_IDLE, by util-linux's
 * `chrt`). At nice 19 alone a server that wakes up on the same core, as after each write to the disk, may have to wait until the time slice
 * of who is running ends, which is some milliseconds. How often that happens depends on the kernel and on what else runs; `npm run bench -- reload` measures
 * what is left of it. Node cannot set it itself.
 * Where it cannot, the niceness remains that the process was given.
 */
export function standBack(): void {
  if (process.platform !== 'linux') return;
  spawnSync('chrt', ['-a', '-i', '-p', '0', String(process.pid)], { stdio: 'ignore' });
}
