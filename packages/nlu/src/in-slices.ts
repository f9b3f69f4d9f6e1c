/** As long as a chat message may have to wait behind a slice, about. Milliseconds. */
const SLICE_MS = 2;

/**
 * Runs work that pauses (`yield`) in slices, and lets everything else that waits go first in between. Slices are as short
 * as the steps between two pauses allow: what takes steps of a millisecond holds nothing up.
 */
export async function inSlices<T>(work: Generator<void, T>): Promise<T> {
  let started = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - started < SLICE_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    started = performance.now();
  }
}

/** Runs it without its pauses, for who has nothing else to do. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
