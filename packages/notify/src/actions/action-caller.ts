import type { ActionCall, ActionCaller, CallOutcome } from '@solodesk/core';
import { OutgoingError } from '../outgoing/outgoing-error.ts';
import type { OutgoingFault } from '../outgoing/outgoing-error.ts';
import type { SafeFetch } from '../outgoing/safe-fetch.ts';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER, signWebhook } from '../webhooks/sign-webhook.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import type { Health } from './circuit-breaker.ts';
import { readCallReply } from './read-call-reply.ts';

/** Longest answer. Bytes. */
const MAX_BYTES = 64_000;

export interface ActionCallerOptions {
  /** Refuses what is no machine of the public internet. */
  fetch: SafeFetch;
  /** The secret of this name of a site, made at its first use. */
  secretOf: (site: string, name: string) => string;
  /** UTC milliseconds. */
  now: () => number;
}

/**
 * Posts what a visitor has told to the owner's system, signed as webhooks are (HMAC-SHA256 of `timestamp.body`), and reads
 * its answer. Repeats of one request have one `Idempotency-Key`. A redirect is not followed: the details go to the address
 * that the owner wrote down, and to no other.
 */
export function createActionCaller({ fetch, secretOf, now }: ActionCallerOptions): ActionCaller {
  const breaker = new CircuitBreaker(now);
  return {
    async call(call) {
      const key = `${call.site} ${call.action.name} ${call.action.url}`;
      if (!breaker.admits(key)) {
        return failed('it failed several times in a row, so it is left alone for a minute (circuit open)', false);
      }
      // Whatever happens, it is settled: a try that never ends would keep the circuit open for good.
      let health: Health = 'unknown';
      try {
        const answer = await post(fetch, call, { secret: secretOf(call.site, call.action.secret), at: now() });
        ({ health } = answer);
        return answer.outcome;
      } finally {
        breaker.settle(key, health);
      }
    },
  };
}

interface Asked {
  outcome: CallOutcome;
  health: Health;
}

/** Faults that another attempt would not mend; all others are those of a system that is down. */
const HEALTH: Partial<Record<OutgoingFault, Health>> = { forbidden: 'unknown', too_large: 'up', redirects: 'up' };

async function post(
  fetch: SafeFetch,
  { action, site, key, locale, slots, customer }: ActionCall,
  { secret, at }: { secret: string; at: number },
): Promise<Asked> {
  const body = JSON.stringify({ id: key, site, action: action.name, locale, customer, slots });
  const timestamp = Math.floor(at / 1000);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    accept: 'application/json',
    'idempotency-key': key,
    [TIMESTAMP_HEADER]: String(timestamp),
    [SIGNATURE_HEADER]: signWebhook(secret, timestamp, body),
  };
  const limits = { timeoutMs: action.timeoutMs, maxBytes: MAX_BYTES, maxRedirects: 0 };
  try {
    const answer = await fetch(action.url, { method: 'POST', body, headers, ...limits });
    const { status } = answer;
    const isDown = status >= 500 || status === 429;
    const health: Health = isDown ? 'down' : 'up';
    if (status < 200 || status >= 300) return { outcome: failed(`it answered ${status}`, isDown), health };
    const reply = readCallReply(answer.body.toString('utf8'));
    return { outcome: 'fault' in reply ? failed(reply.fault, false) : { kind: 'answered', reply }, health };
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error;
    const health = HEALTH[error.fault] ?? 'down';
    return { outcome: failed(error.message, health === 'down'), health };
  }
}

function failed(reason: string, again: boolean): CallOutcome {
  return { kind: 'failed', reason, again };
}
