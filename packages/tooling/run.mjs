import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './stamp.mjs';

/** Progress goes to standard error: standard output belongs to the program that is run. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs a program in the root, with `node_modules/.bin` on its path. Rejects when it fails; `quiet` shows its output
 * only then.
 */
export function run(command, args, { quiet = false, env = {} } = {}) {
  const path = `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`;
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env, PATH: path },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  const output = [];
  child.stdout?.on('data', (chunk) => output.push(chunk));
  child.stderr?.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) return resolve();
      if (quiet) process.stderr.write(Buffer.concat(output));
      reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}
