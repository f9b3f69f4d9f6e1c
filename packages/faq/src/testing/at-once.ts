import type { RunInSlices } from '../site-loader.ts';

/** Without the pauses: nobody else waits in a test. */
export const atOnce: RunInSlices = (work) => {
  for (;;) {
    const step = work.next();
    if (step.done === true) return Promise.resolve(step.value);
  }
};
