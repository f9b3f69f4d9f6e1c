import { spawnSync } from 'node:child_process';
import { PNPM } from './install.mjs';
import { say } from './run.mjs';
import { ROOT } from './stamp.mjs';

/** Checks the lockfile against the registry's advisories. Some registries offer none: then it says so. */
const { stdout, stderr, status } = spawnSync('npx', ['-y', PNPM, 'audit', '--prod'], {
  cwd: ROOT,
  encoding: 'utf8',
  // A quiet `npm run -s` would silence the answer as well.
  env: { ...process.env, npm_config_loglevel: 'warn' },
});
const output = `${stdout}\n${stderr}`;
if (/\b(404|405|501)\b|ENDPOINT_NOT_EXISTS|BAD_RESPONSE/.test(output)) {
  const code = /\b(404|405|501)\b/.exec(output)?.[0];
  say(`The registry offers no advisories${code ? ` (it answered ${code})` : ''}: nothing was checked.`);
  process.exit(0);
}
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exit(status ?? 1);
