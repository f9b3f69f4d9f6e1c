import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';
import { frameConfig, loaderConfig, previewFrameConfig, previewPageConfig, proactiveConfig } from './vite.config.js';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * Builds `dist/loader.js` (one file; the server puts the site in place of its token) and the frame's hashed assets with
 * `dist/.vite/manifest.json`. Works from any directory.
 */
export async function build() {
  await viteBuild({ ...frameConfig, root, configFile: false, logLevel: 'warn' });
  await viteBuild({ ...loaderConfig, root, configFile: false, logLevel: 'warn' });
  for (const config of [proactiveConfig, previewFrameConfig, previewPageConfig]) {
    await viteBuild({ ...config, root, configFile: false, logLevel: 'warn' });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
