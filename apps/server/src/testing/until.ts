/** No longer than the server waits for its next sweep: what should be told at once is not found because of that. */
const WITHIN_MS = 15_000;
const LOOK_EVERY_MS = 5;

/**
 * Looks again and again until there is something; generous, because a busy machine is slow and not wrong.
 * @param withinMs when only the machine decides how long it takes: what nothing but a hang reaches
 */
export async function until<T>(
  look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  what: string,
  withinMs = WITHIN_MS,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > end) throw new Error(`waited in vain ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
