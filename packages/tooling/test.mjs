import { build, SERVED } from './build.mjs';
import { findBrowsers } from './chromium.mjs';
import { install } from './install.mjs';
import { run, say } from './run.mjs';

const script = (name, options) => run('npm', ['run', '-s', name], options);

/** Two lines, side by side on two cores, as each keeps one busy; what one prints is shown when it fails. */
const CHECKS = [['format:check'], ['types', 'imports', 'lint']];

/** Fast ones first, so that what is wrong is known soon. Every step must pass; none is skipped. */
const STEPS = [
  ['checks', () => sideBySide(CHECKS.map(inTurn))],
  ['build', () => build([...SERVED, 'cli', 'bench'])],
  ['jest', () => script('jest')],
  ['browser', browser],
];

async function browser() {
  await script('e2e', { env: await findBrowsers() }).catch((error) => {
    say('To see what was in the pages: npm run e2e -- --last-failed --trace on');
    throw error;
  });
}

async function inTurn(names) {
  for (const name of names) await timed(name, () => script(name, { quiet: true }));
}

/** Waits for all: what else is wrong is worth knowing, and nothing is left running. */
async function sideBySide(works) {
  const failed = (await Promise.allSettled(works)).find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
}

async function timed(name, work) {
  const start = Date.now();
  await work();
  say(`── ${name}: ${((Date.now() - start) / 1000).toFixed(0)} s`);
}

try {
  await install();
  for (const [name, step] of STEPS) {
    say(`\n── ${name} ──`);
    await timed(name, step);
  }
} catch (error) {
  say(`\nFailed: ${error.message}`);
  process.exit(1);
}
say('\nAll passed.');
