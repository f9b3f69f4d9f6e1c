import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Bundles our own code for Node; libraries stay outside and are found in `node_modules`. */
export async function build() {
  await viteBuild({
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
        input: { main: `${root}src/main.ts`, 'train-child': `${root}../../packages/nlu/src/train-child.ts` },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}
