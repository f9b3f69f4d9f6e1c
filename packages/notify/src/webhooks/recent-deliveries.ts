export interface RecentDelivery {
  event: string;
  /** UTC milliseconds. */
  at: number;
  /** Of the answer; null where there was none. */
  status: number | null;
  /** What went wrong; null: it was taken. */
  reason: string | null;
}

/** Deliveries of one endpoint that are remembered. */
const KEPT = 20;

/** The last deliveries of each endpoint since the start, the newest first: for whoever looks why nothing arrives. */
export class RecentDeliveries {
  readonly #of = new Map<string, RecentDelivery[]>();

  add(endpoint: string, delivery: RecentDelivery): void {
    this.#of.set(endpoint, [delivery, ...this.of(endpoint)].slice(0, KEPT));
  }

  of(endpoint: string): readonly RecentDelivery[] {
    return this.#of.get(endpoint) ?? [];
  }

  forget(endpoint: string): void {
    this.#of.delete(endpoint);
  }
}
