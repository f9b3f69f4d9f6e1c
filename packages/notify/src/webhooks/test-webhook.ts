import type { WebhookPayload } from '@solodesk/core';
import { signedCall } from '../outgoing/signed-call.ts';
import type { CallOutcome } from '../outgoing/signed-call.ts';
import type { SafeFetch } from '../outgoing/safe-fetch.ts';
import { webhookBody } from './sign-webhook.ts';
import type { WebhookEndpoint } from './webhook-book.ts';

/** Calls an endpoint once, now, as `ticket.created` would, with data that say that it is a test. */
export function testWebhook(
  fetch: SafeFetch,
  site: string,
  { id, url, secret }: Pick<WebhookEndpoint, 'id' | 'url' | 'secret'>,
  { uuid, now }: { uuid: string; now: number },
): Promise<CallOutcome> {
  const data = { test: true, ticket_number: 'TEST-T1', subject: 'A test of this webhook', state: 'new', priority: 30 };
  const payload: WebhookPayload = { endpoint: id, event: 'ticket.created', id: uuid, at: now, data };
  const headers = { 'x-solodesk-event': payload.event, 'x-solodesk-delivery': uuid };
  return signedCall(fetch, { url, secret, body: webhookBody(site, payload), headers, now });
}
