import type { Delivery } from '@solodesk/core';
import { MAX_PUSH_BYTES, encryptPush } from './encrypt-push.ts';
import type { PushKeys } from './encrypt-push.ts';
import type { VapidKey } from './vapid.ts';

export interface PushMessage {
  title: string;
  body: string;
  /** A later notice of the same tag takes the place of the earlier one. */
  tag: string;
  /** Where a click leads, in the console. */
  url: string;
}

export interface WebPushOptions {
  key: VapidKey;
  now: () => number;
  /** Whether an address may be called. */
  isAllowed: (endpoint: string) => boolean;
  timeoutMs?: number;
}

export interface WebPush {
  readonly publicKey: string;
  send(device: PushKeys & { endpoint: string }, message: PushMessage): Promise<Delivery>;
}

/** After this long a push that could not be shown is no news any more; the mail is there by then. Seconds. */
const TIME_TO_LIVE = 4 * 3_600;
const TIMEOUT_MS = 15_000;

/** Gives messages to the browsers' push services (RFC 8030). Never throws. */
export function createWebPush({ key, now, isAllowed, timeoutMs = TIMEOUT_MS }: WebPushOptions): WebPush {
  return {
    publicKey: key.publicKey,
    async send(device, message) {
      const { endpoint } = device;
      if (!isAllowed(endpoint)) return failed('this is not the address of a known push service', true);
      try {
        const response = await fetch(endpoint, {
          method: 'POST',
          headers: {
            ...{ TTL: String(TIME_TO_LIVE), Urgency: 'high', Topic: topic(message.tag) },
            ...{ 'Content-Encoding': 'aes128gcm', 'Content-Type': 'application/octet-stream' },
            Authorization: key.authorization(endpoint, now()),
          },
          body: new Uint8Array(encryptPush(fitting(message), device)),
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
        });
        // Nothing in it is of use, and it may be long.
        await response.body?.cancel();
        return outcome(response);
      } catch (error) {
        return failed(networkReason(error), false);
      }
    },
  };
}

/** The message as JSON, its text cut until it fits into one record. */
function fitting(message: PushMessage): Buffer {
  const characters = [...message.body];
  for (;;) {
    const bytes = Buffer.from(JSON.stringify({ ...message, body: characters.join('') }));
    if (bytes.length <= MAX_PUSH_BYTES || characters.length === 0) return bytes;
    characters.length = Math.floor(characters.length / 2);
  }
}

/** Undelivered messages of one topic replace each other at the service; at most 32 characters of base64url. */
function topic(tag: string): string {
  return tag.replace(/[^\w-]/g, '').slice(0, 32);
}

function outcome({ status, headers }: Response): Delivery {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  const reason = `the push service answered ${status}`;
  if (status !== 429 && status < 500) return failed(reason, true);
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return { ...failed(reason, false), ...(Number.isFinite(seconds) && seconds > 0 && { retryAfterMs: seconds * 1000 }) };
}

function failed(reason: string, permanent: boolean): Extract<Delivery, { kind: 'failed' }> {
  return { kind: 'failed', reason, permanent };
}

/** fetch hides what happened in the cause. */
function networkReason(error: unknown): string {
  const { name, message, cause } = error as { name?: string; message?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return 'the push service did not answer in time';
  return `the push service could not be reached (${cause?.code ?? message ?? String(error)})`;
}
