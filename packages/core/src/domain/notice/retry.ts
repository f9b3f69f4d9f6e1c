import type { OutboxKind } from '../outbox/outbox-entry.ts';
import type { JobKind } from './job.ts';

interface Patience {
  /** Pause after the first failure; each later one is twice as long. Milliseconds. */
  first: number;
  longest: number;
  /** After this many failures a job is given up. */
  attempts: number;
}

const MINUTE = 60_000;
/** A mail may come late: it is tried for about two hours. A push that is an hour late is no use. */
const PATIENCE: Record<JobKind | OutboxKind, Patience> = {
  owner_mail: { first: MINUTE / 2, longest: 60 * MINUTE, attempts: 9 },
  owner_push: { first: MINUTE / 6, longest: 5 * MINUTE, attempts: 6 },
  visitor_mail: { first: MINUTE / 2, longest: 60 * MINUTE, attempts: 9 },
  // A customer's mail server may be down for a night, a receiver of webhooks for a weekend.
  mail: { first: MINUTE / 2, longest: 120 * MINUTE, attempts: 14 },
  sms: { first: MINUTE / 2, longest: 10 * MINUTE, attempts: 6 },
  push: { first: MINUTE / 6, longest: 30 * MINUTE, attempts: 8 },
  // Somebody waits for the answer in the chat.
  action: { first: 2_000, longest: 10_000, attempts: 6 },
  webhook: { first: MINUTE / 6, longest: 360 * MINUTE, attempts: 20 },
};

/**
 * How long to wait before the next attempt, in milliseconds; null: give up. Between half and the whole of a doubling
 * pause, by chance, so that what failed together does not come back together.
 * @param attempts how often it has been tried.
 * @param random from 0 to 1.
 * @param atLeast what the other side asked for, if it did. Milliseconds.
 */
export function retryPause(kind: JobKind | OutboxKind, attempts: number, random: number, atLeast = 0): number | null {
  const { first, longest, attempts: most } = PATIENCE[kind];
  if (attempts >= most) return null;
  const pause = Math.min(first * 2 ** (attempts - 1), longest);
  return Math.max(Math.round(pause * (0.5 + random / 2)), Math.min(atLeast, longest));
}
