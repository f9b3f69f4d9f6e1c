import { createHash } from 'node:crypto';
import type { ApiKey, Clock, RepeatableRequest, Store } from '@solodesk/core';
import type { ApiAnswer } from './api-route.ts';
import { Problem } from './problem.ts';

/** How long an answer is given again, and how long a request may take before somebody else may try. Milliseconds. */
const TIMES = { keepMs: 24 * 3_600_000, leaseMs: 60_000 };
/** A structured-header string, with or without its quotes; a UUID is usual. */
const KEY = /^"?([\x21\x23-\x5b\x5d-\x7e]{1,200})"?$/;

/**
 * Does a request once for its `Idempotency-Key`, and gives whoever repeats it the first one's answer for a day (the IETF's
 * draft of the header).
 */
export async function once(
  parts: { store: Store; clock: Clock },
  key: ApiKey,
  header: string | undefined,
  said: { method: string; path: string; query: unknown; body: unknown },
  run: () => Promise<ApiAnswer>,
): Promise<{ status: number; body: string; repeated: boolean }> {
  if (header === undefined) return { ...asText(await run()), repeated: false };
  const name = KEY.exec(header)?.[1];
  if (name === undefined) throw new Problem('malformed', 'Idempotency-Key: 1 to 200 visible characters');
  const digest = createHash('sha256')
    .update(JSON.stringify([said.method, said.path, said.query, said.body]))
    .digest('base64url');
  const request: RepeatableRequest = { site: key.site, apiKey: key.id, key: name, digest, at: parts.clock.now() };
  const claim = await parts.store.claimRequest(request, TIMES);
  if (claim.kind === 'answered') return { ...claim.answer, repeated: true };
  if (claim.kind === 'another') throw new Problem('key_reused', 'use a new key for each new request');
  if (claim.kind === 'under_way') {
    throw new Problem('conflict', 'the same request is under way', { retryAfterMs: 1_000 });
  }
  let answer;
  try {
    answer = asText(await run());
  } catch (cause) {
    // Nothing was written: a repeat may do better.
    await parts.store.letGoOfRequest(request);
    throw cause;
  }
  await parts.store.settleRequest(request, answer);
  return { ...answer, repeated: false };
}

function asText({ status, body }: ApiAnswer): { status: number; body: string } {
  return { status, body: body === null ? '' : JSON.stringify(body) };
}
