const FIRST_MS = 60_000;
const LONGEST_MS = 30 * 60_000;

/** Tries again, some time after a bot could not learn a site: a disk is emptied, memory comes back. Each wait is twice as long as the one before. */
export class LearnAgain {
  readonly #tryAgain: (site: string) => void;
  readonly #firstMs: number;
  readonly #waits = new Map<string, { ms: number; timer: NodeJS.Timeout }>();

  /** @param firstMs how long the first wait is */
  constructor(tryAgain: (site: string) => void, firstMs = FIRST_MS) {
    this.#tryAgain = tryAgain;
    this.#firstMs = firstMs;
  }

  failed(site: string): void {
    const before = this.#waits.get(site);
    clearTimeout(before?.timer);
    const ms = before === undefined ? this.#firstMs : Math.min(LONGEST_MS, before.ms * 2);
    this.#waits.set(site, { ms, timer: setTimeout(() => this.#tryAgain(site), ms).unref() });
  }

  /** It was learned, or is gone. */
  settled(site: string): void {
    clearTimeout(this.#waits.get(site)?.timer);
    this.#waits.delete(site);
  }

  stop(): void {
    for (const { timer } of this.#waits.values()) clearTimeout(timer);
    this.#waits.clear();
  }
}
