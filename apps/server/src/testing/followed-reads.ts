import type { OwnerDownEvents } from '@solodesk/protocol/owner';
import type { Owner } from './owner.ts';
import type { TestDesk } from './start-desk.ts';

/** Long enough for a slow machine. */
const WITHIN_MS = 15_000;
/** A name that each reading makes anew. */
const PASSING = /"preview":"[^"]*"/g;

/**
 * A console that read everything over HTTP once, and since then again only what it was told of. After each action what it has must be what
 * a console gets that reads all of it just now.
 */
export class FollowedReads {
  readonly #desk: TestDesk;
  readonly #owner: Owner;
  readonly #addresses: readonly string[];
  readonly #known = new Map<string, string>();
  #heard: number;

  private constructor(desk: TestDesk, owner: Owner, addresses: readonly string[]) {
    this.#desk = desk;
    this.#owner = owner;
    this.#addresses = addresses;
    this.#heard = owner.heard.all.length;
  }

  /** @param addresses below `/console/api/` */
  static async begin(desk: TestDesk, addresses: readonly string[]): Promise<FollowedReads> {
    const followed = new FollowedReads(desk, await desk.console(), addresses);
    for (const address of addresses) followed.#known.set(address, await followed.#read(address));
    return followed;
  }

  /**
   * Does something, and waits until this console has the same as one that reads anew.
   * @returns which addresses read otherwise now. @throws Error with the first that is out of step, if that never ends
   */
  async after(act: () => Promise<unknown>): Promise<string[]> {
    const before = new Map(this.#known);
    await act();
    const end = performance.now() + WITHIN_MS;
    for (;;) {
      const stale = await this.#stale();
      const changed = this.#addresses.filter((address) => before.get(address) !== this.#known.get(address));
      if (stale === null && changed.length > 0) return changed;
      if (performance.now() > end) throw new Error(stale ?? 'nothing has changed');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  async #stale(): Promise<string | null> {
    const news = this.#owner.heard.all.slice(this.#heard);
    this.#heard += news.length;
    const told = news.flatMap(({ event, body }) =>
      event === 'changed' ? (body as Parameters<OwnerDownEvents['changed']>[0]).what : [],
    );
    for (const address of this.#addresses) {
      if (told.includes(firstOf(address))) this.#known.set(address, await this.#read(address));
    }
    for (const address of this.#addresses) {
      const fresh = await this.#read(address);
      if (fresh !== this.#known.get(address)) return `${address}: ${this.#known.get(address)} is not ${fresh}`;
    }
    return null;
  }

  /** What it says, or with which status it says nothing. */
  async #read(address: string): Promise<string> {
    const response = await fetch(`${this.#desk.url}/console/api/${address}`, {
      headers: { cookie: this.#owner.cookie },
    });
    return response.ok ? (await response.text()).replace(PASSING, '') : String(response.status);
  }
}

export const firstOf = (address: string): string => /^[\w-]+/.exec(address)?.[0] ?? '';
