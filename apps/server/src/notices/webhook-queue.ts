import type { Clock, DeadEntry, Store } from '@solodesk/core';
import { webhookKeys } from '@solodesk/core/use-cases';
import type { WebhookBook, WebhookEndpoint } from '@solodesk/notify';

export type FailedCall = Extract<DeadEntry, { kind: 'webhook' }>;

/** What waits for a webhook, and what was given up. */
export class WebhookQueue {
  readonly #store: Store;
  readonly #webhooks: WebhookBook;
  readonly #clock: Clock;

  constructor(of: { store: Store; webhooks: WebhookBook; clock: Clock }) {
    ({ store: this.#store, webhooks: this.#webhooks, clock: this.#clock } = of);
  }

  /** Changes a webhook. What waited while it was paused goes out as soon as it is not. False when there is no such one. */
  async change(
    site: string,
    id: string,
    change: Partial<Pick<WebhookEndpoint, 'events' | 'paused'>>,
  ): Promise<boolean> {
    const wasPaused = this.#webhooks.find(site, id)?.paused === true;
    if (!this.#webhooks.change(site, id, change)) return false;
    if (wasPaused && change.paused === false) {
      await this.#store.hastenOutbox(site, 'webhook', webhookKeys(id), this.#clock.now());
    }
    return true;
  }

  /** Calls that were given up, the last event first; `before` is the key of the last one seen. */
  async failures(site: string, id: string, page: { before?: number; limit: number }): Promise<FailedCall[]> {
    const dead = await this.#store.deadEntries(site, 'webhook', webhookKeys(id), page);
    return dead.filter((entry): entry is FailedCall => entry.kind === 'webhook');
  }

  /** Sends one of them again at once. False when none of this webhook's is called so. */
  async sendAgain(site: string, id: string, key: number): Promise<boolean> {
    const [found] = await this.failures(site, id, { before: key + 1, limit: 1 });
    return found?.key === key && (await this.#store.reviveJob(site, key, this.#clock.now()));
  }

  /** Sends all of them again at once. How many. */
  sendAllAgain(site: string, id: string): Promise<number> {
    return this.#store.reviveEntries(site, 'webhook', webhookKeys(id), this.#clock.now());
  }
}
