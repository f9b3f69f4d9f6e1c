import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { run, say } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const SHELL = 'chromium-headless-shell';

/**
 * The browsers to test with, as what the tests read of the environment: a Chromium (`CHROMIUM_PATH`, or the system's), and the same without
 * windows, menus and settings of its own, which takes a fifth less time (`CHROMIUM_SHELL_PATH`, or Debian's). Where there is none of the
 * second kind, the first does its work. On Debian as root both are installed (with a font that has Chinese, for the pictures).
 * @throws when there is no Chromium, saying what to do.
 */
export async function findBrowsers() {
  const whole = given('CHROMIUM_PATH') ?? (await systemsChromium());
  const shell = given('CHROMIUM_SHELL_PATH') ?? (await systemsShell()) ?? whole;
  return { CHROMIUM_PATH: whole, CHROMIUM_SHELL_PATH: shell };
}

function given(name) {
  const path = process.env[name];
  if (!path) return undefined;
  if (!existsSync(path)) throw new Error(`${name} names ${path}, which does not exist`);
  return path;
}

async function systemsChromium() {
  const found = onSystem(NAMES);
  if (found) return found;
  if (isDebianRoot()) {
    say('Installing Chromium (only the first time) …');
    await installed('chromium', 'fonts-wqy-zenhei');
  }
  const path = onSystem(NAMES) ?? (existsSync(MAC) ? MAC : undefined);
  if (path === undefined)
    throw new Error('there is no Chromium. Install Chromium or Chrome, or set CHROMIUM_PATH to its program');
  return path;
}

/** Older Debians have no such package, and nobody needs it: it only saves time. */
async function systemsShell() {
  if (onSystem([SHELL]) === undefined && isDebianRoot()) {
    say('Installing the Chromium that has no windows (only the first time) …');
    await installed(SHELL).catch(() => say('There is none to be had: testing with the whole one.'));
  }
  return onSystem([SHELL]);
}

async function installed(...names) {
  await run('apt-get', ['update', '-q'], { quiet: true });
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['install', '-y', '-q', ...names], { quiet: true, env });
}

function isDebianRoot() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function onSystem(names) {
  for (const name of names) {
    const { stdout, status } = spawnSync('which', [name], { encoding: 'utf8' });
    if (status === 0 && stdout.trim() !== '') return stdout.trim();
  }
  return undefined;
}
