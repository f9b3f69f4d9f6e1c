const DEFINITION = /(--[\w-]+):[^;{}]*;/g;

/**
 * Takes out of each style sheet the custom properties that nothing in it uses: the tokens of the other front end. The
 * file's hash is that of the sheet before.
 */
export const unusedTokens = {
  name: 'unused-tokens',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (!file.fileName.endsWith('.css')) continue;
      const css = String(file.source);
      file.source = css.replace(DEFINITION, (whole, name) => (css.includes(`var(${name})`) ? whole : ''));
    }
  },
};
