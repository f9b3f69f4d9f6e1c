const TARGET = 'es2022';

/**
 * The widget speaks WebSocket and long polling. engine.io-client brings WebTransport along, which costs 2 KB of the
 * visitor's download before compression and is never asked for.
 */
const withoutWebTransport = {
  name: 'without-webtransport',
  enforce: 'pre',
  load: (id) => (/engine\.io-client.*\/webtransport\.js$/.test(id) ? 'export class WT {}' : null),
};

/** The frame: an ES module and a style sheet with hashed names, listed in the manifest for the server. */
export const frameConfig = {
  base: '/',
  publicDir: false,
  plugins: [withoutWebTransport],
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
