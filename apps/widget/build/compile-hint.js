/**
 * Begins a script with V8's magic comment that all of its functions are called while the page loads, which is nearly
 * true of the loader: they are then compiled beside the page's thread, together with the script, instead of one by one on
 * it. Other engines read a comment. (https://v8.dev/blog/explicit-compile-hints)
 */
export const compileHint = {
  name: 'solodesk-compile-hint',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const part of Object.values(bundle)) {
      if (part.type === 'chunk') part.code = `//# allFunctionsCalledOnLoad\n${part.code}`;
    }
  },
};
