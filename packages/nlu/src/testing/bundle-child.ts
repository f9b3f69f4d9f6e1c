import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PACKAGE_DIR = fileURLToPath(new URL('../..', import.meta.url));
const VITE = fileURLToPath(new URL('../../../../node_modules/vite/bin/vite.js', import.meta.url));
const run = promisify(execFile);

export interface BundledChild {
  script: string;
  remove(): Promise<void>;
}

/** Bundles a child's program as a server's build does, into a folder from where nlp.js can be found. */
export async function bundleTrainChild(
  program: 'train-child' | 'evaluate-child' = 'train-child',
): Promise<BundledChild> {
  await mkdir(join(PACKAGE_DIR, 'dist'), { recursive: true });
  const dir = await mkdtemp(join(PACKAGE_DIR, 'dist', 'child-'));
  const options = ['--ssr', `src/processes/${program}.ts`, '--outDir', dir, '--logLevel', 'error'];
  await run(process.execPath, [VITE, 'build', PACKAGE_DIR, ...options], { cwd: PACKAGE_DIR });
  return { script: join(dir, `${program}.js`), remove: () => rm(dir, { recursive: true, force: true }) };
}
