/** So many commands in one go say that more are on their way. */
const BUSY = 4;
/** How long a busy server waits for company. Milliseconds. */
const WINDOW = 6;

/**
 * When commands are decided. One that comes alone waits only for the end of its turn of the event loop; while many come, for up to
 * 6 ms, as a database's commit delay does: what is decided, written and sent together costs less each.
 */
export class Gathering {
  #open: Promise<void> | null = null;
  #size = 0;
  #sizeBefore = 0;

  /** Resolves when it is time for all that asked since the last time. */
  join(): Promise<void> {
    this.#size++;
    this.#open ??= new Promise((resolve) => {
      const close = () => {
        this.#open = null;
        this.#sizeBefore = this.#size;
        this.#size = 0;
        resolve();
      };
      if (this.#sizeBefore > BUSY) setTimeout(close, WINDOW);
      else setImmediate(close);
    });
    return this.#open;
  }
}
