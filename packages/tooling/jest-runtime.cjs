const { createRequire } = require('node:module');
const vm = require('node:vm');

/**
 * Jest's runtime, with modules that begin and run faster. Each file of tests has modules of its own, in a context of its own, and that
 * costs twice:
 *  - V8 reads the text of each module anew. Here it does so once a process, and keeps what it understood;
 *  - a global name is looked up by asking Node's context, each time, in the innermost loop too: learning took twice as long for its
 *    `Math.imul`. Here modules have names of their own for what computes. What tests replace, such as `Date`, is not among them.
 */
const COLLECTIONS = ['Array', 'Map', 'Object', 'Set', 'String'];
const NUMBERS = ['Math', 'Number', 'Float32Array', 'Float64Array', 'Int8Array', 'Int32Array'];
const UNSIGNED = ['Uint8Array', 'Uint16Array', 'Uint32Array'];
const QUICK = [...COLLECTIONS, ...NUMBERS, ...UNSIGNED];

/** Of a module that is compiled from what was kept V8 does not tell Node whose import it is: it would be refused. */
const IMPORTS_LATER = /\bimport\s*(\/\*[^]*?\*\/\s*)?\(/;

const { SourceTextModule } = vm;
/** By a module's text: what was compiled for it, and V8's data. */
const compiled = new Map();

vm.SourceTextModule = new Proxy(SourceTextModule, {
  construct(_, [code, options]) {
    const known = compiled.get(code);
    if (known === undefined) return compileFirst(code, options);
    return make(known, options);
  },
});

function compileFirst(code, options) {
  const prelude = preludeOf(code);
  try {
    return keep(code, { text: prelude + code, columnOffset: -prelude.length }, options);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    // It may declare one of the names itself.
    return keep(code, { text: code }, options);
  }
}

/** On the first line itself, so that errors tell the right lines. */
function preludeOf(code) {
  const names = QUICK.filter((name) => code.includes(name));
  return names.length === 0 ? '' : `const { ${names.join(', ')} } = globalThis;`;
}

function keep(code, source, options) {
  const module = make(source, options);
  const cachedData = IMPORTS_LATER.test(code) ? undefined : module.createCachedData();
  compiled.set(code, { ...source, cachedData });
  return module;
}

function make({ text, ...source }, options) {
  return new SourceTextModule(text, { ...options, ...source });
}

/** pnpm lets only Jest itself find its parts. */
const core = createRequire(require.resolve('jest')).resolve('@jest/core');
module.exports = createRequire(core)('jest-runtime');
