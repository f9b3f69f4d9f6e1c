import { readdirSync } from 'node:fs';
import { contentHash, isStamped, putStamp } from './stamp.mjs';
import { run, say } from './run.mjs';

export const PNPM = 'pnpm@10.34.8';

/**
 * Installs what the lockfile says, if that has not been done. Through npm (`npx`), because a pnpm that is started by
 * itself misses npm's `nodedir` on some machines, and `better-sqlite3` then fails to build.
 */
export async function install() {
  const manifests = ['packages', 'apps'].flatMap((folder) =>
    readdirSync(new URL(`../../${folder}`, import.meta.url)).map((name) => `${folder}/${name}/package.json`),
  );
  const hash = contentHash(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'e2e/package.json', ...manifests]);
  const name = `installed-${process.versions.modules}`;
  if (isStamped(name, hash)) return;
  say('Installing packages (a minute or two, only the first time) …');
  await run('npx', ['-y', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'], { quiet: true });
  putStamp(name, hash);
}
