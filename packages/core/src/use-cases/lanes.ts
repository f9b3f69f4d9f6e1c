/**
 * Runs the commands of one conversation (or whatever else the key names) one after the other, those of different ones side by side. Within a
 * process this spares most version conflicts; between processes the store's expected version decides.
 */
export class Lanes {
  readonly #tails = new Map<number | string, Promise<unknown>>();
  readonly #gather: (() => Promise<void>) | undefined;

  /**
   * @param gather what begins waits for this promise, so that all that arrives about now is decided in one go: that keeps code and
   *   data in the processor's caches. Left out: work begins at once.
   */
  constructor(gather?: () => Promise<void>) {
    this.#gather = gather;
  }

  /** Runs `work` after everything that was given for `key` before, whether that failed or not. */
  run<T>(key: number | string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? this.#gather?.();
    const result = before === undefined ? work() : before.then(work, work);
    const tail: Promise<void> = result.then(
      () => this.#forget(key, tail),
      () => this.#forget(key, tail),
    );
    this.#tails.set(key, tail);
    return result;
  }

  /** Resolves when everything that was given until now is done. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }

  #forget(key: number | string, tail: Promise<unknown>): void {
    if (this.#tails.get(key) === tail) this.#tails.delete(key);
  }
}
