const { readFileSync } = require('node:fs');
const { join, relative, sep } = require('node:path');

const ROOT = join(__dirname, '../..');
const NONE = { folder: '', files: {}, below: {} };
let bundle = NONE;

/** What `jest-setup.mjs` says that this run has; it says so after this file may have been loaded. */
function currentBundle() {
  const folder = process.env.SOLODESK_TEST_BUNDLE ?? '';
  if (folder === bundle.folder) return bundle;
  bundle = folder === '' ? NONE : { folder, ...JSON.parse(readFileSync(join(folder, 'entries.json'), 'utf8')) };
  return bundle;
}

/**
 * Finds modules as Jest does, but what our own files import by a package's name in the bundle for tests. Of each module there must be
 * one copy: a package finds its own files among the sources, and no test of it may import what is built on it.
 */
module.exports = function resolve(request, options) {
  const { folder, files, below } = currentBundle();
  const file = files[request];
  const [group, importer] = relative(ROOT, options.basedir).split(sep);
  const wanted = /^@solodesk\/([^/]+)/.exec(request)?.[1];
  const isOurs = group === 'packages' || group === 'apps';
  if (file === undefined || !isOurs || wanted === importer || !options.conditions?.includes('import'))
    return options.defaultResolver(request, options);
  if (below[wanted]?.includes(importer))
    throw new Error(`${importer} imports ${request}, which is built on it: there would be two copies of ${importer}`);
  return join(folder, file);
};
