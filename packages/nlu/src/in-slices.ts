/** `gentle` while people chat: slices are short, and a rest follows each. `brisk` while nobody is answered yet. */
export type Pace = 'gentle' | 'brisk';

/** How long a slice goes on, about, in milliseconds. */
const SLICE_MS: Readonly<Record<Pace, number>> = { gentle: 1, brisk: 4 };
/**
 * A reply takes several turns of the event loop. Were the next slice due at once, each of these turns would wait behind one, and a work of
 * 60 ms would make all replies of that time slow; with a rest hardly any reply meets more than one slice.
 */
const REST_MS = 3;

/**
 * Runs work that pauses (`yield`) in slices, and lets everything else that waits go first in between. Slices are as short
 * as the steps between two pauses allow: what takes steps of a millisecond holds nothing up.
 */
export async function inSlices<T>(work: Generator<void, T>, pace: Pace = 'gentle'): Promise<T> {
  let started = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - started < SLICE_MS[pace]) continue;
    await new Promise<void>((resolve) => {
      if (pace === 'brisk') setImmediate(resolve);
      else setTimeout(resolve, REST_MS);
    });
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
