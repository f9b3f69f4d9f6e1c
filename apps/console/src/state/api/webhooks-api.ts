import { request } from './api.ts';

export interface WebhookDelivery {
  event: string;
  at: number;
  /** Of the answer; null where there was none. */
  status: number | null;
  /** Null: it was taken. */
  reason: string | null;
}

export interface Webhook {
  id: string;
  url: string;
  events: string[];
  paused: boolean;
  createdAt: number;
}

export interface WebhookList {
  /** All that can be chosen from. */
  events: string[];
  endpoints: (Webhook & {
    deliveries: WebhookDelivery[];
    /** Calls that were given up; from 100 on there may be more. */
    failed: number;
    /** The first ten of them, the last event first: when it happened, and why its call failed last. */
    givenUp: { event: string; at: number; attempts: number; reason: string }[];
  })[];
}

const at = (site: string, rest = '') => `webhooks/${encodeURIComponent(site)}${rest}`;

export const webhooksApi = {
  list: (site: string) => request<WebhookList>(at(site)),
  /** The secret comes once. */
  add: (site: string, webhook: { url: string; events: string[] }) =>
    request<{ endpoint: Webhook; secret: string }>(at(site), webhook),
  change: (site: string, id: string, change: { events?: string[]; paused?: boolean }) =>
    request<object>(at(site, `/${id}`), change),
  remove: (site: string, id: string) => request<object>(at(site, `/${id}/remove`), {}),
  /** All calls that were given up, at once. */
  sendAgain: (site: string, id: string) => request<{ again: number }>(at(site, `/${id}/send-again`), {}),
  test: (site: string, id: string) =>
    request<{ status: number | null; reason: string | null }>(at(site, `/${id}/test`), {}),
};
