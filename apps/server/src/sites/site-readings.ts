import type { Log } from '@solodesk/core';

/** What of a reading of a site's files can be waited for: that it is served, or refused. */
export interface ReadingParts {
  /** What needs no learning: colours, hours, all of `site.json`. */
  readonly settings: Promise<void>;
  readonly everything: Promise<void>;
}

export interface Reading {
  /** False as soon as a newer reading of the same site has begun: what this one finds is not to be served any more. */
  isNewest(): boolean;
  onSettings(): void;
}

/** The readings of each site's files: the newest counts, and who waits for one that it overtook waits for the newest. */
export class SiteReadings {
  readonly #log: Log;
  readonly #newest = new Map<string, ReadingParts>();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Rejects if the reading does before that part is there; what fails later stands in the log. */
  async run(siteId: string, part: keyof ReadingParts, read: (reading: Reading) => Promise<void>): Promise<void> {
    let awaited: ReadingParts | undefined;
    this.#newest.set(siteId, this.#begin(siteId, read));
    while (awaited !== this.#newest.get(siteId)) {
      awaited = this.#newest.get(siteId);
      await awaited?.[part];
    }
  }

  #begin(siteId: string, read: (reading: Reading) => Promise<void>): ReadingParts {
    let onSettings = (): void => undefined;
    const served = new Promise<void>((resolve) => (onSettings = resolve));
    // Begins in a moment, when it is known as the newest.
    const everything: Promise<void> = Promise.resolve().then(() =>
      read({ isNewest: () => this.#newest.get(siteId) === own, onSettings }),
    );
    everything.catch((cause: unknown) => {
      this.#log.error({ err: cause, site: siteId }, "a site's files could not be taken over");
    });
    const own: ReadingParts = {
      everything,
      get settings() {
        return Promise.race([served, everything]);
      },
    };
    return own;
  }
}
