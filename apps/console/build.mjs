import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';

/**
 * Builds the console into `dist/` beside this file, to be served at `/console/`. Works from any directory.
 *
 * Nothing is inlined, neither scripts nor styles nor files as data: the page's policy allows only its own origin.
 *
 * @returns {Promise<void>}
 */
export async function build() {
  const root = fileURLToPath(new URL('.', import.meta.url));
  await viteBuild({
    root,
    base: '/console/',
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
