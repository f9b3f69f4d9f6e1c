import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { Plugin } from 'vite';
import type { MutantName } from '../command/parse-command.ts';
import { repositoryRoot } from '../desk/repository.ts';
import { applyReplacement, MUTANT_FAULTS } from './mutants.ts';
import type { Replacement } from './mutants.ts';

/**
 * Builds the server with a fault, beside the real one. The fault is put into the sources while they are bundled, so
 * that nothing of it is in what is shipped. Resolves to the program's path.
 */
export async function buildMutant(name: MutantName): Promise<string> {
  const repository = repositoryRoot();
  const server = join(repository, 'apps/server');
  // The same places around it as around the real one: its libraries, and the apps that it serves.
  const apps = join(repository, 'apps/bench/dist/mutants', name, 'apps');
  rmSync(apps, { recursive: true, force: true });
  mkdirSync(join(apps, 'server'), { recursive: true });
  for (const beside of ['widget', 'console', 'demo', 'server/node_modules']) {
    symlinkSync(join(repository, 'apps', beside), join(apps, beside), 'dir');
  }
  await build({
    root: server,
    configFile: false,
    logLevel: 'error',
    plugins: [faultPlugin(repository, MUTANT_FAULTS[name].replacements)],
    ssr: { noExternal: [/^@solodesk\//] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(apps, 'server/dist'),
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: {
          main: join(server, 'src/main.ts'),
          'train-child': join(repository, 'packages/nlu/src/processes/train-child.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  // Style sheets have no faults to put in: the real server's serve.
  symlinkSync(join(server, 'dist/help'), join(apps, 'server/dist/help'), 'dir');
  return join(apps, 'server/dist/main.js');
}

function faultPlugin(repository: string, replacements: readonly Replacement[]): Plugin {
  const left = new Set(replacements);
  return {
    name: 'fault',
    enforce: 'pre',
    transform(source, id) {
      let changed = source;
      for (const replacement of replacements) {
        if (id.split('?')[0] !== join(repository, replacement.file)) continue;
        changed = applyReplacement(changed, replacement);
        left.delete(replacement);
      }
      return changed === source ? null : { code: changed, map: null };
    },
    buildEnd(error) {
      const [missed] = left;
      if (error === undefined && missed !== undefined)
        throw new Error(`${missed.file} is not part of the server any more`);
    },
  };
}
