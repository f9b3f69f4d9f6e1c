export { allowListFrom } from '../outgoing/allow-list.ts';
export { createSafeFetch } from '../outgoing/safe-fetch.ts';
export { neverCalled } from '../outgoing/never-called.ts';
export { testWebhook } from './test-webhook.ts';
export { WebhookBook } from './webhook-book.ts';
export { WEBHOOK_EVENTS, isWebhookEvent } from './webhook-events.ts';
export type { WebhookEvent } from './webhook-events.ts';
