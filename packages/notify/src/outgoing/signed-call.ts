import type { Delivery } from '@solodesk/core';
import { signWebhook, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '../webhooks/sign-webhook.ts';
import { OutgoingError } from './outgoing-error.ts';
import type { SafeFetch } from './safe-fetch.ts';

export interface SignedCall {
  url: string;
  secret: string;
  body: string;
  headers: Readonly<Record<string, string>>;
  /** UTC milliseconds. */
  now: number;
  timeoutMs?: number;
}

/** What came of a call, with the answer's status where there was one. */
export type CallOutcome = Delivery & { status: number | null };

const TIMEOUT_MS = 15_000;
/** Answers of receivers are looked at by nobody. */
const MAX_BYTES = 64_000;

/** Posts JSON that its receiver can verify, and says what came of it. Never throws. */
export async function signedCall(fetch: SafeFetch, call: SignedCall): Promise<CallOutcome> {
  const timestamp = Math.floor(call.now / 1000);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...call.headers,
    [TIMESTAMP_HEADER]: String(timestamp),
    [SIGNATURE_HEADER]: signWebhook(call.secret, timestamp, call.body),
  };
  const { url, body, timeoutMs = TIMEOUT_MS } = call;
  try {
    const { status, headers: answered } = await fetch(url, { body, headers, timeoutMs, maxBytes: MAX_BYTES });
    if (status >= 200 && status < 300) return { kind: 'delivered', status };
    const moved = status >= 300 && status < 400;
    const reason = moved ? `it has moved (it answered ${status})` : `it answered ${status}`;
    const seconds = Number(answered['retry-after'] ?? NaN);
    return {
      kind: 'failed',
      status,
      reason,
      // 410: its owner has taken it away for good. Anything else may be put right.
      permanent: status === 410,
      ...(Number.isFinite(seconds) && seconds > 0 && { retryAfterMs: seconds * 1000 }),
    };
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error;
    const { fault, message: reason } = error;
    // A long answer is one all the same: it has arrived.
    if (fault === 'too_large') return { kind: 'delivered', status: 200 };
    const unsure = fault === 'timeout' || fault === 'cut_off';
    return { kind: 'failed', status: null, reason, permanent: fault === 'forbidden', ...(unsure && { unsure }) };
  }
}
