// npm run fuzz [-- --runs N --seed S]: conversations of chance with the real sites; the seed is printed, and repeats them.
import { parseArgs } from 'node:util';
import { spawnSync } from 'node:child_process';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const runs = values.runs ?? '10000';
const seed = values.seed ?? String(Math.floor(Math.random() * 2 ** 31));
console.log(`${runs} conversations, seed ${seed}`);
const { status } = spawnSync('npm', ['run', '-s', 'jest', '--', 'apps/server/src/sites/fuzz.test.ts'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, FUZZ_RUNS: runs, FUZZ_SEED: seed },
});
process.exit(status ?? 1);
