import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { run, say } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * A Chromium to test with: `CHROMIUM_PATH`, or the system's; on Debian as root the package is installed (with a font
 * that has Chinese, for the pictures).
 * @throws when there is none, saying what to do.
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which does not exist`);
  }
  const found = onSystem();
  if (found) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    say('Installing Chromium (only the first time) …');
    await run('apt-get', ['update', '-q'], { quiet: true });
    await run('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-wqy-zenhei'], {
      quiet: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = onSystem();
    if (installed) return installed;
  }
  throw new Error('there is no Chromium. Install Chromium or Chrome, or set CHROMIUM_PATH to its program');
}

function onSystem() {
  for (const name of NAMES) {
    const { stdout, status } = spawnSync('which', [name], { encoding: 'utf8' });
    if (status === 0 && stdout.trim() !== '') return stdout.trim();
  }
  return existsSync(MAC) ? MAC : null;
}
