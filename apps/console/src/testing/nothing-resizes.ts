/** jsdom lays nothing out, so that nothing ever changes its size. Imported for this alone. */
globalThis.ResizeObserver = class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
