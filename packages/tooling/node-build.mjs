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
    plugins: [quietDebug, withoutLibraryMaps],
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

const QUIET = '\0quiet-debug';
/** Where the module itself lies. */
let debugModule;

/**
 * Socket.IO and Express tell each step to `debug`, which decides anew each time to print nothing: 4 % of what a stored message costs.
 * Where the environment has no `DEBUG` at the start, that is settled once.
 */
const quietDebug = {
  name: 'quiet-debug',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (source !== 'debug' || importer === QUIET) return null;
    debugModule ??= (await this.resolve(source, importer, { skipSelf: true })).id;
    return QUIET;
  },
  load(id) {
    if (id !== QUIET) return null;
    return `
      function quiet() {}
      quiet.enabled = false;
      quiet.extend = () => quiet;
      const make = () => quiet;
      make.debug = make.default = make;
      module.exports = process.env.DEBUG ? require(${JSON.stringify(debugModule)}) : make;`;
  },
};

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
