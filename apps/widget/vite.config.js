import { textSocket } from './build/text-socket.js';
import { unusedTokens } from './build/unused-tokens.js';

const TARGET = 'es2022';

/** The frame: an ES module and a style sheet with hashed names, listed in the manifest for the server. */
export const frameConfig = {
  base: '/',
  publicDir: false,
  plugins: [textSocket(), unusedTokens],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: TARGET,
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: { input: 'src/frame/main.tsx' },
  },
};

/** The loader: a classic script that any page can take in, in one file. */
export const loaderConfig = {
  publicDir: false,
  build: {
    target: TARGET,
    emptyOutDir: false,
    lib: { entry: 'src/loader/main.ts', formats: ['iife'], name: 'solodeskLoader', fileName: () => 'loader.js' },
  },
};

export default frameConfig;
