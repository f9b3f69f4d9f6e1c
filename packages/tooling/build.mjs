import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { install } from './install.mjs';
import { say } from './run.mjs';
import { contentHash, isStamped, putStamp, ROOT } from './stamp.mjs';

/** Which packages' sources go into each app; a change in any of them makes it stale. */
const INPUTS = {
  server: [
    'protocol',
    'core',
    'text-model',
    'analytics',
    'recommender',
    'nlu',
    'faq',
    'records',
    'store-sqlite',
    'ui',
    'notify',
    'files',
  ],
  widget: ['protocol', 'client', 'ui'],
  console: ['protocol', 'client', 'ui'],
  cli: ['core', 'text-model', 'analytics', 'recommender', 'nlu', 'faq', 'records', 'store-sqlite', 'files'],
  'insights-job': ['core', 'text-model', 'analytics', 'nlu', 'faq', 'store-sqlite', 'ui'],
  bench: ['protocol', 'core', 'text-model', 'recommender', 'nlu', 'client', 'records', 'store-sqlite', 'analytics'],
};

/** What serves the demo. */
export const SERVED = ['server', 'widget', 'console', 'insights-job'];

/** Builds those of the named apps that are stale, telling which. */
export async function build(apps) {
  for (const app of apps) {
    const inputs = [
      `apps/${app}`,
      'packages/tooling/node-build.mjs',
      ...INPUTS[app].map((name) => `packages/${name}`),
      'pnpm-lock.yaml',
    ];
    const hash = contentHash(inputs);
    if (isStamped(`built-${app}`, hash) && existsSync(join(ROOT, 'apps', app, 'dist'))) continue;
    say(`Building ${app} …`);
    const { build: buildApp } = await import(pathToFileURL(join(ROOT, 'apps', app, 'build.mjs')).href);
    await buildApp();
    putStamp(`built-${app}`, hash);
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await install();
  await build(process.argv.length > 2 ? process.argv.slice(2) : Object.keys(INPUTS));
}
