/** Runs work that pauses (`yield`) without its pauses, for who has nothing else to do. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
