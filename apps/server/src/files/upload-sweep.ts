import type { Desk } from '@solodesk/core/use-cases';
import type { Files } from '@solodesk/files';

/** How long a file may wait to be sent: a browser that was closed in between keeps what is to be sent for longer than a night. */
const UNSENT_MS = 24 * 3_600_000;
/** A file lies there for a moment before anybody knows of it. */
const UNKNOWN_MS = 3_600_000;
const DAY = 24 * 3_600_000;
const SLICE = 50;

/** Takes out files that nobody sends any more, and what a crash or an erasure has left lying. */
export class UploadSweep {
  readonly #desk: Pick<Desk, 'store' | 'clock' | 'log'>;
  readonly #files: Files;
  #lookedAt = -Infinity;
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(desk: Pick<Desk, 'store' | 'clock' | 'log'>, files: Files) {
    this.#desk = desk;
    this.#files = files;
  }

  /** Begins, unless it is under way. */
  tick(): void {
    if (this.#stopped) return;
    this.#running ??= this.#sweep()
      .catch((cause: unknown) =>
        this.#desk.log.error({ err: cause }, 'old files could not be removed; it is tried again'),
      )
      .finally(() => (this.#running = null));
  }

  async settle(): Promise<void> {
    await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #sweep(): Promise<void> {
    const { store, clock, log } = this.#desk;
    const now = clock.now();
    for (const { site, upload } of await store.unsentBefore(now - UNSENT_MS, SLICE)) {
      if (this.#stopped) return;
      // The row first: a message that takes it at this moment keeps its file.
      if (await store.dropUnsent(site, upload.id)) await this.#files.remove(site, upload.conversationKey, upload.id);
    }
    if (now - this.#lookedAt < DAY) return;
    this.#lookedAt = now;
    const removed = await this.#files.sweep(now - UNKNOWN_MS, () => !this.#stopped);
    if (removed > 0) log.info({ removed }, 'files that belong to nothing were removed');
  }
}
