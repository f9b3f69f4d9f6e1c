import type { Clock, Ids, Site } from '@solodesk/core';

/** Before the name of a preview: no site's id begins so. */
const MARK = '~';
/** An editor that was left open asks for a new one with its next change. */
const KEPT_MS = 60 * 60_000;
const MOST = 50;

/**
 * Sites as they would be, for the widget in an editor to be drawn from. Under a name that cannot be guessed, since a frame
 * brings nobody's session along; in memory, and forgotten after an hour.
 */
export class Previews {
  readonly #ids: Ids;
  readonly #clock: Clock;
  readonly #kept = new Map<string, { site: Site; of: string; at: number }>();

  constructor(ids: Ids, clock: Clock) {
    this.#ids = ids;
    this.#clock = clock;
  }

  /** @returns the name under which the drafted site is served: `~` and a random UUID */
  keep(site: Site): string {
    const now = this.#clock.now();
    for (const [name, { at }] of this.#kept) if (at < now - KEPT_MS || this.#kept.size >= MOST) this.#kept.delete(name);
    const name = MARK + this.#ids.uuid();
    // Messages beside the bubble wait for pages that an editor does not have.
    this.#kept.set(name, { site: { ...site, id: name, proactive: [] }, of: site.id, at: now });
    return name;
  }

  get(name: string): Site | null {
    return this.#find(name)?.site ?? null;
  }

  /** Whose draft it is: the id of the site. */
  ownerOf(name: string): string | null {
    return this.#find(name)?.of ?? null;
  }

  #find(name: string) {
    const found = this.#kept.get(name);
    return found !== undefined && found.at >= this.#clock.now() - KEPT_MS ? found : null;
  }

  static isName(name: string): boolean {
    return name.startsWith(MARK);
  }
}
