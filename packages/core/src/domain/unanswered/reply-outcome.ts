import type { BotReason } from '../conversation/log-event.ts';

/** What became of a question that a visitor typed. */
export type ReplyOutcome = 'answered' | 'askedBack' | 'unknown';

/** How many of a number of questions came to what. */
export type OutcomeCounts = Readonly<Record<ReplyOutcome, number>>;

/**
 * What a reply makes of the question before it; null of what was no question to the FAQs, or one that the owner has left to people.
 * @param wasUnsure whether a person was called with it as the bot did not know
 */
export function outcomeOf({ kind, declined, outOfScope }: BotReason, wasUnsure: boolean): ReplyOutcome | null {
  if (declined === true || outOfScope === true) return null;
  if (kind === 'answered') return 'answered';
  if (kind === 'suggested') return 'askedBack';
  // A manual may help, but the question has no answer of its own.
  if (kind === 'unsure' || kind === 'pointed') return 'unknown';
  // Who asked for a person got what was asked for.
  return kind === 'handed_off' && wasUnsure ? 'unknown' : null;
}

export function countOutcomes(outcomes: readonly (ReplyOutcome | null)[]): OutcomeCounts {
  const counts = { answered: 0, askedBack: 0, unknown: 0 };
  for (const outcome of outcomes) if (outcome !== null) counts[outcome] += 1;
  return counts;
}
