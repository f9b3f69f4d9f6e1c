/** As long as a chat message may have to wait behind it, at most. Milliseconds. */
const SLICE_MS = 4;

/** Runs work that pauses (`yield`) in slices, and lets everything else that waits go first in between. */
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
