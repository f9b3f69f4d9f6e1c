import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, SERVED } from './build.mjs';
import { install } from './install.mjs';
import { say } from './run.mjs';
import { ROOT } from './stamp.mjs';

/** `chaos` is one of the benchmarks' programs, with a name of its own. */
const [name, ...given] = process.argv.slice(2);
const app = name === 'chaos' ? 'bench' : name;
const args = name === 'chaos' ? ['chaos', ...given] : given;

try {
  await install();
  await build(app === 'bench' ? [...SERVED, 'bench'] : app === 'cli' ? ['cli', 'insights-job'] : [app]);
} catch (error) {
  say(`\nCould not be prepared: ${error.message}`);
  process.exit(1);
}

// Where the caller stands: relative paths on the command line are meant from there.
const cwd = process.env.INIT_CWD ?? process.cwd();
// PINODEP008: nlp.js asks pino for what pino would rather not do any more; nobody here can mend that.
const child = spawn(
  process.execPath,
  ['--enable-source-maps', '--disable-warning=PINODEP008', join(ROOT, 'apps', app, 'dist/main.js'), ...args],
  {
    cwd,
    stdio: 'inherit',
  },
);
process.on('SIGINT', () => undefined);
child.once('exit', (code) => process.exit(code ?? 1));
