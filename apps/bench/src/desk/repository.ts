import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the whole project, wherever this code was built to. */
export function repositoryRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'pnpm-workspace.yaml'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the benchmarks run inside the repository only');
    folder = parent;
  }
  return folder;
}

/** The server as it is shipped. */
export const serverMain = (): string => join(repositoryRoot(), 'apps/server/dist/main.js');

/** The batch as it is shipped. */
export const insightsMain = (): string => join(repositoryRoot(), 'apps/insights-job/dist/main.js');

/** A child program of the benchmarks, by the name of its entry in `build.mjs`. */
export const benchEntry = (name: string): string => join(repositoryRoot(), 'apps/bench/dist', `${name}.js`);
