import { fileURLToPath } from 'node:url';
import { build as vite } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What is found in node_modules at run time. */
const EXTERNAL = [
  /^node:/,
  /^@nlpjs\//,
  'vader-sentiment',
  'better-sqlite3',
  'socket.io',
  'socket.io-client',
  'vite',
  '@playwright/test',
];

/** The programs: the command itself, and those that it runs in processes of their own. */
const ENTRIES = {
  main: 'src/main.ts',
  'bare-server': 'src/reply/bare-server.ts',
  'message-load': 'src/reply/message-load.ts',
  'idle-crowd': 'src/memory/idle-crowd.ts',
  'import-run': 'src/import/import-run.ts',
  'memory-probe': 'src/memory/memory-probe.ts',
  'analysis-run': 'src/insights/analysis-run.ts',
  'recommender-run': 'src/insights/recommender-run.ts',
};

/** Builds the benchmarks into `dist`. Works from any folder. */
export async function build() {
  await vite({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'dist',
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, `${root}${path}`])),
        external: EXTERNAL,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}
