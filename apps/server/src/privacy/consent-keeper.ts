import type { Desk } from '@solodesk/core/use-cases';

/** Keeps every consent text that was in force, so that it can be shown later what somebody agreed to. */
export class ConsentKeeper {
  readonly #desk: Pick<Desk, 'store' | 'sites' | 'clock'>;
  /** What was kept last, by site. */
  readonly #kept = new Map<string, string>();

  constructor(desk: Pick<Desk, 'store' | 'sites' | 'clock'>) {
    this.#desk = desk;
  }

  /** Looks at all sites; writes only what is new. */
  async look(): Promise<void> {
    const { store, sites, clock } = this.#desk;
    for (const { id, consent } of sites.list()) {
      const now = JSON.stringify(consent);
      if (consent === null || this.#kept.get(id) === now) continue;
      await store.noteConsentText(id, { ...consent, since: clock.now() });
      this.#kept.set(id, now);
    }
  }
}
