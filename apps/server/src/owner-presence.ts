import type { Clock, Presence, Store } from '@solodesk/core';

export type PresenceMode = 'auto' | 'here' | 'away';

/** After this long without a touch of the console the owner counts as away. */
const ACTIVITY_MS = 5 * 60_000;

/**
 * Whether the owner of each site is there: by activity in the console, or by their own switch, which survives restarts.
 * An open tab alone does not count.
 */
export class OwnerPresence implements Presence {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #modes = new Map<string, PresenceMode>();
  readonly #lastActive = new Map<string, number>();
  readonly #told = new Map<string, boolean>();
  readonly #onChange: (site: string) => void;

  constructor(store: Store, clock: Clock, onChange: (site: string) => void) {
    this.#store = store;
    this.#clock = clock;
    this.#onChange = onChange;
  }

  async load(site: string): Promise<void> {
    this.#modes.set(site, await this.#store.presenceMode(site));
  }

  mode(site: string): PresenceMode {
    return this.#modes.get(site) ?? 'auto';
  }

  isHere(site: string): boolean {
    const mode = this.mode(site);
    if (mode !== 'auto') return mode === 'here';
    return this.#clock.now() - (this.#lastActive.get(site) ?? -Infinity) < ACTIVITY_MS;
  }

  async setMode(site: string, mode: PresenceMode): Promise<void> {
    await this.#store.setPresenceMode(site, mode);
    this.#modes.set(site, mode);
    this.#onChange(site);
    this.#told.set(site, this.isHere(site));
  }

  /** The owner did something in the console. */
  touch(site: string): void {
    this.#lastActive.set(site, this.#clock.now());
    this.tellChanges();
  }

  /** Tells those sites whose owner came or went; activity runs out by time alone, so this is called now and then. */
  tellChanges(): void {
    for (const site of new Set([...this.#modes.keys(), ...this.#lastActive.keys()])) {
      const here = this.isHere(site);
      if ((this.#told.get(site) ?? false) === here) continue;
      this.#told.set(site, here);
      this.#onChange(site);
    }
  }
}
