import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

export async function build() {
  await viteBuild({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: [/^@solodesk\//] },
    build: {
      ssr: `${root}src/main.ts`,
      target: 'node20',
      outDir: 'dist',
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'main.js' } },
    },
  });
}
