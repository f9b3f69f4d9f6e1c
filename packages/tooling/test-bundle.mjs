import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentHash, isStamped, putStamp, ROOT } from './stamp.mjs';

/** Where it lies. */
const BUNDLE = join(ROOT, 'node_modules/.solodesk/test-bundle');
const STAMP = 'built-for-tests';
/** Binaries, and what runs the tests. */
const LEFT_OUT = new Set(['better-sqlite3', 'sharp', '@jest/globals', '@playwright/test', 'vite']);
const PACKAGES = readdirSync(join(ROOT, 'packages')).filter((name) => name !== 'tooling');

/**
 * Bundles what is imported by a package's name, ours and others', for `test-resolver.cjs`. Each file of tests has modules of its own:
 * finding, reading and linking the 2,400 of the whole server one by one took as long as many a test of it.
 */
export async function makeTestBundle() {
  if (freshTestBundle() !== undefined) return;
  const entries = allEntries();
  await bundle(entries);
  const files = Object.fromEntries(entries.map(({ name, file }) => [name, `${file}.mjs`]));
  writeFileSync(join(BUNDLE, 'entries.json'), JSON.stringify({ files, below: below() }));
  putStamp(STAMP, stampOf(entries));
}

/** The folder of the bundle, if it is of these sources. */
export function freshTestBundle() {
  const isFresh = existsSync(join(BUNDLE, 'entries.json')) && isStamped(STAMP, stampOf(allEntries()));
  return isFresh ? BUNDLE : undefined;
}

function allEntries() {
  return [...ownEntries(), ...libraryEntries()];
}

function stampOf(entries) {
  const sources = PACKAGES.flatMap((name) => [`packages/${name}/package.json`, `packages/${name}/src`]);
  const inputs = contentHash(['packages/tooling/test-bundle.mjs', 'pnpm-lock.yaml', ...sources]);
  return [inputs, ...entries.map(({ name }) => name)].join('\n');
}

async function bundle(entries) {
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    plugins: [entryPlugin(new Map(entries.map((entry) => [entry.id, entry])))],
    build: {
      ssr: true,
      target: 'node20',
      outDir: BUNDLE,
      emptyOutDir: true,
      // A failed test shows the lines of the source.
      sourcemap: true,
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(entries.map(({ file, id }) => [file, id])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  });
}

function ownEntries() {
  return PACKAGES.flatMap((folder) => {
    const { name, exports } = manifest(folder);
    const modules = Object.entries(exports).filter(([, path]) => /\.tsx?$/.test(path));
    return modules.map(([part, path]) => {
      const specifier = join(name, part);
      return { name: specifier, file: fileName(specifier), id: join(ROOT, 'packages', folder, path) };
    });
  });
}

/** Others' packages by the names that our sources import, each with a file that does. */
function libraryEntries() {
  const found = new Map();
  for (const importer of ourFiles()) {
    const text = readFileSync(importer, 'utf8');
    for (const [, name] of text.matchAll(/^(?:import|export|\})[^'\n]* from '([@a-z][\w@./-]*)'/gm)) {
      if (name.startsWith('@solodesk/') || LEFT_OUT.has(name) || found.has(name)) continue;
      const file = fileName(name);
      found.set(name, { name, importer, file, id: join(BUNDLE, 'entries', `${file}.mjs`) });
    }
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function ourFiles() {
  const folders = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(ROOT, group)).map((name) => join(ROOT, group, name, 'src')),
  );
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)))
    .filter((file) => /\.tsx?$/.test(file))
    .sort();
}

/** Which of ours each package is built on, directly or not. */
function below() {
  const under = (folder) => {
    const direct = Object.keys(manifest(folder).dependencies ?? {})
      .filter((name) => name.startsWith('@solodesk/'))
      .map((name) => name.slice('@solodesk/'.length));
    return [...new Set(direct.flatMap((name) => [name, ...under(name)]))];
  };
  return Object.fromEntries(PACKAGES.map((folder) => [folder, under(folder)]));
}

function manifest(folder) {
  return JSON.parse(readFileSync(join(ROOT, 'packages', folder, 'package.json'), 'utf8'));
}

function fileName(specifier) {
  return specifier.replace(/^@/, '').replace(/[^\w.-]/g, '__');
}

function entryPlugin(entries) {
  return {
    name: 'test-bundle',
    enforce: 'pre',
    resolveId(source, importer) {
      if (entries.has(source)) return source;
      if (LEFT_OUT.has(source)) return { id: createRequire(importer).resolve(source), external: 'absolute' };
      return null;
    },
    async load(id) {
      const { name, importer } = entries.get(id) ?? {};
      if (importer === undefined) return null;
      const resolved = await this.resolve(name, importer, { skipSelf: true });
      return entryText(resolved.id.replace(/\?.*$/, ''), (text) => this.parse(text));
    },
    /** What asks where it lies is told the place of its source. */
    transform(code, id) {
      const file = id.replace(/\?.*$/, '');
      if (/\.([mc]?tsx?|m?js)$/.test(file) && code.includes('import.meta.url'))
        return { code: code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href)), map: null };
      if (/\.c?js$/.test(file) && /\b__(dirname|filename)\b/.test(code)) {
        const place = `var __filename = ${JSON.stringify(file)}, __dirname = ${JSON.stringify(dirname(file))};`;
        return { code: place + code, map: null };
      }
      return null;
    },
  };
}

/** A module that exports what the file does. A bundler does not see the names that CommonJS exports: Node says which it finds. */
async function entryText(file, parse) {
  const from = JSON.stringify(file);
  const { body } = parse(readFileSync(file, 'utf8'));
  if (body.some(({ type }) => /^(Import|Export)\w*Declaration$/.test(type))) {
    const hasDefault = body.some(
      ({ type, specifiers = [] }) =>
        type === 'ExportDefaultDeclaration' || specifiers.some(({ exported }) => exported?.name === 'default'),
    );
    return `export * from ${from};\n${hasDefault ? `export { default } from ${from};` : ''}`;
  }
  const whole = await import(pathToFileURL(file).href);
  const names = Object.keys(whole).filter((name) => name !== 'default' && name !== 'module.exports');
  const each = names.map((name, at) => `const _${at} = whole.${name};\nexport { _${at} as ${name} };`);
  return [`import whole from ${from};`, 'export default whole;', ...each].join('\n');
}

if (process.argv[1] === new URL(import.meta.url).pathname) await makeTestBundle();
