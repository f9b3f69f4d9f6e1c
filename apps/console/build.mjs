import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as viteBuild } from 'vite';

/**
 * Builds the console into `dist/` beside this file, to be served at `/console/`. Works from any directory.
 *
 * Nothing is inlined, neither scripts nor styles nor files as data: the page's policy allows only its own origin.
 *
 * @param {{ dist?: string, release?: string }} [options] `dist`: another folder to build into; `release`: words that stand in every script and
 *   style, so that the same sources are another release, with other names of all files
 * @returns {Promise<void>}
 */
export async function build({ dist = fileURLToPath(new URL('dist', import.meta.url)), release = '' } = {}) {
  const root = fileURLToPath(new URL('.', import.meta.url));
  await viteBuild({
    root,
    base: '/console/',
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: dist,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // The charts are large, and loaded only where one is looked at. Kilobytes.
      chunkSizeWarningLimit: 600,
      ...(release !== '' && { rolldownOptions: { output: { postBanner: `/*! ${release} */` } } }),
    },
  });
  await writeRelease(pathToFileURL(`${dist}/`));
}

/** Which release this is, for tabs that were opened before it: the entry's name carries the hash of its content. */
async function writeRelease(dist) {
  const page = await readFile(new URL('index.html', dist), 'utf8');
  const entry = /<script type="module"[^>]* src="([^"]+)"/.exec(page)?.[1];
  if (entry === undefined) throw new Error('the console has no entry');
  await writeFile(new URL('release.json', dist), JSON.stringify({ entry }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [dist, release] = process.argv.slice(2);
  await build({ ...(dist !== undefined && { dist }), ...(release !== undefined && { release }) });
}
