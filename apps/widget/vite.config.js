import { compileHint } from './build/compile-hint.js';
import { minifyAgain } from './build/minify-again.js';
import { plainImports } from './build/plain-imports.js';
import { textSocket } from './build/text-socket.js';
import { unusedTokens } from './build/unused-tokens.js';

const TARGET = 'es2022';

/** The frame: an ES module and a style sheet with hashed names, listed in the manifest for the server. */
export const frameConfig = {
  base: '/',
  publicDir: false,
  plugins: [textSocket(), unusedTokens, plainImports, minifyAgain],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: TARGET,
    manifest: true,
    modulePreload: false,
    assetsInlineLimit: 0,
    rollupOptions: { input: 'src/frame/main.tsx' },
  },
};

/** The loader: a classic script that any page can take in, in one file. */
export const loaderConfig = {
  publicDir: false,
  plugins: [compileHint],
  build: {
    target: TARGET,
    emptyOutDir: false,
    lib: { entry: 'src/loader/main.ts', formats: ['iife'], name: 'solodeskLoader', fileName: () => 'loader.js' },
  },
};

/** What is said beside the bubble: its own file, which the loader fetches only for sites that have something to say. */
export const proactiveConfig = {
  ...loaderConfig,
  plugins: [],
  build: {
    ...loaderConfig.build,
    lib: { entry: 'src/proactive/main.ts', formats: ['es'], fileName: () => 'proactive.js' },
  },
};

/** The frame of a preview in the console: the same widget over a line that leads nowhere, in one file. */
export const previewFrameConfig = {
  ...frameConfig,
  build: {
    target: TARGET,
    emptyOutDir: false,
    assetsInlineLimit: 0,
    lib: { entry: 'src/preview/frame.tsx', formats: ['es'], fileName: () => 'preview-frame.js' },
    rollupOptions: { output: { codeSplitting: false } },
  },
};

/** The page around it. */
export const previewPageConfig = {
  ...loaderConfig,
  plugins: [],
  build: {
    ...loaderConfig.build,
    lib: {
      entry: 'src/preview/page.ts',
      formats: ['iife'],
      name: 'solodeskPreview',
      fileName: () => 'preview-page.js',
    },
  },
};

export default frameConfig;
