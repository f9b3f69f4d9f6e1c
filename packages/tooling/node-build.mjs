import { build } from 'vite';

/**
 * Bundles our own code for Node; libraries stay outside and are found in `node_modules`.
 *
 * @param {string} root the app's folder; the result goes to its `dist`
 * @param {Record<string, string>} input entry files by the name that they get there
 */
export async function buildForNode(root, input) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: [/^@solodesk\//] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'dist',
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rollupOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}
