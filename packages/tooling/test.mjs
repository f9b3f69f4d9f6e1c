import { build, SERVED } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { run, say } from './run.mjs';

/** Fast ones first, so that what is wrong is known soon. Every step must pass; none is skipped. */
const STEPS = [
  ['format', () => run('npm', ['run', '-s', 'format:check'])],
  ['types', () => run('npm', ['run', '-s', 'types'])],
  ['lint', () => run('npm', ['run', '-s', 'lint'])],
  ['imports', () => run('npm', ['run', '-s', 'imports'])],
  ['build', () => build([...SERVED, 'cli', 'bench'])],
  ['jest', () => run('npm', ['run', '-s', 'jest'])],
  ['browser', async () => run('npm', ['run', '-s', 'e2e'], { env: { CHROMIUM_PATH: await findChromium() } })],
];

try {
  await install();
  for (const [name, step] of STEPS) {
    const start = Date.now();
    say(`\n── ${name} ──`);
    await step();
    say(`── ${name}: ${((Date.now() - start) / 1000).toFixed(0)} s`);
  }
} catch (error) {
  say(`\nFailed: ${error.message}`);
  process.exit(1);
}
say('\nAll passed.');
