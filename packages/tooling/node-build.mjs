import { build } from 'vite';

/** Binaries for one machine, which find themselves in `node_modules`. */
const NATIVE = ['better-sqlite3', 'sharp'];
const LIBRARIES = 'libraries';

/**
 * Bundles our own code for Node with the libraries it uses: finding and reading their 700 files one by one was a fifth of the server's
 * start.
 *
 * @param {string} root the app's folder; the result goes to its `dist`
 * @param {Record<string, string>} input entry files by the name that they get there
 */
export async function buildForNode(root, input) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: NATIVE },
    plugins: [withoutLibraryMaps],
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'dist',
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rollupOptions: {
        input,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // Node reads each source map whole when it starts, and the sources themselves lie beside it.
          sourcemapExcludeSources: true,
          // By themselves they hold no Chinese, and V8 then keeps their text in half the memory.
          codeSplitting: { groups: [{ name: LIBRARIES, test: /node_modules/, entriesAware: true }] },
        },
      },
    },
  });
}

/** Nobody looks for the lines of somebody else's source. */
const withoutLibraryMaps = {
  name: 'without-library-maps',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !chunk.name.startsWith(LIBRARIES)) continue;
      delete bundle[`${chunk.fileName}.map`];
      chunk.map = null;
      chunk.code = chunk.code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
    }
  },
};
