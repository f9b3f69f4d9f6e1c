import type { Log } from '@solodesk/core';

/** Of the time since the last one began, a refresh takes at most this share, however often a shop sends. */
const SHARE = 0.2;

/** Refreshes what a site's bot knows of its products soon after they change: at once, then as often as others can bear. */
export class ProductRefresh {
  readonly #refresh: (site: string) => Promise<void>;
  readonly #log: Log;
  readonly #state = new Map<string, 'running' | 'again'>();
  #stopped = false;

  constructor(refresh: (site: string) => Promise<void>, log: Log) {
    this.#refresh = refresh;
    this.#log = log;
  }

  soon(site: string): void {
    if (this.#state.has(site)) this.#state.set(site, 'again');
    else void this.#run(site);
  }

  stop(): void {
    this.#stopped = true;
  }

  async #run(site: string): Promise<void> {
    do {
      this.#state.set(site, 'running');
      const began = performance.now();
      try {
        await this.#refresh(site);
      } catch (cause) {
        this.#log.error({ err: cause, site }, 'products could not be taken over; the next sweep tries again');
      }
      const took = performance.now() - began;
      await new Promise((resolve) => setTimeout(resolve, took / SHARE - took).unref());
    } while (this.#state.get(site) === 'again' && !this.#stopped);
    this.#state.delete(site);
  }
}
