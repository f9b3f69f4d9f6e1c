import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookPayload } from '@solodesk/core';

export const SIGNATURE_HEADER = 'x-solodesk-signature';
export const TIMESTAMP_HEADER = 'x-solodesk-timestamp';

/**
 * The signature of a call: HMAC-SHA256 of `timestamp.body` with the endpoint's secret, as `v1=` and 64 hex digits.
 * @param timestamp seconds since 1970, as the header has it.
 */
export function signWebhook(secret: string, timestamp: number, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

/** Whether a signature is that of a body. What receivers do, and our own tests. */
export function isSignedWebhook(secret: string, timestamp: number, body: string, signature: string): boolean {
  const expected = Buffer.from(signWebhook(secret, timestamp, body));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** What is posted: one flat object, which no-code services show as fields without being told how. */
export function webhookBody(site: string, { id, event, at, data }: WebhookPayload): string {
  return JSON.stringify({ id, event, created_at: new Date(at).toISOString(), site, ...data });
}
