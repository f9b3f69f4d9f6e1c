/** Vite wraps each dynamic import in a helper that preloads style sheets and files; ours have none, and it weighs 700 bytes. */
export const plainImports = {
  name: 'solodesk:plain-imports',
  enforce: 'pre',
  load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null),
};
