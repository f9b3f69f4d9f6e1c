import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, SERVED } from './build.mjs';
import { install } from './install.mjs';
import { say } from './run.mjs';
import { serverFlags } from './server-flags.mjs';
import { ROOT } from './stamp.mjs';

try {
  await install();
  await build(SERVED);
} catch (error) {
  say(`\nSolodesk could not be prepared: ${error.message}`);
  process.exit(1);
}

say('Starting …');
const server = spawn(process.execPath, [...serverFlags(), join(ROOT, 'apps/server/dist/main.js')], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { LOG_LEVEL: 'warn', ...process.env },
});
// Ctrl-C reaches the server by itself; a service manager's signal has to be handed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => server.kill('SIGTERM'));
server.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
